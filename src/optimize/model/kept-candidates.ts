import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';
import { candidateTypes, type CandidateTypes } from './candidate-types.ts';
import type { DecidedCase } from './decided-case.ts';
import { rowNumbers } from './equivalence-classes.ts';
import { decidedRows, type Difference, type ModelOptions, rowsOf } from './model-options.ts';
import type { RowFamily } from './row-family.ts';
import type { RuleRows } from './rule-rows.ts';
import { NumberTable } from './numbering.ts';

/** Rows of the table in the order of the columns: by type, in a type the better first. */
export interface KeptCandidates {
  readonly candidates: Uint32Array;
  /** Where the kept ones of each type begin; one more at the end. */
  readonly starts: Uint32Array;
  /** All who take part, in order of points on the first level; the first of each type are the kept ones. */
  readonly types: CandidateTypes;
}

/**
 * Picks who gets a column: of every type the best few, as many as can be on a slate (`candidate-types.ts`),
 * and the spare ones asked for.
 */
export async function keptCandidates(
  decided: DecidedCase,
  options: ModelOptions,
  seats: number,
  flexible: boolean,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<KeptCandidates> {
  const alone = new Set(decidedRows(options.decisions));
  const { size } = decided.facts;
  const families: RowFamily[] = [
    ...decided.rules,
    ...(options.structure ?? []),
    ...(options.differences ?? []).map((difference) => membership(difference, size)),
  ];
  const eligible = eligibleRows(decided, flexible ? [] : rowsOf(options.decisions.exclude), flexible);
  const links = decided.rules.flatMap((family) => family.links ?? []);
  const byPoints = rowsByPoints(eligible, decided.objective.levels[0]!.points);
  await checkpoint.yieldOrThrow();
  const types = await candidateTypes(byPoints, size, [...families, ...links], alone, checkpoint);
  await checkpoint.yieldOrThrow();
  const capOf = flexible ? () => seats : typeCaps(cappingFamilies(families, decided.rules), seats);
  return bestOfTypes(decided, types, (row) => capOf(row) + (options.spare ?? 0));
}

/** Being on an earlier slate or not, as a family: it tells candidates apart. */
export function membership({ members }: Difference, size: number): RowFamily {
  const classOf = new Uint32Array(size);
  for (const row of members) classOf[row] = 1;
  return { rows: [], classOf: rowNumbers(classOf), classes: [[], []] };
}

/** Who takes part: nobody set aside; unless eligibility stands as rows, nobody whom a hard `require` forbids. */
export function eligibleRows(
  decided: DecidedCase,
  excluded: readonly number[],
  flexible: boolean,
): Uint32Array {
  const { equivalence, facts, rules } = decided;
  const barred = new Uint8Array(equivalence.table.size);
  for (const { rule, classOf } of flexible ? [] : rules) {
    if (rule.kind !== 'require' || rule.strength === 'soft') continue;
    for (let each = 0; each < barred.length; each += 1) barred[each]! |= classOf.numbers[each]!;
  }
  const out = new Uint8Array(facts.size);
  for (const row of decided.setAside.keys()) out[row] = 1;
  for (const row of excluded) out[row] = 1;
  const rows = new Uint32Array(facts.size);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    rows[count] = row;
    count += 1 - (out[row]! | barred[equivalence.of[row]!]!);
  }
  return rows.slice(0, count);
}

/**
 * The families whose maxima cap each type: those of hard rules, and of structure, in which nobody
 * lowers a row.
 */
function cappingFamilies(families: readonly RowFamily[], rules: readonly RuleRows[]): readonly RowFamily[] {
  return families.filter(
    (family, index) =>
      rules[index]?.rule.strength !== 'soft' &&
      // What ties a rule to columns of its own moves its maxima.
      rules[index]?.links === undefined &&
      family.rows.some((row) => row.upper < Infinity) &&
      family.classes.every((entries) => entries.every((entry) => entry.coefficient > 0)),
  );
}

/** The most of a type that can be on a slate, by a row of it: the tightest maximum of the rows it counts in. */
function typeCaps(capping: readonly RowFamily[], seats: number): (row: number) => number {
  const capOfClass = capping.map(({ classes, rows }) =>
    Float64Array.from(classes, (entries) =>
      entries.reduce(
        (cap, { row, coefficient }) => Math.min(cap, Math.floor(rows[row]!.upper / coefficient)),
        seats,
      ),
    ),
  );
  return (row) => {
    let cap = seats;
    for (let index = 0; index < capping.length; index += 1) {
      const own = capOfClass[index]![capping[index]!.classOf.at(row)]!;
      if (own < cap) cap = own;
    }
    return Math.max(cap, 0);
  };
}

/**
 * The first of every type, as many as its cap: more points first, level after level; the smaller id first
 * where all are equal.
 *
 * @param types with their members in order of the points of the first level.
 */
function bestOfTypes(
  decided: DecidedCase,
  types: CandidateTypes,
  keptOf: (row: number) => number,
): KeptCandidates {
  const { representatives, members, starts: starting } = types;
  const { points } = decided.objective.levels[0]!;
  const candidates = new Uint32Array(members.length);
  const starts = new Uint32Array(representatives.length + 1);
  for (let type = 0; type < representatives.length; type += 1) {
    const from = starting[type]!;
    const to = starting[type + 1]!;
    const kept = Math.min(to - from, keptOf(representatives[type]!));
    for (let at = from; at < from + kept;) {
      let end = at + 1;
      while (end < to && points[members[end]!] === points[members[at]!]) end += 1;
      if (end - at > 1) orderTied(decided, members, at, end);
      at = end;
    }
    const first = starts[type]!;
    for (let index = 0; index < kept; index += 1) candidates[first + index] = members[from + index]!;
    starts[type + 1] = first + kept;
  }
  return { candidates: candidates.slice(0, starts.at(-1)), starts, types };
}

/** Orders a stretch of rows with equal points on the first level; mostly it is in order already. */
function orderTied(decided: DecidedCase, rows: Uint32Array, from: number, to: number): void {
  let at = from + 1;
  while (at < to && compare(decided, rows[at - 1]!, rows[at]!) < 0) at += 1;
  if (at === to) return;
  const tied = Array.from(rows.subarray(from, to)).sort((one, other) => compare(decided, one, other));
  rows.set(tied, from);
}

/** The order inside a type. */
function compare({ objective, facts }: DecidedCase, one: number, other: number): number {
  for (const { points } of objective.levels) {
    if (points[one] !== points[other]) return points[other]! - points[one]!;
  }
  return facts.ids[one]! < facts.ids[other]! ? -1 : 1;
}

/**
 * Rows in order of their points, the most first; rows of equal points stay in the order they are in. A
 * counting sort over the distinct points, of which there are few: it looks at every row three times.
 *
 * @param points whole numbers, by row of the table.
 */
function rowsByPoints(rows: Uint32Array, points: Float64Array): Uint32Array {
  let most = -Infinity;
  for (let index = 0; index < rows.length; index += 1) most = Math.max(most, points[rows[index]!]!);
  const distinct = new NumberTable();
  const numberOf = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    numberOf[index] = distinct.numberOf(most - points[rows[index]!]!);
  }
  const next = places(distinct, numberOf);
  const sorted = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const number = numberOf[index]!;
    sorted[next[number]!] = rows[index]!;
    next[number]! += 1;
  }
  return sorted;
}

/** Where the rows of each number begin when those of the least key come first. */
function places(distinct: NumberTable, numberOf: Uint32Array): Uint32Array {
  const counts = new Uint32Array(distinct.size);
  for (let index = 0; index < numberOf.length; index += 1) counts[numberOf[index]!]! += 1;
  const starts = new Uint32Array(distinct.size);
  let start = 0;
  for (const key of distinct.keys().sort()) {
    const number = distinct.numberOf(key);
    starts[number] = start;
    start += counts[number]!;
  }
  return starts;
}
