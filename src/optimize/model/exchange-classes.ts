import { type Checkpoint, inStretches, NO_LIMIT } from '../../rules/checkpoint.ts';
import { candidateTypes, type CandidateTypes } from './candidate-types.ts';
import type { DecidedCase } from './decided-case.ts';
import { groupsOf } from '../../rules/groups/groups.ts';
import { SharedNumbers, rowNumbers } from './equivalence-classes.ts';
import type { RowEntry, RowFamily } from './row-family.ts';
import { UNIT_FACT } from '../../rules/titles.ts';

/**
 * Rows of the table that no rule can tell apart but for the unit they are in: the same person in the
 * same title of any ward that is not theirs. They form one class, and what they add to the rows of
 * their unit is one template, whatever the unit.
 */
export interface ExchangeClasses {
  /** Classes of at least two rows; rows of a class are ascending. */
  readonly classes: readonly Uint32Array[];
  /** Rows that stand for themselves. */
  readonly singles: Uint32Array;
  /** The template of every row of a class: one for units between which some class is open, however indirectly. */
  readonly templateOf: Uint32Array;
  readonly templates: number;
  /** The unit of every row. */
  readonly unitOf: Int32Array;
  /** Whether the rows of a family belong to units, each to one. */
  readonly isLocal: (family: RowFamily) => boolean;
}

/**
 * Puts rows into classes.
 *
 * @param eligible the rows that take part, ascending; all have a unit.
 * @param families all families of the model.
 * @param apart rows that must stand for themselves: decisions and differences name them.
 */
export async function exchangeClasses(
  decided: DecidedCase,
  eligible: Uint32Array,
  families: readonly RowFamily[],
  apart: ReadonlySet<number>,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<ExchangeClasses> {
  const unitOf = groupsOf(decided.facts, UNIT_FACT).of;
  const templates: (RowFamily | undefined)[] = [];
  for (const family of families) templates.push(await templateFamily(family, eligible, unitOf, checkpoint));
  const local = templates.filter((family) => family !== undefined);
  const told = families.map((family, index) => templates[index] ?? family);
  const values: RowFamily[] = [];
  for (const { points } of decided.objective.levels) {
    values.push(await valueFamily(points, checkpoint));
  }
  const { size } = decided.facts;
  const types = await candidateTypes(eligible, size, [...told, ...values], apart, checkpoint);
  const byTemplate = await candidateTypes(eligible, size, local, new Set(), checkpoint);
  await checkpoint.yieldOrThrow();
  const localOnes = new Set(families.filter((_, index) => templates[index] !== undefined));
  const sets = split(types);
  return {
    ...sets,
    ...byUnitsThatMeet(sets.classes, byTemplate, unitOf),
    unitOf,
    isLocal: (family) => localOnes.has(family),
  };
}

function split(types: CandidateTypes): Pick<ExchangeClasses, 'classes' | 'singles'> {
  const classes: Uint32Array[] = [];
  const singles: number[] = [];
  for (let type = 0; type < types.representatives.length; type += 1) {
    const members = types.members.subarray(types.starts[type], types.starts[type + 1]);
    if (members.length > 1) classes.push(members.slice().sort());
    else singles.push(members[0]!);
  }
  return { classes, singles: Uint32Array.from(singles).sort() };
}

/**
 * Templates by the units that classes have in common. Where rules tell stretches of places apart, a class is of
 * one stretch; what is chosen of one stretch then never has to be placed in another, as it would if all were of
 * one template.
 */
function byUnitsThatMeet(
  classes: readonly Uint32Array[],
  byTemplate: CandidateTypes,
  unitOf: Int32Array,
): Pick<ExchangeClasses, 'templateOf' | 'templates'> {
  const templateOf = typeOfRows(byTemplate, unitOf.length);
  const widest = unitOf.reduce((most, unit) => Math.max(most, unit), 0) + 1;
  const cellOf = (row: number): number => templateOf[row]! * widest + unitOf[row]!;
  const met = new Map<number, number>();
  const rootOf = (cell: number): number => {
    let root = cell;
    for (let next = met.get(root); next !== undefined && next !== root; next = met.get(root)) root = next;
    for (let each = cell; each !== root;) {
      const next = met.get(each) ?? root;
      met.set(each, root);
      each = next;
    }
    return root;
  };
  for (const [first, ...others] of classes)
    for (const other of others) met.set(rootOf(cellOf(other)), rootOf(cellOf(first!)));
  // The first of a template keeps its number.
  const numbers = new Map<number, number>();
  const begun = new Set<number>();
  let templates = byTemplate.representatives.length;
  const numberOf = (row: number): number => {
    const [root, template] = [rootOf(cellOf(row)), templateOf[row]!];
    let number = numbers.get(root);
    if (number === undefined) {
      number = begun.has(template) ? templates++ : template;
      begun.add(template);
      numbers.set(root, number);
    }
    return number;
  };
  const refined = templateOf.slice();
  for (const rows of classes) for (const row of rows) refined[row] = numberOf(row);
  return { templateOf: refined, templates };
}

function typeOfRows({ members, starts }: CandidateTypes, size: number): Uint32Array {
  const typeOf = new Uint32Array(size);
  for (let type = 0; type + 1 < starts.length; type += 1) {
    for (let at = starts[type]!; at < starts[type + 1]!; at += 1) typeOf[members[at]!] = type;
  }
  return typeOf;
}

/** Rows of the table told apart by their value on one level. */
async function valueFamily(points: Float64Array, checkpoint: Checkpoint): Promise<RowFamily> {
  const numbers = new Map<number, number>();
  const classOf = new Uint32Array(points.length);
  await inStretches(points.length, checkpoint, (from, to) => {
    for (let row = from; row < to; row += 1) {
      const value = points[row]!;
      let number = numbers.get(value);
      if (number === undefined) numbers.set(value, (number = numbers.size));
      classOf[row] = number;
    }
  });
  return { rows: [], classOf: rowNumbers(classOf), classes: Array.from(numbers, () => []) };
}

/**
 * A family whose rows each belong to one unit, with its classes made the same for all units: a row
 * becomes its place among those of the unit. `undefined` for a family with a row of several units.
 */
async function templateFamily(
  family: RowFamily,
  eligible: Uint32Array,
  unitOf: Int32Array,
  checkpoint: Checkpoint,
): Promise<RowFamily | undefined> {
  const unitOfClass = await unitOfClasses(family, eligible, unitOf, checkpoint);
  if (unitOfClass === undefined) return undefined;
  const unitOfRow = new Int32Array(family.rows.length).fill(-1);
  for (const [own, entries] of family.classes.entries()) {
    if (unitOfClass[own] === -1) continue;
    for (const { row } of entries) {
      if (unitOfRow[row] !== -1 && unitOfRow[row] !== unitOfClass[own]) return undefined;
      unitOfRow[row] = unitOfClass[own]!;
    }
  }
  const place = placesInUnits(unitOfRow);
  const numbers = new Map<string, number>([['', 0]]);
  const template = family.classes.map((entries, own) => {
    if (unitOfClass[own] === -1) return 0;
    const key = keyOf(entries, place);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  });
  return {
    rows: [],
    classOf: new SharedNumbers(
      family.classOf.numbers.map((own) => template[own]!),
      family.classOf.of,
    ),
    classes: Array.from(numbers, () => []),
  };
}

/** The unit of all rows of each class, −1 for a class of none; `undefined` where rows of several share one. */
async function unitOfClasses(
  { classes, classOf }: RowFamily,
  eligible: Uint32Array,
  unitOf: Int32Array,
  checkpoint: Checkpoint,
): Promise<Int32Array | undefined> {
  const units = new Int32Array(classes.length).fill(-1);
  let isShared = false;
  await inStretches(eligible.length, checkpoint, (from, to) => {
    for (let at = from; at < to && !isShared; at += 1) {
      const row = eligible[at]!;
      const own = classOf.at(row);
      if (own === 0) continue;
      if (units[own] === -1) units[own] = unitOf[row]!;
      else if (units[own] !== unitOf[row]) isShared = true;
    }
  });
  return isShared ? undefined : units;
}

function placesInUnits(unitOfRow: Int32Array): Uint32Array {
  const next = new Map<number, number>();
  return Uint32Array.from(unitOfRow, (unit) => {
    const place = next.get(unit) ?? 0;
    next.set(unit, place + 1);
    return place;
  });
}

function keyOf(entries: readonly RowEntry[], place: Uint32Array): string {
  return entries
    .map(({ row, coefficient }) => `${place[row]!} ${coefficient}`)
    .toSorted()
    .join();
}
