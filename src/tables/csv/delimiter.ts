/** What may part the cells of a row of CSV. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** Every one of them, the most frequent first. */
export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

const DECLARED = /^"?sep=([,;\t|])"?[ ,;\t|]*(?=[\r\n]|$)/i;

/** The delimiter that the first line of a text declares, as spreadsheets understand it (`sep=;`); that line is no row. */
export function declaredDelimiter(text: string): Delimiter | undefined {
  const declared = DECLARED.exec(text)?.[1];
  return DELIMITERS.find((each) => each === declared);
}
