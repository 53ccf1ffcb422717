import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { rowsOf } from '../optimize/model/model-options.ts';
import type { Task } from '../slate/task.ts';
import type { Loss } from './answers.ts';
import { HardRows } from './hard-rows.ts';
import type { RowDecisions } from '../pool/decisions.ts';

/** Two drop out and one more goes; two come. */
const MOST_CHANGED = { leave: 3, come: 2 } as const;

/** Candidates of whom no demand can tell one from another, the better first. */
interface Kind {
  readonly rows: readonly number[];
}

/** What becomes of one slate when members drop out: every change that could mend it is looked at. */
export class LossSearch {
  readonly #decided: DecidedCase;
  readonly #demands: HardRows;
  readonly #sums: Float64Array;
  readonly #joining: readonly Kind[];
  /** The joining kinds by the rows that they touch. */
  readonly #joiningByRow = new Map<number, Kind[]>();
  readonly #leaving: readonly Kind[];
  /** The rows of each pin: a pinned candidate may go from one appointment to another, a pinned appointment nowhere. */
  readonly #pins: readonly ReadonlySet<number>[];
  readonly #slate: readonly number[];

  constructor(decided: DecidedCase, decisions: RowDecisions, slate: readonly number[]) {
    this.#decided = decided;
    this.#slate = slate;
    this.#demands = HardRows.of(decided, decisions, slate, MOST_CHANGED);
    this.#sums = this.#demands.sumsOf(slate);
    const [on, excluded, pinned] = [slate, rowsOf(decisions.exclude), rowsOf(decisions.pin)].map(
      (rows) => new Set(rows),
    );
    this.#pins = decisions.pin.map(({ rows }) => new Set(rows));
    const others = Array.from({ length: decided.facts.size }, (_, row) => row).filter(
      (row) => !on!.has(row) && !excluded!.has(row) && !decided.setAside.has(row),
    );
    this.#joining = this.#kindsOf(others);
    for (const kind of this.#joining) {
      for (const row of new Set(this.#demands.touchedBy(kind.rows[0]!))) {
        const known = this.#joiningByRow.get(row);
        if (known === undefined) this.#joiningByRow.set(row, [kind]);
        else known.push(kind);
      }
    }
    this.#leaving = this.#kindsOf(slate.filter((row) => !pinned!.has(row))).map(({ rows }) => ({
      rows: rows.toReversed(),
    }));
  }

  /** Whether the slate keeps everything while nobody drops out. */
  get compliant(): boolean {
    return this.#demands.broken(this.#sums).length === 0;
  }

  #kindsOf(rows: readonly number[]): readonly Kind[] {
    const kinds = Map.groupBy(rows, (row) => JSON.stringify(this.#demands.entriesOf(row)));
    return [...kinds.values()].map((mine) => ({
      rows: mine.toSorted((one, other) => this.#compare(one, other)),
    }));
  }

  /** By points, level after level, then by id. */
  #compare(one: number, other: number): number {
    for (const { points } of this.#decided.objective.levels) {
      if (points[one] !== points[other]) return points[other]! - points[one]!;
    }
    const { ids } = this.#decided.facts;
    return ids[one]! < ids[other]! ? -1 : 1;
  }

  /** What becomes of the slate without these members. */
  async losing(out: readonly number[], task: Task): Promise<Loss> {
    const { ids } = this.#decided.facts;
    const sums = this.#sums.slice();
    for (const row of out) this.#demands.add(sums, row, -1);
    const broken = this.#demands.broken(sums);
    const base = { out: out.map((row) => ids[row]!), breaks: this.#named(broken) };
    // Of two losses only those that are not compliant are listed, so nobody reads who could come after them.
    if (broken.length === 0 && out.length > 1) return { ...base, standing: 'compliant', replacements: 0 };
    const comers = this.#comersInto(sums, out);
    const replacements = comers.reduce((count, { rows }) => count + rows.length, 0);
    if (broken.length === 0) return { ...base, standing: 'compliant', replacements };
    const swap =
      comers.length > 0 ? { comes: this.#bestOf(comers), goes: undefined } : this.#bestSwap(sums, out);
    if (swap === undefined) {
      const isMendable = out.length > 1 && (await this.#isMendedByTwo(sums, out, task));
      return { ...base, standing: isMendable ? 'mendable' : 'broken', replacements };
    }
    const mend = {
      ...(swap.comes !== undefined && { comes: ids[swap.comes]! }),
      ...(swap.goes !== undefined && { goes: ids[swap.goes]! }),
    };
    return { ...base, standing: 'mendable', mend, replacements };
  }

  #named(broken: readonly number[]): string[] {
    return [...new Set(broken.map((row) => this.#demands.rows[row]!.id))];
  }

  /** The kinds of candidates of whom any one makes these sums keep everything; whoever dropped out does not come back. */
  #comersInto(sums: Float64Array, out: readonly number[]): readonly Kind[] {
    const broken = this.#demands.broken(sums);
    const lost = new Set(out.map((row) => this.#personOf(row)));
    return this.#touching(broken).filter(
      ({ rows }) => !lost.has(this.#personOf(rows[0]!)) && this.#demands.keptWith(sums, broken, rows[0]!),
    );
  }

  /** Whom a row is about. All rows of a kind are about one candidate, or each about another. */
  #personOf(row: number): string {
    const { ids, personOf } = this.#decided.facts;
    return personOf?.(row) ?? ids[row]!;
  }

  /** The kinds that can mend what is broken at all: they touch the broken row that the fewest touch. */
  #touching(broken: readonly number[]): readonly Kind[] {
    let fewest = this.#joining;
    for (const row of broken) {
      const mine = this.#joiningByRow.get(row) ?? [];
      if (mine.length < fewest.length) fewest = mine;
    }
    return fewest;
  }

  /** One more member goes, and somebody may come: the pair that costs the fewest points. */
  #bestSwap(
    sums: Float64Array,
    out: readonly number[],
  ): { readonly comes: number | undefined; readonly goes: number } | undefined {
    let best: { readonly comes: number | undefined; readonly goes: number } | undefined;
    for (const goes of this.#goers(out)) {
      const swap = this.#swapFor(goes, sums, out);
      if (swap !== undefined && (best === undefined || this.#isBetter(swap, best))) best = swap;
    }
    return best;
  }

  /** Who may go besides: one of each kind, and pinned candidates who may be appointed elsewhere. */
  #goers(out: readonly number[]): readonly number[] {
    const leaving = this.#leaving.flatMap(({ rows }) => rows.find((row) => !out.includes(row)) ?? []);
    return [...leaving, ...this.#moving(out)];
  }

  /** Appointments of pinned candidates who may be appointed elsewhere. */
  #moving(out: readonly number[]): readonly number[] {
    return this.#slate.filter((row) => !out.includes(row) && this.#pins.some((rows) => rows.has(row)));
  }

  /**
   * The best that can come for one more who goes, where that makes all kept; whoever is pinned comes back in
   * what the pin names.
   */
  #swapFor(
    goes: number,
    sums: Float64Array,
    out: readonly number[],
  ): { readonly comes: number | undefined; readonly goes: number } | undefined {
    const without = sums.slice();
    this.#demands.add(without, goes, -1);
    const pins = this.#pins.filter((rows) => rows.has(goes));
    const comers = this.#comersInto(without, out).filter(({ rows }) =>
      pins.every((pin) => pin.has(rows[0]!)),
    );
    if (comers.length > 0) return { comes: this.#bestOf(comers), goes };
    const alone = pins.length === 0 && this.#demands.broken(without).length === 0;
    return alone ? { comes: undefined, goes } : undefined;
  }

  /** Whether two who come mend it, while at most one further member goes; a pinned candidate comes back. */
  async #isMendedByTwo(sums: Float64Array, out: readonly number[], task: Task): Promise<boolean> {
    if (await this.#takesTwo(sums, out, [], task)) return true;
    for (const goes of this.#goers(out)) {
      const without = sums.slice();
      this.#demands.add(without, goes, -1);
      const pins = this.#pins.filter((rows) => rows.has(goes));
      if (await this.#takesTwo(without, out, pins, task)) return true;
    }
    return false;
  }

  /** Whether two candidates make these sums keep everything: one of them touches the row that the fewest touch. */
  async #takesTwo(
    sums: Float64Array,
    out: readonly number[],
    pins: readonly ReadonlySet<number>[],
    task: Task,
  ): Promise<boolean> {
    const lost = new Set(out.map((row) => this.#personOf(row)));
    const isLost = ({ rows }: Kind): boolean => lost.has(this.#personOf(rows[0]!));
    const isBack = (pin: ReadonlySet<number>, { rows }: Kind): boolean => rows.some((row) => pin.has(row));
    for (const first of this.#touching(this.#demands.broken(sums))) {
      await task.yieldOrThrow();
      if (isLost(first)) continue;
      const withFirst = sums.slice();
      this.#demands.add(withFirst, first.rows[0]!, 1);
      const broken = this.#demands.broken(withFirst);
      const isMended = this.#touching(broken).some(
        (second) =>
          !isLost(second) &&
          pins.every((pin) => isBack(pin, first) || isBack(pin, second)) &&
          this.#areTwo(first, second) &&
          this.#demands.keptWith(withFirst, broken, second.rows[0]!),
      );
      if (isMended) return true;
    }
    return false;
  }

  /** Whether two different persons can come, one of each kind. */
  #areTwo(first: Kind, second: Kind): boolean {
    const person = this.#personOf(first.rows[0]!);
    return [...first.rows, ...second.rows].some((row) => this.#personOf(row) !== person);
  }

  #bestOf(kinds: readonly Kind[]): number {
    return kinds.map(({ rows }) => rows[0]!).toSorted((one, other) => this.#compare(one, other))[0]!;
  }

  #isBetter(
    one: { readonly comes: number | undefined; readonly goes: number },
    other: { readonly comes: number | undefined; readonly goes: number },
  ): boolean {
    for (const { points } of this.#decided.objective.levels) {
      const gain = ({ comes, goes }: typeof one): number =>
        (comes === undefined ? 0 : points[comes]!) - points[goes]!;
      if (gain(one) !== gain(other)) return gain(one) > gain(other);
    }
    const { ids } = this.#decided.facts;
    return ids[one.goes]! < ids[other.goes]!;
  }
}
