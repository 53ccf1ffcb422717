import { type FontEncoding, unicodeOf } from '../../tables/text/font-letters.ts';
import { UnreadableWorkbook, type Workbook, type WorkbookKind } from '../../tables/workbook/workbook-rows.ts';
import { openWorkbook } from '../../tables/workbook/workbook.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { ProblemList } from '../cells/problem-list.ts';
import type { Mapping, SheetsNamed } from '../headings/mapping-schema.ts';
import type { PoolReading, SheetsFound } from '../pool.ts';
import { type ChosenSheets, chosenSheets } from './chosen-sheets.ts';
import { PoolRows } from './pool-rows.ts';
import { sheetIntoRows } from './sheet-into-rows.ts';
import { poolOfSheets } from './sheets-together.ts';

/** What whoever gives a workbook says of it. */
interface WorkbookReading {
  readonly sheet: SheetsNamed | undefined;
  readonly font: FontEncoding | undefined;
  readonly mapping: Mapping | undefined;
}

/**
 * Reads the sheets of a workbook that are named, its letters converted where they are those of an old font: one as
 * the table that it is, several as the tables of several units.
 *
 * @param file as the user named it.
 * @param sha256 of the bytes, asked for where they could be read.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  kind: WorkbookKind,
  file: string,
  { sheet, font, mapping }: WorkbookReading,
  sha256: () => string,
): Promise<PoolReading> {
  try {
    const read = await openWorkbook(bytes, kind);
    const workbook = font === undefined ? read : inUnicode(read, font);
    const of = await chosenSheets(workbook, sheet, mapping);
    const found = sheetsFound(workbook, of);
    if (of.missing.length > 0 || of.chosen.length === 0) {
      const missing = of.missing.length > 0 ? of.missing : [''];
      const problems = missing.map((named) =>
        problem('pool.no-sheet', { named, allowed: found.all }, { file }),
      );
      return { ok: false, problems, sheets: found };
    }
    const about = noticesOfSheets(workbook, of, file);
    return of.chosen.length === 1
      ? await readSheet(workbook, of.chosen[0]!, {
          problems: new ProblemList(file),
          mapping,
          found,
          about,
          sha256,
        })
      : await readSheets(workbook, of, { file, mapping, found, about, sha256 });
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    const { fault } = error;
    return { ok: false, problems: [problem('pool.unreadable-workbook', { fault }, { file })] };
  }
}

/** The same workbook, the letters of its cells converted one by one. */
function inUnicode(workbook: Workbook, font: FontEncoding): Workbook {
  return {
    sheets: workbook.sheets,
    isColumnHidden: (sheet, column) => workbook.isColumnHidden(sheet, column),
    rows: async function* (sheet) {
      for await (const row of workbook.rows(sheet))
        yield { ...row, cells: row.cells.map((cell) => unicodeOf(cell, font)) };
    },
  };
}

/** How sheets are read, and what else is known of their workbook. */
interface SheetReading {
  readonly mapping: Mapping | undefined;
  readonly found: SheetsFound;
  /** What is odd about which sheets are read. */
  readonly about: readonly Problem[];
  readonly sha256: () => string;
}

async function readSheet(
  workbook: Workbook,
  sheet: number,
  { problems, mapping, found, about, sha256 }: SheetReading & { readonly problems: ProblemList },
): Promise<PoolReading> {
  const rows = new PoolRows(problems, mapping);
  rows.ofWorkbook(found);
  await sheetIntoRows(workbook, sheet, rows);
  for (const each of about) rows.notice(() => each);
  return rows.finish(sha256);
}

async function readSheets(
  workbook: Workbook,
  { chosen }: ChosenSheets,
  { file, ...reading }: SheetReading & { readonly file: string },
): Promise<PoolReading> {
  const read: { readonly name: string; readonly reading: PoolReading }[] = [];
  for (const sheet of chosen) {
    const { name } = workbook.sheets[sheet]!;
    const problems = new ProblemList(file, name);
    read.push({ name, reading: await readSheet(workbook, sheet, { ...reading, about: [], problems }) });
  }
  const { found, about, sha256 } = reading;
  return poolOfSheets(read, { file, sheets: found, notices: about, sha256 });
}

function sheetsFound({ sheets }: Workbook, { chosen, alike }: ChosenSheets): SheetsFound {
  const nameOf = (sheet: number): string => sheets[sheet]!.name;
  return { all: sheets.map(({ name }) => name), read: chosen.map(nameOf), alike: alike.map(nameOf) };
}

/** What somebody who looks at the workbook may believe to be read, and is not. */
function noticesOfSheets(
  { sheets }: Workbook,
  { chosen, alike, unlike }: ChosenSheets,
  file: string,
): readonly Problem[] {
  const place = { file };
  const nameOf = (sheet: number): string => sheets[sheet]!.name;
  const read = chosen.map(nameOf);
  const isUnread = (sheet: number): boolean => !chosen.includes(sheet);
  const unread = [...sheets.keys()].filter(isUnread);
  // Beside a sheet that was named for what it is, it says nothing that others are like the first.
  const isCompared = chosen.some((sheet) => alike.includes(sheet));
  const same = isCompared ? alike.filter(isUnread) : [];
  const odd = isCompared ? unlike : [];
  const told = new Set([...same, ...odd.map(({ sheet }) => sheet)]);
  const others = unread.filter((sheet) => !sheets[sheet]!.isHidden && !told.has(sheet)).map(nameOf);
  const hidden = unread.filter((sheet) => sheets[sheet]!.isHidden).map(nameOf);
  return [
    ...(others.length > 0 ? [problem('notices.other-sheets', { read, others }, place)] : []),
    ...(same.length > 0 ? [problem('notices.alike-sheets', { read, same: same.map(nameOf) }, place)] : []),
    ...odd.map(({ sheet, lacking, further }) => {
      const parameters = { sheet: nameOf(sheet), isRead: !isUnread(sheet), lacking, further };
      return problem('notices.unlike-sheet', parameters, place);
    }),
    ...(hidden.length > 0 ? [problem('notices.hidden-sheets', { sheets: hidden }, place)] : []),
  ];
}
