/** One line of CSV (RFC 4180, but ended by LF alone). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** The same line with cells that no spreadsheet takes for formulas. */
export function inertCsvLine(cells: readonly string[]): string {
  return csvLine(cells.map(inert));
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** What spreadsheets take for the beginning of a formula; those of Chinese and Japanese take wide signs for it, too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const MARKED_FORMULA = /^'+(?=[=+\-@\t\r＝＋－＠])/;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before one that begins like it. Numbers
 * below 0 are numbers.
 */
export function inert(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text that {@link inert} made inert, however often: what is left never begins with its mark. */
export function withoutMark(text: string): string {
  return text.replace(MARKED_FORMULA, '');
}
