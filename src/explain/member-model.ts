import { withGrace } from '../rules/checkpoint.ts';
import { type Finding, RelaxedFirstSession } from '../optimize/highs/relaxed-first.ts';
import { type Bounds, copyBounds, rowActivities } from '../optimize/linear-program.ts';
import { openRow } from '../optimize/highs/model-series.ts';
import { assembleTypeModel, type TypeModel } from '../optimize/model/type-model.ts';
import { type Task, TimeLimitError } from '../slate/task.ts';
import { memberKey, type Member, membersOf, type CaseToExplain } from './case-to-explain.ts';

/** What a set of members came to: whom some slate satisfies, or who of them cannot be satisfied together. */
type Satisfiability =
  | {
      readonly satisfiable: true;
      /** Every member that the slate found satisfies, those asked for included. */
      readonly satisfied: ReadonlySet<number>;
    }
  | {
      readonly satisfiable: false;
      /** Members of the set that already contradict each other; not always irreducible. */
      readonly core: readonly number[];
    };

/** One side of one row of the program. */
export interface RowSide {
  readonly row: number;
  readonly side: 'min' | 'max';
}

/**
 * A question as a set of members that can be switched on and off, on one model kept open. Members are
 * numbered as in {@link membersOf}.
 */
export class MemberModel {
  readonly members: readonly Member[];
  readonly #question: CaseToExplain;
  #task: Task;
  readonly #rowsOf: readonly (readonly number[])[];
  /** The member of each row; −1 for rows that always hold. */
  readonly #memberOf: Int32Array;
  /** Appointments that stand for themselves, since they were once chosen and could not all be placed. */
  readonly #apart = new Set<number>();
  #opened: Opened;

  private constructor(question: CaseToExplain, members: readonly Member[], opened: Opened, task: Task) {
    this.#question = question;
    this.members = members;
    this.#opened = opened;
    this.#task = task;
    const { model } = opened;
    const indexOf = new Map(members.map((member, index) => [memberKey(member), index]));
    this.#memberOf = Int32Array.from(model.rows, (meaning) => indexOf.get(memberKey(meaning)) ?? -1);
    this.#rowsOf = members.map((_, member) =>
      model.rows.flatMap((_, row) => (this.#memberOf[row] === member ? [row] : [])),
    );
  }

  /**
   * @param always members that always hold, and so take no part themselves.
   * @param many from how many appointments on it is left open who goes where; for tests.
   */
  static async open(
    question: CaseToExplain,
    task: Task,
    always: readonly Member[] = [],
    many?: number,
  ): Promise<MemberModel> {
    const fixed = new Set(always.map(memberKey));
    const members = membersOf(question).filter((member) => !fixed.has(memberKey(member)));
    return new MemberModel(question, members, await opened(question, new Set(), task, many), task);
  }

  /** From now on solves take their time from this task. */
  giveTime(task: Task): void {
    this.#task = task;
  }

  /** The program; its first rows stay the same as long as the model is open. */
  get model(): TypeModel {
    return this.#opened.model;
  }

  /** The rows of a member. */
  rowsOf(member: number): readonly number[] {
    return this.#rowsOf[member]!;
  }

  /** Whether these members can be satisfied together. @throws TimeLimitError */
  async decide(set: Iterable<number>): Promise<Satisfiability> {
    const asked = new Set(set);
    const found = await this.#solve(() => {
      const bounds = copyBounds(this.model.program);
      this.#memberOf.forEach((member, row) => {
        if (member >= 0 && !asked.has(member)) openRow(bounds, row);
      });
      return bounds;
    });
    if (found.status === 'optimal') return { satisfiable: true, satisfied: this.#satisfiedBy(found.x) };
    const { certificate } = found;
    if (certificate === undefined) return { satisfiable: false, core: [...asked] };
    const used = new Set(this.#memberOf.filter((_, row) => (certificate[row] ?? 0) !== 0));
    return { satisfiable: false, core: [...asked].filter((member) => used.has(member)) };
  }

  /** Solves under bounds that are made anew where the program is. */
  async #solve(bounds: () => Bounds): Promise<Decisive> {
    for (;;) {
      const { model, session } = this.#opened;
      const found = session.solve(bounds(), this.#task.limits());
      if (found.status === 'unknown') throw new TimeLimitError();
      if (found.status === 'infeasible') return found;
      const chosen = model.chosen(found.x);
      if (chosen.ok) return found;
      for (const row of chosen.apart) this.#apart.add(row);
      session.close();
      this.#opened = await opened(this.#question, this.#apart, this.#task, this.#opened.many);
    }
  }

  #satisfiedBy(x: Float64Array): ReadonlySet<number> {
    const { program } = this.model;
    const activity = rowActivities(program, x);
    const broken = new Set<number>();
    activity.forEach((value, row) => {
      if (value < program.rowLower[row]! || value > program.rowUpper[row]!) broken.add(this.#memberOf[row]!);
    });
    return new Set(this.members.flatMap((_, member) => (broken.has(member) ? [] : [member])));
  }

  /** Whether these sides of rows, with the rows that always hold, can be met; if not, which of them refute it. */
  async decideSides(sides: readonly RowSide[]): Promise<readonly RowSide[] | 'met'> {
    const found = await this.#solve(() => this.boundsOfSides(sides));
    if (found.status === 'optimal') return 'met';
    const { certificate } = found;
    if (certificate === undefined) return sides;
    return sides.filter(({ row, side }) => (side === 'min' ? certificate[row]! > 0 : certificate[row]! < 0));
  }

  /** The program's bounds with all but these sides open. */
  boundsOfSides(sides: readonly RowSide[]): Bounds {
    const { program } = this.model;
    const bounds = copyBounds(program);
    this.#memberOf.forEach((member, row) => {
      if (member >= 0) openRow(bounds, row);
    });
    for (const { row, side } of sides) {
      if (side === 'min') bounds.rowLower[row] = program.rowLower[row]!;
      else bounds.rowUpper[row] = program.rowUpper[row]!;
    }
    return bounds;
  }

  /** All bounded sides of the rows of a member. */
  sidesOf(member: number): readonly RowSide[] {
    const { program } = this.model;
    return this.rowsOf(member).flatMap((row): RowSide[] => [
      ...(program.rowLower[row]! > -Infinity ? [{ row, side: 'min' } as const] : []),
      ...(program.rowUpper[row]! < Infinity ? [{ row, side: 'max' } as const] : []),
    ]);
  }

  /** Gives the solver's memory back. */
  close(): void {
    this.#opened.session.close();
  }
}

/** A finding that says something. */
type Decisive = Exclude<Finding, { status: 'unknown' }>;

/** The program of a question with its session. */
interface Opened {
  readonly model: TypeModel;
  readonly session: RelaxedFirstSession;
  readonly many: number | undefined;
}

async function opened(
  { decided, ...options }: CaseToExplain,
  apart: ReadonlySet<number>,
  task: Task,
  many: number | undefined,
): Promise<Opened> {
  const model = await assembleTypeModel(decided, { ...options, apart, many }, withGrace(task));
  return { model, session: await RelaxedFirstSession.open(model.program), many };
}
