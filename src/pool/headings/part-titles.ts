import { CellRow, fillRow } from '../../tables/cell-row.ts';
import { plainText } from '../cells/cells.ts';
import { isPartNumber } from '../left-out-rows.ts';
import { isSumHeading } from '../synonyms.ts';

/** Cells of a title at most: its number and its words, which may stand in each of some merged cells. */
const MOST_TEXTS = 2;

/** The number of a part before its words: `I. Khối Đảng`, `A - XÃ ÁI QUỐC`. */
const NUMBERED = /^(?:[IVXLC]+|[A-ZĐ]|\d{1,3})\s*[.):–-]\s*(?=\S)/;

/**
 * Lists in parts whose titles say what is the same for all below, such as their unit: where the mapping says so
 * (`parts: unit`), the words of the title stand in one more column of every row.
 */
export class PartTitles {
  readonly #width: number;
  readonly #row = new CellRow();
  #title = '';

  /** @param width how many columns the table has without that of the titles. */
  constructor(width: number) {
    this.#width = width;
  }

  /**
   * Takes note of a row that is no candidate: a title, unless it is a sum or says more than one thing.
   *
   * @returns the words of the title.
   */
  leftOut(row: CellRow): string | undefined {
    const texts = [...new Set(row.texts().map(plainText))].filter((text) => text !== '');
    const [title, ...others] = texts.filter((text) => !isPartNumber(text) && !/^\d+[.)]?$/.test(text));
    if (title === undefined || others.length > 0 || texts.length > MOST_TEXTS || isSumHeading(title))
      return undefined;
    this.#title = title.replace(NUMBERED, '');
    return this.#title;
  }

  /** The row with the title that it stands below; empty above the first one. */
  titled(row: CellRow): CellRow {
    const cells = row.texts().slice(0, this.#width);
    const room = Array.from({ length: this.#width - cells.length }, () => '');
    fillRow(this.#row, [...cells, ...room, this.#title], row.line);
    return this.#row;
  }
}
