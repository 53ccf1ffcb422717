import { plainText } from './cells.ts';
import type { WrittenColumn } from './growing-columns.ts';

/** A column of plain texts, in which equal ones are held once. */
export class Texts implements WrittenColumn {
  readonly codes: Uint32Array;
  /** Distinct cells by code; those of a code are the same text, but two codes may be one text, too. */
  readonly texts: readonly string[];

  constructor({ codes, texts }: WrittenColumn) {
    this.codes = codes;
    this.texts = texts.map(plainText);
  }

  /** The text of a row; `''`: empty. */
  at(row: number): string {
    return this.texts[this.codes[row]!]!;
  }
}
