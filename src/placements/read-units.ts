import { createHash } from 'node:crypto';
import { bytesOfFile } from '../tables/read-file.ts';
import { plainText } from '../pool/cells/cells.ts';
import { type CsvRow, headedTable } from '../pool/reading/headed-table.ts';
import { smallWorkbookTable, type TableSource } from '../pool/reading/workbook-table.ts';
import { columnNamed, folded, UNIT_SPELLINGS } from '../pool/synonyms.ts';
import type { Encoding } from '../tables/text/encoding.ts';
import { wordKey } from '../tables/text/same-word.ts';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';
import type { FurtherColumn, Units } from './units.ts';

type Known = 'name' | 'kind' | 'bloc';

const { headings: HEADING_OF, kinds: KIND_OF } = UNIT_SPELLINGS;

/**
 * Reads a units table: CSV as pools are, with a column `name` (or `tên`, `đơn vị`), further columns
 * `kind` and `bloc`, one column a title that holds the ids of present holders (`;` between several),
 * and any others, which a rule set may declare as facts. All problems are found at once.
 */
export function readUnits(source: string | Buffer, file: string): Reading<Units> {
  return unitsIn(source, file, source);
}

/** Reads a units table in any format: CSV, or the first sheet of a workbook with a column of units. */
export async function readUnitsTable(
  bytes: Buffer,
  file: string,
  encoding?: Encoding,
): Promise<Reading<Units>> {
  const isHeadings = (cells: readonly string[]): boolean =>
    cells.some((cell) => HEADING_OF.get(folded(cell)) === 'name');
  const table = await smallWorkbookTable(bytes, file, { isHeadings, encoding });
  return table.ok ? unitsIn(table.value, file, bytes) : table;
}

function unitsIn(source: TableSource, file: string, bytes: string | Buffer): Reading<Units> {
  const table = headedTable(source, file);
  if (!table.ok) return table;
  const { headings, line, rows, problems: misfits } = table.value;
  if (headings.length === 0 || rows.length + misfits.length === 0) {
    return { ok: false, problems: [problem('placements.no-units', {}, { file })] };
  }
  const known = headings.map((heading) => HEADING_OF.get(folded(heading)));
  const problems = [
    ...headingProblems(headings, known, { file, line }),
    ...misfits,
    ...nameProblems(rows, headings, known, file),
  ];
  if (problems.length > 0) return { ok: false, problems: problems.toSorted(byLine) };
  const texts = (index: number): readonly string[] => rows.map(({ cells }) => plainText(cells[index]!));
  const knownTexts = (name: Known): readonly string[] => {
    const index = known.indexOf(name);
    return index === -1 ? rows.map(() => '') : texts(index);
  };
  const others = headings.flatMap((heading, index): [string, FurtherColumn][] =>
    known[index] === undefined && heading !== '' ? [[folded(heading), { heading, texts: texts(index) }]] : [],
  );
  const blocs = columnNamed('bloc')?.values;
  return {
    ok: true,
    value: {
      file,
      size: rows.length,
      names: knownTexts('name'),
      kinds: knownTexts('kind').map((kind) => KIND_OF.get(folded(kind)) ?? kind),
      blocs: knownTexts('bloc').map((bloc) => blocs?.get(folded(bloc)) ?? bloc),
      columns: new Map(others),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      placeOf: (unit, heading) => ({
        file,
        line: rows[unit]!.line,
        ...(heading !== undefined && { field: heading }),
      }),
    },
  };
}

/** Reads a units table by its path. */
export async function readUnitsFile(path: string, encoding?: Encoding): Promise<Reading<Units>> {
  const bytes = await bytesOfFile(path);
  return bytes.ok ? readUnitsTable(bytes.value, path, encoding) : bytes;
}

function byLine(one: Problem, other: Problem): number {
  return (one.place?.line ?? 0) - (other.place?.line ?? 0);
}

function headingProblems(
  headings: readonly string[],
  known: readonly (Known | undefined)[],
  place: Place,
): readonly Problem[] {
  const first = new Map<string, string>();
  const twice = headings.flatMap((heading, index) => {
    const key = known[index] ?? folded(heading);
    const before = first.get(key);
    if (key !== '' && before === undefined) first.set(key, heading);
    return key === '' || before === undefined
      ? []
      : [problem('pool.duplicate-heading', { first: before, second: heading, column: key }, place)];
  });
  return known.includes('name')
    ? twice
    : [...twice, problem('pool.missing-column', { column: 'name' }, place)];
}

/** Every unit has a name, and no other unit has the same. */
function nameProblems(
  rows: readonly CsvRow[],
  headings: readonly string[],
  known: readonly (Known | undefined)[],
  file: string,
): readonly Problem[] {
  const column = known.indexOf('name');
  if (column === -1) return [];
  const first = new Map<string, number>();
  return rows.flatMap(({ cells, line }) => {
    const place = { file, line, field: headings[column]! };
    const name = plainText(cells[column]!);
    if (name === '') return [problem('placements.unnamed-unit', {}, place)];
    const before = first.get(wordKey(name));
    first.set(wordKey(name), before ?? line);
    return before === undefined
      ? []
      : [problem('placements.repeated-unit', { name, first: before, second: line }, place)];
  });
}
