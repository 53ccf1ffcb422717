import { decoded } from '../tables/text/encoding.ts';
import { fileKind } from '../tables/file-kind.ts';
import { openWorkbook } from '../tables/workbook/workbook.ts';
import { UnreadableWorkbook } from '../tables/workbook/workbook-rows.ts';
import { bytesInBase64, namedTextsIn } from './documents/carried-bytes.ts';
import { contentOf } from './documents/contents.ts';
import type { Database } from './database.ts';
import { type References, referencesIn } from './documents/references.ts';
import { unpackedContent } from './documents/unpacked.ts';

/** Where somebody or something is named, and how. */
export interface Mention {
  /** `pool/hai-duong@2`, `draft/ID@3`, `round/committee/1@1`, `run/ID`, `job/ID`. */
  readonly subjects: readonly string[];
  /** Of the bytes; of what came of a job, of what it was asked. */
  readonly sha256: string;
  /** The lines or rows that name them; what is long is cut. */
  readonly lines: readonly string[];
}

/** Characters of a line that are shown. */
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
  for (const job of await db.selectFrom('jobs').select(['id', 'asked']).where('body', '=', body).execute()) {
    const lines: string[] = [];
    for await (const bytes of cameOf(db, job.id)) lines.push(...(await linesWith(bytes, named)));
    if (lines.length > 0) found.push({ subjects: [`job/${job.id}`], sha256: job.asked, lines });
  }
  return found.toSorted((a, b) => (a.subjects[0]! < b.subjects[0]! ? -1 : 1));
}

/** Outcomes that are read at once: a batch has tens of thousands. */
const AT_ONCE = 1_000;

/** What came of a job: its answer, and the outcomes of its parts, a line each. Who was asked about by name stands here alone. */
async function* cameOf(db: Database, job: string): AsyncIterable<Buffer> {
  const ended = await db.selectFrom('jobs').select('result').where('id', '=', job).executeTakeFirst();
  if (ended?.result) yield unpackedContent(ended.result);
  for (let after = -1; ;) {
    const rows = await db
      .selectFrom('job_cells')
      .select(['cell', 'outcome'])
      .where('job', '=', job)
      .where('cell', '>', after)
      .orderBy('cell')
      .limit(AT_ONCE)
      .execute();
    if (rows.length > 0) yield Buffer.from(rows.map(({ outcome }) => outcome).join('\n'));
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.cell;
  }
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

/**
 * What bytes say, line by line: rows of a workbook, lines of a text in whatever letters, and of what a text carries in
 * base64 again: a draft of the page has a workbook so, and a job what it was asked.
 */
async function* linesOf(bytes: Buffer): AsyncIterable<string> {
  const kind = fileKind(bytes);
  if (kind === 'xlsx' || kind === 'ods' || kind === 'xls') {
    yield* rowsOf(bytes, kind);
    return;
  }
  const text = textOf(bytes);
  // Line ends stand written out in JSON.
  yield* text.split(/\r?\n|\\n/);
  for (const carried of carriedIn(text)) yield* linesOf(carried);
}

async function* rowsOf(bytes: Buffer, kind: 'xlsx' | 'ods' | 'xls'): AsyncIterable<string> {
  try {
    const workbook = await openWorkbook(bytes, kind);
    for (const index of workbook.sheets.keys())
      for await (const { cells } of workbook.rows(index)) yield cells.join(' ').trim();
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
  }
}

/** The letters of bytes: of UTF-8, else of the encoding that speaks for itself. */
function textOf(bytes: Buffer): string {
  const read = decoded(bytes);
  if (read.ok) return read.text;
  const guessed = decoded(bytes, read.guess ?? 'utf-8');
  return guessed.ok ? guessed.text : bytes.toString('utf8');
}

/** Files that a text is base64 of, or that stand so in its JSON. */
function carriedIn(text: string): readonly Buffer[] {
  const texts = text.startsWith('{') ? namedTextsIn(jsonIn(text)).map(([, inner]) => inner) : [text];
  return texts.flatMap((each) => bytesInBase64(each) ?? []);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A table whose first letter is a brace.
    return undefined;
  }
}

/** What stands under which hash, jobs too. */
async function subjectsBy(db: Database, body: string): Promise<References> {
  const found = new Map(await referencesIn(db, body));
  const needs = await db.selectFrom('job_needs').selectAll().where('body', '=', body).execute();
  for (const { job, sha256 } of needs) found.set(sha256, new Set(found.get(sha256)).add(`job/${job}`));
  return found;
}
