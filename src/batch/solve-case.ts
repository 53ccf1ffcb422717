import { diagnose } from '../explain/diagnose.ts';
import { type OpenCase, openCaseOf } from '../opening/open-case.ts';
import { DirectReader } from '../opening/reader.ts';
import type { PoolSource, UnitsSource } from '../opening/sources.ts';
import { FamiliarSplits } from '../optimize/proving/familiar-splits.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { joined, type Scenario, underScenario } from '../scenarios/scenario.ts';
import { caseUnderBounds } from '../slate/case.ts';
import { propose } from '../slate/propose.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { TimeLimitError } from '../slate/task.ts';
import { inEachLanguage } from '../words/language.ts';
import { describeProblem, type Problem, type Reading } from '../words/problem.ts';
import type { BatchOutcome } from './answers.ts';

/** What is asked of one case: its tables, its rules, and what is laid over them, one after another. */
export interface CaseTask {
  readonly pool: PoolSource;
  readonly units?: UnitsSource;
  readonly ruleSet: RuleSet;
  readonly laid: readonly (Scenario | undefined)[];
  /** Milliseconds for each answer. */
  readonly timeLimitMs: number;
}

/** How many contradictions are told of a case without a slate. */
const CONFLICTS = 3;

/**
 * Answers cases, one after another. The tables of a case are read once for all that is laid over its rules,
 * and what differs in bounds alone is asked of the same decided case.
 */
export class CaseSolver {
  readonly #reader = new DirectReader();
  /** By hash: the same rules of another case are the same object, of which much is known already. */
  readonly #rules = new Map<string, RuleSet>();

  /** What came of each, in their order. */
  async solve(task: CaseTask): Promise<readonly BatchOutcome[]> {
    const ground = await this.#open(task);
    const outcomes: BatchOutcome[] = [];
    const familiar = new FamiliarSplits();
    for (const laid of task.laid) {
      const began = performance.now();
      const outcome = ground.ok
        ? await outcomeOf(await this.#under(ground.value, laid, task), {
            timeLimitMs: task.timeLimitMs,
            familiar,
          })
        : unreadable(ground.problems);
      outcomes.push({ ...outcome, milliseconds: Math.round(performance.now() - began) });
    }
    return outcomes;
  }

  /** The case as its rules stand. */
  async #open({ pool, units, ruleSet }: CaseTask): Promise<Reading<OpenCase>> {
    const rules = this.#rules.get(ruleSet.sha256) ?? ruleSet;
    this.#rules.set(ruleSet.sha256, rules);
    return openCaseOf({ pool, rules, ...(units !== undefined && { units }) }, { reader: this.#reader });
  }

  async #under(
    { asked, ground }: OpenCase,
    laid: Scenario | undefined,
    { timeLimitMs }: CaseTask,
  ): Promise<Reading<SlateCase>> {
    if (laid === undefined) return { ok: true, value: asked };
    const { ruleSet, decisions } = underScenario(asked.ruleSet, laid);
    if (movesBoundsAlone(asked, ruleSet, laid)) {
      return { ok: true, value: await caseUnderBounds(asked, ruleSet, timeLimitMs) };
    }
    return ground.open(ruleSet, joined(asked.decisions, decisions));
  }
}

/** Whether a scenario leaves everything as it was decided but bounds, strength and weights of rules. */
function movesBoundsAlone(
  { ruleSet: before, placement }: SlateCase,
  after: RuleSet,
  laid: Scenario,
): boolean {
  const decides = Object.values(laid.decisions).some((each) => each.length > 0);
  const sameRules =
    before.rules.length === after.rules.length &&
    before.rules.every(({ id }, index) => id === after.rules[index]!.id);
  return placement === undefined && !decides && sameRules && laid.objective.length === 0;
}

type Found = Omit<BatchOutcome, 'milliseconds'>;

/** How a case is answered under one scenario. */
interface Answering extends Pick<CaseTask, 'timeLimitMs'> {
  /** What the proofs under the scenarios before branched on. */
  readonly familiar: FamiliarSplits;
}

async function outcomeOf(opened: Reading<SlateCase>, answering: Answering): Promise<Found> {
  if (!opened.ok) return unreadable(opened.problems);
  try {
    return await answered(opened.value, answering);
  } catch (error) {
    if (error instanceof TimeLimitError) return { status: 'unknown' };
    throw error;
  }
}

async function answered(asked: SlateCase, { timeLimitMs, familiar }: Answering): Promise<Found> {
  const { status, assurance, slates } = await propose(asked, { timeLimitMs, familiar });
  const [best] = slates;
  const proven = { status, ...(assurance !== undefined && { assurance }) };
  if (status === 'infeasible') return { ...proven, ...(await whyNone(asked, timeLimitMs)) };
  if (best === undefined) return proven;
  const missed = best.soft.map(({ rule, cost }) => ({ rule, cost }));
  return {
    ...proven,
    objective: best.objective,
    price: missed.reduce((sum, { cost }) => sum + cost, 0),
    members: best.members,
    missed,
  };
}

async function whyNone(asked: SlateCase, timeLimitMs: number): Promise<Partial<Found>> {
  const { conflicts, relaxations } = await diagnose(asked, {
    timeLimitMs,
    conflicts: CONFLICTS,
    relaxations: 1,
  });
  const [cheapest] = relaxations;
  return {
    conflicts: conflicts.map(({ rules, message }) => ({ rules, message })),
    ...(cheapest !== undefined && {
      wayOut: {
        cost: cheapest.cost,
        rules: cheapest.changes.map(({ rule }) => rule),
        message: cheapest.message,
      },
    }),
  };
}

function unreadable(problems: readonly Problem[]): Found {
  return {
    status: 'unreadable',
    problems: problems.map((each) => inEachLanguage((language) => describeProblem(each, language))),
  };
}
