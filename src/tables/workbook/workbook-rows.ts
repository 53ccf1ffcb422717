import type { SheetScan } from './sheet-scan.ts';
import type { ZipFault } from './zip-guard.ts';

/** The formats of workbooks that are read. */
export type WorkbookKind = 'xlsx' | 'ods' | 'xls';

/** Why a workbook cannot be read. */
type WorkbookFault = ZipFault | 'locked' | 'old';

/** A sheet of a workbook. */
export interface SheetName {
  readonly name: string;
  readonly isHidden: boolean;
}

/** Columns of a sheet beside each other, from 0, both ends included. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

/** Whether one of some spans has a column. */
export function isInSpan(spans: readonly ColumnSpan[], column: number): boolean {
  return spans.some(({ first, last }) => first <= column && column <= last);
}

/** A row of a sheet: its cells as texts, as people see them, with dates as `1980-05-17`. */
export interface SheetRow {
  readonly cells: readonly string[];
  /** From 1. */
  readonly row: number;
  readonly isHidden: boolean;
}

/** A workbook whose sheets can be read. */
export interface Workbook {
  readonly sheets: readonly SheetName[];
  /** The rows of a sheet, by its place among the sheets; those without any cell may be left out. */
  rows(sheet: number): AsyncIterable<SheetRow>;
  /** Whether a column of a sheet, from 0, is hidden; what it holds is read all the same. */
  isColumnHidden(sheet: number, column: number): boolean;
  /** A scan of a large sheet from its first row on; absent where the library reads it. */
  scan?(sheet: number): SheetScan;
}

/** Thrown where a workbook turns out to be unreadable. */
export class UnreadableWorkbook extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault) {
    super(fault);
    this.name = 'UnreadableWorkbook';
    this.fault = fault;
  }
}
