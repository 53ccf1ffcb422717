import { candidateTypes, type CandidateTypes } from './candidate-types.ts';
import type { DecidedCase } from './decided-case.ts';
import { rowNumbers } from './lots.ts';
import type { Difference, ModelOptions } from './model-options.ts';
import type { RowFamily } from './row-family.ts';
import type { RuleRows } from './rule-rows.ts';

/** Rows of the table in the order of the columns: by type, in a type the better first. */
export interface KeptCandidates {
  readonly candidates: Uint32Array;
  /** Where the kept ones of each type begin; one more at the end. */
  readonly starts: Uint32Array;
}

/**
 * Picks who gets a column: of every type the best few, as many as can be on a slate (`candidate-types.ts`).
 */
export function keptCandidates(
  decided: DecidedCase,
  options: ModelOptions,
  seats: number,
  flexible: boolean,
): KeptCandidates {
  const alone = new Set([
    ...options.decisions.pin,
    ...options.decisions.exclude,
    ...options.decisions.together.flat(),
    ...options.decisions.apart.flat(),
  ]);
  const { size } = decided.facts;
  const families: RowFamily[] = [
    ...decided.rules,
    ...(options.structure ?? []),
    ...(options.differences ?? []).map((difference) => membership(difference, size)),
  ];
  const eligible = eligibleRows(decided, flexible ? [] : options.decisions.exclude, flexible);
  const links = decided.rules.flatMap((family) => family.links ?? []);
  const types = candidateTypes(eligible, size, [...families, ...links], alone);
  const capOf = options.everybody === true ? () => Infinity : flexible ? () => seats : undefined;
  return bestOfTypes(decided, types, capOf ?? typeCaps(cappingFamilies(families, decided.rules), seats));
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
  const { lots, facts, rules } = decided;
  const barred = new Uint8Array(lots.table.size);
  for (const { rule, classOf } of flexible ? [] : rules) {
    if (rule.kind !== 'require' || rule.strength === 'soft') continue;
    for (let lot = 0; lot < barred.length; lot += 1) barred[lot]! |= classOf.numbers[lot]!;
  }
  const out = new Uint8Array(facts.size);
  for (const row of decided.setAside.keys()) out[row] = 1;
  for (const row of excluded) out[row] = 1;
  const rows = new Uint32Array(facts.size);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    rows[count] = row;
    count += 1 - (out[row]! | barred[lots.of[row]!]!);
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

/** The first of every type, by objective level after level, then by id; as many as its cap. */
function bestOfTypes(
  decided: DecidedCase,
  types: CandidateTypes,
  capOf: (row: number) => number,
): KeptCandidates {
  const order = new FirstLevelOrder(decided.objective.levels[0]!.points, types.members);
  const candidates = new Uint32Array(types.members.length);
  const starts = new Uint32Array(types.representatives.length + 1);
  for (let type = 0; type < types.representatives.length; type += 1) {
    const [from, to] = [types.starts[type]!, types.starts[type + 1]!];
    const kept = Math.min(to - from, capOf(types.representatives[type]!));
    if (to - from > 1 && kept > 0) order.sort(from, to, kept, (one, other) => compare(decided, one, other));
    candidates.set(types.members.subarray(from, from + kept), starts[type]);
    starts[type + 1] = starts[type]! + kept;
  }
  return { candidates: candidates.slice(0, starts.at(-1)), starts };
}

/** The order inside a type. */
function compare({ objective, facts }: DecidedCase, one: number, other: number): number {
  for (const { points } of objective.levels) {
    if (points[one] !== points[other]) return points[other]! - points[one]!;
  }
  return facts.ids[one]! < facts.ids[other]! ? -1 : 1;
}

/** Longer stretches are sorted by comparison. */
const WIDEST = 2 ** 22;

/**
 * Sorts stretches of rows by points, the most first. Points and places are whole, and below 2^30 and
 * 2^22 both together are one double, and typed arrays of doubles are sorted natively, many times as quick
 * as by comparison. Only those of equal points are then compared.
 */
class FirstLevelOrder {
  readonly #points: Float64Array;
  readonly #rows: Uint32Array;
  readonly #keys: Float64Array;
  readonly #before: Uint32Array;

  /** @param rows sorted in place. */
  constructor(points: Float64Array, rows: Uint32Array) {
    this.#points = points;
    this.#rows = rows;
    this.#keys = new Float64Array(rows.length);
    this.#before = rows.slice();
  }

  /** Puts the first `kept` of a stretch in order; behind them the others stand in any order. */
  sort(from: number, to: number, kept: number, compareTied: (one: number, other: number) => number): void {
    const [rows, points, keys, before] = [this.#rows, this.#points, this.#keys, this.#before];
    const width = to - from;
    if (width > WIDEST) {
      rows.set(Array.from(rows.subarray(from, to)).sort(compareTied), from);
      return;
    }
    for (let at = from; at < to; at += 1) keys[at] = at - from - points[rows[at]!]! * width;
    keys.subarray(from, to).sort();
    for (let at = from; at < to; at += 1) {
      const key = keys[at]!;
      rows[at] = before[from + key - Math.floor(key / width) * width]!;
    }
    for (let at = from; at < from + kept;) {
      let end = at + 1;
      while (end < to && points[rows[end]!] === points[rows[at]!]) end += 1;
      if (end - at > 1) rows.set(Array.from(rows.subarray(at, end)).sort(compareTied), at);
      at = end;
    }
  }
}
