import { rowsOf } from '../optimize/model/model-options.ts';
import { capacitiesOf } from '../slate/capacity.ts';
import { decidedOf, rowDecisions } from '../slate/case.ts';
import { inputsOf } from '../slate/propose.ts';
import { setAsideOf } from '../slate/set-aside.ts';
import type { SlateCase, TaskControl } from '../slate/requests.ts';
import { Task, TIME_LIMIT, TimeIsUp } from '../slate/task.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import type { Conflict, Diagnosis, RelaxationAnswer } from './answers.ts';
import { solverNote } from '../slate/best-slate.ts';
import { tellConflict } from './conflict-reasons.ts';
import { type Conflicts, findConflicts } from './conflicts.ts';
import { MemberModel } from './member-model.ts';
import { isPlan } from './naming.ts';
import type { Question } from './question.ts';
import { tellRelaxation } from './relaxation-answers.ts';
import type { RelaxationShape } from './relaxation-model.ts';
import { findRelaxations } from './relaxations.ts';

/** Options of `diagnose`. */
export interface DiagnoseOptions extends TaskControl {
  /** How many conflicts are wanted at most; 20 if absent. */
  readonly conflicts?: number;
  /** How many relaxations are wanted at most; 5 if absent. */
  readonly relaxations?: number;
  /** Whether "exactly 11" may be relaxed to "10 to 11"; if not, it becomes "exactly 10". */
  readonly exactToRange?: boolean;
  /** What it costs to move the size by one seat; 1 if absent. */
  readonly sizeCost?: number | 'never';
  /** What it costs to drop one decision on persons; 1 if absent. */
  readonly decisionCost?: number | 'never';
}

/** The part of the time that conflicts may take, so that relaxations get theirs. */
const CONFLICTS_SHARE = 0.6;

/**
 * Why no slate exists, and what would make one possible: the irreducible conflicts among the hard rules,
 * the size and the decisions on persons, smallest first, and the cheapest relaxations that really
 * differ, each with the best slate that it allows. Where a slate exists, it says so.
 */
export async function diagnose(asked: SlateCase, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const task = new Task(options);
  const question: Question = { decided: await decidedOf(asked, task), decisions: rowDecisions(asked) };
  const found = await diagnoseQuestion(question, options, task);
  const { decided, decisions } = question;
  const capacity = found.status === 'infeasible' ? capacitiesOf(decided, rowsOf(decisions.exclude)) : [];
  return {
    ...found,
    capacity: capacity.filter(({ enough }) => !enough),
    setAside: setAsideOf(decided),
    solver: await solverNote(task),
    inputs: inputsOf(asked, options),
  };
}

/** What a diagnosis says of any question, of a slate or of a placement. */
export type Findings = Omit<Diagnosis, 'capacity' | 'setAside' | 'solver' | 'inputs'>;

/** Diagnoses a question; see {@link diagnose}. */
async function diagnoseQuestion(question: Question, options: DiagnoseOptions, task: Task): Promise<Findings> {
  const { onProgress: _, ...control } = options;
  const limit = { ...control, timeLimitMs: CONFLICTS_SHARE * (options.timeLimitMs ?? TIME_LIMIT) };
  const conflicts = await conflictsOf(question, options.conflicts ?? 20, new Task(limit), task);
  const plan = isPlan(question.decided);
  if (conflicts === 'feasible') return nothingWrong(plan);
  const relaxations = await relaxationsOf(question, options, task);
  const { told, complete, allUpTo } = conflicts;
  const known = conflicts.refuted || relaxations.told.some(({ cost }) => cost > 0);
  return {
    status: known ? 'infeasible' : 'unknown',
    conflicts: [...told],
    conflictsFound: { complete, allUpTo: Number.isFinite(allUpTo) ? allUpTo : null },
    relaxations: [...relaxations.told],
    relaxationsFound: { complete: relaxations.complete },
    message: inEachLanguage((language) =>
      known
        ? phrase(language, 'explain.diagnosis', { conflicts: told.length, complete, plan })
        : phrase(language, 'explain.diagnosis-unknown', { plan }),
    ),
  };
}

function nothingWrong(plan: boolean): Findings {
  return {
    status: 'feasible',
    conflicts: [],
    conflictsFound: { complete: true, allUpTo: null },
    relaxations: [],
    relaxationsFound: { complete: true },
    message: inEachLanguage((language): Text[typeof language] =>
      phrase(language, 'explain.diagnosis-feasible', { plan }),
    ),
  };
}

interface ToldConflicts extends Pick<Conflicts, 'complete' | 'allUpTo'> {
  readonly told: readonly Conflict[];
  /** Whether it is proven that no slate exists. */
  readonly refuted: boolean;
}

/** The conflicts, told; `feasible` where there are none. */
async function conflictsOf(
  question: Question,
  limit: number,
  searching: Task,
  task: Task,
): Promise<ToldConflicts | 'feasible'> {
  const model = await MemberModel.open(question, searching);
  const told: Conflict[] = [];
  let { complete, allUpTo, refuted }: ToldConflicts = { told, complete: false, allUpTo: 0, refuted: false };
  try {
    if ((await model.decide(model.members.keys())).satisfiable) return 'feasible';
    refuted = true;
    const conflicts = await findConflicts(model, limit, searching);
    ({ complete, allUpTo } = conflicts);
    for (const conflict of conflicts.found) {
      told.push(await tellConflict(question, model, conflict, searching));
      task.progress(told.length, conflicts.found.length);
    }
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
    complete = false;
  } finally {
    model.close();
  }
  return { told, complete, allUpTo, refuted };
}

async function relaxationsOf(
  question: Question,
  options: DiagnoseOptions,
  task: Task,
): Promise<{ readonly told: readonly RelaxationAnswer[]; readonly complete: boolean }> {
  const shape: RelaxationShape = {
    size: options.sizeCost ?? 1,
    decision: options.decisionCost ?? 1,
    exactToRange: options.exactToRange ?? false,
  };
  const told: RelaxationAnswer[] = [];
  try {
    const { found, complete } = await findRelaxations(question, shape, options.relaxations ?? 5, task);
    for (const relaxation of found) told.push(await tellRelaxation(question, relaxation, shape, task));
    return { told, complete };
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
    return { told, complete: false };
  }
}
