import { isDateFormat } from 'hucre';

/**
 * What a number of a workbook is shown as, by the format of its cell: itself, a day, a month or a year alone, a
 * part of a hundred, or digits with zeros before them (`000`, `"HD-"000`).
 */
export type NumberStyle = 'number' | 'date' | 'month' | 'year' | 'percent' | { readonly zeros: string };

/** Formats that go by their number (ECMA-376, 18.8.30) of those that say more than that a number is a date. */
const BY_NUMBER: Readonly<Record<string, string>> = { 9: '0%', 10: '0.00%', 17: 'mmm-yy' };

/** What stands in a format for itself: texts in quotation marks, signs behind a backslash, signs that need none. */
const LITERALS = /"[^"]*"|\\./g;
/** A format of nothing but zeros, and what stands before them: how many digits a number shows at least. */
const LEADING_ZEROS = /^(?:"[^"]*"|\\.|[-/ .:])*0{2,}$/;

/** What a format makes of a number. @param format its code, or its number where it has none */
export function numberStyle(format: string): NumberStyle {
  const code = BY_NUMBER[format] ?? format;
  if (isDateFormat(code)) return dateStyle(code);
  if (LEADING_ZEROS.test(code)) return { zeros: code };
  return code.replaceAll(LITERALS, '').includes('%') ? 'percent' : 'number';
}

function dateStyle(code: string): NumberStyle {
  const bare = code
    .replaceAll(LITERALS, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .toLowerCase();
  if (!bare.includes('y') || /[dhs]/.test(bare)) return 'date';
  return bare.includes('m') ? 'month' : 'year';
}
