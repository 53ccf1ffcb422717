import { folded } from '../pool/synonyms.ts';
import { wordKey } from '../tables/text/same-word.ts';

/** Nobody's unit: the candidate works in none of the table, or it is not said where. */
export const NO_UNIT = -1;

/** Words by which people write what kind a unit is: `Phường Ái Quốc` is `Ái Quốc`. */
const KIND_WORDS = ['phường', 'xã', 'thị trấn', 'phuong', 'xa', 'thi tran'].map(
  (word) => `${wordKey(word)} `,
);

/**
 * Finds units by name as people write them; {@link NO_UNIT} where none is called so. Spellings of one word
 * are one name, but tone marks count: `Đông Sơn` and `Đồng Sơn` are two wards. A text without any marks is
 * the one unit that it can mean, if there is only one.
 */
export function unitFinder(names: readonly string[]): (text: string) => number {
  const byName = new Map(names.map((name, unit) => [wordKey(name), unit]));
  const unmarked = Map.groupBy(names.keys(), (unit) => folded(names[unit]!));
  const find = (key: string): number | undefined => {
    const named = byName.get(key);
    if (named !== undefined || !/^[\x20-\x7e]+$/.test(key)) return named;
    const meant = unmarked.get(folded(key)) ?? [];
    return meant.length === 1 ? meant[0] : undefined;
  };
  return (text) => {
    const key = wordKey(text);
    const word = KIND_WORDS.find((each) => key.startsWith(each));
    return find(key) ?? (word === undefined ? undefined : find(key.slice(word.length))) ?? NO_UNIT;
  };
}
