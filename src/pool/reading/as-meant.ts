import type { FactColumn } from '../../rules/facts/fact-table.ts';
import { type Place, type Problem, problem } from '../../words/problem.ts';
import { unmarkedIsNo } from '../cells/marks.ts';
import { saysMarks } from '../synonyms.ts';
import { filledDown } from './filled-down.ts';
import { tidiedNames } from './tidied-names.ts';

/** Notes what looks odd in a row, under the name of a fact. */
export type TellOdd = (row: number, name: string, make: (place: Place) => Problem) => void;

/** Facts that people have in common with those above them, and that are written once for all of them. */
const FILLED_DOWN: ReadonlySet<string> = new Set(['unit', 'bloc']);

/** A column with what a table leaves unsaid, where it is plain what is meant; which is told. */
export function columnAsMeant(
  name: string,
  heading: string,
  column: FactColumn,
  tellOdd: TellOdd,
): FactColumn {
  const marked = saysMarks(heading) ? unmarkedIsNo(column) : undefined;
  if (marked !== undefined) {
    tellOdd(0, name, (place) => problem('notices.blank-is-no', { fact: name }, place));
    return marked;
  }
  const found = FILLED_DOWN.has(name) ? filledDown(column) : undefined;
  if (found === undefined) return column;
  const { cells, first } = found;
  const code = found.is === 'filled' ? 'notices.filled-down' : 'notices.perhaps-merged';
  tellOdd(first, name, (place) => problem(code, { fact: name, cells }, place));
  return found.is === 'filled' ? found.column : column;
}

/** Names without what lists put around them; what was left out, or stays, is told. */
export function namesAsMeant(written: readonly string[], tellOdd: TellOdd): readonly string[] {
  const { names, tidied, remarked } = tidiedNames(written);
  const tell = (code: 'notices.tidied-names' | 'notices.remarked-names', rows: readonly number[]): void => {
    const [row] = rows;
    if (row === undefined) return;
    const parameters = { people: rows.length, written: written[row]!, read: names[row]! };
    tellOdd(row, 'name', (place) => problem(code, parameters, place));
  };
  tell('notices.tidied-names', tidied);
  tell('notices.remarked-names', remarked);
  return names;
}
