import type { CodedColumn, NumericColumn } from '../rules/fact-table.ts';
import { ByteDictionary } from '../tables/byte-dictionary.ts';
import { wordKey } from '../tables/same-word.ts';
import type { Cell, CellFault } from './cells.ts';
import type { DayRange } from './civil-date.ts';

/**
 * Columns while they are being read, one cell after the other. Each distinct cell of a column is read once
 * and remembered by its number; a row costs one look-up and four bytes.
 */
export interface GrowingColumn<Column> {
  /** Adds the next row's cell. A fault adds an empty cell, so that the rows stay level. */
  add(bytes: Uint8Array, start: number, end: number, hash: number): CellFault | undefined;
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
    if (this.#size === this.#codes.length) {
      const doubled = new Uint32Array(this.#size * 2);
      doubled.set(this.#codes);
      this.#codes = doubled;
    }
    this.#codes[this.#size] = code;
    this.#size += 1;
  }

  /** The number that was added as the `index`th, from 0. */
  at(index: number): number {
    return this.#codes[index]!;
  }

  /** What was added, without the room to grow. */
  finish(): Uint32Array {
    return this.#codes.slice(0, this.#size);
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

  /** Adds the next row's cell and tells its number. */
  add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const code = start === end ? 0 : this.#dictionary.numberOf(bytes, start, end, hash);
    this.#codes.add(code);
    return code;
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

  add(bytes: Uint8Array, start: number, end: number, hash: number): CellFault | undefined {
    return this.#taken(this.cells.add(bytes, start, end, hash));
  }

  addText(raw: string): CellFault | undefined {
    return this.#taken(this.cells.addText(raw));
  }

  written(): WrittenColumn {
    return this.cells.written();
  }

  abstract finish(): Column;

  /** Keeps the value of the next distinct cell; nothing for one that is empty or cannot be read. */
  protected abstract keep(value: Value | undefined): void;

  #taken(code: number): CellFault | undefined {
    if (code === this.#converted) {
      this.#converted += 1;
      const cell = this.#read(this.cells.text(code));
      if (cell.is === 'fault') this.#faults.set(code, cell.fault);
      this.keep(cell.is === 'value' ? cell.value : undefined);
    }
    return this.#faults.size === 0 ? undefined : this.#faults.get(code);
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
