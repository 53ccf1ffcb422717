import { candidateTypes, type CandidateTypes } from './candidate-types.ts';
import type { DecidedCase } from './decided-case.ts';
import type { Difference, ModelOptions } from './model-options.ts';
import type { RowFamily } from './row-family.ts';
import type { RuleRows } from './rule-rows.ts';

/** Rows of the table in the order of the columns: by type, in a type the better first. */
export interface KeptCandidates {
  readonly candidates: Uint32Array;
  /** Where the kept ones of each type begin; one more at the end. */
  readonly starts: readonly number[];
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
  const families: RowFamily[] = [
    ...decided.rules,
    ...(options.structure ?? []),
    ...(options.differences ?? []).map((difference) => membership(difference, decided.facts.size)),
  ];
  const eligible = eligibleRows(decided, flexible ? [] : options.decisions.exclude, flexible);
  const links = decided.rules.flatMap((family) => family.links ?? []);
  const types = candidateTypes(eligible, [...families, ...links], alone);
  const capping = cappingFamilies(families, decided.rules);
  const candidates: number[] = [];
  const starts: number[] = [];
  for (let type = 0; type < types.representatives.length; type += 1) {
    const cap =
      options.everybody === true
        ? Infinity
        : flexible
          ? seats
          : typeCap(capping, types.representatives[type]!, seats);
    starts.push(candidates.length);
    for (const row of bestOfType(decided, types, type, cap)) candidates.push(row);
  }
  starts.push(candidates.length);
  return { candidates: Uint32Array.from(candidates), starts };
}

/** Being on an earlier slate or not, as a family: it tells candidates apart. */
export function membership({ members }: Difference, size: number): RowFamily {
  const classOf = new Uint32Array(size);
  for (const row of members) classOf[row] = 1;
  return { rows: [], classOf, classes: [[], []] };
}

/** Who takes part: nobody set aside; unless eligibility stands as rows, nobody whom a hard `require` forbids. */
export function eligibleRows(
  decided: DecidedCase,
  excluded: readonly number[],
  flexible: boolean,
): Uint32Array {
  const out = new Uint8Array(decided.facts.size);
  for (const row of decided.setAside.keys()) out[row] = 1;
  for (const row of excluded) out[row] = 1;
  for (const { rule, classOf } of flexible ? [] : decided.rules) {
    if (rule.kind !== 'require' || rule.strength === 'soft') continue;
    for (let row = 0; row < out.length; row += 1) out[row]! |= classOf[row]!;
  }
  const rows: number[] = [];
  out.forEach((left, row) => {
    if (left === 0) rows.push(row);
  });
  return Uint32Array.from(rows);
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

/** The most of one type that can be on a slate: the tightest maximum of the rows it counts in. */
function typeCap(capping: readonly RowFamily[], row: number, seats: number): number {
  let cap = seats;
  for (const { classes, classOf, rows } of capping) {
    for (const entry of classes[classOf[row]!]!) {
      cap = Math.min(cap, Math.floor(rows[entry.row]!.upper / entry.coefficient));
    }
  }
  return Math.max(cap, 0);
}

/** The first `cap` of a type: by objective level after level, then by id. */
function bestOfType(
  decided: DecidedCase,
  types: CandidateTypes,
  type: number,
  cap: number,
): ArrayLike<number> & Iterable<number> {
  const members = types.members.subarray(types.starts[type], types.starts[type + 1]);
  if (cap === 0) return [];
  if (members.length === 1) return members;
  const { points } = decided.objective.levels[0]!;
  return wellValued(members, points, cap)
    .sort((one, other) => compareCandidates(decided, one, other))
    .subarray(0, cap);
}

/** Those whose first level reaches that of the `cap`-th best: nobody else can be among the first `cap`. */
function wellValued(members: Uint32Array, points: Float64Array, cap: number): Uint32Array {
  if (members.length <= cap * 2) return members;
  const sorted = Float64Array.from(members, (row) => points[row]!).sort();
  const threshold = sorted[sorted.length - cap]!;
  return members.filter((row) => points[row]! >= threshold);
}

/** The order inside a type. */
function compareCandidates(decided: DecidedCase, one: number, other: number): number {
  for (const { points } of decided.objective.levels) {
    if (points[one] !== points[other]) return points[other]! - points[one]!;
  }
  const { ids } = decided.facts;
  return ids[one]! < ids[other]! ? -1 : 1;
}
