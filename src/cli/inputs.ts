import { readFile } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import { cannotRead } from '../pool/cannot-read.ts';
import type { Pool } from '../pool/pool.ts';
import { readPoolCsv, readPoolFile } from '../pool/read-csv.ts';
import { readSlate, unknownMembers } from '../pool/read-slate.ts';
import { loadRuleSet, ruleSetFrom } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { openCase } from '../slate/case.ts';
import { type Decisions, NO_DECISIONS, type SlateCase } from '../slate/requests.ts';
import { BadInput, problem, type Problem, type Reading, valueOf } from '../words/problem.ts';
import type { CompareAsked } from '../scenarios/compare.ts';
import { isPlacement, placementNamed, placementWithPlan } from './placement-inputs.ts';
import { type Under, underNamed } from './scenario-inputs.ts';

/** What the command line names; every command checks for itself what it cannot do without. */
export interface Named {
  readonly pool: string | undefined;
  readonly rules: string | undefined;
  /** The table of units, for a rule set with titles. */
  readonly units?: string | undefined;
  readonly decisions?: Decisions;
  /** A scenario to lay over the rules: `FILE` or `FILE#ID`. */
  readonly scenario?: string | undefined;
}

/** The name that standard input has in messages. */
const STDIN = '<stdin>';

/**
 * Candidates, rules and decisions, brought together.
 *
 * @throws BadInput with everything that is wrong with any of them.
 */
export async function openInputs(named: Named, signal: AbortSignal): Promise<SlateCase> {
  refuseStdinTwice([named.pool, named.rules]);
  const [pool, rules] = await Promise.all([poolNamed(named.pool, signal), rulesNamed(named.rules, signal)]);
  signal.throwIfAborted();
  return openUnder(pool, await underNamed(named, rules), named);
}

async function openUnder(pool: Reading<Pool>, under: Under, named: Named): Promise<SlateCase> {
  const { rules, decisions } = under;
  if (!isPlacement(named, rules)) return caseOf(pool, rules, [], decisions);
  return placementNamed({ units: named.units, ...(decisions && { decisions }) }, pool, rules);
}

/** Rules, and how a case is made of them and of decisions: what scenarios are compared on. */
export interface NamedGround extends CompareAsked {
  /** Of the candidates alone, whatever the rules. */
  readonly pool: Pool;
}

/** As {@link openInputs}, for many rule sets over the same candidates. @throws BadInput */
export async function openGround(named: Named, signal: AbortSignal): Promise<NamedGround> {
  refuseStdinTwice([named.pool, named.rules]);
  const [pool, rules] = await Promise.all([poolNamed(named.pool, signal), rulesNamed(named.rules, signal)]);
  signal.throwIfAborted();
  const problems = [...problemsOf(pool), ...problemsOf(rules)];
  if (!pool.ok || !rules.ok) throw new BadInput(problems);
  return {
    pool: pool.value,
    ruleSet: rules.value,
    decisions: named.decisions ?? NO_DECISIONS,
    open: async (ruleSet, decisions) => {
      const under: Under = { rules: { ok: true, value: ruleSet }, decisions };
      try {
        return { ok: true, value: await openUnder(pool, under, named) };
      } catch (error) {
        if (error instanceof BadInput) return { ok: false, problems: error.problems };
        throw error;
      }
    },
  };
}

/**
 * As {@link openInputs}, with the members of a given slate.
 *
 * @throws BadInput also for a slate that cannot be read, or that names nobody of the pool.
 */
export async function openInputsWithSlate(
  named: Named,
  slate: string,
  signal: AbortSignal,
): Promise<{ readonly asked: SlateCase; readonly members: readonly string[] }> {
  refuseStdinTwice([slate, named.pool, named.rules]);
  const [pool, asWritten, bytes] = await Promise.all([
    poolNamed(named.pool, signal),
    rulesNamed(named.rules, signal),
    bytesNamed(slate, signal),
  ]);
  signal.throwIfAborted();
  const { rules, decisions } = await underNamed(named, asWritten);
  if (isPlacement(named, rules)) {
    const units = { units: named.units, ...(decisions && { decisions }) };
    const plan = await placementWithPlan(units, pool, rules, bytes, shown(slate));
    signal.throwIfAborted();
    return plan;
  }
  const members = bytes.ok ? readSlate(bytes.value, shown(slate)) : bytes;
  const strangers =
    members.ok && pool.ok ? unknownMembers(pool.value, members.value.ids, members.value.placeOf) : [];
  const asked = caseOf(pool, rules, [...problemsOf(members), ...strangers], decisions);
  return { asked, members: valueOf(members).ids };
}

/** The pool alone. @throws BadInput */
export async function openPool(file: string | undefined, signal: AbortSignal): Promise<Pool> {
  return valueOf(await poolNamed(file, signal));
}

function caseOf(
  pool: Reading<Pool>,
  rules: Reading<RuleSet>,
  further: readonly Problem[],
  decisions: Decisions = NO_DECISIONS,
): SlateCase {
  const problems = [...problemsOf(pool), ...problemsOf(rules), ...further];
  if (!pool.ok || !rules.ok || problems.length > 0) throw new BadInput(problems);
  return valueOf(openCase(pool.value, rules.value, decisions));
}

function problemsOf(reading: Reading<unknown>): readonly Problem[] {
  return reading.ok ? [] : reading.problems;
}

async function poolNamed(file: string | undefined, signal: AbortSignal): Promise<Reading<Pool>> {
  if (file === undefined) return missing('--pool <file>');
  if (file !== '-') return readPoolFile(file);
  return readPoolCsv(addAbortSignal(signal, process.stdin), STDIN);
}

async function rulesNamed(idOrFile: string | undefined, signal: AbortSignal): Promise<Reading<RuleSet>> {
  return idOrFile === undefined ? missing('--rules <id|file>') : readRules(idOrFile, signal);
}

/** A rule set by its id, its file, or from standard input: then what it extends is looked for in the working folder. */
export async function readRules(idOrFile: string, signal: AbortSignal): Promise<Reading<RuleSet>> {
  if (idOrFile !== '-') return loadRuleSet(idOrFile);
  return ruleSetFrom(await allOf(addAbortSignal(signal, process.stdin)), STDIN);
}

/** @throws BadInput where several inputs are to come from standard input. */
function refuseStdinTwice(files: readonly (string | undefined)[]): void {
  if (files.filter((file) => file === '-').length > 1) {
    throw new BadInput([problem('cli.stdin-twice', undefined)]);
  }
}

async function bytesNamed(file: string, signal: AbortSignal): Promise<Reading<Buffer>> {
  try {
    const bytes = file === '-' ? await allOf(addAbortSignal(signal, process.stdin)) : await readFile(file);
    return { ok: true, value: bytes };
  } catch (error) {
    const found = cannotRead(error, file);
    if (found === undefined) throw error;
    return { ok: false, problems: [found] };
  }
}

async function allOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function shown(file: string): string {
  return file === '-' ? STDIN : file;
}

function missing(option: string): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [problem('cli.missing-option', { option })] };
}
