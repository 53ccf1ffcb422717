import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { rowsOf } from '../optimize/model/model-options.ts';
import { RowReach } from './row-reach.ts';
import type { RowDecisions } from '../pool/decisions.ts';

/** A demand on a sum over the members: a hard rule, the size, or a decision on persons. */
interface HardRow {
  /** Id of the rule, `size`, or that of a decision in a report: `pin:ID`, `together:N`. */
  readonly id: string;
  readonly lower: number;
  readonly upper: number;
}

/** What somebody adds to one row. */
interface HardEntry {
  readonly row: number;
  readonly value: number;
}

/**
 * A row to which units, rules or sizes add besides members: `Σ coefficient` over those of which all sums are
 * within bounds.
 */
interface UnitRow {
  readonly row: number;
  /** The row with what members add to it themselves. */
  readonly own: number;
  readonly tallies: readonly {
    readonly where: readonly { readonly row: number; readonly lower: number; readonly upper: number }[];
    readonly coefficient: number;
  }[];
}

/** How far a slate may change: how many leave, and how many come, each another person. */
interface SlateChange {
  readonly leave: number;
  readonly come: number;
}

/**
 * All that binds a slate, as sums over its members in whole numbers, for asking what happens when
 * somebody leaves or joins. What no change of the size asked about can break is left out, so that candidates
 * who differ in nothing else are alike. Whoever is pinned and on the slate is no row: if they drop out they are gone, and
 * they may not be taken off instead of somebody else. Whoever is pinned and not on it is missing.
 *
 * Whoever lacks a fact that a hard rule needs breaks that rule here: unknown is not kept.
 */
export class HardRows {
  readonly rows: readonly HardRow[];
  readonly #entriesOf: readonly (readonly HardEntry[])[];
  readonly #unitRows: readonly UnitRow[];
  /** The unit rows that each tally belongs to. */
  readonly #unitRowsOf: ReadonlyMap<number, readonly UnitRow[]>;

  private constructor(
    rows: readonly HardRow[],
    entriesOf: readonly (readonly HardEntry[])[],
    unitRows: readonly UnitRow[],
  ) {
    this.rows = rows;
    this.#entriesOf = entriesOf;
    this.#unitRows = unitRows;
    const rowsOf = new Map<number, UnitRow[]>();
    for (const unitRow of unitRows) {
      const told = unitRow.tallies.flatMap(({ where }) => where.map(({ row }) => row));
      const rows = new Set([unitRow.own, ...told]);
      for (const row of rows) rowsOf.set(row, [...(rowsOf.get(row) ?? []), unitRow]);
    }
    this.#unitRowsOf = rowsOf;
  }

  static of(
    decided: DecidedCase,
    decisions: RowDecisions,
    slate: readonly number[],
    change: SlateChange,
  ): HardRows {
    const builder = new RowsBuilder(decided.facts.size);
    const { size } = decided.ruleSet;
    const seats = builder.row({ id: 'size', lower: size.min, upper: size.max });
    for (let each = 0; each < decided.facts.size; each += 1) builder.entry(each, seats, 1);
    for (const family of decided.rules) if (family.rule.strength === 'hard') builder.family(family);
    for (const { id, rows } of decisions.exclude) {
      const row = builder.row({ id: `exclude:${id}`, lower: -Infinity, upper: 0 });
      for (const each of rows) builder.entry(each, row, 1);
    }
    const on = new Set(slate);
    for (const { id, rows } of decisions.pin) {
      if (rows.some((each) => on.has(each))) continue;
      const row = builder.row({ id: `pin:${id}`, lower: 1, upper: Infinity });
      for (const each of rows) builder.entry(each, row, 1);
    }
    decisions.together.forEach(([first, ...others], index) => {
      for (const other of others) {
        const row = builder.row({ id: `together:${index + 1}`, lower: 0, upper: 0 });
        const [one, another] = [first!, other].map(({ rows }) => new Set(rows));
        for (const each of one!) if (!another!.has(each)) builder.entry(each, row, 1);
        for (const each of another!) if (!one!.has(each)) builder.entry(each, row, -1);
      }
    });
    decisions.apart.forEach((group, index) => {
      const row = builder.row({ id: `apart:${index + 1}`, lower: -Infinity, upper: 1 });
      for (const each of new Set(rowsOf(group))) builder.entry(each, row, 1);
    });
    const { ids, personOf = (each) => ids[each]! } = decided.facts;
    builder.freeUnbreakable(slate, change, personOf);
    return new HardRows(builder.rows, builder.entriesOf, builder.unitRows);
  }

  /** What a row of the table adds, each row of the demands once. */
  entriesOf(candidate: number): readonly HardEntry[] {
    return this.#entriesOf[candidate]!;
  }

  /** The sums over some members. */
  sumsOf(members: readonly number[]): Float64Array {
    const sums = new Float64Array(this.rows.length);
    for (const member of members) this.add(sums, member, 1);
    // A rule may be kept by there being nobody at all.
    for (const unitRow of this.#unitRows) countUnits(sums, unitRow);
    return sums;
  }

  /** Adds a candidate to the sums, or takes one off with `-1`. */
  add(sums: Float64Array, candidate: number, sign: 1 | -1): void {
    for (const { row, value } of this.#entriesOf[candidate]!) {
      sums[row]! += sign * value;
      for (const unitRow of this.#unitRowsOf.get(row) ?? []) countUnits(sums, unitRow);
    }
  }

  /** The rows that such sums break. */
  broken(sums: Float64Array): readonly number[] {
    const broken: number[] = [];
    for (let row = 0; row < sums.length; row += 1) if (this.breaks(row, sums[row]!)) broken.push(row);
    return broken;
  }

  /** Whether a row is broken by such a sum. */
  breaks(row: number, sum: number): boolean {
    const { lower, upper } = this.rows[row]!;
    return sum < lower || sum > upper;
  }

  /** The rows that somebody can change by joining or leaving, those that count units included. */
  touchedBy(candidate: number): readonly number[] {
    return this.#entriesOf[candidate]!.flatMap(({ row }) => [
      row,
      ...(this.#unitRowsOf.get(row) ?? []).map((unitRow) => unitRow.row),
    ]);
  }

  /**
   * Whether everything is kept once somebody joins. What they do not touch stays as it is.
   *
   * @param sums left as they were.
   * @param broken the rows that they break.
   */
  keptWith(sums: Float64Array, broken: readonly number[], candidate: number): boolean {
    this.add(sums, candidate, 1);
    const isKept = (row: number): boolean => !this.breaks(row, sums[row]!);
    const kept = broken.every(isKept) && this.#keepsTouched(sums, candidate);
    this.add(sums, candidate, -1);
    return kept;
  }

  #keepsTouched(sums: Float64Array, candidate: number): boolean {
    for (const { row } of this.#entriesOf[candidate]!) {
      if (this.breaks(row, sums[row]!)) return false;
      for (const unitRow of this.#unitRowsOf.get(row) ?? []) {
        if (this.breaks(unitRow.row, sums[unitRow.row]!)) return false;
      }
    }
    return true;
  }
}

function countUnits(sums: Float64Array, { row, own, tallies }: UnitRow): void {
  let count = sums[own]!;
  for (const { where, coefficient } of tallies) {
    if (where.every((each) => sums[each.row]! >= each.lower && sums[each.row]! <= each.upper))
      count += coefficient;
  }
  sums[row] = count;
}

class RowsBuilder {
  readonly rows: HardRow[] = [];
  readonly entriesOf: HardEntry[][];
  readonly unitRows: UnitRow[] = [];

  constructor(size: number) {
    this.entriesOf = Array.from({ length: size }, () => []);
  }

  row(row: HardRow): number {
    return this.rows.push(row) - 1;
  }

  entry(candidate: number, row: number, value: number): void {
    this.entriesOf[candidate]!.push({ row, value });
  }

  /**
   * Takes the bounds and the entries off rows that no such change can break. A sum s over the slate stays above
   * s − leave·a − come·b, where a is the most that a member adds and b the most that a comer takes away, and
   * below the like; where only one person can come into a row, it changes by that one.
   */
  freeUnbreakable(
    slate: readonly number[],
    { leave, come }: SlateChange,
    personOf: (row: number) => string,
  ): void {
    const on = new Set(slate);
    const reaches = this.rows.map(() => new RowReach());
    this.entriesOf.forEach((entries, candidate) => {
      for (const { row, value } of entries)
        reaches[row]!.take(value, on.has(candidate), () => personOf(candidate));
    });
    const counted = new Set(
      this.unitRows.flatMap(({ row, own, tallies }) => [
        row,
        own,
        ...tallies.flatMap(({ where }) => where.map((each) => each.row)),
      ]),
    );
    const isFree = this.rows.map(
      ({ lower, upper }, row) => !counted.has(row) && reaches[row]!.isWithin(lower, upper, leave, come),
    );
    this.rows.forEach(({ id }, row) => {
      if (isFree[row]) this.rows[row] = { id, lower: -Infinity, upper: Infinity };
    });
    this.entriesOf.forEach((entries, candidate) => {
      this.entriesOf[candidate] = entries.filter(({ row }) => !isFree[row]);
    });
  }

  /** The rows of one hard rule, and one for those whom it leaves open. */
  family(family: DecidedCase['rules'][number]): void {
    const { rule, rows, classOf, classes, links, open } = family;
    const bounded = rows.map(({ lower, upper }) => this.row({ id: rule.id, lower, upper }));
    // Where columns of the rule add to its rows, too, what members add is summed apart.
    const own =
      links === undefined
        ? bounded
        : rows.map(() => this.row({ id: rule.id, lower: -Infinity, upper: Infinity }));
    classOf.forEach((each, candidate) => {
      for (const { row, coefficient } of classes[each]!) this.entry(candidate, own[row]!, coefficient);
    });
    if (links !== undefined) this.#units(rule.id, bounded, own, links);
    const unknown = open.numbers.includes(1) ? this.row({ id: rule.id, lower: -Infinity, upper: 0 }) : -1;
    open.forEach((isOpen, candidate) => {
      if (isOpen === 1) this.entry(candidate, unknown, 1);
    });
  }

  #units(
    id: string,
    bounded: readonly number[],
    own: readonly number[],
    links: NonNullable<DecidedCase['rules'][number]['links']>,
  ): void {
    // Of the link rows those sum up who counts by which a column is told (`unit-rows.ts`, `part-rows.ts`).
    const told = links.columns.flatMap(({ where = [] }) => where.map(({ row }) => row));
    const tallyOf = new Map(
      told.map((row) => [row, this.row({ id, lower: -Infinity, upper: Infinity })] as const),
    );
    links.classOf.forEach((each, candidate) => {
      for (const { row, coefficient } of links.classes[each]!) {
        const tally = tallyOf.get(row);
        if (tally !== undefined) this.entry(candidate, tally, coefficient);
      }
    });
    bounded.forEach((row, index) => {
      const tallies = links.columns.flatMap(({ ofRule, where = [] }) =>
        ofRule
          .filter((entry) => entry.row === index)
          .map(({ coefficient }) => ({
            where: where.map((each) => ({ ...each, row: tallyOf.get(each.row)! })),
            coefficient,
          })),
      );
      this.unitRows.push({ row, own: own[index]!, tallies });
    });
  }
}
