import type { PlainProgram, PlainRow } from './plain-model.ts';
import type { Priced, RowName, SignName } from './proof.ts';

/** A name of a row or sign as text: the same for two names that say the same. */
export function rowKey(name: RowName | SignName): string {
  return JSON.stringify(Object.entries(name).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const known = new WeakMap<readonly PlainRow[], ReadonlyMap<string, PlainRow>>();

/** Finds the rows of a model by their names. */
export function rowsByKey({ rows }: PlainProgram): ReadonlyMap<string, PlainRow> {
  let byKey = known.get(rows);
  if (byKey === undefined) known.set(rows, (byKey = new Map(rows.map((row) => [rowKey(row.name), row]))));
  return byKey;
}

/** A row as one reads it in a message: `women ≥`, `one-per-ward (Ái Quốc) ≤`. */
export function inBrief(name: Priced['row'] | SignName): string {
  if ('split' in name) return `split ${name.split}`;
  if ('differ' in name) return `differ ${name.differ}`;
  if ('level' in name) return `level ${name.level}`;
  if ('pin' in name) return `pin ${name.pin}`;
  if ('apart' in name) return `apart ${name.apart.join()}`;
  const sign = 'bound' in name ? (name.bound === 'max' ? ' ≤' : ' ≥') : '';
  if ('together' in name) return `together ${name.together.join()}${sign}`;
  const parts = [name.sign, 'group' in name ? name.group : undefined].filter((each) => each !== undefined);
  return `${name.rule}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}${sign}`;
}
