import type { FactColumn } from '../rules/fact-table.ts';
import type { FactType } from '../rules/rule-set.ts';
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
import type { ColumnKind, KnownColumn } from './synonyms.ts';

/** The type of the facts in a known column. */
export function factTypeOf(kind: ColumnKind): FactType {
  return kind === 'boolean' || kind === 'number' || kind === 'date' ? kind : 'text';
}

/** A column of a declared type, ready to grow: any text, yes or no, decimal numbers, dates. */
export function growingColumn(type: FactType): GrowingColumn<FactColumn> {
  switch (type) {
    case 'text':
      return new GrowingCodedColumn('text', textCell);
    case 'boolean':
      return new GrowingCodedColumn('boolean', booleanCell);
    case 'number':
      return new GrowingNumericColumn('number', (raw) => exactNumber(numberCell(raw)));
    case 'date':
      return new GrowingNumericColumn('date', (raw) => wholeDays(dateCell(raw)));
    default:
      return unknownType(type);
  }
}

/** A known column, ready to grow; closed lists and synonyms are its own. */
export function growingKnownColumn(column: KnownColumn): GrowingColumn<FactColumn> {
  switch (column.kind) {
    case 'choice':
      return new GrowingCodedColumn('text', (raw) => choiceCell(raw, column));
    case 'open':
      return new GrowingCodedColumn('text', (raw) => openCell(raw, column));
    default:
      return growingColumn(factTypeOf(column.kind));
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
