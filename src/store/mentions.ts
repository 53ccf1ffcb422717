import { fileKind } from '../tables/file-kind.ts';
import { openWorkbook } from '../tables/workbook.ts';
import { UnreadableWorkbook } from '../tables/workbook-rows.ts';
import { contentOf } from './contents.ts';
import type { Database } from './database.ts';
import { documentSubject, listDocuments } from './documents.ts';
import { unpackedContent } from './unpacked.ts';

/** Where somebody or something is named, and how. */
export interface Mention {
  /** `pool/hai-duong@2`, `draft/ID@3`, `round/committee/1@1`, `run/ID`, `job/ID`. */
  readonly subjects: readonly string[];
  readonly sha256: string;
  /** The lines or rows that name them; what is long is cut. */
  readonly lines: readonly string[];
}

/** Letters of a line that are shown. */
const LONGEST = 400;

/**
 * Everything that a body holds in which a text stands: a name, an id. Spelling counts, capitals do not. So a board
 * can tell somebody what it keeps of them, and what is to be removed.
 */
export async function mentionsOf(db: Database, body: string, text: string): Promise<readonly Mention[]> {
  const named = folded(text.trim());
  if (named === '') return [];
  const subjects = await subjectsBy(db, body);
  const found: Mention[] = [];
  for (const { table, sha256 } of await allContents(db, body)) {
    const bytes = await bytesOf(db, body, table, sha256);
    const lines = bytes === undefined ? [] : await linesWith(bytes, named);
    if (lines.length > 0)
      found.push({ subjects: [...(subjects.get(sha256) ?? [`content/${sha256}`])], sha256, lines });
  }
  return found.toSorted((a, b) => (a.subjects[0]! < b.subjects[0]! ? -1 : 1));
}

function folded(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi');
}

type ContentTable = 'contents' | 'job_inputs';

async function allContents(
  db: Database,
  body: string,
): Promise<readonly { readonly table: ContentTable; readonly sha256: string }[]> {
  const [contents, inputs] = [
    await db
      .selectFrom('contents')
      .select('sha256')
      .where('body', '=', body)
      .where('bytes', 'is not', null)
      .execute(),
    await db.selectFrom('job_inputs').select('sha256').where('body', '=', body).execute(),
  ];
  return [
    ...contents.map(({ sha256 }) => ({ table: 'contents' as const, sha256 })),
    ...inputs.map(({ sha256 }) => ({ table: 'job_inputs' as const, sha256 })),
  ];
}

async function bytesOf(
  db: Database,
  body: string,
  table: ContentTable,
  sha256: string,
): Promise<Buffer | undefined> {
  if (table === 'contents') {
    const content = await contentOf(db, body, sha256);
    return content.kind === 'there' ? content.bytes : undefined;
  }
  const all = db.selectFrom('job_inputs').select('bytes').where('body', '=', body);
  const row = await all.where('sha256', '=', sha256).executeTakeFirst();
  return row && unpackedContent(row.bytes);
}

async function linesWith(bytes: Buffer, named: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(bytes))
    if (folded(line).includes(named)) lines.push(shortened(line, named));
  return lines;
}

/** About the place where it is named: what stands in JSON is one long line. */
function shortened(line: string, named: string): string {
  const at = Math.max(0, folded(line).indexOf(named) - LONGEST / 4);
  return line.length <= LONGEST ? line : line.slice(at, at + LONGEST);
}

async function* linesOf(bytes: Buffer): AsyncIterable<string> {
  const kind = fileKind(bytes);
  if (kind !== 'xlsx' && kind !== 'ods' && kind !== 'xls') {
    // Line ends stand written out in JSON.
    yield* bytes.toString('utf8').split(/\r?\n|\\n/);
    return;
  }
  try {
    const workbook = await openWorkbook(bytes, kind);
    for (const index of workbook.sheets.keys())
      for await (const { cells } of workbook.rows(index)) yield cells.join(' ').trim();
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
  }
}

/** What stands under which hash. */
async function subjectsBy(db: Database, body: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  const add = (sha256: string, subject: string): void =>
    void found.set(sha256, (found.get(sha256) ?? new Set()).add(subject));
  for (const document of await listDocuments(db, body)) add(document.sha256, documentSubject(document));
  const versions = await db.selectFrom('draft_versions').selectAll().where('body', '=', body).execute();
  for (const { content, draft, version } of versions)
    for (const sha256 of [content, ...(await hashesIn(db, body, content))])
      add(sha256, `draft/${draft}@${version}`);
  for (const { content, consultation, number, version } of await db
    .selectFrom('rounds')
    .selectAll()
    .where('body', '=', body)
    .execute())
    for (const sha256 of [content, ...(await hashesIn(db, body, content))])
      add(sha256, `round/${consultation}/${number}@${version}`);
  for (const { id, asked, answer } of await db
    .selectFrom('runs')
    .selectAll()
    .where('body', '=', body)
    .execute())
    for (const sha256 of [asked, answer, ...(await hashesIn(db, body, asked))]) add(sha256, `run/${id}`);
  for (const { job, sha256 } of await db
    .selectFrom('job_needs')
    .selectAll()
    .where('body', '=', body)
    .execute())
    add(sha256, `job/${job}`);
  return found;
}

/** The hashes that a content names: of the texts of a draft, of the table of a round, of the tables of a run. */
async function hashesIn(db: Database, body: string, sha256: string): Promise<readonly string[]> {
  const content = await contentOf(db, body, sha256);
  if (content.kind !== 'there') return [];
  return content.bytes.toString('latin1').match(/(?<=")[0-9a-f]{64}(?=")/g) ?? [];
}
