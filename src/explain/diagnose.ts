import { rowsOf } from '../optimize/model/model-options.ts';
import { capacitiesOf } from '../slate/capacity.ts';
import { decidedOf } from '../slate/case.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import { setAsideOf } from '../slate/set-aside.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { checkedProof } from '../slate/proofs/proving.ts';
import type { Proof } from '../proofs/proof.ts';
import { Task, TIME_LIMIT, TimeLimitError, type TaskControl } from '../slate/task.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import type { Conflict, Diagnosis, RelaxationAnswer } from './answers.ts';
import { solverNote } from '../slate/best-slate.ts';
import { tellConflict } from './conflicts/conflict-reasons.ts';
import { ConflictHunt, type ConflictsFound } from './conflicts/conflicts.ts';
import { MemberModel } from './member-model.ts';
import { isPlan } from './member-words.ts';
import type { CaseToExplain } from './case-to-explain.ts';
import { tellRelaxation } from './ways-out/relaxation-answers.ts';
import type { RelaxationShape } from './ways-out/relaxation-model.ts';
import { findRelaxations, type Relaxations } from './ways-out/relaxations.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** Options of `diagnose`. */
interface DiagnoseOptions extends TaskControl {
  /** Whether the answer carries the proof that no slate exists. It is checked either way. */
  readonly proof?: boolean;
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
/** The part of the time that the proof may take, before any conflict is looked for. */
const PROOF_SHARE = 0.3;
/** When the conflicts that are known by then have been told, so that ways out cannot take the words away. */
const TELLING_SHARE = 0.7;
/** When the search for ways out, and then for further conflicts, ends, so that there is time to tell them. */
const LAST_SHARE = 0.9;

/**
 * Why no slate exists, and what would make one possible: the irreducible conflicts among the hard rules,
 * the size and the decisions on persons, smallest first, and the cheapest relaxations that really
 * differ, each with the best slate that it allows. Where a slate exists, it says so.
 */
export async function diagnose(asked: SlateCase, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const task = new Task(options);
  const question: CaseToExplain = { decided: await decidedOf(asked, task), decisions: rowDecisions(asked) };
  const { proof, ...found } = await diagnoseQuestion(question, options, task, () =>
    refutation(asked, options, task),
  );
  const { decided, decisions } = question;
  const capacity = found.status === 'infeasible' ? capacitiesOf(decided, rowsOf(decisions.exclude)) : [];
  return {
    ...found,
    ...(found.status === 'infeasible' && { assurance: proof === undefined ? 'one-solver' : 'proven' }),
    capacity: capacity.filter(({ enough }) => !enough),
    setAside: setAsideOf(decided),
    solver: await solverNote(task),
    inputs: answerInputs(asked, options),
    ...(options.proof === true && proof !== undefined && { proof }),
  };
}

/** A checked proof that no slate exists, in the part of the time that it may take. */
async function refutation(
  asked: SlateCase,
  { signal, timeLimitMs = TIME_LIMIT }: DiagnoseOptions,
  task: Task,
): Promise<Proof | undefined> {
  const timeLimit = Math.max(1, PROOF_SHARE * (timeLimitMs - task.milliseconds));
  return checkedProof(asked, undefined, { timeLimit, ...(signal !== undefined && { signal }) });
}

/** What a diagnosis says of any question, of a slate or of a placement. */
type Findings = Omit<Diagnosis, 'assurance' | 'proof' | 'capacity' | 'setAside' | 'solver' | 'inputs'>;

/** Diagnoses a question; see {@link diagnose}. */
async function diagnoseQuestion(
  question: CaseToExplain,
  options: DiagnoseOptions,
  task: Task,
  prove: () => Promise<Proof | undefined>,
): Promise<Findings & { readonly proof?: Proof | undefined }> {
  const plan = isPlan(question.decided);
  const conflicts = await Contradictions.open(question, options.conflicts ?? 20, task);
  try {
    if ((await conflicts.decide(task.until(CONFLICTS_SHARE))) === 'slate') return nothingWrong(plan);
    const proof = conflicts.refuted ? await prove() : undefined;
    await conflicts.search(task.until(CONFLICTS_SHARE));
    await conflicts.tell(task.until(TELLING_SHARE));
    const searching = task.until(conflicts.stopped ? LAST_SHARE : 1);
    const relaxations = await relaxationsOf(question, options, searching);
    // Ways out are mostly found soon; what they leave of the time is for further conflicts.
    if (conflicts.stopped) await conflicts.search(task.until(LAST_SHARE));
    const told = await conflicts.tell(task.until(1));
    const { complete, allUpTo, stopped } = conflicts;
    const known = conflicts.refuted || relaxations.told.some(({ cost }) => cost > 0);
    return {
      proof,
      status: known ? 'infeasible' : 'unknown',
      conflicts: [...told],
      conflictsFound: { complete, allUpTo: Number.isFinite(allUpTo) ? allUpTo : null, stopped },
      relaxations: [...relaxations.told],
      relaxationsFound: {
        complete: relaxations.complete,
        more: relaxations.more,
        stopped: relaxations.stopped,
        ...(relaxations.told.length > 0 && { assurance: 'one-solver' }),
      },
      message: inEachLanguage((language) =>
        known
          ? phrase(language, 'explain.diagnosis', { conflicts: told.length, complete, stopped, plan })
          : phrase(language, 'explain.diagnosis-unknown', { plan }),
      ),
    };
  } finally {
    conflicts.close();
  }
}

function nothingWrong(plan: boolean): Findings {
  return {
    status: 'feasible',
    conflicts: [],
    conflictsFound: { complete: true, allUpTo: null, stopped: false },
    relaxations: [],
    relaxationsFound: { complete: true, more: false, stopped: false },
    message: inEachLanguage((language): Text[typeof language] =>
      phrase(language, 'explain.diagnosis-feasible', { plan }),
    ),
  };
}

/** The conflicts of a question: searched for in as many turns as there is time for, then told. */
class Contradictions {
  /** Whether it is proven that no slate exists. */
  refuted = false;
  readonly #question: CaseToExplain;
  readonly #model: MemberModel;
  readonly #hunt: ConflictHunt;
  readonly #task: Task;
  /** Those told, by their members. */
  readonly #told = new Map<string, Conflict>();
  #core: readonly number[] | undefined;
  #known: ConflictsFound = { found: [], complete: false, allUpTo: 0, stopped: true };

  private constructor(question: CaseToExplain, model: MemberModel, limit: number, task: Task) {
    this.#question = question;
    this.#model = model;
    this.#hunt = new ConflictHunt(model, limit);
    this.#task = task;
  }

  static async open(question: CaseToExplain, limit: number, task: Task): Promise<Contradictions> {
    return new Contradictions(question, await MemberModel.open(question, task), limit, task);
  }

  get complete(): boolean {
    return this.#known.complete;
  }

  get allUpTo(): number {
    return this.#known.allUpTo;
  }

  /** Whether time ran out before all that was wanted was found. */
  get stopped(): boolean {
    return this.#known.stopped;
  }

  /** Whether a slate exists, or a contradiction; `unknown` where time runs out. */
  async decide(deciding: Task): Promise<'slate' | 'contradiction' | 'unknown'> {
    this.#model.giveTime(deciding);
    try {
      const verdict = await this.#model.decide(this.#model.members.keys());
      if (verdict.satisfiable) return 'slate';
      this.refuted = true;
      this.#core = verdict.core;
      return 'contradiction';
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
      return 'unknown';
    }
  }

  /** Searches for as long as there is time; the contradiction that is known holds the first conflict. */
  async search(searching: Task): Promise<void> {
    if (this.refuted) this.#known = await this.#hunt.run(searching, this.#core);
    this.#core = undefined;
  }

  /** What was found, in words; each is told once, and its details may take an equal part of the time. */
  async tell(telling: Task): Promise<readonly Conflict[]> {
    const { found } = this.#known;
    const untold = found.filter((conflict) => !this.#told.has(conflict.join()));
    for (const [at, conflict] of untold.entries()) {
      const part = telling.part(1 / (untold.length - at));
      this.#told.set(conflict.join(), await tellConflict(this.#question, this.#model, conflict, part));
      this.#task.progress(this.#told.size, found.length);
    }
    return found.map((conflict) => this.#told.get(conflict.join())!);
  }

  close(): void {
    this.#model.close();
  }
}

interface ToldRelaxations extends Omit<Relaxations, 'found'> {
  readonly told: readonly RelaxationAnswer[];
}

async function relaxationsOf(
  question: CaseToExplain,
  options: DiagnoseOptions,
  task: Task,
): Promise<ToldRelaxations> {
  const shape: RelaxationShape = {
    size: options.sizeCost ?? 1,
    decision: options.decisionCost ?? 1,
    exactToRange: options.exactToRange ?? false,
  };
  const told: RelaxationAnswer[] = [];
  try {
    const { found, ...known } = await findRelaxations(question, shape, options.relaxations ?? 5, task);
    for (const relaxation of found) told.push(await tellRelaxation(question, relaxation, shape, task));
    return { told, ...known };
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    return { told, complete: false, more: false, stopped: true };
  }
}
