import { candidateTypes, type CandidateTypes } from './candidate-types.ts';
import type { DecidedCase } from './decided-case.ts';
import { type LinearProgram, LinearProgramBuilder, withLastLevel } from './linear-program.ts';
import type { RowEntry, RowFamily, RuleRows } from './rule-rows.ts';
import { secondTieBreak, tieBreakWeights } from './tie-break.ts';
import { addLinkColumns, type LinkedRows, reachOfLinks } from './unit-rows.ts';

/** Decisions on persons, by row of the table. */
export interface RowDecisions {
  readonly pin: readonly number[];
  readonly exclude: readonly number[];
  readonly together: readonly (readonly number[])[];
  readonly apart: readonly (readonly number[])[];
}

/** A slate to keep away from: at least `by` of its members are missing, and as many others are there. */
export interface Difference {
  readonly members: readonly number[];
  readonly by: number;
}

/** Further rows that do not come from rules: at most one appointment a person, say. */
export interface StructuralRows extends RowFamily {
  readonly name: string;
}

/** What a model is assembled for. */
export interface ModelOptions {
  readonly decisions: RowDecisions;
  readonly differences?: readonly Difference[];
  readonly structure?: readonly StructuralRows[];
  /**
   * Absent: the model serves the rule set as it is, and leaves out everybody who cannot be on a best
   * slate. Present: bounds may be moved and rules switched off afterwards (conflicts, relaxations,
   * sweeps), as long as no slate has more seats than this; eligibility stands as rows, and a type
   * keeps as many as there are seats.
   */
  readonly flexibleSeats?: number;
  /** Keep every eligible candidate, also those who cannot be on a best slate: for questions about each of them. */
  readonly everybody?: boolean;
}

/** What a row of the program says. `rule` and `row` index {@link DecidedCase.rules} and their rows. */
export type RowMeaning =
  | { readonly kind: 'size' }
  | { readonly kind: 'rule'; readonly rule: number; readonly row: number }
  | { readonly kind: 'structure'; readonly name: string; readonly row: number }
  | { readonly kind: 'pin' | 'exclude'; readonly candidate: number }
  | { readonly kind: 'together' | 'apart' | 'differ'; readonly index: number };

/** A slack column of a soft rule: `units` of the row missing or too many, at a price each. */
export interface SlackColumn {
  readonly column: number;
  readonly rule: number;
  readonly row: number;
  readonly side: 'missing' | 'too-many';
}

/**
 * The linear program of a case. With x_i = 1 for a candidate on the slate, s for the slack of soft rows:
 *
 *     maximise    Σ points_i x_i − Σ price s        level by level, the tie-break last
 *     subject to  min ≤ Σ x_i ≤ max                 size
 *                 L ≤ Σ a_i x_i (+ s⁻ − s⁺) ≤ U     every row of every rule
 *                 x_p ≥ 1, x_q ≤ 0                  pins and exclusions
 *                 x_a − x_b = 0                     together
 *                 Σ x_i ≤ 1                         apart
 *                 Σ_{i∈S} x_i ≤ |S| − D,  Σ_{i∉S} x_i ≥ D    differing from an earlier slate S
 */
export interface SlateModel {
  readonly case: DecidedCase;
  readonly program: LinearProgram;
  /** The row of the table that stands behind each of the first columns. */
  readonly candidates: Uint32Array;
  readonly slacks: readonly SlackColumn[];
  readonly rows: readonly RowMeaning[];
}

/** Assembles the linear program of a decided case. */
export function assembleModel(decided: DecidedCase, options: ModelOptions): SlateModel {
  const { size } = decided.ruleSet;
  const flexible = options.flexibleSeats !== undefined;
  const seats = options.flexibleSeats ?? size.max;
  const levels = decided.objective.levels;
  const builder = new LinearProgramBuilder(levels.length + 1);
  const rows: RowMeaning[] = [];
  const addRow = (meaning: RowMeaning, name: string, lower: number, upper: number): number => {
    rows.push(meaning);
    return builder.addRow(name, lower, upper);
  };
  const families = namedFamilies(decided, options);
  const sizeRow = addRow({ kind: 'size' }, 'size', size.min, size.max);
  const firstRows = families.map(({ family, name, meaning }) => {
    const indices = family.rows.map((row, index) => {
      const label = row.group === undefined ? name : `${name} ${row.group}`;
      return addRow(meaning(index), label, row.lower, row.upper);
    });
    return indices[0] ?? 0;
  });
  const persons = addPersonRows(decided, options, addRow);
  const kept = keptCandidates(decided, options, seats, flexible);
  const classOfs = families.map(({ family }) => family.classOf);
  const entriesOf = families.map(({ family }) => family.classes);
  const candidates = addCandidates(builder, decided, kept, (row) => {
    builder.addEntry(sizeRow, 1);
    for (let index = 0; index < classOfs.length; index += 1) {
      const own = classOfs[index]![row]!;
      if (own === 0) continue;
      const entries = entriesOf[index]![own]!;
      for (let entry = 0; entry < entries.length; entry += 1) {
        builder.addEntry(firstRows[index]! + entries[entry]!.row, entries[entry]!.coefficient);
      }
    }
    for (const { row: own, coefficient } of persons(row)) builder.addEntry(own, coefficient);
  });
  addLinkColumns(builder, linkedRows(decided, families, firstRows), levels.length + 1);
  const slacks = addSlacks(builder, decided, firstRows, { seats, flexible });
  const most = Math.min(seats, candidates.length);
  return {
    case: decided,
    program: isolated(decided, candidates, builder.build(candidates.length, most), most),
    candidates,
    slacks,
    rows,
  };
}

/** Adds the second tie-break where the first may leave several best slates. */
function isolated(
  { facts, objective }: DecidedCase,
  candidates: Uint32Array,
  program: LinearProgram,
  most: number,
): LinearProgram {
  const ids = Array.from(candidates, (row) => facts.ids[row]!);
  const weights = secondTieBreak(program.levels.slice(0, -1), ids, objective.tieRange);
  return weights === undefined ? program : withLastLevel(program, weights, most);
}

/** Every family of rows with a readable name and what its rows mean. */
export function namedFamilies(decided: DecidedCase, options: ModelOptions) {
  const rules = decided.rules.map((family, rule) => ({
    family,
    name: family.rule.id,
    meaning: (row: number): RowMeaning => ({ kind: 'rule', rule, row }),
  }));
  const structure = (options.structure ?? []).map((family) => ({
    family,
    name: family.name,
    meaning: (row: number): RowMeaning => ({ kind: 'structure', name: family.name, row }),
  }));
  const links = decided.rules.flatMap((family) => {
    if (family.links === undefined) return [];
    const name = `units of ${family.rule.id}`;
    return [
      {
        family: family.links,
        name,
        meaning: (row: number): RowMeaning => ({ kind: 'structure', name, row }),
      },
    ];
  });
  return [...rules, ...structure, ...links];
}

/** Where the rows of rules that count units stand among families that were added in this order. */
export function linkedRows(
  decided: DecidedCase,
  families: readonly { readonly family: RowFamily }[],
  firstRows: readonly number[],
): readonly LinkedRows[] {
  const first = new Map(families.map(({ family }, index) => [family, firstRows[index]!]));
  return decided.rules.flatMap((family) => {
    const { links } = family;
    const linkRows = links && first.get(links);
    return links === undefined || linkRows === undefined
      ? []
      : [{ links, rule: first.get(family), linkRows }];
  });
}

/** Adds a row to a model under construction and returns its index. */
export type AddRow = (meaning: RowMeaning, name: string, lower: number, upper: number) => number;

/** Adds the rows of decisions and differences; returns what a candidate adds to them. */
export function addPersonRows(
  decided: DecidedCase,
  { decisions, differences = [] }: ModelOptions,
  addRow: AddRow,
): (row: number) => readonly RowEntry[] {
  const { ids } = decided.facts;
  const entries = new Map<number, RowEntry[]>();
  const put = (candidate: number, row: number, coefficient: number): void => {
    const mine = entries.get(candidate);
    if (mine === undefined) entries.set(candidate, [{ row, coefficient }]);
    else mine.push({ row, coefficient });
  };
  for (const candidate of decisions.pin) {
    put(candidate, addRow({ kind: 'pin', candidate }, `pin ${ids[candidate]!}`, 1, Infinity), 1);
  }
  for (const candidate of decisions.exclude) {
    put(candidate, addRow({ kind: 'exclude', candidate }, `exclude ${ids[candidate]!}`, -Infinity, 0), 1);
  }
  decisions.together.forEach((group, index) => {
    const [first, ...others] = group;
    for (const other of others) {
      const row = addRow({ kind: 'together', index }, `together ${index} ${ids[other]!}`, 0, 0);
      put(first!, row, 1);
      put(other, row, -1);
    }
  });
  decisions.apart.forEach((group, index) => {
    const row = addRow({ kind: 'apart', index }, `apart ${index}`, -Infinity, 1);
    for (const candidate of group) put(candidate, row, 1);
  });
  const outside: { readonly row: number; readonly members: ReadonlySet<number> }[] = [];
  differences.forEach(({ members, by }, index) => {
    const inside = addRow({ kind: 'differ', index }, `leave ${index}`, -Infinity, members.length - by);
    for (const candidate of members) put(candidate, inside, 1);
    const row = addRow({ kind: 'differ', index }, `join ${index}`, by, Infinity);
    outside.push({ row, members: new Set(members) });
  });
  if (entries.size === 0 && outside.length === 0) return () => [];
  return (candidate) => [
    ...(entries.get(candidate) ?? []),
    ...outside.flatMap(({ row, members }) => (members.has(candidate) ? [] : [{ row, coefficient: 1 }])),
  ];
}

/** Rows of the table in the order of the columns: by type, in a type the better first. */
interface KeptCandidates {
  readonly candidates: Uint32Array;
  /** Where the kept ones of each type begin; one more at the end. */
  readonly starts: readonly number[];
}

function keptCandidates(
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
function eligibleRows(decided: DecidedCase, excluded: readonly number[], flexible: boolean): Uint32Array {
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

/** Adds a column per kept candidate, with its points on every level and its weight in the tie-break. */
function addCandidates(
  builder: LinearProgramBuilder,
  decided: DecidedCase,
  { candidates, starts }: KeptCandidates,
  addEntries: (row: number) => void,
): Uint32Array {
  const points = decided.objective.levels.map((level) => level.points);
  const { ids } = decided.facts;
  const sameValue = (one: number, other: number): boolean =>
    points.every((level) => level[one] === level[other]);
  for (let type = 0; type + 1 < starts.length; type += 1) {
    const members = candidates.subarray(starts[type], starts[type + 1]);
    if (members.length === 0) continue;
    for (let from = 0; from < members.length;) {
      let to = from + 1;
      while (to < members.length && sameValue(members[from]!, members[to]!)) to += 1;
      const run = members.subarray(from, to);
      const weights = tieBreakWeights(
        Array.from(run, (row) => ids[row]!),
        decided.objective.tieRange,
        decided.ruleSet.size.max,
      );
      run.forEach((row, index) => {
        builder.addColumn(0, 1);
        for (let level = 0; level < points.length; level += 1) builder.addValue(level, points[level]![row]!);
        builder.addValue(points.length, weights[index]!);
        addEntries(row);
      });
      from = to;
    }
  }
  return candidates;
}

/** Adds the slack columns of soft rules, priced per unit of the row on the level that has the soft rules. */
function addSlacks(
  builder: LinearProgramBuilder,
  decided: DecidedCase,
  firstRows: readonly number[],
  { seats, flexible }: { readonly seats: number; readonly flexible: boolean },
): readonly SlackColumn[] {
  const slacks: SlackColumn[] = [];
  const { levels } = decided.objective;
  decided.rules.forEach((family, rule) => {
    if (family.rule.strength === 'hard') return;
    const { weight } = family.rule;
    const largest = Math.max(...family.classes.flat().map((entry) => Math.abs(entry.coefficient)), 1);
    const reach = reachOfLinks(family.links);
    family.rows.forEach(({ lower, upper, unit }, row) => {
      const prices = levels.map(({ level, scale }) =>
        level.softRules ? -Math.round((weight / unit) * scale) : 0,
      );
      const add = (side: SlackColumn['side'], bound: number): void => {
        const most = seats * largest + reach + (Number.isFinite(bound) ? Math.abs(bound) : 0);
        const column = builder.addColumn(0, most);
        [...prices, 0].forEach((price, level) => builder.addValue(level, price));
        builder.addEntry(firstRows[rule]! + row, side === 'missing' ? 1 : -1);
        slacks.push({ column, rule, row, side });
      };
      if (flexible || lower > -Infinity) add('missing', lower);
      if (flexible || upper < Infinity) add('too-many', upper);
    });
  });
  return slacks;
}

/** The rows of the table whose columns are 1, in ascending order of id. */
export function membersOf(model: SlateModel, x: Float64Array): readonly number[] {
  const { ids } = model.case.facts;
  const members = Array.from(model.candidates).filter((_, column) => x[column] === 1);
  return members.sort((one, other) => (ids[one]! < ids[other]! ? -1 : 1));
}

/** The row of the size: always the first. */
export const SIZE_ROW = 0;
