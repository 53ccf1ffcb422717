import { unreadable } from './csv-bytes.ts';
import { delimiterOf } from './csv-delimiter.ts';
import { CsvRows } from './csv-rows.ts';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';
import type { Pool } from './pool.ts';
import { columnOfHeading } from './synonyms.ts';

/** An id and the line (CSV, plain list) or position (JSON) on which it stands. */
interface Mention {
  readonly id: string;
  readonly at: number;
}

/**
 * The ids of a slate: from a CSV with a column `id` (or `mã`), from a plain list of one id per line,
 * with or without such a heading, or from a JSON list of strings. Blank lines are skipped. Ids are
 * trimmed and in NFC, as those of a pool are. An empty slate, an id that is named twice and a table
 * without a column of ids are problems.
 */
export function readSlate(source: string | Buffer, file: string): Reading<readonly string[]> {
  const bytes = typeof source === 'string' ? Buffer.from(source, 'utf8') : source;
  const found = unreadable(bytes);
  if (found !== undefined) {
    return {
      ok: false,
      problems: [found.found(found.line === undefined ? { file } : { file, line: found.line })],
    };
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const mentions = text.trimStart().startsWith('[') ? fromJson(text, file) : fromTable(text, file);
  if (!mentions.ok) return mentions;
  const problems = duplicatesOf(mentions.value, file);
  if (mentions.value.length === 0) problems.push(problem('pool.slate-empty', {}, { file }));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: mentions.value.map(({ id }) => id) };
}

/** A problem for each id of a slate that no candidate of the pool has. */
export function unknownMembers(pool: Pool, ids: readonly string[], place?: Place): readonly Problem[] {
  const known = new Set(pool.ids);
  return ids.filter((id) => !known.has(id)).map((id) => problem('pool.unknown-member', { id }, place));
}

function fromJson(text: string, file: string): Reading<readonly Mention[]> {
  const list = parsedJson(text);
  if (!Array.isArray(list) || !list.every((each): each is string => typeof each === 'string')) {
    return { ok: false, problems: [problem('pool.slate-not-ids', {}, { file })] };
  }
  return { ok: true, value: list.map((id, index) => ({ id: plainId(id), at: index + 1 })) };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromTable(text: string, file: string): Reading<readonly Mention[]> {
  const { rows, problems } = rowsOf(text, file);
  if (problems.length > 0) return { ok: false, problems };
  const headings = rows[0]?.cells ?? [];
  const column = headings.findIndex((heading) => columnOfHeading(heading)?.name === 'id');
  if (column === -1 && headings.length > 1) {
    return { ok: false, problems: [problem('pool.slate-no-id-column', {}, { file, line: 1 })] };
  }
  const mentions = (column === -1 ? rows : rows.slice(1)).map(({ cells, line }) => ({
    id: plainId(cells[Math.max(column, 0)] ?? ''),
    at: line,
  }));
  return { ok: true, value: mentions.filter(({ id }) => id !== '') };
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

function rowsOf(text: string, file: string) {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const csv = new CsvRows(delimiterOf(/^[^\r\n]*/.exec(text)?.[0] ?? ''), {
    row: (cells, line) => rows.push({ cells: [...cells], line }),
    strayQuote: (line) => problems.push(problem('pool.stray-quote', {}, { file, line })),
    openQuote: (line) => problems.push(problem('pool.unterminated-quote', {}, { file, line })),
  });
  csv.push(text);
  csv.end();
  return { rows, problems };
}

function plainId(text: string): string {
  return text.normalize('NFC').trim();
}

function duplicatesOf(mentions: readonly Mention[], file: string): Problem[] {
  const first = new Map<string, number>();
  return mentions.flatMap(({ id, at }) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, at);
      return [];
    }
    return [problem('pool.slate-duplicate', { id, first: before, second: at }, { file, line: at })];
  });
}
