import { phraseInEach } from '../words/catalogue.ts';
import { both, htmlTable, reportPage } from '../papers/html.ts';
import { inEachLanguage, LANGUAGES, type Language, type Text } from '../words/language.ts';
import { formatNumber } from '../words/number.ts';
import { type PlainTable, tableCsv } from '../papers/write-table.ts';
import type { Sweep } from './answers.ts';
import { cellInWords, facetsOf, heatMap } from './heat-map.ts';

/** More pictures than this are not drawn; the table has every cell. */
const MOST_FACETS = 60;

/**
 * A sweep as a page that needs nothing but itself: a heat map for every pair of the last two variations,
 * the edge of what is possible, and every cell in a table.
 */
export function sweepReport(sweep: Sweep): string {
  const title = phraseInEach('scenarios.sweep-title', { title: sweep.title });
  const facets = facetsOf(sweep).slice(0, MOST_FACETS);
  const body = [
    `<h1>${both(title)}</h1>`,
    `<p>${both(sweepSummary(sweep))}</p>`,
    ...(sweep.complete
      ? []
      : [`<p class="bad">${both(phraseInEach('scenarios.incomplete', undefined))}</p>`]),
    `<p class="faint">${both(phraseInEach('scenarios.map-legend', { plan: sweep.plan === true }))}</p>`,
    ...facets.map(
      (facet) =>
        `${facet.title.en === '' ? '' : `<h2>${both(facet.title)}</h2>`}<div class="scroll">${LANGUAGES.map((language) => `<div class="${language}" lang="${language}">${heatMap(sweep, facet, language)}</div>`).join('')}</div>`,
    ),
    `<h2>${both(phraseInEach('scenarios.all-cells', undefined))}</h2>`,
    cellTable(sweep),
  ];
  return reportPage(title, body.join('\n'));
}

/** The first picture of a sweep as a file of its own, in one language. */
export function sweepPicture(sweep: Sweep, language: Language): string {
  return heatMap(sweep, facetsOf(sweep)[0]!, language);
}

/** How many cells have a slate, and between which values of the objective. */
export function sweepSummary(sweep: Sweep): Text {
  const values = sweep.cells.flatMap(({ objective }) => objective ?? []);
  return phraseInEach('scenarios.sweep-summary', {
    cells: sweep.cells.length,
    total: sweep.total,
    possible: values.length,
    proven: sweep.cells.filter(({ assurance }) => assurance === 'proven').length,
    plan: sweep.plan === true,
    base: sweep.base.objective ?? (sweep.base.status === 'infeasible' ? 'none' : 'unknown'),
    ...(values.length > 0 && { least: Math.min(...values), most: Math.max(...values) }),
  });
}

function cellTable(sweep: Sweep): string {
  const head = [
    ...sweep.variations.map(({ title }) => both(title)),
    both(phraseInEach('scenarios.objective', undefined)),
    both(phraseInEach('scenarios.outcome', undefined)),
  ];
  const rows = sweep.cells.map((cell) => [
    ...sweep.variations.map(({ values }, index) => values[cell.at[index]!]!),
    both(inEachLanguage((language) => numberOf(cell.objective, language))),
    both(inEachLanguage((language) => cellInWords(cell, sweep, language))),
  ]);
  const numbers = new Set(sweep.variations.map((_, index) => index).concat(sweep.variations.length));
  return htmlTable(head, rows, numbers);
}

function numberOf(value: number | undefined, language: Language): string {
  return value === undefined ? '–' : formatNumber(value, language);
}

/** A sweep as CSV, a line a cell. */
export function sweepCsv(sweep: Sweep): string {
  return tableCsv(sweepTable(sweep));
}

/** A line a cell: values, status, objective, changes against the base case, conflict. */
export function sweepTable({ variations, base, cells }: Sweep): PlainTable {
  return {
    headings: [
      ...variations.map(({ name }) => name),
      'status',
      'assurance',
      'objective',
      'difference',
      'price',
      'comes',
      'goes',
      'frontier',
      'conflict',
      'members',
    ],
    rows: cells.map((cell) => [
      ...variations.map(({ values }, index) => values[cell.at[index]!]!),
      cell.status,
      cell.assurance,
      cell.objective,
      cell.objective === undefined || base.objective === undefined
        ? undefined
        : cell.objective - base.objective,
      cell.price,
      (cell.changes?.comes ?? []).join(' '),
      (cell.changes?.goes ?? []).join(' '),
      cell.frontier ? 'true' : 'false',
      (cell.conflict?.rules ?? []).join(' '),
      (cell.members ?? []).join(' '),
    ]),
  };
}
