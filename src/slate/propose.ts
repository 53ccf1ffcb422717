import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { rowsOf } from '../optimize/model/model-options.ts';
import type { Solved, ThreadLimits, SolverChoice } from '../optimize/threads/solver-threads.ts';
import type { FamiliarSplits } from '../optimize/proving/familiar-splits.ts';
import type { Proof } from '../proofs/proof.ts';
import type { Text } from '../words/language.ts';
import { answerInputs } from './answer-inputs.ts';
import type { SolverNote } from '../check/answer-parts.ts';
import { capacitiesOf } from './capacity.ts';
import { decidedOf } from './case.ts';
import { impossiblePins } from './impossible-pins.ts';
import { nearBest } from './near-best/near-best.ts';
import { pricesOf } from './proofs/prices.ts';
import type { Proposal } from './propose-answer.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { setAsideOf } from './set-aside.ts';
import { SlatesInTurn } from './near-best/slates-in-turn.ts';
import { Task, TIME_LIMIT, type TaskControl } from './task.ts';
import { candidatesWithoutValue } from './candidates-without-value.ts';
import { rowDecisions } from '../check/row-decisions.ts';
import type { Outcome } from '../optimize/solver.ts';

/** Options of `propose`. */
export interface ProposeOptions extends TaskControl {
  readonly solver?: SolverChoice;
  /** Whether the answer carries its proof. It is checked either way. */
  readonly proof?: boolean;
  /** Whether the answer says by prices of its rules what no slate can exceed. */
  readonly prices?: boolean;
  /** How long an answer without a proof waits to be confirmed by the second solver, in milliseconds; absent: briefly. */
  readonly confirmation?: number;
  /** A proof that was kept from before; where it holds for the best slate, or there being none, none is looked for. */
  readonly kept?: Proof;
  /**
   * What proofs of other cases about the same candidates branched on: of a series of cases each is proven sooner
   * so, by a proof that is another one than it would be by itself.
   */
  readonly familiar?: FamiliarSplits;
  /** How many slates in all, the best included; 1 if absent. */
  readonly alternatives?: number;
  /** In how many members any two slates differ at least, that leave or that enter, whichever is more; 1 if absent. */
  readonly differ?: number;
  /** Also say who is on every slate within this share of the best objective, on some, on none: 0.02 is 2 %. */
  readonly nearBest?: number;
  /** Called while `nearBest` is looked for, as `onProgress` is while slates are. */
  readonly onNearBest?: (done: number, total: number) => void;
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
  const wanted = options.alternatives ?? 1;
  const limits = (quickest = {}): ThreadLimits => limitsOf(options, end, quickest);
  const { differ = 1, kept, familiar } = options;
  const known = { ...(kept && { kept }), ...(familiar && { familiar }) };
  const series = new SlatesInTurn({ asked, decided, task, wanted, differ, limits, ...known });
  for (let found = 0; found < wanted; found += 1) {
    options.onProgress?.(found, wanted);
    if (!(await series.next())) break;
  }
  options.onProgress?.(wanted, wanted);
  const proposal = proposalOf(asked, decided, options, series, performance.now() - began);
  if (proposal.slates.length === 0) return proposal;
  return withNearBest(await withPrices(proposal, asked, options, end), asked, options, end);
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
  quickest: Partial<ThreadLimits> = {},
): ThreadLimits {
  return {
    timeLimit: Math.max(1, end - performance.now()),
    ...(confirmation !== undefined && { confirmation }),
    ...quickest,
    ...(solver !== undefined && solver !== 'auto' && { solver }),
    ...(signal !== undefined && { signal }),
  };
}

function proposalOf(
  asked: SlateCase,
  decided: DecidedCase,
  options: ProposeOptions,
  { slates, solved }: SlatesInTurn,
  milliseconds: number,
): Proposal {
  const decisions = rowDecisions(asked);
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
    ...(outcome.status === 'feasible' && bound !== undefined && gapOf(bound, slates[0]!.objective)),
    capacity: infeasible
      ? capacitiesOf(decided, rowsOf(decisions.exclude)).filter((each) => !each.enough)
      : [],
    ...(pins.length > 0 && { impossiblePins: pins }),
    setAside: setAsideOf(decided),
    ...(valueless.length > 0 && { withoutValue: [...valueless] }),
    solver: solverNote(solved, asked.placement?.notices ?? [], milliseconds),
    inputs: answerInputs(asked, options),
    ...(options.proof === true && proof !== undefined && { proof }),
  };
}

/** Nothing where the objective is 0, of which no more is a share. */
function gapOf(bound: number, objective: number): Pick<Proposal, 'gap'> {
  const more = Math.max(0, bound - objective);
  if (more === 0) return { gap: 0 };
  return Math.abs(objective) < 1e-9 ? {} : { gap: more / Math.abs(objective) };
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

/**
 * What no slate's objective exceeds where a solve was cut short: what the solver proved or, where it proved
 * nothing, what the best people there are would be worth without any rule. Nothing where there is no slate
 * to hold it against.
 */
export function provenBound(outcome: Outcome, decided: DecidedCase): number | undefined {
  const { scale } = decided.objective.levels[0]!;
  if ('bound' in outcome && outcome.bound !== undefined && Number.isFinite(outcome.bound)) {
    return outcome.bound / scale;
  }
  return outcome.status === 'feasible' ? withoutRules(decided) : undefined;
}

/** The worth of the best people, of as many as a slate may hold: rules only forbid, and goals only cost. */
function withoutRules({ objective, ruleSet, setAside }: DecidedCase): number {
  const { points, scale } = objective.levels[0]!;
  const ascending = points.filter((_, row) => !setAside.has(row)).sort();
  let [most, sum] = [-Infinity, 0];
  for (let members = 1; members <= Math.min(ruleSet.size.max, ascending.length); members += 1) {
    sum += ascending.at(-members)!;
    if (members >= ruleSet.size.min) most = Math.max(most, sum);
  }
  return most / scale;
}
