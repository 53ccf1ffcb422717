import { z } from 'zod';
import { poolsWith } from '../../opening/shipped.ts';
import { nameSchema, poolSourceSchema } from '../../questions/case-schema.ts';
import { noticeItems } from '../../questions/notices.ts';
import { noticeKey, poolNotices } from '../../pool/notices/notices.ts';
import type { Pool, SheetsFound } from '../../pool/pool.ts';
import { readAs, type TableLayout } from '../../pool/headings/table-layout.ts';
import { rowOf } from '../../pool/reading/rows-as-text.ts';
import { problem, valueOf } from '../../words/problem.ts';
import {
  type PoolAnswer,
  poolAnswerSchema,
  poolListSchema,
  type PoolValidation,
  poolValidationSchema,
} from '../answers/pool-answers.ts';
import { IN_VALIDATION, problemItems } from '../answers/problem-items.ts';
import { NotThere, route } from '../requests/route.ts';
import { placeInPool, shippedPools } from '../../opening/shipped-pools.ts';
import { fileKind } from '../../tables/file-kind.ts';
import { csvLine } from '../../tables/csv/write-csv.ts';

const tag = 'Pools';

/** Which pools are there? Only what they are called, and sizes: who is in them is asked one pool at a time. */
export const poolsRoute = route({
  operation: 'listPools',
  method: 'get',
  path: '/api/v1/pools',
  tag,
  summary: 'List the shipped pools',
  work: 'read',
  role: 'reader',
  answer: poolListSchema,
  handle: async ({ language }, reader) => {
    const { pools, unreadable } = await shippedPools(reader);
    return {
      pools: [...pools],
      unreadable: unreadable.map(({ name, problems }) => ({
        name,
        problems: problemItems(problems, language, IN_VALIDATION).map((item) =>
          item.place === undefined ? item : { ...item, place: placeInPool(item.place, name) },
        ),
      })),
    };
  },
});

/** Who is in a pool? */
export const poolRoute = route({
  operation: 'getPool',
  method: 'get',
  path: '/api/v1/pools/{name}',
  tag,
  summary: 'Read a shipped pool as a table',
  work: 'read',
  role: 'reader',
  parameters: z.object({ name: nameSchema }),
  answer: poolAnswerSchema,
  handle: async ({ parameters }, reader) => {
    const { name } = parameters;
    const allowed = poolsWith('pool.csv', reader.folders);
    if (!allowed.includes(name)) throw new NotThere([problem('service.no-pool', { name, allowed })]);
    return poolAnswer(valueOf(await reader.pool({ name })));
  },
});

/** Is this table a pool? */
export const validatePoolRoute = route({
  operation: 'validatePool',
  method: 'post',
  path: '/api/v1/pools/validate',
  tag,
  summary: 'Find every error of a pool, or read it with what looks odd in it',
  work: 'read',
  role: 'reader',
  body: poolSourceSchema,
  answer: poolValidationSchema,
  handle: async ({ body, language }, reader) => {
    const read = await reader.pool(body);
    const { sheets, layout } = read.ok ? read.value : read;
    const found = { ...sheetsAnswer(sheets), ...layoutAnswer(layout) };
    if (!read.ok) {
      const problems = problemItems(read.problems, language, IN_VALIDATION);
      const odd = read.readable?.notices ?? [];
      const accepted = read.readable?.accepted;
      const notices = noticeItems(odd.filter((each) => accepted?.has(noticeKey(each)) !== true));
      return {
        valid: false,
        problems,
        ...(notices.length > 0 && { notices }),
        ...found,
        ...(await sheetToMend(body, read.sheets?.read)),
      };
    }
    const notices = noticeItems(poolNotices(read.value));
    return {
      valid: true,
      problems: [],
      pool: poolAnswer(read.value),
      ...(notices.length > 0 && { notices }),
      ...found,
    };
  },
  outcome: ({ valid }) => (valid ? 'valid' : 'invalid'),
});

/** The one sheet of a workbook that was read, as a text whose cells can be set right. */
async function sheetToMend(
  source: z.output<typeof poolSourceSchema>,
  [sheet, ...others]: readonly string[] = [],
): Promise<Pick<PoolValidation, 'csv'>> {
  if (!('base64' in source) || sheet === undefined || others.length > 0) return {};
  const csv = await sheetAsCsv(Buffer.from(source.base64, 'base64'), sheet);
  return csv === undefined ? {} : { csv };
}

function sheetsAnswer(sheets: SheetsFound | undefined): Pick<PoolValidation, 'sheets'> {
  return sheets === undefined
    ? {}
    : { sheets: { all: [...sheets.all], read: [...sheets.read], alike: [...sheets.alike] } };
}

function layoutAnswer(layout: TableLayout | undefined): Pick<PoolValidation, 'layout'> {
  if (layout === undefined) return {};
  const { plan, line, top, samples } = layout;
  const columns = plan.columns.map((column, at) => {
    const as = readAs(column);
    return {
      heading: column.heading,
      is: column.role.is,
      ...(as !== undefined && { as }),
      sure: column.sure,
      samples: [...(samples[at] ?? [])],
    };
  });
  return { layout: { line, top: top.map((row) => ({ line: row.line, cells: [...row.cells] })), columns } };
}

function poolAnswer(pool: Pool): PoolAnswer {
  return {
    size: pool.size,
    headings: [...pool.headings],
    rows: Array.from({ length: pool.size }, (_each, row) => Object.fromEntries(rowOf(pool, row))),
    sha256: pool.sha256,
  };
}

/** Letters that the text of a sheet may have, to be mended on a page. */
const MOST_TEXT = 4_000_000;

/**
 * A sheet as the text of a CSV file that reads the same, each row on the line of its number, so that places in
 * the one are places in the other; `undefined` for one that is not there, or too large to be mended by hand.
 */
async function sheetAsCsv(bytes: Buffer, sheet: string): Promise<string | undefined> {
  const kind = fileKind(bytes);
  if (kind !== 'xlsx' && kind !== 'ods' && kind !== 'xls') return undefined;
  // Every thread that answers loads the routes; what reads workbooks is a third of them, and few need it.
  const { openWorkbook } = await import('../../tables/workbook/workbook.ts');
  const workbook = await openWorkbook(bytes, kind);
  const at = workbook.sheets.findIndex(({ name }) => name === sheet);
  if (at === -1) return undefined;
  const lines: string[] = [];
  let size = 0;
  for await (const { cells, row } of workbook.rows(at)) {
    while (lines.length < row - 1) lines.push('\n');
    const line = csvLine(cells.map((cell) => cell.replaceAll(/\s+/g, ' ')));
    size += line.length + 1;
    if (size > MOST_TEXT) return undefined;
    lines.push(line);
  }
  return lines.join('');
}
