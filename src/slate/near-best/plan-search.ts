import { columnBounds, ConditionalBounds } from '../../optimize/highs/column-bounds.ts';
import { RelaxedFirstSession } from '../../optimize/highs/relaxed-first.ts';
import { levelRow, withRows } from '../../optimize/extended-program.ts';
import { copyBounds, type LinearProgram, objectiveValue } from '../../optimize/linear-program.ts';
import type { ExchangeModel } from '../../optimize/model/exchange-model.ts';
import type { solvedModel } from '../../optimize/model/readable-model.ts';
import type { Asking, BestWith } from '../best-with.ts';
import { Neighbours } from './local-search.ts';
import type { Task } from '../task.ts';

/** How many appointments a plan must settle to be worth looking for another of its kind. */
const WORTHWHILE = 4;

/** What a search of plans is given. */
interface Searching {
  readonly task: Task;
  readonly threshold: number;
  /** Solves with a row that must be chosen, or must not. */
  readonly pinned: (asking: Asking) => ReturnType<typeof solvedModel>;
}

/** Settles one appointment after the other; the columns of {@link BestWith} are rows of the table here. */
export class PlanSearch {
  readonly #model: ExchangeModel;
  readonly #program: LinearProgram;
  readonly #best: BestWith;
  readonly #given: Searching;
  readonly #neighbours: Neighbours;
  readonly #columnsOfRow: ReadonlyMap<number, readonly number[]>;
  /** The appointments behind each column of persons. */
  readonly #rowsOf: ReadonlyMap<number, readonly number[]>;
  /** Columns of which it was asked what a solution with one of them is worth. */
  readonly #asked = new Set<number>();
  /** Appointments that every plan seen so far has. */
  #never: readonly number[];
  #relaxation: RelaxedFirstSession | undefined;

  constructor(model: ExchangeModel, program: LinearProgram, best: BestWith, given: Searching) {
    this.#model = model;
    this.#program = program;
    this.#best = best;
    this.#given = given;
    this.#never = Array.from({ length: best.columns }, (_, row) => row);
    this.#neighbours = new Neighbours(model.program, model.persons, given.threshold);
    this.#columnsOfRow = model.columnsOfRows();
    this.#rowsOf = new Map(
      Array.from(
        Map.groupBy(this.#columnsOfRow, ([, [person]]) => person!),
        ([column, rows]) => [column, rows.map(([row]) => row)],
      ),
    );
  }

  /** @param found a best solution. */
  async settle(found: Float64Array): Promise<void> {
    const { task } = this.#given;
    const total = 2 * this.#best.columns;
    await this.#bound();
    // A last row that only plans of a value keep; which one, its lower bound says.
    const valued = withRows(this.#program, [levelRow('value', this.#program.levels[0]!)]);
    this.#relaxation = await RelaxedFirstSession.open(valued);
    await this.#look(found);
    await this.#boundByRoom();
    await this.#wish(valued);
    for (;;) {
      const { settled, next } = this.#best.survey();
      task.progress(settled, total);
      await task.yieldOrThrow();
      if (next === undefined) return;
      await this.#answer(next, valued);
    }
  }

  /** What is known without any question: whom no plan can have, and what duals say of all others. */
  async #bound(): Promise<void> {
    const bounds = await columnBounds(this.#program, this.#given.task.limits());
    const atOne = new Float64Array(this.#best.columns).fill(-Infinity);
    const atZero = new Float64Array(this.#best.columns).fill(Infinity);
    for (const [row, columns] of this.#columnsOfRow) {
      atOne[row] = bounds.atOneTogether(columns);
      if (columns.length === 1) atZero[row] = bounds.atZero[columns[0]!]!;
    }
    this.#best.bound({ atZero, atOne });
  }

  /** What duals say of all appointments in a room, given that it is taken: sharper, at one relaxation a room. */
  async #boundByRoom(): Promise<void> {
    const { task } = this.#given;
    const rooms = Map.groupBy(this.#columnsOfRow, ([, [, room]]) => room);
    const bounds = await ConditionalBounds.open(this.#program);
    try {
      for (const [room, rows] of rooms) {
        const open = rows.filter(([row]) => this.#best.isOpen({ column: row, present: true }));
        if (room === undefined || open.length === 0) continue;
        const most = bounds.given(room, task.limits());
        for (const [row, [person]] of open) {
          if (most !== undefined) this.#best.exclude({ column: row, present: true }, most(person!) + 1);
        }
        await task.yieldOrThrow();
      }
    } finally {
      bounds.close();
    }
  }

  /** Looks for plans near the best with as much in them as possible that is still open, as long as that settles a lot. */
  async #wish(valued: LinearProgram): Promise<void> {
    const { task, threshold } = this.#given;
    const bounds = copyBounds(valued);
    bounds.rowLower[valued.rowCount - 1] = threshold;
    let before = this.#openPresent();
    for (;;) {
      const wish = new Float64Array(valued.columnCount);
      for (const row of before) {
        for (const column of this.#columnsOfRow.get(row)!) wish[column]! += 1;
      }
      const found = this.#relaxation!.wished(bounds, task.limits(), wish);
      if (found === undefined) return;
      await this.#look(found);
      const after = this.#openPresent();
      task.progress(2 * this.#best.columns - after.length, 2 * this.#best.columns);
      if (after.length > before.length - WORTHWHILE) return;
      before = after;
    }
  }

  /** The appointments of which it is not known yet whether a plan near the best has them. */
  #openPresent(): readonly number[] {
    return [...this.#columnsOfRow.keys()].filter((row) => this.#best.isOpen({ column: row, present: true }));
  }

  /** Takes over what a solution stands for, and looks around it for others. */
  async #look(x: Float64Array): Promise<void> {
    this.#saw(x, objectiveValue(this.#program.levels[0]!, x));
    const onlooker = {
      isOpen: ({ column, present }: { readonly column: number; readonly present: boolean }): boolean => {
        const rows = this.#rowsOf.get(column)!;
        if (!present) return rows.length === 1 && this.#best.isOpen({ column: rows[0]!, present });
        return rows.some((row) => this.#hasRoom(row, x) && this.#best.isOpen({ column: row, present }));
      },
      saw: (near: Float64Array, value: number): void => this.#saw(near, value),
    };
    for (const _ of this.#neighbours.around(x, onlooker)) await this.#given.task.yieldOrThrow();
  }

  /** Whether a solution has room for an appointment; exchanging persons does not change that. */
  #hasRoom(row: number, x: Float64Array): boolean {
    const [, room] = this.#columnsOfRow.get(row)!;
    return room === undefined || x[room]! > 0;
  }

  #saw(x: Float64Array, value: number): void {
    const leeway = this.#model.leeway(x);
    if (leeway === undefined) return;
    for (const row of leeway.some) this.#best.saw({ column: row, present: true }, value);
    const all = new Set(leeway.all);
    this.#never = this.#never.filter((row) => {
      if (!all.has(row)) this.#best.saw({ column: row, present: false }, value);
      return all.has(row);
    });
  }

  /** Answers a question: from the columns of the appointment, or else with it pinned. */
  async #answer(asking: Asking, valued: LinearProgram): Promise<void> {
    const { column: row, present } = asking;
    const columns = this.#columnsOfRow.get(row)!;
    if (present) await this.#askPresent(row, columns, valued);
    else await this.#askAbsent(row, columns, valued);
    if (this.#best.isOpen(asking)) await this.#pin(asking);
  }

  /** Asks for the class alone first: where no plan has one of it, all its appointments are settled. */
  async #askPresent(row: number, columns: readonly number[], valued: LinearProgram): Promise<void> {
    const [person] = columns;
    if (columns.length > 1 && !this.#asked.has(person!)) {
      this.#asked.add(person!);
      if (await this.#ask(valued, [person!], true)) return this.#exclude(this.#rowsOf.get(person!)!, true);
      if (!this.#best.isOpen({ column: row, present: true })) return;
    }
    if (await this.#ask(valued, columns, true)) this.#exclude([row], true);
  }

  /** Asks for a plan without the class or without the room; only of a row that stands for itself is "none" proof. */
  async #askAbsent(row: number, columns: readonly number[], valued: LinearProgram): Promise<void> {
    for (const column of columns) {
      const none = await this.#ask(valued, [column], false);
      if (none && columns.length === 1) this.#exclude([row], false);
      if (!this.#best.isOpen({ column: row, present: false })) return;
    }
  }

  #exclude(rows: readonly number[], present: boolean): void {
    for (const row of rows) this.#best.exclude({ column: row, present }, this.#given.threshold);
  }

  /**
   * Looks for a solution near the best with all of these columns, or without them, and around it; `true`
   * where the relaxation proves that there is none.
   */
  async #ask(valued: LinearProgram, columns: readonly number[], present: boolean): Promise<boolean> {
    const bounds = copyBounds(valued);
    for (const column of columns) {
      if (present) bounds.columnLower[column] = Math.max(1, bounds.columnLower[column]!);
      else bounds.columnUpper[column] = 0;
    }
    bounds.rowLower[valued.rowCount - 1] = this.#given.threshold;
    const found = this.#relaxation!.relaxed(bounds, this.#given.task.limits(), () => true);
    if (found?.status === 'optimal') await this.#look(found.x);
    return found?.status === 'infeasible';
  }

  /** The best plan with the appointment, or without it. */
  async #pin(asking: Asking): Promise<void> {
    const { solved: answer, rows = [] } = await this.#given.pinned(asking);
    const { outcome } = answer;
    const value = outcome.status === 'optimal' ? outcome.values[0]! : -Infinity;
    this.#best.prove(asking, value);
    const chosen = new Set(rows);
    if (rows.length === 0) return;
    for (let row = 0; row < this.#best.columns; row += 1) {
      this.#best.saw({ column: row, present: chosen.has(row) }, value);
    }
  }

  close(): void {
    this.#relaxation?.close();
  }
}
