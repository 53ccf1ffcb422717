import { rowOf } from '../pool/reading/rows-as-text.ts';
import { rowsById } from '../rules/facts/fact-table.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { inertCsvLine } from '../tables/csv/write-csv.ts';
import { columnsBehind, TELLING, usualColumns } from './columns.ts';
import type { PaperSlate } from './paper.ts';

/** How a table is made. */
interface TableOptions {
  /** Names of facts and headings, as `columnsNamed` gives them; absent: the usual ones. */
  readonly columns?: readonly string[] | undefined;
  readonly blind?: boolean | undefined;
}

/**
 * A slate as CSV, a line a member, or a plan, a line a post, those left vacant without an id. It is data, as a
 * pool is: names of columns and closed values in English, dates as `1980-05-17`, no column that is worked out;
 * so it is read wherever a slate, a plan or a pool is. Of an ordered list it has the place of each. No cell
 * begins like a formula.
 */
export function slateCsv(
  asked: SlateCase,
  slate: PaperSlate,
  { columns, blind = false }: TableOptions,
): string {
  const { pool, placement } = asked;
  const shown = (columns ?? usualColumns(asked, blind)).flatMap((fact) => columnsBehind(fact, asked));
  const further = [...new Set(shown)].filter(
    (heading) =>
      !(blind && columns === undefined && TELLING.includes(heading)) &&
      !['id', 'name'].includes(heading) &&
      !(heading === 'unit' && placement !== undefined && placement.list === undefined),
  );
  const person = [...(blind ? [] : ['name']), ...further];
  const rows = rowsById(pool);
  const cellsOf = (id: string): readonly string[] => {
    const cells = rowOf(pool, rows.get(id)!);
    return person.map((heading) => cells.get(heading) ?? '');
  };
  // At a place of a list without substitutes there is nobody to tell apart.
  const isTitled = placement?.list === undefined || placement.list.substitutes;
  const lines =
    placement === undefined
      ? slate.members.map((id) => [id, ...cellsOf(id)])
      : postLines(placement, slate).map(({ unit, title, id }) => [
          unit,
          ...(isTitled ? [title] : []),
          id ?? '',
          ...(id === undefined ? person.map(() => '') : cellsOf(id)),
        ]);
  const where = placement?.list === undefined ? 'unit' : 'place';
  const head =
    placement === undefined ? ['id', ...person] : [where, ...(isTitled ? ['title'] : []), 'id', ...person];
  return [head, ...lines].map(inertCsvLine).join('');
}

interface PostLine {
  readonly unit: string;
  readonly title: string;
  readonly id?: string;
}

/** Every post with each of its holders, in the order of the units table. */
function postLines(
  { posts }: NonNullable<SlateCase['placement']>,
  { appointments = [] }: PaperSlate,
): readonly PostLine[] {
  const holders = Map.groupBy(
    appointments.flatMap(({ candidate, posts: held }) => held.map((post) => ({ ...post, id: candidate }))),
    ({ unit, title }) => `${unit}\n${title}`,
  );
  return posts.flatMap(
    ({ unit, title }): readonly PostLine[] => holders.get(`${unit}\n${title}`) ?? [{ unit, title }],
  );
}
