import { plainText } from '../pool/cells/cells.ts';
import { headedTable } from '../pool/reading/headed-table.ts';
import type { Pool } from '../pool/pool.ts';
import { isJson, readSlate, unknownMembers } from '../pool/read-slate.ts';
import { columnOfHeading, folded, PLACE_HEADINGS, TITLE_HEADINGS } from '../pool/synonyms.ts';
import type { TableSource } from '../pool/reading/workbook-table.ts';
import { PLACE_TITLE } from '../rules/lists/ordered-list.ts';
import type { OrderedList } from '../rules/lists/list-declaration.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';
import { appointmentId, titleNamed } from './named-appointments.ts';

/** What a list is read against. */
interface ListGround {
  readonly pool: Pool;
  readonly list: OrderedList;
  readonly titles: readonly TitleDeclaration[];
}

/** Somebody on a list as it was written: an id, or an appointment that says the place itself. */
interface Line {
  readonly id: string;
  /** As it was written; absent: by the order. */
  readonly at?: string;
  readonly title?: string;
  readonly place: Place;
}

/**
 * The people of a list with their places, by appointment id: from a table with a column of places, or in the
 * order in which a table, a list of ids or an answer of `propose` names them. Where substitutes stand beside, a
 * column says of each who they are.
 */
export function readList(source: TableSource, file: string, ground: ListGround): Reading<readonly string[]> {
  const lines = isJson(source) ? undefined : linesOfTable(source, file, ground.list);
  if (lines?.ok === false) return lines;
  if (lines !== undefined) return placed(lines.value, ground, file);
  const listed = readSlate(source, file);
  if (!listed.ok) return listed;
  const { ids, placeOf } = listed.value;
  return placed(
    ids.map((id, index) => ({ id, place: placeOf(index) })),
    ground,
    file,
  );
}

/** The lines of a table that says places or titles; `undefined` for one that says nothing but who. */
function linesOfTable(
  source: TableSource,
  file: string,
  { substitutes }: OrderedList,
): Reading<readonly Line[]> | undefined {
  const table = headedTable(source, file);
  if (!table.ok) return undefined;
  const { headings, rows, problems } = table.value;
  const column = (names: ReadonlySet<string>): number =>
    headings.findIndex((each) => names.has(folded(each)));
  // Without substitutes a column of posts says what people do now.
  const [at, title] = [column(PLACE_HEADINGS), substitutes ? column(TITLE_HEADINGS) : -1];
  const id = headings.findIndex((heading) => columnOfHeading(heading)?.name === 'id');
  if (id === -1 || (at === -1 && title === -1)) return undefined;
  if (problems.length > 0) return { ok: false, problems };
  const cell = (cells: readonly string[], index: number): string => plainText(cells[index] ?? '');
  const lines = rows.map(({ cells, line }): Line => ({
    id: cell(cells, id),
    ...(at !== -1 && { at: cell(cells, at) }),
    ...(title !== -1 && { title: cell(cells, title) }),
    place: { file, line },
  }));
  // A place without an id is empty.
  return { ok: true, value: lines.filter((line) => line.id !== '') };
}

/** People in the order in which somebody named them, by their ids or by those of appointments. */
export function inOrder(
  ids: readonly string[],
  ground: ListGround,
  placeOf: (index: number) => Place,
): Reading<readonly string[]> {
  return placed(
    ids.map((id, index) => ({ id, place: placeOf(index) })),
    ground,
    placeOf(0).file ?? '',
  );
}

function placed(
  lines: readonly Line[],
  { pool, list, titles }: ListGround,
  file: string,
): Reading<readonly string[]> {
  const problems: Problem[] = [];
  if (lines.length === 0) problems.push(problem('placements.empty-list', undefined, { file }));
  const known = new Set(pool.ids);
  const first = new Map<string, number>();
  const ids = lines.map((line, index) => {
    const named = known.has(line.id) ? undefined : placeNamed(line.id);
    const { id, at, title } = { ...line, ...named };
    const before = first.get(id);
    if (before === undefined) first.set(id, index + 1);
    else problems.push(problem('pool.slate-duplicate', { id, first: before, second: index + 1 }, line.place));
    problems.push(...unknownMembers(pool, [id], line.place));
    const number = at === undefined ? index + 1 : Number(at);
    if (!Number.isInteger(number) || number < 1 || number > list.max)
      problems.push(
        problem('placements.no-place', { found: at ?? String(number), places: list.max }, line.place),
      );
    const held = titleOf(title, list, titles);
    if (held === undefined) {
      const allowed = titles.map((each) => each.id);
      problems.push(
        title === undefined
          ? problem('placements.which-of-two', { allowed }, line.place)
          : problem('placements.unknown-title', { title, allowed }, line.place),
      );
    }
    return appointmentId(id, String(number), held ?? PLACE_TITLE);
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: ids };
}

/** The title of somebody on the list: where nobody stands beside another, it need not be said. */
function titleOf(
  written: string | undefined,
  { substitutes }: OrderedList,
  titles: readonly TitleDeclaration[],
): string | undefined {
  if (written === undefined) return substitutes ? undefined : PLACE_TITLE;
  return titleNamed(written, titles)?.id;
}

const APPOINTED = /^(?<id>.+)@(?<at>\d+)\/(?<title>[^/@]+)$/;

/** The place that an id of an appointment names: `E-017@3/place`. */
function placeNamed(
  text: string,
): { readonly id: string; readonly at: string; readonly title: string } | undefined {
  const found = APPOINTED.exec(text)?.groups;
  return found === undefined ? undefined : { id: found['id']!, at: found['at']!, title: found['title']! };
}
