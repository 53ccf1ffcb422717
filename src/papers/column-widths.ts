import type { Roster } from './roster.ts';

/** Letters of a column of texts: it parts no word that is shorter, and is not wider where others want room, too. */
const WORD = 11;
const WIDEST = 36;
/** How much wider letters of headings are. */
const BOLD = 1.35;
/** How much of what texts want beyond their longest words they must get at a size of type. */
const COMFORT = 0.55;

/** How a table is laid out. */
export interface TableMeasures {
  /** Points of its type. */
  readonly size: number;
  /** How many letters of that size each column is wide; together they fill the page. */
  readonly widths: readonly number[];
}

/**
 * The largest of some sizes of type at which the texts of a roster have room, and the widths of its columns:
 * short ones as wide as their longest cell, which stays on one line; the rest is parted among the texts as they
 * are long. At the smallest size, columns are squeezed where even that is not enough.
 *
 * @param lettersAt how many letters of a size stand side by side on the page.
 * @param sizes in points, the largest first.
 */
export function tableMeasures(
  { columns, sections }: Pick<Roster, 'columns' | 'sections'>,
  sizes: readonly number[],
  lettersAt: (size: number) => number,
): TableMeasures {
  const wants = wantsOf({ columns, sections });
  const least = sum(wants.map((each) => each.least));
  const most = sum(wants.map((each) => each.most));
  const size =
    sizes.find((each) => lettersAt(each) >= least + COMFORT * (most - least)) ?? sizes.at(-1) ?? 11;
  const page = lettersAt(size);
  if (page < least || most === least) {
    return { size, widths: wants.map((each) => (each.least * page) / least) };
  }
  const part = (page - least) / (most - least);
  return { size, widths: wants.map((each) => each.least + part * (each.most - each.least)) };
}

/** How many letters wide a table is at least without parting words. */
export function leastWidth(table: Pick<Roster, 'columns' | 'sections'>): number {
  return sum(wantsOf(table).map(({ least }) => least));
}

/** How wide each column must be, and would be. */
function wantsOf({
  columns,
  sections,
}: Pick<Roster, 'columns' | 'sections'>): readonly { readonly least: number; readonly most: number }[] {
  const rows = sections.flatMap((section) => section.rows);
  return columns.map(({ heading, kind }, at) => {
    const cells = rows.map((row) => row[at]!);
    const head = longestWord([heading]) * BOLD;
    const whole = Math.max(head, ...cells.map((cell) => cell.length));
    if (kind === 'short') return { least: whole + 2.5, most: whole + 2.5 };
    const least = Math.min(WORD, Math.max(head, longestWord(cells))) + 1.5;
    return { least, most: Math.max(least, Math.min(WIDEST, whole + 2)) };
  });
}

function longestWord(texts: readonly string[]): number {
  return texts.reduce(
    (longest, text) => text.split(' ').reduce((most, word) => Math.max(most, word.length), longest),
    0,
  );
}

/** What numbers come to. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** On how many lines a text stands in a column of so many letters. */
export function linesOfText(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width));
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= room) {
      used = needed;
      continue;
    }
    lines += Number(used > 0) + Math.ceil(word.length / room) - 1;
    used = word.length % room || room;
  }
  return lines;
}
