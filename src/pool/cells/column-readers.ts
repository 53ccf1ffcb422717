import type { FactColumn } from '../../rules/facts/fact-table.ts';
import type { FactType } from '../../rules/rule-set.ts';
import {
  booleanCell,
  choiceCell,
  dateCell,
  numberCell,
  openCell,
  textCell,
  type Cell,
  type CellFault,
  type DecimalNumber,
} from './cells.ts';
import type { DayRange } from './civil-date.ts';
import {
  GrowingCodedColumn,
  GrowingNumericColumn,
  type GrowingColumn,
  type WrittenColumn,
} from './growing-columns.ts';
import type { ColumnKind, KnownColumn } from '../synonyms.ts';

/** The type of the facts in a known column. */
export function factTypeOf(kind: ColumnKind): FactType {
  return kind === 'boolean' || kind === 'number' || kind === 'date' ? kind : 'text';
}

/** A column of a declared type, ready to grow: any text, yes or no, decimal numbers, dates. */
export function growingColumn(
  type: FactType,
  translate: (raw: string) => string = asItIs,
): GrowingColumn<FactColumn> {
  switch (type) {
    case 'text':
      return new GrowingCodedColumn('text', (raw) => textCell(translate(raw)));
    case 'boolean':
      return new GrowingCodedColumn('boolean', (raw) => booleanCell(translate(raw)));
    case 'number':
      return new GrowingNumericColumn('number', (raw) => exactNumber(numberCell(translate(raw))));
    case 'date':
      return new GrowingNumericColumn('date', (raw) => wholeDays(dateCell(translate(raw))));
    default:
      return unknownType(type);
  }
}

/** A known column, ready to grow; closed lists and synonyms are its own. */
export function growingKnownColumn(
  column: KnownColumn,
  translate: (raw: string) => string = asItIs,
): GrowingColumn<FactColumn> {
  switch (column.kind) {
    case 'choice':
      return new GrowingCodedColumn('text', (raw) => choiceCell(translate(raw), column));
    case 'open':
      return new GrowingCodedColumn('text', (raw) => openCell(translate(raw), column));
    default:
      return growingColumn(factTypeOf(column.kind), translate);
  }
}

/** Texts read as a type, each distinct one once; what cannot be read is told for every row that has it. */
export function typedColumn(
  { codes, texts }: WrittenColumn,
  type: FactType,
  tell: (fault: CellFault, row: number) => void,
): FactColumn {
  const column = growingColumn(type);
  for (let row = 0; row < codes.length; row += 1) {
    const fault = column.addText(texts[codes[row]!]!);
    if (fault !== undefined) tell(fault, row);
  }
  return column.finish();
}

function asItIs(raw: string): string {
  return raw;
}

function unknownType(type: never): never {
  throw new TypeError(`no column has the type ${String(type)}`);
}

type NumericCell = DayRange & { readonly decimals: number };

function exactNumber(cell: Cell<DecimalNumber>): Cell<NumericCell> {
  if (cell.is !== 'value') return cell;
  const { value, decimals } = cell.value;
  return { is: 'value', value: { low: value, high: value, decimals } };
}

function wholeDays(cell: Cell<DayRange>): Cell<NumericCell> {
  return cell.is === 'value' ? { is: 'value', value: { ...cell.value, decimals: 0 } } : cell;
}
