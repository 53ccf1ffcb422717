import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { highsSolver, seriesSolver, openWarmSession } from '../../src/optimize/highs/solver.ts';
import type { Difference } from '../../src/optimize/model/model-options.ts';
import { assembleModel, rowsOnSlate, type SlateModel } from '../../src/optimize/model/slate-model.ts';
import type { Outcome, Solver } from '../../src/optimize/solver.ts';
import { solveInThreads } from '../../src/optimize/threads/solver-threads.ts';
import { checkSlate } from '../../src/check/check.ts';
import { compareObjectives, objectiveOf } from '../brute-force.ts';
import { solveOnce } from '../optimize/solving.ts';
import { bestOfAll } from '../subsets.ts';
import { soakInstance, type SoakInstance } from './instances.ts';

/** What to soak in, and how long the second solver gets for each program. */
export interface Soaking {
  readonly instances: number;
  readonly firstSeed: number;
  /** Milliseconds, before its thread is killed. */
  readonly second: number;
  /** Told how far it is after every 500. */
  readonly onReport?: (report: string) => void;
}

/** How many slates are asked for beside the best. */
const ALTERNATIVES = 3;
/** What HiGHS gets: no instance of this size may take longer. */
const LIMIT = 60_000;

/** What a killed thread may take beyond its limit, on the busiest machine: more is a hang. */
const HANGS = 60_000;

/** What came of all instances, by name. */
class Tally {
  readonly counts = new Map<string, number>();
  readonly failures: string[] = [];
  slowest = { milliseconds: 0, seed: 0 };
  /** What the second solver gets for each program, in milliseconds. */
  readonly second: number;

  constructor(second: number) {
    this.second = second;
  }

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  fail({ seed, kind }: SoakInstance, what: string): void {
    this.failures.push(`seed ${seed} (${kind}): ${what}`);
  }

  report(done: number): string {
    const lines = [...this.counts].toSorted(([one], [other]) => one.localeCompare(other));
    return [
      `${done} instances, ${this.failures.length} failures, slowest of highs ${this.slowest.milliseconds.toFixed(0)} ms (seed ${this.slowest.seed})`,
      ...lines.map(([name, count]) => `  ${name}: ${count}`),
    ].join('\n');
  }
}

const tell = (outcome: Outcome): string =>
  'values' in outcome ? `${outcome.status} at ${outcome.values.join(', ')}` : outcome.status;

function same(one: Outcome, other: Outcome): boolean {
  if (one.status !== 'optimal' || other.status !== 'optimal') return one.status === other.status;
  return one.x.every((value, column) => value === other.x[column]);
}

/** Holds a proven optimum against the rules, and small ones against brute force. */
async function judge(
  instance: SoakInstance,
  model: SlateModel,
  outcome: Outcome,
): Promise<string | undefined> {
  const { candidates, ruleSet, facts, kind } = instance;
  const best = kind === 'small' ? bestOfAll(instance) : undefined;
  if (outcome.status !== 'optimal') {
    if (outcome.status !== 'infeasible') return `highs ended ${outcome.status}`;
    return best === undefined ? undefined : 'called infeasible, though a slate exists';
  }
  const rows = rowsOnSlate(model, outcome.x);
  const report = await checkSlate(
    { facts, ruleSet },
    rows.map((row) => facts.ids[row]!),
  );
  if (!report.compliant) return 'the proposed slate does not pass the check';
  if (kind !== 'small') return undefined;
  const values = objectiveOf(
    ruleSet,
    rows.map((row) => candidates[row]!),
    candidates,
  );
  if (best === undefined || compareObjectives(values, best.values) !== 0) {
    return `brute force finds ${best?.values.join(', ')}, not ${values.join(', ')}`;
  }
  return undefined;
}

/** What javascript-lp-solver says, on all columns or on those that a relaxation leaves open. */
async function secondOpinion(
  model: SlateModel,
  first: Outcome,
  narrowed: boolean,
  tally: Tally,
): Promise<string | undefined> {
  const { second } = tally;
  const name = `${narrowed ? 'narrowed ' : ''}javascript-lp-solver`;
  const began = performance.now();
  const limits = { solver: 'javascript-lp-solver', timeLimit: second, narrowed } as const;
  const solved = await solveInThreads(model.program, limits);
  const took = performance.now() - began;
  const { outcome } = solved;
  tally.add(`${name} ${outcome.status}${solved.notes.length > 0 ? ' (killed)' : ''}`);
  if (took > second + HANGS) return `${name} took ${took.toFixed(0)} ms`;
  if (outcome.status !== 'optimal' && outcome.status !== 'infeasible') return undefined;
  return same(first, outcome) ? undefined : `${name} says ${tell(outcome)}`;
}

/**
 * The slates that come after the best when each has to differ from all before: of these the narrowed
 * second solver alone is often the first, and nobody confirms it.
 */
async function alternatives(
  { ruleSet, facts, decisions, seed }: SoakInstance,
  best: SlateModel,
  first: Outcome,
  usual: Solver,
  tally: Tally,
): Promise<readonly (string | undefined)[]> {
  const decided = await decideCase(ruleSet, facts);
  const differences: Difference[] = [];
  const problems: (string | undefined)[] = [];
  let [model, outcome] = [best, first];
  for (let count = 0; count < ALTERNATIVES && outcome.status === 'optimal'; count += 1) {
    differences.push({ members: rowsOnSlate(model, outcome.x), by: 1 + (seed % 5) });
    model = await assembleModel(decided, { decisions, differences });
    outcome = solveOnce(usual, model.program, LIMIT);
    problems.push(await secondOpinion(model, outcome, true, tally));
  }
  return problems;
}

interface Solvers {
  readonly usual: Solver;
  readonly direct: Solver;
  readonly wide: Solver;
}

/** Everything that is wrong with the answers to one instance. */
async function problemsOf(
  instance: SoakInstance,
  { usual, direct, wide }: Solvers,
  tally: Tally,
): Promise<readonly string[]> {
  const { seed, kind } = instance;
  const decided = await decideCase(instance.ruleSet, instance.facts);
  const model = await assembleModel(decided, { decisions: instance.decisions });
  const began = performance.now();
  const first = solveOnce(usual, model.program, LIMIT);
  const milliseconds = performance.now() - began;
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { milliseconds, seed };
  tally.add(`${kind}: ${first.status}`);
  const warm = await openWarmSession(model.program);
  const others = [
    ['direct', solveOnce(direct, model.program, LIMIT)],
    ['wide', solveOnce(wide, model.program, LIMIT)],
    ['warm', warm.solve({ timeLimit: LIMIT })],
  ] as const;
  warm.close();
  const problems = [
    await judge(instance, model, first),
    ...others.map(([name, other]) => (same(first, other) ? undefined : `highs ${name} says ${tell(other)}`)),
    await secondOpinion(model, first, false, tally),
    await secondOpinion(model, first, true, tally),
    ...(await alternatives(instance, model, first, usual, tally)),
  ];
  return problems.flatMap((each) => (each === undefined ? [] : [`highs says ${tell(first)}; ${each}`]));
}

/** Solves random instances in every way there is, and tells what is wrong with the answers. */
export async function soak({ instances, firstSeed, second, onReport }: Soaking): Promise<readonly string[]> {
  const tally = new Tally(second);
  const solvers: Solvers = {
    usual: await highsSolver(),
    direct: await seriesSolver(),
    wide: await highsSolver({ direct: 0, rest: 10, round: 20, part: 20 }),
  };
  for (let done = 0; done < instances; done += 1) {
    const instance = soakInstance(firstSeed + done);
    try {
      for (const problem of await problemsOf(instance, solvers, tally)) tally.fail(instance, problem);
    } catch (error) {
      tally.fail(instance, `crash: ${String(error)}`);
    }
    if ((done + 1) % 500 === 0) onReport?.(tally.report(done + 1));
  }
  onReport?.(tally.report(instances));
  return tally.failures;
}
