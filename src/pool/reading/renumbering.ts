import { CellRow, fillRow } from '../../tables/cell-row.ts';
import { plainText } from '../cells/cells.ts';
import { isPartNumber, runningNumber, type TableOfPeople } from '../left-out-rows.ts';

/**
 * Lists whose numbering begins again in every part: a number alone is no id there. From the second part on
 * the part is put before it: `II.1`, or `2.1` where the parts have no numbers of their own.
 */
export class Renumbering {
  readonly #table: TableOfPeople;
  readonly #row = new CellRow();
  readonly #used = new Set<string>();
  /** The number of the part that was read last. */
  #label: string | undefined;
  #isPartBehind = false;
  #last = 0;
  #parts = 1;
  /** What stands before the numbers of this part; `''` in the first. */
  #before = '';

  constructor(table: TableOfPeople) {
    this.#table = table;
  }

  /** Takes note of a row that is no candidate. */
  leftOut(row: CellRow): void {
    const { id } = this.#table;
    const text = id === undefined ? '' : plainText(row.text(id));
    this.#isPartBehind = true;
    if (isPartNumber(text)) this.#label = text.replace(/[.)]$/, '');
  }

  /** Whether the numbering begins again with this row. */
  beginsAgain(row: CellRow): boolean {
    const { id, isNumbered } = this.#table;
    if (!isNumbered || id === undefined) return false;
    const number = runningNumber(row.text(id));
    const isAgain = number === 1 && this.#last > 0 && (this.#last > 1 || this.#isPartBehind);
    if (isAgain) this.#begin();
    if (this.#before === '' && this.#label !== undefined) this.#used.add(this.#label);
    this.#last = number ?? this.#last;
    this.#isPartBehind = false;
    return isAgain;
  }

  /** The row with the part before its number; `undefined` where it stays as it is. */
  renumbered(row: CellRow): CellRow | undefined {
    const { id } = this.#table;
    if (this.#before === '' || id === undefined) return undefined;
    const cells = row.texts();
    fillRow(this.#row, cells.with(id, `${this.#before}.${plainText(cells[id]!)}`), row.line);
    return this.#row;
  }

  #begin(): void {
    this.#parts += 1;
    const isNew = this.#label !== undefined && !this.#used.has(this.#label);
    this.#before = isNew ? this.#label! : String(this.#parts);
    this.#used.add(this.#before);
  }
}
