import { folded } from '../pool/synonyms.ts';

/** Nobody's unit: the candidate works in none of the table, or it is not said where. */
export const NO_UNIT = -1;

/** Prefixes by which people write what kind a unit is: `Phường Ái Quốc` is `Ái Quốc`. */
const KIND_PREFIX = /^(?:phuong|xa|thitran)(?=.{3})/;

/** Finds units by name as people write them; {@link NO_UNIT} where none is called so. */
export function unitFinder(names: readonly string[]): (text: string) => number {
  const byName = new Map(names.map((name, unit) => [folded(name), unit]));
  return (text) => {
    const key = folded(text);
    return byName.get(key) ?? byName.get(key.replace(KIND_PREFIX, '')) ?? NO_UNIT;
  };
}
