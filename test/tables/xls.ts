/** A cell of a workbook in BIFF8. */
export type XlsCell =
  | string
  | number
  | boolean
  | null
  /** A number with one of the styles. */
  | { readonly v: number; readonly s: number }
  /** The text or number that a formula came to, which is one for several cells. */
  | { readonly formula: string | number; readonly isShared?: true }
  /** A text of which parts are set in other fonts. */
  | { readonly rich: string };

/** A sheet of such a workbook. */
export interface XlsSheet {
  readonly name: string;
  readonly rows: readonly (readonly XlsCell[])[];
  readonly hiddenRows?: readonly number[];
  /** From 0. */
  readonly hiddenColumns?: readonly number[];
  readonly isHidden?: true;
  /** First row, last row, first column, last column, each from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
}

/** What else such a workbook may be. */
export interface XlsOptions {
  /** Whether a password protects it; what it holds is not encrypted for real. */
  readonly isLocked?: true;
  readonly is1904?: true;
  /** Formats of their own, by the number of their style from 1 on; 0 has none. */
  readonly formats?: readonly string[];
}

/** Bytes that a record holds at most; a longer one goes on in others. */
const MOST_IN_RECORD = 8224;
const SECTOR = 512;
/** Streams that are shorter lie in other sectors. */
const LEAST_STREAM = 4096;

/** A workbook of Excel 97 to 2003, written by hand after [MS-XLS] and [MS-CFB]. */
export function xlsOf(sheets: readonly XlsSheet[], options: XlsOptions = {}): Buffer {
  return compoundFile('Workbook', bookStream(sheets, options));
}

function bookStream(sheets: readonly XlsSheet[], { is1904, isLocked, formats = [] }: XlsOptions): Buffer {
  const texts: string[] = [];
  const numberOf = (text: string): number => {
    const known = texts.indexOf(text);
    return known === -1 ? texts.push(text) - 1 : known;
  };
  const bodies = sheets.map((sheet) => sheetStream(sheet, numberOf));
  const globals = (offsets: readonly number[]): Buffer =>
    Buffer.concat([
      record(0x0809, u16(0x0600, 0x0005, 0x0dbb, 0x07cc), u32(0, 6)),
      ...(isLocked === true ? [record(0x002f, u16(0, 0, 0))] : []),
      record(0x0042, u16(1200)),
      record(0x0022, u16(is1904 === true ? 1 : 0)),
      ...formats.map((format, at) => record(0x041e, u16(164 + at), text16(format))),
      ...[0, ...formats.map((_format, at) => 164 + at)].map((format) =>
        record(0x00e0, u16(0, format, 0), Buffer.alloc(14)),
      ),
      ...sheets.map(({ name, isHidden }, at) =>
        record(0x0085, u32(offsets[at]!), Buffer.from([isHidden === true ? 1 : 0, 0]), text8(name)),
      ),
      sharedTexts(texts),
      record(0x000a),
    ]);
  let at = globals(sheets.map(() => 0)).length;
  const offsets = bodies.map((body) => {
    const own = at;
    at += body.length;
    return own;
  });
  return Buffer.concat([globals(offsets), ...bodies]);
}

/** The texts that cells share; those too long for one record go on in the next, which says anew how wide its letters are. */
function sharedTexts(texts: readonly string[]): Buffer {
  const records: Buffer[] = [];
  let id = 0x00fc;
  let held: Buffer = u32(texts.length, texts.length);
  const close = (): void => {
    records.push(record(id, held));
    [id, held] = [0x003c, Buffer.alloc(0)];
  };
  for (const text of texts) {
    if (held.length + 3 > MOST_IN_RECORD) close();
    held = Buffer.concat([held, u16(text.length), Buffer.from([1])]);
    let rest = Buffer.from(text, 'utf16le');
    while (held.length + rest.length > MOST_IN_RECORD) {
      const room = (MOST_IN_RECORD - held.length) & ~1;
      held = Buffer.concat([held, rest.subarray(0, room)]);
      rest = rest.subarray(room);
      close();
      held = Buffer.from([1]);
    }
    held = Buffer.concat([held, rest]);
  }
  close();
  return Buffer.concat(records);
}

function sheetStream(
  { rows, hiddenRows = [], hiddenColumns = [], merges = [] }: XlsSheet,
  numberOf: (text: string) => number,
): Buffer {
  const heads = rows.map((cells, row) =>
    record(
      0x0208,
      u16(row, 0, cells.length, 255, 0, 0),
      u32(0x0100 | (hiddenRows.includes(row + 1) ? 0x20 : 0)),
    ),
  );
  const cells = rows.flatMap((row, at) => row.map((cell, column) => cellRecord(cell, at, column, numberOf)));
  return Buffer.concat([
    record(0x0809, u16(0x0600, 0x0010, 0x0dbb, 0x07cc), u32(0, 6)),
    ...hiddenColumns.map((at) => record(0x007d, u16(at, at, 0, 0, 1, 0))),
    ...heads,
    ...cells,
    record(0x00e5, u16(merges.length, ...merges.flat())),
    record(0x000a),
  ]);
}

function cellRecord(cell: XlsCell, row: number, column: number, numberOf: (text: string) => number): Buffer {
  if (cell === null) return record(0x0201, u16(row, column, 0));
  if (typeof cell === 'string') return record(0x00fd, u16(row, column, 0), u32(numberOf(cell)));
  if (typeof cell === 'boolean') return record(0x0205, u16(row, column, 0), Buffer.from([cell ? 1 : 0, 0]));
  if (typeof cell === 'number') {
    // Whole numbers are packed, as Excel does it.
    return Number.isInteger(cell)
      ? record(0x027e, u16(row, column, 0), u32(((cell << 2) | 2) >>> 0))
      : record(0x0203, u16(row, column, 0), f64(cell));
  }
  if ('v' in cell) return record(0x0203, u16(row, column, cell.s), f64(cell.v));
  if ('rich' in cell) return record(0x00d6, u16(row, column, 0), text16(cell.rich), u16(1, 0, 1));
  const { formula, isShared } = cell;
  const isText = typeof formula === 'string';
  const value = isText ? Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]) : f64(formula);
  return Buffer.concat([
    record(0x0006, u16(row, column, 0), value, u16(0), u32(0), u16(0)),
    ...(isShared === true
      ? [record(0x04bc, u16(row, row), Buffer.from([column, column, 0, 0]), u16(0))]
      : []),
    ...(isText ? [record(0x0207, text16(formula))] : []),
  ]);
}

function record(id: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u16(id, body.length), body]);
}

function u16(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number, 2 * at);
  return bytes;
}

function u32(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * at);
  return bytes;
}

function f64(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(number);
  return bytes;
}

function text16(text: string): Buffer {
  return Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);
}

function text8(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length, 1]), Buffer.from(text, 'utf16le')]);
}

const END_OF_CHAIN = 0xffff_fffe;
const FREE = 0xffff_ffff;
const FAT = 0xffff_fffd;
const NOBODY = 0xffff_ffff;

/** A compound file with one stream: a head, the table of sectors, the directory, the stream. */
function compoundFile(name: string, stream: Buffer): Buffer {
  const size = Math.max(stream.length, LEAST_STREAM);
  const sectors = Math.ceil(size / SECTOR);
  // The table has a place for each sector: its own ones, the directory, the stream.
  let tables = 1;
  while (tables * (SECTOR / 4) < tables + 1 + sectors) tables += 1;
  const chain = Array.from({ length: sectors }, (_each, at) =>
    at === sectors - 1 ? END_OF_CHAIN : tables + 2 + at,
  );
  const table = [...Array.from({ length: tables }, () => FAT), END_OF_CHAIN, ...chain];
  while (table.length < (tables * SECTOR) / 4) table.push(FREE);
  const places = Array.from({ length: 109 }, (_each, at) => (at < tables ? at : FREE));
  const head = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(16),
    u16(0x003e, 0x0003, 0xfffe, 9, 6),
    Buffer.alloc(6),
    u32(0, tables, tables, 0, LEAST_STREAM, END_OF_CHAIN, 0, END_OF_CHAIN, 0, ...places),
  ]);
  const directory = Buffer.concat([
    entry('Root Entry', { kind: 5, child: 1, start: END_OF_CHAIN, size: 0 }),
    entry(name, { kind: 2, child: NOBODY, start: tables + 1, size }),
    Buffer.alloc(2 * 128),
  ]);
  const padded = Buffer.concat([stream, Buffer.alloc(sectors * SECTOR - stream.length)]);
  return Buffer.concat([head, u32(...table), directory, padded]);
}

function entry(
  name: string,
  { kind, child, start, size }: Readonly<Record<'kind' | 'child' | 'start' | 'size', number>>,
): Buffer {
  const named = Buffer.alloc(64);
  named.write(name, 'utf16le');
  return Buffer.concat([
    named,
    u16(2 * (name.length + 1)),
    Buffer.from([kind, 1]),
    u32(NOBODY, NOBODY, child),
    Buffer.alloc(36),
    u32(start, size, 0),
  ]);
}
