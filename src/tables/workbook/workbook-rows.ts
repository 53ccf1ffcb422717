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
