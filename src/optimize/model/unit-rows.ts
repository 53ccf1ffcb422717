import { type Decided } from '../../rules/conditions/deciding.ts';
import type { FactTable } from '../../rules/facts/fact-table.ts';
import type { CountRule, ShareRule } from '../../rules/rule-set.ts';
import type { LinearProgramBuilder } from './program-builder.ts';
import {
  type Groups,
  groupsOf,
  NO_GROUP,
  type SeveralValues,
  valuesOfCells,
} from '../../rules/groups/groups.ts';
import type { RowEntry, RowFamily, RuleRow } from './row-family.ts';
import { countedGroups, mayBeInAny } from '../../rules/rule-conditions.ts';
import { VERDICT } from '../../rules/conditions/three-valued.ts';
import { boundsOfShare, COUNTS } from './share-rows.ts';

/**
 * Rules that count units (`per: unit`), or the groups of a fact that are represented. A unit counts if one of
 * its rows of the table is chosen that matches. Let X be the number of these; the unit gets a column u of its
 * own, tied to them by two rows:
 *
 *     X − u ≥ 0          no unit counts without a matching choice
 *     X − M u ≤ 0        none with one does not, where M is the number of matching rows
 *
 * For whole u in [0, 1] these say u = 1 exactly where X ≥ 1, whatever else the program holds, so the
 * rule is an ordinary row over the u. Both are kept always: bounds may be moved to the other side later.
 */
export interface UnitLinks extends RowFamily {
  readonly columns: readonly LinkColumn[];
}

/** A column that is 1 where a unit counts. */
export interface LinkColumn {
  /**
   * What a slate must be for it to be 1: sums of these rows, without their columns, within bounds. Absent: no
   * sign of a slate.
   */
  readonly where?: readonly { readonly row: number; readonly lower: number; readonly upper: number }[];
  /** What it adds to the rows of its rule. */
  readonly ofRule: readonly RowEntry[];
  /** What it adds to the rows that tie it. */
  readonly ofLinks: readonly RowEntry[];
}

/** The links of a rule, with a class for every equivalence class (`equivalence-classes.ts`). */
export type UnitLinksByClass = Omit<UnitLinks, 'classOf'> & { readonly classOf: Uint32Array };

/** The rows of a rule that counts units: its own, over the link columns, and those that tie these; per equivalence class. */
interface UnitRows extends Pick<RowFamily, 'rows' | 'classes'> {
  readonly classOf: Uint32Array;
  readonly open: Uint8Array;
  /** As of a rule with `forEach`, where it says what an empty cell means. */
  readonly ungrouped?: Uint8Array;
  readonly links: UnitLinksByClass;
}

/**
 * Rows of a count or share of units. `decided` are the rule's conditions, as for members.
 *
 * @param table the equivalence classes, of which each stands for so many candidates as `sizes` says.
 */
export function unitRows(
  rule: CountRule | ShareRule,
  table: FactTable,
  sizes: Uint32Array,
  decided: readonly Decided[],
): UnitRows {
  const units = groupsOf(table, countedGroups(rule)!);
  const { names, ofCell } = countedOf(rule, units);
  const ungrouped = new Uint8Array(table.size);
  const counts = new Uint8Array(table.size);
  const open = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const verdict = countsOf(rule, decided, row);
    if (verdict === COUNTS.not) continue;
    if (units.of[row] === NO_GROUP) ungrouped[row] = 1;
    if (units.of[row] === NO_GROUP && !mayBeInAny(rule)) continue;
    if (verdict === 'open' || units.of[row]! < 0) open[row] = 1;
    else counts[row] = verdict;
  }
  const hasBase = rule.kind === 'share' && rule.of !== undefined;
  const { rows, match, base } = rule.kind === 'count' ? countOfUnits(rule) : shareOfUnits(rule, names.length);
  const links = new LinkBuilder(names, ofCell, units.of, counts, sizes);
  names.forEach((_, unit) => {
    links.add(unit, COUNTS.match, match);
    if (hasBase) links.add(unit, COUNTS.base, base);
  });
  return {
    rows,
    classOf: new Uint32Array(table.size),
    classes: [[]],
    open,
    ...(rule.per === 'unit' ? {} : { ungrouped }),
    links: links.finish(),
  };
}

/** What a rule counts, and for each group of cells that are alike which of it these bring in. */
function countedOf(rule: CountRule | ShareRule, units: Groups): SeveralValues {
  return rule.kind === 'count' && rule.several !== undefined
    ? valuesOfCells(units)
    : { names: units.values, ofCell: units.values.map((_, unit) => [unit]) };
}

/** What a row of the table may count as; a match is always part of the base. */
function countsOf(
  rule: CountRule | ShareRule,
  [where, of]: readonly Decided[],
  row: number,
): 0 | 1 | 2 | 'open' {
  const base = of === undefined ? VERDICT.yes : of.verdicts[row]!;
  if (base === VERDICT.no) return COUNTS.not;
  const match = where === undefined ? VERDICT.yes : where.verdicts[row]!;
  if (base === VERDICT.open || match === VERDICT.open) return 'open';
  if (match === VERDICT.yes) return COUNTS.match;
  return rule.kind === 'share' && rule.of !== undefined ? COUNTS.base : COUNTS.not;
}

interface OverUnits {
  readonly rows: readonly RuleRow[];
  readonly match: readonly RowEntry[];
  readonly base: readonly RowEntry[];
}

function countOfUnits(rule: CountRule): OverUnits {
  return {
    rows: [{ lower: rule.min ?? -Infinity, upper: rule.max ?? Infinity, unit: 1 }],
    match: [{ row: 0, coefficient: 1 }],
    base: [],
  };
}

/**
 * `min ≤ matching / base ≤ max` over units, cleared of the fraction p/q: `q · matching − p · base`.
 * Without `of` the base is every unit of the table, a constant, and moves to the bound.
 */
function shareOfUnits(rule: ShareRule, units: number): OverUnits {
  const rows: RuleRow[] = [];
  const match: RowEntry[] = [];
  const base: RowEntry[] = [];
  for (const { bound, lower, upper } of boundsOfShare(rule)) {
    const { numerator, denominator } = bound;
    const shift = rule.of === undefined ? numerator * units : 0;
    const row = rows.push({ lower: lower + shift, upper: upper + shift, unit: denominator }) - 1;
    match.push({ row, coefficient: denominator });
    if (numerator !== 0) base.push({ row, coefficient: -numerator });
  }
  return { rows, match, base };
}

/** Makes the link rows of units, one after the other. */
class LinkBuilder {
  readonly #names: readonly string[];
  readonly #cellOf: Int32Array;
  readonly #counts: Uint8Array;
  readonly #sizes: readonly [base: Uint32Array, match: Uint32Array];
  readonly #rows: RuleRow[] = [];
  readonly #columns: LinkColumn[] = [];
  readonly #cellsOf: number[][];
  /** Entries by cell, for a row of the base alone and for a match. */
  readonly #entries: readonly [base: RowEntry[], match: RowEntry[]][];

  /**
   * @param ofCell which units a cell brings in.
   * @param cellOf the cell of each row of the table.
   */
  constructor(
    names: readonly string[],
    ofCell: SeveralValues['ofCell'],
    cellOf: Int32Array,
    counts: Uint8Array,
    sizes: Uint32Array,
  ) {
    this.#names = names;
    this.#cellOf = cellOf;
    this.#counts = counts;
    this.#sizes = [new Uint32Array(names.length), new Uint32Array(names.length)];
    this.#entries = ofCell.map(() => [[], []]);
    this.#cellsOf = names.map(() => []);
    ofCell.forEach((units, cell) => {
      for (const unit of units) this.#cellsOf[unit]!.push(cell);
    });
    counts.forEach((count, row) => {
      if (count === COUNTS.not) return;
      for (const unit of ofCell[cellOf[row]!]!) {
        this.#sizes[0][unit]! += sizes[row]!;
        if (count === COUNTS.match) this.#sizes[1][unit]! += sizes[row]!;
      }
    });
  }

  /** Adds the column of a unit that is 1 where one of its matches (or of its base) is chosen. */
  add(unit: number, counts: 1 | 2, ofRule: readonly RowEntry[]): void {
    const most = this.#sizes[counts - 1]![unit]!;
    const group = this.#names[unit]!;
    const needs = this.#rows.push({ group, lower: 0, upper: Infinity, unit: 1 }) - 1;
    const shows = this.#rows.push({ group, lower: -Infinity, upper: 0, unit: 1 }) - 1;
    for (const cell of this.#cellsOf[unit]!) {
      const [ofBase, ofMatch] = this.#entries[cell]!;
      for (const row of [needs, shows]) {
        ofMatch.push({ row, coefficient: 1 });
        if (counts === COUNTS.base) ofBase.push({ row, coefficient: 1 });
      }
    }
    const ofLinks = [
      { row: needs, coefficient: -1 },
      ...(most > 0 ? [{ row: shows, coefficient: -most }] : []),
    ];
    this.#columns.push({ ofRule, ofLinks, where: [{ row: needs, lower: 1, upper: Infinity }] });
  }

  finish(): UnitLinksByClass {
    const classOf = new Uint32Array(this.#counts.length);
    this.#counts.forEach((count, row) => {
      if (count !== COUNTS.not) classOf[row] = this.#cellOf[row]! * 2 + count;
    });
    return {
      rows: this.#rows,
      classOf,
      classes: [[], ...this.#entries.flat()],
      columns: this.#columns,
    };
  }
}

/** The first rows of a rule and of its links in a program. */
interface LinkedRows {
  readonly links: UnitLinks;
  /** Absent where the program leaves the rule out. */
  readonly rule: number | undefined;
  readonly linkRows: number;
}

/** Adds the link columns of a rule, which are worth nothing on any level. */
export function addLinkColumns(
  builder: LinearProgramBuilder,
  { links, rule, linkRows }: LinkedRows,
  levels: number,
): void {
  for (const { ofRule, ofLinks } of links.columns) {
    builder.addColumn(0, 1);
    for (let level = 0; level < levels; level += 1) builder.addValue(level, 0);
    if (rule !== undefined)
      for (const { row, coefficient } of ofRule) builder.addEntry(rule + row, coefficient);
    for (const { row, coefficient } of ofLinks) builder.addEntry(linkRows + row, coefficient);
  }
}

/** The most that the link columns can add to one row of their rule, in size. */
export function reachOfLinks(links: UnitLinks | undefined): number {
  const reach: number[] = [];
  for (const { ofRule } of links?.columns ?? []) {
    for (const { row, coefficient } of ofRule) reach[row] = (reach[row] ?? 0) + Math.abs(coefficient);
  }
  return Math.max(0, ...reach.filter((each) => each !== undefined));
}
