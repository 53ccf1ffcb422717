/** Digits that a number of 64 bits holds for sure; more are noise of the computing. */
const DIGITS = 15;

/** A number of a workbook as people see it. */
export function numberText(value: number): string {
  const number = Number(value.toPrecision(DIGITS));
  const text = String(number);
  return text.includes('e') ? number.toFixed(Math.abs(number) < 1 ? 20 : 0) : text;
}

/** A date of a workbook. They come as midnight UTC; a time of the day is kept only where there is one. */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
