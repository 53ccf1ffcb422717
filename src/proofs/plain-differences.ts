import type { PlainModel, PlainRow, Sign, Term } from './plain-model.ts';

/**
 * The plain model of slates that differ from earlier ones: at least `differ` members of each leave, or at
 * least so many others join, whichever are more. Where no slate has more members than the earlier one S as
 * many leave as join, or more, and Σ_S x ≤ |S| − D says it; where none has fewer, Σ_others x ≥ D. Where both
 * may be, a sign z is 1 if enough leave: Σ_S x + D z ≤ |S| and Σ_others x + D z ≥ D.
 *
 * @param slates ids of the members of the earlier ones; nobody is in them who is not in the model.
 */
export function differingFrom(
  model: PlainModel,
  slates: readonly (readonly string[])[],
  differ: number,
): PlainModel {
  const size = sizeOf(model);
  const signs: Sign[] = [...model.signs];
  const rows: PlainRow[] = [...model.rows];
  for (const [index, slate] of slates.entries()) {
    const members = withPeople(
      Uint32Array.from(slate, (id) => model.columnOf(id)!),
      model,
    );
    const inside = new Set(members);
    const others = columnsWhere(model, (column) => !inside.has(column));
    const stay: Term = { columns: members, coefficient: 1 };
    const join: Term = { columns: others, coefficient: 1 };
    const name = { differ: index + 1 };
    const leaving = slate.length - differ;
    if (slate.length >= size.max) {
      rows.push({ name: { ...name, bound: 'max' }, side: 'max', bound: leaving, terms: [stay] });
    } else if (slate.length <= size.min) {
      rows.push({ name: { ...name, bound: 'min' }, side: 'min', bound: differ, terms: [join] });
    } else {
      const where = [{ terms: [stay], least: -Infinity, most: leaving }];
      const column = model.candidates + signs.push({ name, where }) - 1;
      const either: Term = { columns: Uint32Array.of(column), coefficient: differ };
      rows.push(
        { name: { ...name, bound: 'max' }, side: 'max', bound: slate.length, terms: [stay, either] },
        { name: { ...name, bound: 'min' }, side: 'min', bound: differ, terms: [join, either] },
      );
    }
  }
  return withColumns({ ...model, rows }, signs);
}

/** Who only stands at another place of a list is no difference: with a column come all of the same person. */
function withPeople(columns: Uint32Array, model: PlainModel): Uint32Array {
  const { people } = model;
  if (people === undefined) return columns.sort();
  const here = new Set(Array.from(columns, (column) => people[column]!));
  return columnsWhere(model, (column) => here.has(people[column]!));
}

/** The candidates who pass a test. */
function columnsWhere({ candidates }: PlainModel, test: (column: number) => boolean): Uint32Array {
  return new Uint32Array(candidates).map((_, column) => column).filter(test);
}

/** The fewest and the most members of any slate. */
function sizeOf({ rows }: PlainModel): { readonly min: number; readonly max: number } {
  const boundOf = (side: PlainRow['side']): number =>
    rows.find(({ name, side: its }) => 'rule' in name && name.rule === 'size' && its === side)!.bound;
  return { min: boundOf('min'), max: boundOf('max') };
}

/** The model with columns for further signs. */
function withColumns(model: PlainModel, signs: readonly Sign[]): PlainModel {
  const more = signs.length - model.signs.length;
  if (more === 0) return model;
  const size = model.eligible.length;
  const eligible = new Uint8Array(size + more).fill(1);
  eligible.set(model.eligible);
  const levels = model.levels.map((level) => {
    const values = new Float64Array(size + more);
    values.set(level.values);
    return { ...level, values };
  });
  return { ...model, signs, eligible, levels };
}
