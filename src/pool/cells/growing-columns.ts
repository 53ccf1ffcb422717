import type { CodedColumn, NumericColumn } from '../../rules/facts/fact-table.ts';
import { ByteDictionary } from '../../tables/csv/byte-dictionary.ts';
import type { CellBlock } from '../../tables/cell-block.ts';
import { wordKey } from '../../tables/text/same-word.ts';
import type { Cell, CellFault } from './cells.ts';
import type { DayRange } from './civil-date.ts';

/** Says that the cell of a row of a block, from 0, cannot be read. */
type TellFault = (row: number, fault: CellFault) => void;

/**
 * Columns while they are being read, one cell after the other. Each distinct cell of a column is read once
 * and remembered by its number; a row costs one look-up and four bytes.
 */
export interface GrowingColumn<Column> {
  /** Adds the cells of the next rows. A fault adds an empty cell, so that the rows stay level. */
  addAll(block: CellBlock, cell: number, tell: TellFault): void;
  /** Adds a cell that is a text already. */
  addText(raw: string): CellFault | undefined;
  /** The column, to be asked for once, after the last row. */
  finish(): Column;
  /** The cells as they were written. */
  written(): WrittenColumn;
}

/** Whole numbers in one typed array that doubles when it is full. */
export class GrowingCodes {
  #codes = new Uint32Array(1024);
  #size = 0;

  add(code: number): void {
    if (this.#size === this.#codes.length) this.#grow(2 * this.#size);
    this.#codes[this.#size] = code;
    this.#size += 1;
  }

  /** Room for so many more numbers, which whoever asks fills: they begin where {@link size} was. */
  room(count: number): Uint32Array {
    const size = this.#size + count;
    if (size > this.#codes.length) this.#grow(2 * size);
    this.#size = size;
    return this.#codes;
  }

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  /** The number that was added as the `index`th, from 0. */
  at(index: number): number {
    return this.#codes[index]!;
  }

  /** What was added, without the room to grow. */
  finish(): Uint32Array {
    return this.#codes.slice(0, this.#size);
  }

  #grow(room: number): void {
    const codes = new Uint32Array(room);
    codes.set(this.#codes);
    this.#codes = codes;
  }
}

/** A column as it was written: equal cells have equal codes, whatever they mean. */
export interface WrittenColumn {
  readonly codes: Uint32Array;
  /** Distinct cells by code, untouched. */
  readonly texts: readonly string[];
}

/** Collects a column as it is written. Its numbers begin with 0, the empty cell. */
export class GrowingCells {
  readonly #dictionary = new ByteDictionary();
  readonly #codes = new GrowingCodes();

  constructor() {
    this.#dictionary.numberOfText('');
  }

  /** How many distinct cells there are, the empty one included. */
  get distinct(): number {
    return this.#dictionary.size;
  }

  /** How many cells were added. */
  get size(): number {
    return this.#codes.size;
  }

  /** Adds the cells of the next rows. */
  addAll(block: CellBlock, cell: number): void {
    const from = this.#codes.size;
    this.#dictionary.numbersOf(block, block.columnAt(cell), this.#codes.room(block.size), from);
  }

  /** The number of a row's cell. */
  at(row: number): number {
    return this.#codes.at(row);
  }

  /** Adds a cell that is a text already. */
  addText(raw: string): number {
    const code = this.#dictionary.numberOfText(raw);
    this.#codes.add(code);
    return code;
  }

  /** The text of a number. */
  text(code: number): string {
    return this.#dictionary.text(code);
  }

  /** The column so far. */
  written(): WrittenColumn {
    return { codes: this.#codes.finish(), texts: this.#dictionary.texts() };
  }

  /** The codes so far, without their texts. */
  codes(): Uint32Array {
    return this.#codes.finish();
  }
}

/** What every typed column does while it grows: it converts each distinct cell once. */
abstract class GrowingTypedColumn<Value, Column> implements GrowingColumn<Column> {
  protected readonly cells = new GrowingCells();
  readonly #read: (raw: string) => Cell<Value>;
  readonly #faults = new Map<number, CellFault>();
  /** Distinct cells that were converted; the empty one holds nothing. */
  #converted = 1;

  constructor(read: (raw: string) => Cell<Value>) {
    this.#read = read;
  }

  addAll(block: CellBlock, cell: number, tell: TellFault): void {
    const from = this.cells.size;
    this.cells.addAll(block, cell);
    this.#convert();
    if (this.#faults.size === 0) return;
    for (let row = 0; row < block.size; row += 1) {
      const fault = this.#faults.get(this.cells.at(from + row));
      if (fault !== undefined) tell(row, fault);
    }
  }

  addText(raw: string): CellFault | undefined {
    const code = this.cells.addText(raw);
    this.#convert();
    return this.#faults.get(code);
  }

  written(): WrittenColumn {
    return this.cells.written();
  }

  abstract finish(): Column;

  /** Keeps the value of the next distinct cell; nothing for one that is empty or cannot be read. */
  protected abstract keep(value: Value | undefined): void;

  /** Reads what is new. */
  #convert(): void {
    for (; this.#converted < this.cells.distinct; this.#converted += 1) {
      const cell = this.#read(this.cells.text(this.#converted));
      if (cell.is === 'fault') this.#faults.set(this.#converted, cell.fault);
      this.keep(cell.is === 'value' ? cell.value : undefined);
    }
  }
}

/**
 * A column of texts or booleans. Texts that are one word in two spellings are one value, under the spelling
 * that came first.
 */
export class GrowingCodedColumn extends GrowingTypedColumn<string | boolean, CodedColumn> {
  readonly #type: 'text' | 'boolean';
  readonly #codeOfValue = new Map<string | boolean, number>();
  readonly #values: (string | boolean | null)[] = [null];
  /** The code of each distinct cell. */
  readonly #codeOfCell: number[] = [0];

  constructor(type: 'text' | 'boolean', read: (raw: string) => Cell<string | boolean>) {
    super(read);
    this.#type = type;
    // Fixed codes for booleans, so that a column's codes say the same in every pool.
    if (type === 'boolean') for (const each of [false, true]) this.#codeOf(each);
  }

  finish(): CodedColumn {
    const codes = this.cells.codes();
    const codeOf = Uint32Array.from(this.#codeOfCell);
    // Mostly each cell has one spelling, and its number is that of its value.
    if (codeOf.some((code, cell) => code !== cell)) {
      for (let row = 0; row < codes.length; row += 1) codes[row] = codeOf[codes[row]!]!;
    }
    return { type: this.#type, codes, values: this.#values };
  }

  protected keep(value: string | boolean | undefined): void {
    this.#codeOfCell.push(value === undefined ? 0 : this.#codeOf(value));
  }

  #codeOf(value: string | boolean): number {
    const key = typeof value === 'string' ? wordKey(value) : value;
    const known = this.#codeOfValue.get(key);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(value);
    this.#codeOfValue.set(key, code);
    return code;
  }
}

/** What one distinct cell of a numeric column holds. */
interface NumericCell extends DayRange {
  readonly decimals: number;
}

/** Decimals that the denominator of a column follows; finer numbers are treated as rounded. */
const MAX_DECIMALS = 6;

/** A column of numbers or dates. */
export class GrowingNumericColumn extends GrowingTypedColumn<NumericCell, NumericColumn> {
  readonly #type: 'number' | 'date';
  readonly #lows: number[] = [Number.NaN];
  readonly #highs: number[] = [Number.NaN];
  #decimals = 0;
  #hasRanges = false;

  constructor(type: 'number' | 'date', read: (raw: string) => Cell<NumericCell>) {
    super(read);
    this.#type = type;
  }

  finish(): NumericColumn {
    const codes = this.cells.codes();
    const low = decoded(codes, this.#lows);
    const high = this.#hasRanges ? decoded(codes, this.#highs) : low;
    return { type: this.#type, low, high, denominator: 10 ** this.#decimals };
  }

  protected keep(cell: NumericCell | undefined): void {
    const { low, high, decimals } = cell ?? { low: Number.NaN, high: Number.NaN, decimals: 0 };
    this.#lows.push(low);
    this.#highs.push(high);
    this.#decimals = Math.max(this.#decimals, Math.min(decimals, MAX_DECIMALS));
    this.#hasRanges ||= low < high;
  }
}

function decoded(codes: Uint32Array, values: readonly number[]): Float64Array {
  const column = new Float64Array(codes.length);
  const numbers = Float64Array.from(values);
  for (let row = 0; row < codes.length; row += 1) column[row] = numbers[codes[row]!]!;
  return column;
}
