import { z } from 'zod';
import { type CsvRow, csvRows, csvText } from './reading/headed-table.ts';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';
import { plainId } from './reading/ids.ts';
import type { Pool } from './pool.ts';
import { columnOfHeading } from './synonyms.ts';
import type { TableSource } from './reading/workbook-table.ts';
import { jsonIn } from '../tables/text/json-text.ts';

/** An id, and the line (CSV, plain list) or position (JSON) on which it stands. */
interface Mention {
  readonly id: string;
  readonly at: number;
  readonly place: Place;
}

/** A slate as written: its ids in their order, and where each stands. */
export interface WrittenSlate {
  readonly ids: readonly string[];
  readonly placeOf: (index: number) => Place;
}

/**
 * The ids of a slate: from a CSV with a column `id` (or `mã`), from a plain list of one id per line, with or
 * without such a heading, from the rows of a workbook, from a JSON list of strings, or from an answer of
 * `propose` as JSON, whose first slate is taken. Blank lines are skipped. Ids are trimmed and in NFC, as those
 * of a pool are. An empty slate, an id that is named twice, a table without a column of ids, a list of
 * names and a rule set are problems.
 */
export function readSlate(source: TableSource, file: string): Reading<WrittenSlate> {
  const mentions = mentionsIn(source, file);
  if (!mentions.ok) return mentions;
  const problems = duplicatesOf(mentions.value);
  if (mentions.value.length === 0) problems.push(problem('pool.slate-empty', {}, { file }));
  if (problems.length > 0) return { ok: false, problems };
  const ids = mentions.value.map(({ id }) => id);
  return { ok: true, value: { ids, placeOf: (index) => mentions.value[index]!.place } };
}

/** Whether the text of a slate or a plan means to be JSON, which no table begins like. */
export function isJson(source: TableSource): boolean {
  if (typeof source !== 'string' && !Buffer.isBuffer(source)) return false;
  return /^[[{]/.test(source.toString().trimStart());
}

function mentionsIn(source: TableSource, file: string): Reading<readonly Mention[]> {
  if (typeof source !== 'string' && !Buffer.isBuffer(source)) return fromRows(source, file);
  const text = csvText(source, file);
  if (!text.ok) return text;
  if (isJson(text.value)) return fromJson(text.value, file);
  if (isRuleSet(text.value)) return { ok: false, problems: [problem('pool.slate-is-rules', {}, { file })] };
  const read = csvRows(text.value, file);
  return read.ok ? fromRows(read.value, file) : read;
}

/** Whether a text is a rule set in YAML: at the margin it says at least two things that only rule sets say. */
function isRuleSet(text: string): boolean {
  const said = text.matchAll(
    /^(id|title|extends|referenceDate|size|facts|rules|objective|scenarios):(?:\s|$)/gm,
  );
  return new Set(Array.from(said, ([, key]) => key)).size > 1;
}

/** A problem for each id that no candidate of the pool has; the place is one for all ids, or told for each. */
export function unknownMembers(
  pool: Pool,
  ids: readonly string[],
  place?: Place | WrittenSlate['placeOf'],
): readonly Problem[] {
  const known = new Set(pool.ids);
  return ids.flatMap((id, index) => {
    if (known.has(id)) return [];
    return [problem('pool.unknown-member', { id }, typeof place === 'function' ? place(index) : place)];
  });
}

function fromJson(text: string, file: string): Reading<readonly Mention[]> {
  const data = jsonIn(text);
  const list = idsSchema.safeParse(data);
  const answer = proposalsSchema.safeParse(data);
  const [ids, path] = list.success ? [list.data, ''] : [answer.data?.slates[0]?.members, '/slates/0/members'];
  if (ids === undefined) return { ok: false, problems: [problem('pool.slate-not-ids', {}, { file })] };
  return {
    ok: true,
    value: ids.map((id, index) => ({
      id: plainId(id),
      at: index + 1,
      place: { file, field: `${path}/${index}` },
    })),
  };
}

const idsSchema = z.array(z.string());

/** Of an answer of `propose` what tells its slates; of a plan the members are appointments. */
const proposalsSchema = z.object({ slates: z.array(z.object({ members: idsSchema })) });

function fromRows(rows: readonly CsvRow[], file: string): Reading<readonly Mention[]> {
  const headings = rows[0]?.cells ?? [];
  const column = headings.findIndex((heading) => columnOfHeading(heading)?.name === 'id');
  if (column === -1 && headings.length > 1) {
    return { ok: false, problems: [problem('pool.slate-no-id-column', {}, { file, line: 1 })] };
  }
  if (column === -1 && columnOfHeading(headings[0] ?? '')?.name === 'name') {
    return { ok: false, problems: [problem('pool.slate-of-names', {}, { file, line: rows[0]!.line })] };
  }
  const mentions = (column === -1 ? rows : rows.slice(1)).map(({ cells, line }) => ({
    id: plainId(cells[Math.max(column, 0)] ?? ''),
    at: line,
    place: { file, line },
  }));
  return { ok: true, value: mentions.filter(({ id }) => id !== '') };
}

function duplicatesOf(mentions: readonly Mention[]): Problem[] {
  const first = new Map<string, number>();
  return mentions.flatMap(({ id, at, place }) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, at);
      return [];
    }
    return [problem('pool.slate-duplicate', { id, first: before, second: at }, place)];
  });
}
