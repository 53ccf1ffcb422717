import { formatValue } from 'hucre';
import type { NumberStyle } from './workbook/number-style.ts';

/** Digits that a number of 64 bits holds for sure; more are noise of the computing. */
const DIGITS = 15;

/** A number of a workbook as people see it. */
export function numberText(value: number, style: NumberStyle = 'number'): string {
  if (typeof style === 'object') return formatValue(value, style.zeros);
  return style === 'percent' ? `${decimals(100 * value)}%` : decimals(value);
}

function decimals(value: number): string {
  const number = Number(value.toPrecision(DIGITS));
  const text = String(number);
  return text.includes('e') ? number.toFixed(Math.abs(number) < 1 ? 20 : 0) : text;
}

/**
 * A date of a workbook. They come as midnight UTC; a time of the day is kept only where there is one. Where a cell
 * shows a month or a year alone, its first day stands for it: nobody said that day.
 */
export function dateText(date: Date, style: NumberStyle = 'date'): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  if (style === 'month' && text.endsWith('-01T00:00:00.000Z')) return text.slice(0, 7);
  if (style === 'year' && text.endsWith('-01-01T00:00:00.000Z')) return text.slice(0, 4);
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
