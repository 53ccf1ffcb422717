import type { CodedColumn, NumericColumn } from '../rules/fact-table.ts';
import { owned, type Cell, type CellFault } from './cells.ts';
import type { DayRange } from './civil-date.ts';

/**
 * Columns while they are being read, one cell after the other. Each distinct text of a column is
 * read once and remembered by its code; a row costs one look-up and four bytes.
 */
export interface GrowingColumn<Column> {
  /** Adds the next row's cell. A fault adds an empty cell, so that the rows stay level. */
  add(raw: string): CellFault | undefined;
  /** The column, to be asked for once, after the last row. */
  finish(): Column;
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

/** The code of a text that cannot be read; no column has so many distinct values. */
const FAULT = 0xff_ff_ff_ff;

/** A column of texts or booleans. */
export class GrowingCodedColumn implements GrowingColumn<CodedColumn> {
  readonly #type: 'text' | 'boolean';
  readonly #read: (raw: string) => Cell<string | boolean>;
  readonly #codes = new GrowingCodes();
  readonly #codeOfRaw = new Map<string, number>([['', 0]]);
  readonly #codeOfValue = new Map<string | boolean, number>();
  readonly #faults = new Map<string, CellFault>();
  readonly #values: (string | boolean | null)[] = [null];

  constructor(type: 'text' | 'boolean', read: (raw: string) => Cell<string | boolean>) {
    this.#type = type;
    this.#read = read;
    // Fixed codes for booleans, so that a column's codes say the same in every pool.
    if (type === 'boolean') for (const each of [false, true]) this.#codeOf(each);
  }

  add(raw: string): CellFault | undefined {
    const code = this.#codeOfRaw.get(raw) ?? this.#codeOfNew(raw);
    if (code === FAULT) {
      this.#codes.add(0);
      return this.#faults.get(raw);
    }
    this.#codes.add(code);
    return undefined;
  }

  finish(): CodedColumn {
    return { type: this.#type, codes: this.#codes.finish(), values: this.#values };
  }

  #codeOfNew(cut: string): number {
    const raw = owned(cut);
    const cell = this.#read(raw);
    const code = cell.is === 'value' ? this.#codeOf(cell.value) : cell.is === 'missing' ? 0 : FAULT;
    if (cell.is === 'fault') this.#faults.set(raw, cell.fault);
    this.#codeOfRaw.set(raw, code);
    return code;
  }

  #codeOf(value: string | boolean): number {
    const known = this.#codeOfValue.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(value);
    this.#codeOfValue.set(value, code);
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
export class GrowingNumericColumn implements GrowingColumn<NumericColumn> {
  readonly #type: 'number' | 'date';
  readonly #read: (raw: string) => Cell<NumericCell>;
  readonly #codes = new GrowingCodes();
  readonly #codeOfRaw = new Map<string, number>([['', 0]]);
  readonly #faults = new Map<string, CellFault>();
  readonly #lows: number[] = [Number.NaN];
  readonly #highs: number[] = [Number.NaN];
  #decimals = 0;
  #hasRanges = false;

  constructor(type: 'number' | 'date', read: (raw: string) => Cell<NumericCell>) {
    this.#type = type;
    this.#read = read;
  }

  add(raw: string): CellFault | undefined {
    const code = this.#codeOfRaw.get(raw) ?? this.#codeOfNew(raw);
    if (code === FAULT) {
      this.#codes.add(0);
      return this.#faults.get(raw);
    }
    this.#codes.add(code);
    return undefined;
  }

  finish(): NumericColumn {
    const codes = this.#codes.finish();
    const low = decoded(codes, this.#lows);
    const high = this.#hasRanges ? decoded(codes, this.#highs) : low;
    return { type: this.#type, low, high, denominator: 10 ** this.#decimals };
  }

  #codeOfNew(cut: string): number {
    const raw = owned(cut);
    const cell = this.#read(raw);
    const code = cell.is === 'value' ? this.#newCode(cell.value) : cell.is === 'missing' ? 0 : FAULT;
    if (cell.is === 'fault') this.#faults.set(raw, cell.fault);
    this.#codeOfRaw.set(raw, code);
    return code;
  }

  #newCode({ low, high, decimals }: NumericCell): number {
    this.#lows.push(low);
    this.#highs.push(high);
    this.#decimals = Math.max(this.#decimals, Math.min(decimals, MAX_DECIMALS));
    this.#hasRanges ||= low !== high;
    return this.#lows.length - 1;
  }
}

function decoded(codes: Uint32Array, values: readonly number[]): Float64Array {
  const column = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) column[row] = values[codes[row]!]!;
  return column;
}
