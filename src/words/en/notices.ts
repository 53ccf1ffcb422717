import { shortened } from '../found.ts';
import { count } from '../number.ts';

/** English sentences of `notices`: what is possible, and looks odd. */
export const noticesEn = {
  'notices.hidden-rows': ({ count: rows }: { count: number }) =>
    `${count(rows, 'row')} of the sheet ${rows === 1 ? 'is' : 'are'} hidden, and read like the others`,
  'notices.other-sheets': ({ name, others }: { name: string; others: readonly string[] }) =>
    `the sheet ${quoted(name)} is read; the workbook also has ${others.map(quoted).join(', ')}`,
  'notices.outranked-heading': ({ heading, by }: { heading: string; by: string }) =>
    `${quoted(by)} says it more exactly than ${quoted(heading)}, which is only carried along`,
  'notices.row-left-out': ({ text }: { text: string }) =>
    `the row ${quoted(text)} is no candidate, and left out`,
};

function quoted(text: string): string {
  return `“${shortened(text)}”`;
}
