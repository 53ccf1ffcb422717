import type { DecidedCase } from './decided-case.ts';
import type { LinearProgramBuilder } from './program-builder.ts';
import { type Difference, type ModelOptions, rowsOf, sizeOfDifference } from './model-options.ts';
import type { Size } from '../../rules/rule-set.ts';
import type { RowEntry } from './row-family.ts';
import type { AddRow, RowMeaning } from './row-meaning.ts';
import type { Named, RowDecisions } from '../../pool/decisions.ts';

/** Adds the rows of decisions and differences; returns what a candidate adds to them. */
export function addPersonRows(
  { ruleSet: { size } }: DecidedCase,
  { decisions, differences = [] }: ModelOptions,
  addRow: AddRow,
): (row: number) => readonly RowEntry[] {
  const named = new NamedEntries();
  addDecisionRows(decisions, addRow, named);
  const outside = addDifferenceRows(differences, size, addRow, named);
  if (named.size === 0 && outside.length === 0) return () => [];
  return (candidate) => [
    ...named.of(candidate),
    ...outside.flatMap(({ row, members }) => (members.has(candidate) ? [] : [{ row, coefficient: 1 }])),
  ];
}

/** What candidates who are named add to the rows that name them. */
class NamedEntries {
  readonly #entries = new Map<number, RowEntry[]>();

  /** How many candidates are named. */
  get size(): number {
    return this.#entries.size;
  }

  of(candidate: number): readonly RowEntry[] {
    return this.#entries.get(candidate) ?? [];
  }

  put(candidate: number, row: number, coefficient: number): void {
    const mine = this.#entries.get(candidate);
    if (mine === undefined) this.#entries.set(candidate, [{ row, coefficient }]);
    else mine.push({ row, coefficient });
  }

  /** Whoever is named in two ways, as a candidate and by an appointment, has both coefficients at once. */
  putAll(row: number, named: readonly (readonly [Named, number])[]): void {
    const sums = new Map<number, number>();
    for (const [{ rows }, coefficient] of named)
      for (const each of rows) sums.set(each, (sums.get(each) ?? 0) + coefficient);
    for (const [each, sum] of sums) if (sum !== 0) this.put(each, row, sum);
  }
}

function addDecisionRows(
  { pin, exclude, together, apart }: RowDecisions,
  addRow: AddRow,
  entries: NamedEntries,
): void {
  pin.forEach((named, index) => {
    entries.putAll(addRow({ kind: 'pin', index }, `pin ${named.id}`, 1, Infinity), [[named, 1]]);
  });
  exclude.forEach((named, index) => {
    entries.putAll(addRow({ kind: 'exclude', index }, `exclude ${named.id}`, -Infinity, 0), [[named, 1]]);
  });
  together.forEach(([first, ...others], index) => {
    for (const other of others) {
      const row = addRow({ kind: 'together', index }, `together ${index} ${other.id}`, 0, 0);
      entries.putAll(row, [
        [first!, 1],
        [other, -1],
      ]);
    }
  });
  apart.forEach((group, index) => {
    const row = addRow({ kind: 'apart', index }, `apart ${index}`, -Infinity, 1);
    for (const candidate of new Set(rowsOf(group))) entries.put(candidate, row, 1);
  });
}

/** The row of those who join: everybody but these members is in it. */
interface OutsideRow {
  readonly row: number;
  readonly members: ReadonlySet<number>;
}

function addDifferenceRows(
  differences: readonly Difference[],
  size: Size,
  addRow: AddRow,
  entries: NamedEntries,
): readonly OutsideRow[] {
  return differences.map((difference, index) => {
    const { members } = difference;
    const { most, fewest } = boundsOf(difference, size);
    const inside = addRow({ kind: 'differ', index }, `leave ${index}`, -Infinity, most);
    for (const candidate of members) entries.put(candidate, inside, 1);
    const row = addRow({ kind: 'differ', index }, `join ${index}`, fewest, Infinity);
    return { row, members: new Set(members) };
  });
}

/**
 * Which side of a difference is asked for. With n members instead of |S|, as many more join than leave as
 * n − |S|: where n ≤ |S| the leaving are the more, where n ≥ |S| the joining are.
 */
function sideOf(difference: Difference, size: Size): 'leave' | 'join' | 'both' | 'either' {
  const members = sizeOfDifference(difference);
  if (difference.by === 0 || (members === size.min && size.min === size.max)) return 'both';
  if (members >= size.max) return 'leave';
  return members <= size.min ? 'join' : 'either';
}

/** The most members of the slate that may stay, and the fewest others that must come. */
function boundsOf(difference: Difference, size: Size): { readonly most: number; readonly fewest: number } {
  const { by } = difference;
  const members = sizeOfDifference(difference);
  const side = sideOf(difference, size);
  return {
    most: side === 'leave' || side === 'both' ? members - by : members,
    fewest: side === 'leave' ? -Infinity : by,
  };
}

/**
 * Adds, for every difference that may be either, a column z ∈ {0, 1} that says which: at least D leave
 * where z = 1, at least D join where z = 0,
 *
 *     Σ_{i∈S} x_i + D z ≤ |S|,    Σ_{i∉S} x_i + D z ≥ D.
 *
 * It is worth nothing on any level.
 */
export function addDifferenceColumns(
  builder: LinearProgramBuilder,
  { ruleSet }: DecidedCase,
  { differences = [] }: Pick<ModelOptions, 'differences'>,
  rows: readonly RowMeaning[],
  levels: number,
): void {
  differences.forEach((difference, index) => {
    if (sideOf(difference, ruleSet.size) !== 'either') return;
    builder.addColumn(0, 1);
    for (let level = 0; level < levels; level += 1) builder.addValue(level, 0);
    rows.forEach((meaning, row) => {
      if (meaning.kind === 'differ' && meaning.index === index) builder.addEntry(row, difference.by);
    });
  });
}
