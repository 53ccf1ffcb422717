import { both, escaped, htmlTable, reportPage } from '../papers/html.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { formatDifference, formatNumber } from '../words/number.ts';
import { phrase, phraseInEach } from '../words/catalogue.ts';
import type { Batch, BatchResult, RuleSummary } from './answers.ts';
import type { NamedCases } from './batch-table.ts';

/** Cases that failed or have no slate, and rules, that a page shows; the files beside it have all. */
const MOST_FAILED = 100;
const MOST_RULES = 25;

/** A batch as a page that needs nothing but itself, in both languages, with a map for every scenario. */
export async function batchReport(
  batch: Batch,
  asked: NamedCases,
  results: AsyncIterable<BatchResult>,
): Promise<string> {
  const title = phraseInEach('batch.title', { cases: batch.cases, scenarios: batch.scenarios.length });
  const { shaded, answered } = await shadesOf(batch, asked, results);
  const map = placesOf(asked);
  const body = [
    `<h1>${both(title)}</h1>`,
    ...(batch.complete
      ? []
      : [
          `<p class="bad">${both(phraseInEach('batch.stopped', { total: batch.total, done: answered }))}</p>`,
        ]),
    `<h2>${both(phraseInEach('batch.scenarios', undefined))}</h2>`,
    scenarioTable(batch),
    `<h2>${both(phraseInEach('batch.rules', undefined))}</h2>`,
    ruleTable(batch.rules),
    `<h2>${both(phraseInEach('batch.map', undefined))}</h2>`,
    `<p>${legend()}</p>`,
    ...batch.scenarios.map(
      (scenario) =>
        `<h3>${both(scenario.title)}</h3><div class="scroll">${mapOf(map, shaded.get(scenario.id)!, answered)}</div>`,
    ),
    ...slateless(batch),
    ...failures(batch),
  ];
  return reportPage(title, body.join('\n'));
}

/** What is left of each result for its square on a map: for every scenario one shade a case, 0 for none. */
async function shadesOf(
  { scenarios }: Batch,
  { cases }: NamedCases,
  results: AsyncIterable<BatchResult>,
): Promise<{ readonly shaded: ReadonlyMap<string, Uint8Array>; readonly answered: number }> {
  const places = new Map(cases.map(({ named }, index) => [named.id, index]));
  const shaded = new Map(scenarios.map(({ id }) => [id, new Uint8Array(cases.length)]));
  let answered = 0;
  for await (const result of results) {
    shaded.get(result.scenario)![places.get(result.case)!] = SHADES.indexOf(shadeOf(result)) + 1;
    answered += 1;
  }
  return { shaded, answered };
}

function scenarioTable({ scenarios }: Batch): string {
  const heads = [
    'scenario',
    'with',
    'without',
    'unknown',
    'unreadable',
    'objective',
    'difference',
    'lost',
    'gained',
  ] as const;
  return htmlTable(
    heads.map((head) => both(phraseInEach('batch.head', { head }))),
    scenarios.map(({ title, withSlate, withoutSlate, unknown, unreadable, objective, againstBase }) => [
      both(title),
      ...[withSlate, withoutSlate, unknown, unreadable, objective].map((value) => both(numberText(value))),
      both(againstBase === undefined ? NOTHING : differenceText(againstBase.objective)),
      both(againstBase === undefined ? NOTHING : numberText(againstBase.lost)),
      both(againstBase === undefined ? NOTHING : numberText(againstBase.gained)),
    ]),
    new Set([1, 2, 3, 4, 5, 6, 7, 8]),
  );
}

const NOTHING: Text = { vi: '', en: '' };

function numberText(value: number): Text {
  return inEachLanguage((language) => formatNumber(value, language));
}

function differenceText(value: number): Text {
  return inEachLanguage((language) => formatDifference(value, language));
}

function ruleTable(rules: readonly RuleSummary[]): string {
  const most = Math.max(1, ...rules.map(({ conflicts, missed }) => conflicts + missed));
  const heads = ['rule', 'conflicts', 'missed', 'price', 'bar'] as const;
  return htmlTable(
    heads.map((head) => both(phraseInEach('batch.head', { head }))),
    rules
      .slice(0, MOST_RULES)
      .map(({ title, conflicts, missed, price }) => [
        both(title),
        both(numberText(conflicts)),
        both(numberText(missed)),
        both(numberText(price)),
        bar(conflicts, missed, most),
      ]),
    new Set([1, 2, 3]),
  );
}

const BAR = { width: 240, height: 12 } as const;

/** How often a rule is in conflicts, dark, and is missed, pale. */
function bar(conflicts: number, missed: number, most: number): string {
  const [dark, pale] = [conflicts, missed].map((value) => Math.round((BAR.width * value) / most));
  return `<svg width="${BAR.width}" height="${BAR.height}" aria-hidden="true"><rect width="${dark}" height="${BAR.height}" fill="${COLOURS.infeasible}"/><rect x="${dark}" width="${pale}" height="${BAR.height}" fill="${COLOURS.missed}"/></svg>`;
}

/** They can also be told apart by their brightness. */
const COLOURS = {
  kept: '#cfe3f5',
  missed: '#7fb2dd',
  infeasible: '#a3261b',
  open: '#e6c35c',
} as const;

type Shade = keyof typeof COLOURS;

const SHADES = ['kept', 'missed', 'infeasible', 'open'] as const;

function shadeOf({ status, missed = [] }: BatchResult): Shade {
  if (status === 'infeasible') return 'infeasible';
  if (status === 'unknown' || status === 'unreadable') return 'open';
  return missed.length > 0 ? 'missed' : 'kept';
}

function legend(): string {
  return SHADES.map(
    (shade) =>
      `<svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="${COLOURS[shade]}"/></svg> ${both(phraseInEach('batch.shade', { shade }))}`,
  ).join(' · ');
}

/** Where the square of each case lies, in squares. */
type Places = readonly { readonly x: number; readonly y: number; readonly title: Text }[];

/** Cases in a row where they say no place. */
const ACROSS = 60;

/** By the columns `x` and `y` of the cases, where all have numbers there; otherwise in their order, row by row. */
function placesOf({ cases }: NamedCases): Places {
  const numberIn = (carried: ReadonlyMap<string, string>, name: string): number => {
    const text = carried.get(name) ?? '';
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  };
  const given = cases.map(({ named }) => ({
    x: numberIn(named.carried, 'x'),
    y: numberIn(named.carried, 'y'),
  }));
  const isMap = given.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const left = given.reduce((least, { x }) => Math.min(least, x), Infinity);
  const top = given.reduce((least, { y }) => Math.min(least, y), Infinity);
  return cases.map(({ named }, index) => ({
    title: named.title,
    x: isMap ? given[index]!.x - left : index % ACROSS,
    y: isMap ? given[index]!.y - top : Math.floor(index / ACROSS),
  }));
}

/** Width of a map, and the largest square, in pixels. */
const MAP = { width: 720, square: 16 } as const;

/** Squares of a page that can each say what they are; beyond that, those of one shade are one shape. */
const MOST_SAYING = 20_000;

function mapOf(places: Places, shades: Uint8Array, answered: number): string {
  const [right, bottom] = [
    places.reduce((most, { x }) => Math.max(most, x), 0) + 1,
    places.reduce((most, { y }) => Math.max(most, y), 0) + 1,
  ];
  const side = Math.min(MAP.square, MAP.width / right);
  const squares = places.flatMap((place, index) => {
    const shade = SHADES[shades[index]! - 1];
    return shade === undefined ? [] : [{ ...place, shade }];
  });
  const drawn = answered > MOST_SAYING ? shapesOf(squares, side) : squares.map((each) => square(each, side));
  return `<svg width="${round(right * side)}" height="${round(bottom * side)}" role="img">${drawn.join('')}</svg>`;
}

/** A square on a map with its shade. */
type Square = Places[number] & { readonly shade: Shade };

function square({ x, y, title, shade }: Square, side: number): string {
  const label = `${title.vi}: ${phrase('vi', 'batch.shade', { shade })} / ${phrase('en', 'batch.shade', { shade })}`;
  return `<rect x="${round(x * side)}" y="${round(y * side)}" width="${round(side - 0.5)}" height="${round(side - 0.5)}" fill="${COLOURS[shade]}"><title>${escaped(label)}</title></rect>`;
}

function shapesOf(squares: readonly Square[], side: number): readonly string[] {
  const width = round(side - 0.5);
  return SHADES.map((shade) => {
    const own = squares.filter((each) => each.shade === shade);
    const path = own.map(({ x, y }) => `M${round(x * side)} ${round(y * side)}h${width}v${width}h-${width}z`);
    return `<path fill="${COLOURS[shade]}" d="${path.join('')}"/>`;
  });
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

function slateless({ slateless: cases, scenarios }: Batch): readonly string[] {
  if (cases.length === 0) return [];
  return [
    `<h2>${both(phraseInEach('batch.slateless', { cases: scenarios[0]!.withoutSlate }))}</h2>`,
    htmlTable(
      (['case', 'why'] as const).map((head) => both(phraseInEach('batch.head', { head }))),
      cases
        .slice(0, MOST_FAILED)
        .map(({ case: id, why }) => [escaped(id), why.map((each) => both(each)).join('<br>')]),
    ),
  ];
}

function failures({ failed }: Batch): readonly string[] {
  if (failed.length === 0) return [];
  return [
    `<h2>${both(phraseInEach('batch.failed', { cases: failed.length }))}</h2>`,
    htmlTable(
      (['case', 'scenario', 'why'] as const).map((head) => both(phraseInEach('batch.head', { head }))),
      failed
        .slice(0, MOST_FAILED)
        .map(({ case: id, scenarios, problems }) => [
          escaped(id),
          escaped(scenarios.join(' ')),
          problems.map((each) => both(each)).join('<br>'),
        ]),
    ),
  ];
}
