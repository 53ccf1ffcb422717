import { type Language, type Text, inEachLanguage, LANGUAGES } from '../words/language.ts';
import { formatNumber } from '../words/number.ts';
import { phrase } from '../words/catalogue.ts';
import type { Sweep, SweepCell } from './answers.ts';
import { escaped } from '../papers/html.ts';

/** Width and height of a cell, and the room for the axes, in pixels. */
const CELL = { width: 58, height: 30 } as const;
const LEFT = 90;
const TOP = 46;
/** More columns than this leave no room for numbers in the cells. */
const MOST_NUMBERED = 24;

/** Pale to dark: told apart without colours, too. */
const SCALE = [
  [237, 244, 250],
  [178, 210, 235],
  [104, 163, 210],
  [43, 108, 171],
  [16, 61, 112],
] as const;

/** One picture of a sweep: its last two variations as rows and columns, all others at one value. */
interface Facet {
  /** What the other variations stand at; empty where there are none. */
  readonly title: Text;
  /** The cells of the picture, row by row; absent where not solved. */
  readonly rows: readonly (readonly (SweepCell | undefined)[])[];
}

/** The pictures of a sweep, in the order of its grid. */
export function facetsOf({ variations, cells }: Sweep): readonly Facet[] {
  const outer = variations.slice(0, -2);
  const byPlace = new Map(cells.map((cell) => [cell.at.join(), cell]));
  const down = variations.at(-2);
  const across = variations.at(-1)!;
  return placesIn(outer.map(({ values }) => values.length)).map((fixed) => ({
    title: inEachLanguage((language) =>
      outer.map(({ title, values }, index) => `${title[language]}: ${values[fixed[index]!]!}`).join('; '),
    ),
    rows: (down?.values ?? ['']).map((_, row) =>
      across.values.map((__, column) =>
        byPlace.get([...fixed, ...(down === undefined ? [] : [row]), column].join()),
      ),
    ),
  }));
}

function placesIn(lengths: readonly number[]): readonly (readonly number[])[] {
  return lengths.reduce<readonly (readonly number[])[]>(
    (places, length) => places.flatMap((place) => Array.from({ length }, (_, index) => [...place, index])),
    [[]],
  );
}

/** The heat map of one facet as SVG: the stronger the colour, the better; hatched where no slate exists. */
export function heatMap(sweep: Sweep, facet: Facet, language: Language): string {
  const across = sweep.variations.at(-1)!;
  const down = sweep.variations.at(-2);
  const [columns, rows] = [across.values.length, facet.rows.length];
  const [width, height] = [LEFT + columns * CELL.width + 8, TOP + rows * CELL.height + 8];
  const range = rangeOf(sweep);
  const label = phrase(language, 'scenarios.map-label', { title: sweep.title[language] });
  const cells = facet.rows.flatMap((row, y) =>
    row.map((cell, x) => cellOf(cell, x, y, range, sweep, language)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(label)}" font-family="system-ui, sans-serif" font-size="12">
<defs><pattern id="none-${language}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3f3f3"/><line x1="0" y1="0" x2="0" y2="6" stroke="#b9b9b9" stroke-width="2"/></pattern></defs>
${text(LEFT + (columns * CELL.width) / 2, 14, 'middle', across.title[language])}
${down === undefined ? '' : text(4, TOP - 8, 'start', shortened(down.title[language]))}
${across.values.map((value, x) => text(LEFT + (x + 0.5) * CELL.width, TOP - 8, 'middle', value)).join('')}
${(down?.values ?? []).map((value, y) => text(LEFT - 8, TOP + (y + 0.65) * CELL.height, 'end', value)).join('')}
${cells.join('\n')}
</svg>`;
}

function text(x: number, y: number, anchor: string, content: string, fill = '#1c2430'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${escaped(content)}</text>`;
}

/** A title above the row labels must not run into the column labels. */
function shortened(title: string): string {
  return title.length > 13 ? `${title.slice(0, 12)}…` : title;
}

type Range = readonly [low: number, high: number];

function rangeOf({ cells }: Sweep): Range {
  const values = cells.flatMap(({ objective }) => objective ?? []);
  return [Math.min(...values), Math.max(...values)];
}

function cellOf(
  cell: SweepCell | undefined,
  x: number,
  y: number,
  range: Range,
  sweep: Sweep,
  language: Language,
): string {
  const [left, top] = [LEFT + x * CELL.width, TOP + y * CELL.height];
  const value = cell?.objective;
  const shade = value === undefined ? 0 : shadeOf(value, range);
  const none = cell?.status === 'infeasible' ? `url(#none-${language})` : '#fff';
  const fill = value === undefined ? none : rgb(shade);
  const stroke = cell?.frontier === true ? 'stroke="#c2410c" stroke-width="3"' : 'stroke="#fff"';
  const numbered = value !== undefined && sweep.variations.at(-1)!.values.length <= MOST_NUMBERED;
  const label = numbered ? formatNumber(Math.round(value * 10) / 10, language) : '';
  return `<g>${cell === undefined ? '' : `<title>${escaped(told(cell, sweep))}</title>`}<rect x="${left + 1.5}" y="${top + 1.5}" width="${CELL.width - 3}" height="${CELL.height - 3}" fill="${fill}" ${stroke}/>${label === '' ? '' : text(left + CELL.width / 2, top + CELL.height * 0.65, 'middle', label, shade > 0.55 ? '#fff' : '#1c2430')}</g>`;
}

function shadeOf(value: number, [low, high]: Range): number {
  return high > low ? (value - low) / (high - low) : 1;
}

function rgb(shade: number): string {
  const at = shade * (SCALE.length - 1);
  const lower = Math.min(Math.floor(at), SCALE.length - 2);
  const mixed = SCALE[lower]!.map((from, index) =>
    Math.round(from + (SCALE[lower + 1]![index]! - from) * (at - lower)),
  );
  return `rgb(${mixed.join(' ')})`;
}

/** What a cell says when it is pointed at, in both languages. */
function told(cell: SweepCell, sweep: Sweep): string {
  return LANGUAGES.map((language) => {
    const where = sweep.variations
      .map(({ title, values }, index) => `${title[language]} ${values[cell.at[index]!]!}`)
      .join(', ');
    return `${where}: ${cellInWords(cell, sweep, language)}`;
  }).join('\n');
}

/** What a cell came to, in words. */
export function cellInWords(
  cell: SweepCell,
  { base: { objective: base }, plan = false }: Sweep,
  language: Language,
): string {
  if (cell.objective === undefined) {
    if (cell.conflict !== undefined) return cell.conflict.message[language];
    const code = cell.status === 'infeasible' ? 'scenarios.no-slate' : 'scenarios.not-known';
    return phrase(language, code, { plan });
  }
  return phrase(language, 'scenarios.cell', {
    objective: cell.objective,
    difference: base === undefined ? undefined : cell.objective - base,
    comes: cell.changes?.comes ?? [],
    goes: cell.changes?.goes ?? [],
  });
}
