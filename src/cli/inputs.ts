import type { Pool, PoolReading } from '../pool/pool.ts';
import { poolProblems } from '../pool/pool-problems.ts';
import { readPoolCsv, readPoolFile } from '../pool/read-csv.ts';
import { readSlate, unknownMembers } from '../pool/read-slate.ts';
import { loadRuleSet, ruleSetFrom } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { openCase } from '../slate/case.ts';
import { type Decisions, NO_DECISIONS, type SlateCase } from '../slate/requests.ts';
import type { Units } from '../placements/units.ts';
import { BadInput, problem, type Problem, type Reading, valueOf } from '../words/problem.ts';
import type { CompareAsked } from '../scenarios/compare.ts';
import { isPlacement, placementNamed, placementWithPlan, unitsNamed } from './placement-inputs.ts';
import { fileOfScenario, type Under, underNamed } from './scenario-inputs.ts';
import { bytesNamed, isStdin, refuseStdinTwice, shownFile, stdin } from './standard-input.ts';

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

/**
 * Candidates, rules and decisions, brought together.
 *
 * @throws BadInput with everything that is wrong with any of them.
 */
export async function openInputs(named: Named, signal: AbortSignal): Promise<SlateCase> {
  refuseStdinTwice(inputsOf(named));
  const { pool, rules, units } = await readNamed(named, signal);
  return openUnder(pool, units, await underNamed(named, rules, signal));
}

function inputsOf({ pool, rules, units, scenario }: Named): Readonly<Record<string, string | undefined>> {
  const scenarios = scenario === undefined ? undefined : fileOfScenario(scenario);
  return { '--pool': pool, '--rules': rules, '--units': units, '--scenario': scenarios };
}

/** What the tables and the rules hold that a command line names. */
interface ReadNamed {
  readonly pool: PoolReading;
  readonly rules: Reading<RuleSet>;
  readonly units: Reading<Units> | undefined;
}

async function readNamed(named: Named, signal: AbortSignal): Promise<ReadNamed> {
  const [pool, rules, units] = await Promise.all([
    poolNamed(named.pool, signal),
    rulesNamed(named.rules, signal),
    unitsNamed(named.units, signal),
  ]);
  signal.throwIfAborted();
  return { pool, rules, units };
}

async function openUnder(
  pool: PoolReading,
  units: Reading<Units> | undefined,
  { rules, decisions }: Under,
): Promise<SlateCase> {
  if (!isPlacement(units, rules)) return caseOf(pool, rules, [], decisions);
  return placementNamed({ units, ...(decisions && { decisions }) }, pool, rules);
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
 * @throws BadInput
 */
export async function openGround(named: Named, signal: AbortSignal): Promise<NamedGround> {
  refuseStdinTwice(inputsOf(named));
  const { pool, rules, units } = await readNamed(named, signal);
  const problems = [...poolProblems(pool, rules), ...problemsOf(rules)];
  if (!pool.ok || !rules.ok) throw new BadInput(problems);
  return {
    pool: pool.value,
    ruleSet: rules.value,
    decisions: named.decisions ?? NO_DECISIONS,
    open: async (ruleSet, decisions) => {
      const under: Under = { rules: { ok: true, value: ruleSet }, decisions };
      try {
        return { ok: true, value: await openUnder(pool, units, under) };
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
  refuseStdinTwice({ '<slate>': slate, ...inputsOf(named) });
  const [read, bytes] = await Promise.all([readNamed(named, signal), bytesNamed(slate, signal)]);
  const { pool, units } = read;
  const { rules, decisions } = await underNamed(named, read.rules, signal);
  if (isPlacement(units, rules)) {
    const placed = { units, ...(decisions && { decisions }) };
    const plan = await placementWithPlan(placed, pool, rules, bytes, shownFile(slate));
    signal.throwIfAborted();
    return plan;
  }
  const members = bytes.ok ? readSlate(bytes.value, shownFile(slate)) : bytes;
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
  pool: PoolReading,
  rules: Reading<RuleSet>,
  further: readonly Problem[],
  decisions: Decisions = NO_DECISIONS,
): SlateCase {
  const problems = [...poolProblems(pool, rules), ...problemsOf(rules), ...further];
  if (!pool.ok || !rules.ok || problems.length > 0) throw new BadInput(problems);
  return valueOf(openCase(pool.value, rules.value, decisions));
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
