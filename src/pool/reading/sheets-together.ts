import { CellRow, fillRow } from '../../tables/cell-row.ts';
import { hyphenated } from '../../tables/text/same-word.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { ProblemList } from '../cells/problem-list.ts';
import { Texts } from '../cells/text-column.ts';
import { type ColumnPlan, headingKey } from '../headings/column-plan.ts';
import type { Pool, PoolReading, SheetsFound } from '../pool.ts';
import { repeatedIds, samePersons, withOwnNumbers } from '../pools-together.ts';
import { columnNamed } from '../synonyms.ts';
import { PoolBuilder } from './pool-builder.ts';
import { rowOf } from './rows-as-text.ts';

/** A sheet as it was read. */
interface ReadSheet {
  readonly name: string;
  readonly reading: PoolReading;
}

/** What is known of the workbook of the sheets. */
interface OfWorkbook {
  readonly file: string;
  readonly sheets: SheetsFound;
  /** What is odd about which sheets are read. */
  readonly notices: readonly Problem[];
  readonly sha256: () => string;
}

/** The candidates of a sheet. */
interface NamedPool {
  readonly name: string;
  readonly pool: Pool;
}

/** What programs call sheets that nobody gave a name. */
const UNNAMED = /^(?:sheet|trang[ _]?tính|trang|bảng|tờ)[ _]?\d*$/iu;

/**
 * The candidates of several sheets as one pool, as the deliveries of several units are: running numbers with the name
 * of their sheet before them, ids that two sheets have refused, people who seem to be there twice told. What a sheet
 * has no column for is empty; where none has a column of units, the name of the sheet is the unit.
 */
export function poolOfSheets(read: readonly ReadSheet[], of: OfWorkbook): PoolReading {
  const readable = read.flatMap(({ name, reading }): readonly NamedPool[] => {
    const pool = reading.ok ? reading.value : reading.readable;
    return pool === undefined ? [] : [{ name, pool }];
  });
  const numbered = withOwnNumbers(
    readable.map(({ pool }) => pool),
    { stems: readable.map(({ name }) => hyphenated(name)), by: 'sheet' },
  );
  const named = readable.map(({ name }, at) => ({ name, pool: numbered[at]! }));
  const problems = [
    ...read.flatMap(({ reading }) => (reading.ok ? [] : reading.problems)),
    ...repeatedIds(
      numbered,
      named.map(({ name }) => name),
    ),
  ];
  const { sheets } = of;
  const layout = read.flatMap(({ reading }) => (reading.ok ? reading.value : reading).layout ?? [])[0];
  const whole = named.length === read.length ? together(named, of) : undefined;
  if (problems.length === 0 && whole !== undefined) return { ok: true, value: { ...whole, layout } };
  return { ok: false, problems, sheets, layout, ...(whole !== undefined && { readable: whole }) };
}

/** A column of the pool of several sheets. */
interface SharedColumn {
  readonly heading: string;
  /** What each of their pools calls it; absent where it has no such column. */
  readonly own: readonly (string | undefined)[];
}

/** The name of the sheet is its only cell. */
const UNIT_BY_SHEET = 'unit';

/** One pool of several; `undefined` where not a single candidate can be read. */
function together(named: readonly NamedPool[], of: OfWorkbook): Pool | undefined {
  const { file, sheets, notices, sha256 } = of;
  const pools = named.map(({ pool }) => pool);
  const isByUnit = areUnits(named);
  const columns = [...sharedColumns(pools), ...(isByUnit ? [{ heading: UNIT_BY_SHEET, own: [] }] : [])];
  const rows = named.flatMap(({ pool, name }, at) =>
    Array.from({ length: pool.size }, (_each, row) => ({ pool, name, at, row })),
  );
  const ownHeading = (at: number, heading: string): string =>
    columns.find((column) => column.heading === heading)?.own[at] ?? heading;
  const builder = new PoolBuilder(
    planOf(columns),
    () => ({ file }),
    {
      placeOf: (row, heading = 'id') => {
        const { pool, at, row: own } = rows[row]!;
        return pool.placeOf(own, ownHeading(at, heading));
      },
      duplicateId: (id, first, _second, place) =>
        problem('pool.id-in-two-files', { id, other: rows[first]!.name }, place),
    },
    // What is wrong with a sheet was told when it was read.
    new ProblemList(file),
  );
  const cells = new CellRow();
  for (const { pool, name, at, row } of rows) {
    const own = rowOf(pool, row);
    const texts = columns.map((column) =>
      isByUnit && column.heading === UNIT_BY_SHEET ? name : (own.get(column.own[at] ?? '') ?? ''),
    );
    fillRow(cells, texts, row + 1);
    builder.addRow(cells);
    builder.settle();
  }
  const read = builder.finish(sha256());
  const pool = read.ok ? read.value : read.readable;
  if (pool === undefined) return undefined;
  const units = isByUnit ? [unitsTold(named, file)] : [];
  return {
    ...pool,
    notices: [...notices, ...units, ...pools.flatMap((each) => each.notices), ...samePersons(pools)],
    accepted: pools[0]!.accepted,
    sheets,
    writtenAs: (name) => pools.map((each) => each.writtenAs(name)).find((each) => each !== undefined),
    asWritten: (name) => writtenTogether(pools, name),
  };
}

/** Whether the names of sheets say of which unit their candidates are, and nothing else does. */
function areUnits(named: readonly NamedPool[]): boolean {
  return named.every(
    ({ name, pool }) => !pool.headings.includes(UNIT_BY_SHEET) && !UNNAMED.test(name.normalize('NFC')),
  );
}

function unitsTold(named: readonly NamedPool[], file: string): Problem {
  return problem('notices.unit-by-sheet', { sheets: named.map(({ name }) => name) }, { file });
}

/** The columns that any of the pools has; those of an office's own are the same in any case and with any blanks. */
function sharedColumns(pools: readonly Pool[]): readonly SharedColumn[] {
  const headings = pools.flatMap((pool, at) =>
    pool.headings.map((heading) => {
      const key = pool.extras.has(heading) ? ` ${headingKey(heading)}` : heading;
      return { at, heading, key };
    }),
  );
  return [...Map.groupBy(headings, ({ key }) => key).values()].map((same) => ({
    heading: same[0]!.heading,
    own: pools.map((_pool, at) => same.find((each) => each.at === at)?.heading),
  }));
}

/** Canonical headings are the facts that they name; any other is carried along. */
function planOf(columns: readonly SharedColumn[]): ColumnPlan {
  return {
    columns: columns.map(({ heading }, cell) => {
      const is = columnNamed(heading) === undefined ? 'extra' : 'fact';
      return { cell, heading, role: { is, name: heading }, sure: 1 };
    }),
    isWithoutIds: false,
    problems: [],
    outranked: [],
    unmet: [],
  };
}

/** A column as all the sheets have it, empty on those that lack it. */
function writtenTogether(pools: readonly Pool[], name: string): Texts | undefined {
  const parts = pools.map((pool) => pool.asWritten(name));
  if (parts.every((part) => part === undefined)) return undefined;
  const texts = [''];
  const codes = new Uint32Array(pools.reduce((sum, { size }) => sum + size, 0));
  let row = 0;
  for (const [at, part] of parts.entries()) {
    const before = texts.length;
    for (const text of part?.texts ?? []) texts.push(text);
    for (const code of part?.codes ?? new Uint32Array(pools[at]!.size)) {
      codes[row] = part === undefined ? 0 : before + code;
      row += 1;
    }
  }
  return new Texts({ codes, texts });
}
