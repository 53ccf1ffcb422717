import { serialToDate } from 'hucre';
import { type BiffRecord, RecordReader, recordsIn, unpackedNumber } from './biff-records.ts';
import { dateText, numberText } from '../cell-values.ts';
import { MalformedOfficeFile, streamOf } from './compound-file.ts';
import { type MergedDown, withMerged } from './merged-cells.ts';
import { type NumberStyle, numberStyle } from './number-style.ts';
import {
  type ColumnSpan,
  isInSpan,
  type SheetName,
  type SheetRow,
  UnreadableWorkbook,
  type Workbook,
} from './workbook-rows.ts';

/** The records that tell something of cells ([MS-XLS] 2.3.2). */
const ID = {
  formula: 0x0006,
  end: 0x000a,
  epoch: 0x0022,
  password: 0x002f,
  columns: 0x007d,
  sheet: 0x0085,
  packedNumbers: 0x00bd,
  richText: 0x00d6,
  style: 0x00e0,
  merged: 0x00e5,
  sharedTexts: 0x00fc,
  sharedText: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  booleanOrError: 0x0205,
  textOfFormula: 0x0207,
  row: 0x0208,
  packedNumber: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

/** The version of Excel 97 to 2003; older ones have no Unicode. */
const BIFF8 = 0x0600;
/** Columns of a sheet. */
const MOST_COLUMNS = 256;
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

/**
 * A workbook of Excel 97 to 2003 (`.xls`). Formulas give the value that was saved with them; hidden rows and sheets
 * are told; cells are as people see them.
 *
 * @throws UnreadableWorkbook
 */
export function xlsWorkbook(bytes: Uint8Array): Workbook {
  try {
    const sheets = sheetsIn(streamOf(bytes, 'Workbook', 'Book') ?? malformed());
    return {
      sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      rows: async function* (sheet) {
        const { rows, merged } = sheets[sheet]!;
        yield* withMerged(rows, merged);
      },
      isColumnHidden: (sheet, column) => isInSpan(sheets[sheet]!.hiddenColumns, column),
    };
  } catch (error) {
    if (error instanceof MalformedOfficeFile) throw new UnreadableWorkbook('broken');
    throw error;
  }
}

function malformed(): never {
  throw new MalformedOfficeFile();
}

/** What all sheets share. */
interface Shared {
  readonly texts: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly is1904: boolean;
}

interface ReadSheet extends SheetName {
  readonly rows: readonly SheetRow[];
  readonly merged: readonly MergedDown[];
  readonly hiddenColumns: readonly ColumnSpan[];
}

function sheetsIn(stream: Uint8Array): readonly ReadSheet[] {
  const records = recordsIn(stream);
  const begin = records[0];
  if (begin?.id !== ID.begin) malformed();
  if (new RecordReader(begin).u16() !== BIFF8) throw new UnreadableWorkbook('old');
  const globals = records.slice(0, records.findIndex(({ id }) => id === ID.end) + 1);
  const all = (wanted: number): readonly BiffRecord[] => globals.filter(({ id }) => id === wanted);
  if (all(ID.password).length > 0) throw new UnreadableWorkbook('locked');
  const [epoch] = all(ID.epoch);
  const shared = {
    texts: all(ID.sharedTexts).flatMap(sharedTexts),
    styles: stylesOf(all(ID.format), all(ID.style)),
    is1904: epoch !== undefined && new RecordReader(epoch).u16() === 1,
  };
  return all(ID.sheet).flatMap((record) => {
    const named = sheetNamed(record);
    if (named === undefined) return [];
    const at = records.findIndex(({ offset }) => offset === named.offset);
    if (at === -1) malformed();
    return [{ ...named, ...new SheetReader(shared).read(records, at) }];
  });
}

/** The name of a sheet with cells, and where it begins; `undefined` for a chart or a macro. */
function sheetNamed(record: BiffRecord): (SheetName & { readonly offset: number }) | undefined {
  const reader = new RecordReader(record);
  const offset = reader.u32();
  const isHidden = (reader.u8() & 3) !== 0;
  if (reader.u8() !== 0) return undefined;
  return { name: reader.text(reader.u8()), isHidden, offset };
}

function sharedTexts(record: BiffRecord): readonly string[] {
  const reader = new RecordReader(record);
  reader.skip(4);
  const count = reader.u32();
  const texts: string[] = [];
  while (texts.length < count && reader.rest > 0) texts.push(reader.text(reader.u16()));
  return texts;
}

function stylesOf(formats: readonly BiffRecord[], styles: readonly BiffRecord[]): readonly NumberStyle[] {
  const codes = new Map(
    formats.map((record) => {
      const reader = new RecordReader(record);
      return [reader.u16(), reader.text(reader.u16())] as const;
    }),
  );
  return styles.map((record) => {
    const reader = new RecordReader(record);
    reader.skip(2);
    const id = reader.u16();
    return numberStyle(codes.get(id) ?? String(id));
  });
}

/** Reads the cells of one sheet. */
class SheetReader {
  readonly #shared: Shared;
  readonly #rows = new Map<number, string[]>();
  readonly #hidden = new Set<number>();
  readonly #merged: MergedDown[] = [];
  readonly #hiddenColumns: ColumnSpan[] = [];
  /** The cell of a formula whose text follows. */
  #awaited: readonly [row: number, column: number] | undefined;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  /** @param begin where the sheet begins among the records. */
  read(records: readonly BiffRecord[], begin: number): Omit<ReadSheet, keyof SheetName> {
    // Charts on the sheet have records of their own, from a beginning to an end.
    let depth = 0;
    for (let at = begin; at < records.length; at += 1) {
      const record = records[at]!;
      depth += Number(record.id === ID.begin) - Number(record.id === ID.end);
      if (depth === 0) break;
      if (depth === 1) this.#take(record.id, new RecordReader(record));
    }
    const rows = [...this.#rows]
      .toSorted(([one], [other]) => one - other)
      .map(([row, cells]) => ({
        cells: Array.from(cells, (cell) => cell ?? ''),
        row: row + 1,
        isHidden: this.#hidden.has(row),
      }));
    return { rows, merged: this.#merged, hiddenColumns: this.#hiddenColumns };
  }

  #take(id: number, reader: RecordReader): void {
    switch (id) {
      case ID.row:
        this.#row(reader);
        break;
      case ID.columns:
        this.#columns(reader);
        break;
      case ID.merged:
        this.#merge(reader);
        break;
      case ID.textOfFormula:
        if (this.#awaited !== undefined) this.#set(...this.#awaited, reader.text(reader.u16()));
        this.#awaited = undefined;
        break;
      case ID.formula:
      case ID.packedNumbers:
      case ID.richText:
      case ID.sharedText:
      case ID.number:
      case ID.text:
      case ID.booleanOrError:
      case ID.packedNumber:
        this.#cells(id, reader);
        break;
      default:
    }
  }

  #row(reader: RecordReader): void {
    const row = reader.u16();
    reader.skip(10);
    if ((reader.u32() & 0x20) !== 0) this.#hidden.add(row);
  }

  #columns(reader: RecordReader): void {
    const [first, last] = [reader.u16(), reader.u16()];
    reader.skip(4);
    if ((reader.u16() & 1) !== 0) this.#hiddenColumns.push({ first, last });
  }

  #merge(reader: RecordReader): void {
    for (let count = reader.u16(); count > 0; count -= 1) {
      const [first, last, column] = [reader.u16() + 1, reader.u16() + 1, reader.u16()];
      reader.skip(2);
      if (last > first) this.#merged.push({ first, last, column });
    }
  }

  #cells(id: number, reader: RecordReader): void {
    const row = reader.u16();
    const column = reader.u16();
    if (id === ID.packedNumbers) {
      // Behind the numbers stands the last column.
      for (let at = column; reader.rest >= 6; at += 1) {
        const style = reader.u16();
        this.#set(row, at, this.#number(style, unpackedNumber(reader.u32())));
      }
      return;
    }
    const style = reader.u16();
    if (id === ID.formula) this.#formula(row, column, style, reader);
    else this.#set(row, column, this.#valueOf(id, style, reader));
  }

  #valueOf(id: number, style: number, reader: RecordReader): string {
    switch (id) {
      case ID.sharedText:
        return this.#shared.texts[reader.u32()] ?? malformed();
      case ID.number:
        return this.#number(style, reader.f64());
      case ID.packedNumber:
        return this.#number(style, unpackedNumber(reader.u32()));
      case ID.booleanOrError: {
        const value = reader.u8();
        return reader.u8() === 1 ? errorText(value) : String(value !== 0);
      }
      default:
        return reader.text(reader.u16());
    }
  }

  /** What a formula came to: a number, or, where its last bytes say so, something else. */
  #formula(row: number, column: number, style: number, reader: RecordReader): void {
    const bytes = Uint8Array.from({ length: 8 }, () => reader.u8());
    if (bytes[6] !== 0xff || bytes[7] !== 0xff) {
      this.#set(row, column, this.#number(style, new DataView(bytes.buffer).getFloat64(0, true)));
    } else if (bytes[0] === 0) this.#awaited = [row, column];
    else if (bytes[0] === 1) this.#set(row, column, String(bytes[2] !== 0));
    else if (bytes[0] === 2) this.#set(row, column, errorText(bytes[2]!));
  }

  #number(style: number, value: number): string {
    const shown = this.#shared.styles[style] ?? 'number';
    const isDate = shown === 'date' || shown === 'month' || shown === 'year';
    return isDate ? dateText(serialToDate(value, this.#shared.is1904), shown) : numberText(value, shown);
  }

  #set(row: number, column: number, text: string): void {
    if (column >= MOST_COLUMNS) malformed();
    const cells = this.#rows.get(row) ?? [];
    cells[column] = text;
    this.#rows.set(row, cells);
  }
}

function errorText(code: number): string {
  return ERRORS[code] ?? '#ERR!';
}
