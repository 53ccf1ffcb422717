import type { Pool, PoolReading } from '../pool/pool.ts';
import { poolProblems, problemsUnderRules } from '../pool/pool-problems.ts';
import { readPoolCsv, readPoolFile } from '../pool/read-csv.ts';
import { loadRuleSet, ruleSetFrom } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type Decisions, NO_DECISIONS, type SlateCase } from '../slate/requests.ts';
import type { Units } from '../placements/units.ts';
import { BadInput, problem, type Problem, type Reading, valueOf } from '../words/problem.ts';
import type { CompareAsked } from '../scenarios/compare.ts';
import { openRead, openReadWithSlate } from './case-of-readings.ts';
import type { Cli } from './context.ts';
import { unitsNamed } from './placement-inputs.ts';
import { fileOfScenario, type Under, underNamed } from './scenario-inputs.ts';
import { bytesNamed, isStdin, shownFile, stdin, stdinTwice } from './standard-input.ts';

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

/** What else a command can find wrong with what it was told, as soon as the inputs that it takes are read. */
export interface Further {
  /** Found already. */
  readonly problems?: readonly Problem[];
  /** Given nothing where the rules cannot be read: some things are wrong under any. */
  readonly inRules?: (ruleSet: RuleSet | undefined) => readonly Problem[];
  readonly inPool?: (pool: Pool) => readonly Problem[];
  /** Of a given slate, by the ids of its members. */
  readonly inSlate?: (members: readonly string[], pool: Pool | undefined) => readonly Problem[];
}

/**
 * Candidates, rules and decisions, brought together.
 *
 * @throws BadInput with everything that is wrong with any of them, and with the command line.
 */
export async function openInputs(named: Named, cli: Cli, further: Further = {}): Promise<SlateCase> {
  const { pool, rules, units, scenario, problems } = await readNamed(named, {}, cli.signal);
  const under = await underNamed({ ...named, scenario }, rules, cli.signal);
  const before = [...problems, ...foundIn(pool, under.rules, further), ...hiddenBy(under, pool, rules)];
  return withAllTold(before, cli, () => openRead(pool, units, under));
}

/**
 * As {@link openInputs}, with the members of a given slate.
 *
 * @param slate a file; absent where the option that names one is missing.
 * @throws BadInput also for a slate that cannot be read, or that names nobody of the pool.
 */
export async function openInputsWithSlate(
  named: Named,
  slate: string | undefined,
  cli: Cli,
  further: Further = {},
): Promise<{ readonly asked: SlateCase; readonly members: readonly string[] }> {
  const { signal } = cli;
  const { pool, rules, units, scenario, problems } = await readNamed(named, { '<slate>': slate }, signal);
  const isAllowed = slate !== undefined && (problems.length === 0 || !isStdin(slate));
  const bytes = isAllowed ? await bytesNamed(slate, signal) : UNREAD;
  const under = await underNamed({ ...named, scenario }, rules, signal);
  const before = [...problems, ...foundIn(pool, under.rules, further), ...hiddenBy(under, pool, rules)];
  const written = { bytes, file: shownFile(slate ?? ''), further: further.inSlate };
  return withAllTold(before, cli, () => openReadWithSlate(pool, units, under, written));
}

/** Rules, and how a case is made of them and of decisions: what scenarios are compared on. */
export interface NamedGround extends CompareAsked {
  /** Of the candidates alone, whatever the rules. */
  readonly pool: Pool;
}

/**
 * As {@link openInputs}, for many rule sets over the same candidates; the scenario is named for whoever
 * reads it, and not laid over.
 *
 * @param more reads what else is needed under the rules.
 * @throws BadInput
 */
export async function openGround<More>(
  named: Named,
  cli: Cli,
  further: Further,
  more: (rules: Reading<RuleSet>) => Promise<Reading<More>>,
): Promise<{ readonly ground: NamedGround; readonly asked: SlateCase; readonly more: More }> {
  const { pool, rules, units, problems } = await readNamed(named, {}, cli.signal);
  const isUnread = problems.length > 0 && named.scenario !== undefined && isStdin(named.scenario);
  const found = isUnread ? UNREAD : await more(rules);
  const before = [...problems, ...foundIn(pool, rules, further), ...problemsOf(found)];
  const decisions = named.decisions ?? NO_DECISIONS;
  // The rules as they stand must fit what they are asked of, whichever scenarios are laid over them.
  const asked = await withAllTold(before, cli, () => openRead(pool, units, { rules, decisions }));
  const ground: NamedGround = {
    pool: valueOf(pool),
    ruleSet: valueOf(rules),
    decisions,
    open: async (ruleSet, decided) => {
      try {
        const under: Under = { rules: { ok: true, value: ruleSet }, decisions: decided };
        return { ok: true, value: await openRead(pool, units, under) };
      } catch (error) {
        if (error instanceof BadInput) return { ok: false, problems: error.problems };
        throw error;
      }
    },
  };
  return { ground, asked, more: valueOf(found) };
}

/** The pool alone. @throws BadInput */
export async function openPool(file: string | undefined, signal: AbortSignal): Promise<Pool> {
  return valueOf(await poolNamed(file, signal));
}

/** What a last step gives; where anything is wrong with it or was before, all of that is told at once. */
async function withAllTold<Value>(
  before: readonly Problem[],
  { slips, signal }: Cli,
  step: () => Promise<Value>,
): Promise<Value> {
  signal.throwIfAborted();
  let value: Value;
  try {
    value = await step();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw new BadInput([...before, ...error.problems]);
  }
  if (before.length > 0 || slips.problems.length > 0) throw new BadInput(before);
  signal.throwIfAborted();
  return value;
}

/** What the tables and the rules hold that a command line names. */
interface ReadNamed {
  readonly pool: Reading<Pool>;
  readonly rules: Reading<RuleSet>;
  readonly units: Reading<Units> | undefined;
  /** Absent also where it must not be read. */
  readonly scenario: string | undefined;
  /** Of the names themselves. */
  readonly problems: readonly Problem[];
}

/** What cannot be read for a reason that is told elsewhere. */
const UNREAD: { readonly ok: false; readonly problems: readonly Problem[] } = { ok: false, problems: [] };

/** @param others further files, by how the command line names them. */
async function readNamed(
  named: Named,
  others: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<ReadNamed> {
  const scenario = named.scenario === undefined ? undefined : fileOfScenario(named.scenario);
  const { pool, rules, units } = named;
  const problems = stdinTwice({
    ...others,
    '--pool': pool,
    '--rules': rules,
    '--units': units,
    '--scenario': scenario,
  });
  // Who reads first would take what is meant for another.
  const isUnread = (file: string | undefined): boolean =>
    problems.length > 0 && file !== undefined && isStdin(file);
  const readings = await Promise.all([
    isUnread(pool) ? UNREAD : poolNamed(pool, signal),
    isUnread(rules) ? UNREAD : rulesNamed(rules, signal),
    isUnread(units) ? UNREAD : unitsNamed(units, signal),
  ]);
  signal.throwIfAborted();
  const [read, ruleSet, table] = readings;
  return {
    // What rules find in candidates, a scenario leaves as it is.
    pool: read.ok ? read : { ok: false, problems: poolProblems(read, ruleSet) },
    rules: ruleSet,
    units: table,
    scenario: isUnread(scenario) ? undefined : named.scenario,
    problems,
  };
}

function foundIn(
  pool: Reading<Pool>,
  rules: Reading<RuleSet>,
  { problems = [], inRules, inPool }: Further,
): readonly Problem[] {
  return [
    ...problems,
    ...(inRules?.(rules.ok ? rules.value : undefined) ?? []),
    ...(pool.ok && inPool !== undefined ? inPool(pool.value) : []),
  ];
}

/** What sound rules find in sound candidates, where a bad scenario keeps both from being brought together. */
function hiddenBy(under: Under, pool: Reading<Pool>, rules: Reading<RuleSet>): readonly Problem[] {
  return !under.rules.ok && pool.ok && rules.ok ? problemsUnderRules(pool.value, rules.value) : [];
}

function problemsOf(reading: Reading<unknown>): readonly Problem[] {
  return reading.ok ? [] : reading.problems;
}

async function poolNamed(file: string | undefined, signal: AbortSignal): Promise<PoolReading> {
  if (file === undefined) return missing('--pool <file>');
  return isStdin(file) ? readPoolCsv(stdin(signal), shownFile(file)) : readPoolFile(file);
}

async function rulesNamed(idOrFile: string | undefined, signal: AbortSignal): Promise<Reading<RuleSet>> {
  return idOrFile === undefined ? missing('--rules <id|file>') : readRules(idOrFile, signal);
}

/** A rule set by its id, its file, or from standard input: then what it extends is looked for in the working folder. */
async function readRules(idOrFile: string, signal: AbortSignal): Promise<Reading<RuleSet>> {
  if (!isStdin(idOrFile)) return loadRuleSet(idOrFile);
  const bytes = await bytesNamed(idOrFile, signal);
  return bytes.ok ? ruleSetFrom(bytes.value, shownFile(idOrFile)) : bytes;
}

function missing(option: string): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [problem('cli.missing-option', { option })] };
}
