import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { type Difference, type RowDecisions, rowsOf } from '../optimize/model/model-options.ts';
import { type SolvedModel, solvedModel } from '../optimize/model/readable-model.ts';
import type { LinearProgram } from '../optimize/linear-program.ts';
import { type Solved, solveInThreads, type ThreadLimits } from '../optimize/threads/solver-threads.ts';
import { paced } from '../rules/breath.ts';
import { idOfRow } from '../rules/fact-table.ts';
import type { Text } from '../words/language.ts';
import { phraseInEach } from '../words/catalogue.ts';
import { SlateFault } from '../words/fault.ts';
import type { Proposal, Slate } from './propose-answer.ts';
import type { SolverNote } from './answer-parts.ts';
import { capacitiesOf } from './capacity.ts';
import { decidedOf, rowDecisions } from './case.ts';
import { type Assured, assure } from './assurance.ts';
import { type Checked, checkRows } from './check.ts';
import { GrowingProof, type WholeProof } from './growing-proof.ts';
import { impossiblePins } from './impossible-pins.ts';
import { differenceOf, inBestOrder, inOrderOfPlaces } from './list-order.ts';
import { nearBest } from './near-best.ts';
import { prepareProof } from './proving.ts';
import { pricesOf } from './prices.ts';
import { provenBound } from './proven-bound.ts';
import { setAsideOf } from './set-aside.ts';
import { Task, TIME_LIMIT, TimeLimitError } from './task.ts';
import type { ProposeOptions, SlateCase } from './requests.ts';
import { candidatesWithoutValue } from './without-value.ts';

/**
 * What javascript-lp-solver gets alone for an alternative, in milliseconds, as long as it is done by then.
 * Once it is not, HiGHS goes on alone: where many slates are as good it is the quicker, to the last.
 */
const HEAD_START = 100;

/** A slate that the optimiser called compliant breaks a rule in the check: a bug, never an answer. */
export class ReadingsDisagree extends SlateFault {
  constructor() {
    super('A proposed slate does not pass the check');
    this.name = 'ReadingsDisagree';
  }
}

/**
 * The best slate under the rules, and with `alternatives` further ones: each the best that differs from
 * every one before it in at least `differ` members. Every slate has passed the check.
 *
 * The status is that of the first slate; alternatives that no longer exist are simply not there.
 *
 * @throws TimeLimitError where the time does not even suffice to decide the rules.
 */
export async function propose(asked: SlateCase, options: ProposeOptions = {}): Promise<Proposal> {
  const began = performance.now();
  const end = (options.began ?? began) + (options.timeLimitMs ?? TIME_LIMIT);
  const task = new Task(options);
  const decided = await decidedOf(asked, task);
  const decisions = rowDecisions(asked);
  const wanted = options.alternatives ?? 1;
  const differences: Difference[] = [];
  const slates: Slate[] = [];
  let first: Solved | undefined;
  let last: SolvedModel<Solved> | undefined;
  const apart = new Set<number>();
  let assured: Assured = {};
  let growing = new GrowingProof(asked, options.differ ?? 1);
  // Who else came to it is told of the best slate alone.
  let quickest: Quickest = { confirmation: 0, headStart: HEAD_START };
  for (let index = 0; index < wanted; index += 1) {
    options.onProgress?.(index, wanted);
    let asking: LinearProgram | undefined;
    const solve = (program: LinearProgram): Promise<Solved> => {
      asking = program;
      return index > 0
        ? solveInThreads(program, limitsOf(options, end, quickest))
        : solveBest(asked, program, limitsOf(options, end, { solver: 'highs' }));
    };
    // No alternative is worth more than the one before.
    const asGood = last?.another?.(differences);
    last =
      last !== undefined && asGood !== undefined
        ? { ...last, rows: asGood }
        : await inTime(
            last,
            solvedModel(decided, { decisions, differences }, solve, { apart, breath: paced(task) }),
          );
    const { solved } = last;
    const program = asking;
    const rows = last.rows && (await inBestOrder(decided, last.rows, decisions, solve));
    if (index > 0 && solved.name === 'highs') quickest = { solver: 'highs' };
    const { outcome } = solved;
    const proven = outcome.status === 'optimal' || outcome.status === 'infeasible';
    // An alternative is the best of its kind, or none: what time left half done is not shown as one.
    if (index > 0 && !proven) first = withNote(first!, asked, { found: index, wanted });
    first ??= solved;
    const members = rows?.map((row) => idOfRow(decided.facts, row));
    if (index === 0 && proven) {
      assured = await assure({ asked, solved, members, program: program! }, limitsOf(options, end));
      growing = new GrowingProof(asked, options.differ ?? 1, assured.proof);
    }
    if (index > 0) {
      if (!proven) break;
      await growing.add(members, limitsOf(options, end), wanted - index);
    }
    if (rows === undefined) break;
    slates.push({ ...(await slateOf(asked, decided, rows)), ...growing.ofLast });
    differences.push(differenceOf(decided, rows, options.differ ?? 1));
  }
  options.onProgress?.(wanted, wanted);
  const solved = { ...first!, ...assured, ...growing.whole };
  const spent = performance.now() - began;
  const proposal = proposalOf(asked, decided, decisions, options, slates, solved, spent);
  if (slates.length === 0) return proposal;
  return withNearBest(await withPrices(proposal, asked, options, end), asked, options, end);
}

/** The best slate is proven whoever finds it, and HiGHS is the quicker at that; what is proven is prepared meanwhile. */
function solveBest(asked: SlateCase, program: LinearProgram, limits: ThreadLimits): Promise<Solved> {
  const solving = solveInThreads(program, limits);
  prepareProof(asked);
  return solving;
}

/** An alternative that no time is left to make the program of is one that was not found. */
async function inTime(
  before: SolvedModel<Solved> | undefined,
  solving: Promise<SolvedModel<Solved>>,
): Promise<SolvedModel<Solved>> {
  try {
    return await solving;
  } catch (error) {
    if (before === undefined || !(error instanceof TimeLimitError)) throw error;
    return { solved: { ...before.solved, outcome: { status: 'unknown' } } };
  }
}

/** Adds what no slate can exceed, where it was asked for and can be had. */
async function withPrices(
  proposal: Proposal,
  asked: SlateCase,
  options: ProposeOptions,
  end: number,
): Promise<Proposal> {
  if (options.prices !== true) return proposal;
  const prices = await pricesOf(asked, proposal.slates[0]!, limitsOf(options, end));
  return prices === undefined ? proposal : { ...proposal, prices };
}

/** With who is on the slates near the best, where that is asked. */
async function withNearBest(
  proposal: Proposal,
  asked: SlateCase,
  options: ProposeOptions,
  end: number,
): Promise<Proposal> {
  if (options.nearBest === undefined) return proposal;
  const near = await nearBest(asked, {
    within: options.nearBest,
    timeLimitMs: Math.max(1, end - performance.now()),
    ...(options.signal !== undefined && { signal: options.signal }),
    ...(options.onNearBest !== undefined && { onProgress: options.onNearBest }),
  });
  return near === undefined ? proposal : { ...proposal, nearBest: near };
}

/** What one step may take of the time, and which solver takes it: who is asked for, or else who is the quickest. */
function limitsOf(
  { solver, signal, confirmation }: ProposeOptions,
  end: number,
  quickest: Quickest = {},
): ThreadLimits {
  return {
    timeLimit: Math.max(1, end - performance.now()),
    ...(confirmation !== undefined && { confirmation }),
    ...quickest,
    ...(solver !== undefined && solver !== 'auto' && { solver }),
    ...(signal !== undefined && { signal }),
  };
}

/** How an alternative is solved. */
type Quickest = Pick<ThreadLimits, 'solver' | 'confirmation' | 'headStart'>;

/** Adds that time did not suffice for all that was wanted. */
function withNote(
  solved: Solved,
  { placement }: SlateCase,
  figures: { readonly found: number; readonly wanted: number },
): Solved {
  const said = { ...figures, plan: placement !== undefined };
  const note = phraseInEach('slate.alternatives-cut', said);
  return { ...solved, notes: [...solved.notes, note] };
}

/**
 * Builds the slate of the chosen rows and holds it against its rules.
 *
 * @param rows in ascending order of id.
 * @param excepted ids of the rules that the slate was allowed to break.
 * @throws ReadingsDisagree if it breaks any other hard rule, or a decision on persons.
 */
export async function slateOf(
  asked: Checked & Pick<SlateCase, 'placement'>,
  decided: DecidedCase,
  rows: readonly number[],
  excepted: ReadonlySet<string> = new Set(),
): Promise<Slate> {
  const inOrder = inOrderOfPlaces(asked.ruleSet, rows);
  const members = inOrder.map((row) => idOfRow(asked.facts, row));
  const report = await checkRows(asked, inOrder);
  const kept =
    report.rules.every(
      ({ id, strength, status }) => strength === 'soft' || status === 'kept' || excepted.has(id),
    ) && (report.decisions ?? []).every(({ status }) => status === 'kept');
  if (!kept) throw new ReadingsDisagree();
  const soft = report.rules
    .filter((rule) => rule.strength === 'soft' && rule.cost > 0)
    .map(({ id, deviation, cost }) => ({ rule: id, deviation, cost }));
  const price = soft.reduce((sum, each) => sum + each.cost, 0);
  const levels = decided.objective.levels.map(({ level, points, scale }) => ({
    title: level.title,
    value: rows.reduce((sum, row) => sum + points[row]!, 0) / scale - (level.softRules ? price : 0),
  }));
  const { placement } = asked;
  return {
    members,
    objective: levels[0]!.value,
    ...(levels.length > 1 && { levels }),
    soft,
    ...(placement && { appointments: inOrder.map(placement.appointmentOf) }),
    report,
  };
}

function proposalOf(
  asked: SlateCase,
  decided: DecidedCase,
  decisions: RowDecisions,
  options: ProposeOptions,
  slates: readonly Slate[],
  solved: Solved & Assured & WholeProof,
  milliseconds: number,
): Proposal {
  const { outcome, assurance, proof, noFurther } = solved;
  const bound = outcome.status === 'optimal' ? slates[0]?.objective : provenBound(outcome, decided);
  const infeasible = outcome.status === 'infeasible';
  const valueless = candidatesWithoutValue(decided);
  const pins = infeasible ? impossiblePins(decided, decisions) : [];
  return {
    status: outcome.status,
    ...(assurance !== undefined && { assurance }),
    slates: [...slates],
    ...(noFurther !== undefined && { noFurther }),
    ...(bound !== undefined && { bound }),
    ...(outcome.status === 'feasible' && bound !== undefined && { gap: gapOf(bound, slates[0]!.objective) }),
    capacity: infeasible
      ? capacitiesOf(decided, rowsOf(decisions.exclude)).filter((each) => !each.enough)
      : [],
    ...(pins.length > 0 && { impossiblePins: pins }),
    setAside: setAsideOf(decided),
    ...(valueless.length > 0 && { withoutValue: [...valueless] }),
    solver: solverNote(solved, asked.placement?.notices ?? [], milliseconds),
    inputs: inputsOf(asked, options),
    ...(options.proof === true && proof !== undefined && { proof }),
  };
}

function gapOf(bound: number, objective: number): number {
  return Math.max(0, bound - objective) / Math.max(Math.abs(objective), 1e-9);
}

function solverNote(solved: Solved, notices: readonly Text[], milliseconds: number): SolverNote {
  const notes = [...notices, ...solved.notes];
  return {
    name: solved.name,
    version: solved.version,
    milliseconds: Math.round(milliseconds * 10) / 10,
    ...(solved.confirmedBy !== undefined && { confirmedBy: solved.confirmedBy }),
    ...(notes.length > 0 && { notes }),
  };
}

/** What an answer was made from. */
export function inputsOf(asked: SlateCase, options: object): Proposal['inputs'] {
  const { decisions, placement, pool, ruleSet } = asked;
  const {
    signal: _signal,
    giveWay: _giveWay,
    began: _began,
    ...rest
  } = options as ProposeOptions & { giveWay?: boolean };
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value !== 'function'));
  return {
    pool: { sha256: pool.sha256, size: pool.size },
    ...(placement && { units: { sha256: placement.unitsSha256, size: placement.units.length } }),
    rules: { id: ruleSet.id, sha256: ruleSet.under?.rulesSha256 ?? ruleSet.sha256 },
    ...(ruleSet.under && { scenario: ruleSet.under.scenario }),
    options: { ...said, decisions },
  };
}
