import { access } from 'node:fs/promises';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { ColumnPlan } from '../../pool/headings/column-plan.ts';
import { readMappingFile } from '../../pool/headings/mapping-file.ts';
import { LEAVE_OUT, type Mapping } from '../../pool/headings/mapping-schema.ts';
import type { Pool } from '../../pool/pool.ts';
import { repeatedIds, samePersons, withOwnNumbers } from '../../pool/pools-together.ts';
import { readPoolFile } from '../../pool/reading/read-csv.ts';
import { readAs } from '../../pool/headings/table-layout.ts';
import { rowOf } from '../../pool/reading/rows-as-text.ts';
import { inertCsvLine } from '../../tables/csv/write-csv.ts';
import { noticeItems } from '../../questions/notices.ts';
import { noticeSchema } from '../../check/answer-parts.ts';
import { eachOnce, InputError, type Problem } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { TableEncodings } from '../options/table-encodings.ts';
import { readingIn } from '../inputs.ts';
import { tellNotices } from '../printing/notice-lines.ts';
import { type Column, tableLines } from '../printing/table.ts';
import { unwritable, writeFiles } from './written-files.ts';

/** The answer of `slate pool import`. */
const importSchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      candidates: z.number().int(),
      columns: z.array(
        z.object({
          heading: z.string(),
          /** The fact that it is read as, or the name under which it is carried along; absent: it is not read. */
          as: z.string().optional(),
          /** From 0, carried along, to 1. */
          sure: z.number(),
        }),
      ),
    }),
  ),
  candidates: z.number().int(),
  notices: z.array(noticeSchema).optional(),
});

interface Delivery {
  readonly file: string;
  readonly pool: Pool;
  readonly plan: ColumnPlan;
}

/**
 * Reads tables of several units as one pool, and writes it as the CSV that every command reads. What each
 * column is read as is shown; a mapping that is not there yet is written as it was guessed, to be looked
 * through and used again.
 *
 * @throws InputError with everything that is wrong with all of them.
 */
export async function importPools(
  files: readonly string[],
  read: Readonly<Record<string, unknown>>,
  cli: Cli,
): Promise<Answer> {
  const out = textIn(read, 'out');
  const map = textIn(read, 'map');
  const isMapped = map !== undefined && (await isThere(map));
  const written = [out, isMapped ? undefined : map].filter((each) => each !== undefined);
  const outputs = await unwritable(written, files);
  const mapping = isMapped ? await readMappingFile(map) : undefined;
  const readings = await Promise.all(
    files.map((file) => delivered(file, mapping?.ok === true ? mapping.value : undefined, read)),
  );
  const found = readings.flatMap((each) => (each.ok ? [each.value] : []));
  const pools = withOwnNumbers(found.map(({ pool }) => pool));
  const deliveries = found.map((each, at): Delivery => ({ ...each, pool: pools[at]! }));
  const problems: readonly Problem[] = [
    ...outputs,
    ...TableEncodings.in(read).ofOthersThan(files),
    ...[mapping, ...readings].flatMap((each) => (each === undefined || each.ok ? [] : each.problems)),
    ...repeatedIds(deliveries.map(({ pool }) => pool)),
  ];
  // Of several sheets of a workbook the same is told already.
  const notices = eachOnce([
    ...deliveries.flatMap(({ pool }) => pool.notices),
    ...samePersons(deliveries.map(({ pool }) => pool)),
  ]);
  if (problems.length > 0) throw new InputError(problems, notices);
  tellNotices(notices, cli);
  const unwritten = await writeFiles(
    [
      { file: out, content: () => [...csvOf(deliveries)].join('') },
      { file: isMapped ? undefined : map, content: () => mappingText(deliveries) },
    ],
    cli,
  );
  return { ...answerOf(deliveries, notices, cli), unwritten };
}

function textIn(read: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = read[name];
  return typeof value === 'string' ? value : undefined;
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function delivered(
  file: string,
  mapping: Mapping | undefined,
  read: Readonly<Record<string, unknown>>,
): Promise<
  | { readonly ok: true; readonly value: Delivery }
  | { readonly ok: false; readonly problems: readonly Problem[] }
> {
  const { encoding, sheet } = readingIn(read, file);
  const reading = await readPoolFile(file, {
    mapping,
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
  });
  if (!reading.ok) return reading;
  const { layout } = reading.value;
  if (layout === undefined) throw new Error('a pool was read without headings');
  return { ok: true, value: { file, pool: reading.value, plan: layout.plan } };
}

function* csvOf(deliveries: readonly Delivery[]): Generator<string> {
  const headings = [...new Set(deliveries.flatMap(({ pool }) => pool.headings))];
  yield inertCsvLine(headings);
  for (const { pool } of deliveries) {
    for (let row = 0; row < pool.size; row += 1) {
      const cells = rowOf(pool, row);
      yield inertCsvLine(headings.map((heading) => cells.get(heading) ?? ''));
    }
  }
}

/** Only whole columns can be said in a mapping; those of one gender are found by their headings. */
function mappingText(deliveries: readonly Delivery[]): string {
  const columns = deliveries.flatMap(({ plan }) =>
    plan.columns.flatMap(({ heading, role }): [string, string][] => {
      if (role.is === 'left-out') return [[heading, LEAVE_OUT]];
      return role.is === 'fact' || role.is === 'extra' ? [[heading, role.name]] : [];
    }),
  );
  return stringify({ columns: Object.fromEntries(columns) });
}

function answerOf(deliveries: readonly Delivery[], notices: readonly Problem[], cli: Cli): Answer {
  const { say } = cli;
  const candidates = deliveries.reduce((sum, { pool }) => sum + pool.size, 0);
  const json: z.input<typeof importSchema> = {
    files: deliveries.map(({ file, pool, plan }) => ({
      file,
      candidates: pool.size,
      columns: plan.columns.map((column) => {
        const as = readAs(column);
        return { heading: column.heading, sure: column.sure, ...(as !== undefined && { as }) };
      }),
    })),
    candidates,
    ...(notices.length > 0 && { notices: noticeItems(notices) }),
  };
  const columns: readonly Column[] = [
    { heading: say('cli.import-heading', undefined), folds: true },
    { heading: say('cli.import-as', undefined) },
    { heading: say('cli.import-sure', undefined) },
  ];
  return {
    exit: EXIT.done,
    json,
    text: () =>
      [
        ...json.files.flatMap((each) => [
          say('cli.imported', { file: each.file, candidates: each.candidates }),
          ...tableLines(
            columns,
            each.columns.map(({ heading, as, sure }) => [
              heading,
              as ?? '–',
              say('cli.import-surely', { sure, isRead: as !== undefined }),
            ]),
            cli.width,
          ),
          '',
        ]),
        say('cli.imported-in-all', { candidates, files: json.files.length }),
      ].join('\n'),
  };
}
