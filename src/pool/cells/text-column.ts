import { plainText } from './cells.ts';
import type { WrittenColumn } from './growing-columns.ts';

/** A column of plain texts, in which equal ones are held once. */
export class Texts implements WrittenColumn {
  readonly codes: Uint32Array;
  /** Distinct cells by code; those of a code are the same text, but two codes may be one text, too. */
  readonly texts: readonly string[];

  /** @param translate puts each text into other words. */
  constructor({ codes, texts }: WrittenColumn, translate?: (raw: string) => string) {
    this.codes = codes;
    this.texts = texts.map((text) => plainText(translate === undefined ? text : translate(text)));
  }

  /** The text of a row; `''`: empty. */
  at(row: number): string {
    return this.texts[this.codes[row]!]!;
  }
}
