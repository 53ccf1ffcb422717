import { both, escaped, htmlTable, reportPage } from '../papers/html.ts';
import { said } from '../scenarios/said.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { formatDifference, formatNumber } from '../words/number.ts';
import { phrase } from '../words/catalogue.ts';
import type { Batch, BatchResult, RuleSummary } from './answers.ts';
import type { AskedBatch } from './jobs.ts';

/** Cases that failed, and rules, that a page shows; the files beside it have all. */
const MOST_FAILED = 100;
const MOST_RULES = 25;

/** A batch as a page that needs nothing but itself, in both languages, with a map for every scenario. */
export function batchReport(batch: Batch, prepared: AskedBatch, results: readonly BatchResult[]): string {
  const title = said('batch.title', { cases: batch.cases, scenarios: batch.scenarios.length });
  const byScenario = Map.groupBy(results, ({ scenario }) => scenario);
  const map = placesOf(prepared);
  const body = [
    `<h1>${both(title)}</h1>`,
    ...(batch.complete
      ? []
      : [`<p class="bad">${both(said('batch.stopped', { total: batch.total, done: results.length }))}</p>`]),
    `<h2>${both(said('batch.scenarios', undefined))}</h2>`,
    scenarioTable(batch),
    `<h2>${both(said('batch.rules', undefined))}</h2>`,
    ruleTable(batch.rules),
    `<h2>${both(said('batch.map', undefined))}</h2>`,
    `<p>${legend()}</p>`,
    ...batch.scenarios.map(
      (scenario) =>
        `<h3>${both(scenario.title)}</h3><div class="scroll">${mapOf(map, byScenario.get(scenario.id) ?? [])}</div>`,
    ),
    ...failures(batch),
  ];
  return reportPage(title, body.join('\n'));
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
    heads.map((head) => both(said('batch.head', { head }))),
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
    heads.map((head) => both(said('batch.head', { head }))),
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

/** Told apart by their brightness, too. */
const COLOURS = {
  kept: '#cfe3f5',
  missed: '#7fb2dd',
  infeasible: '#a3261b',
  open: '#e6c35c',
} as const;

type Shade = keyof typeof COLOURS;

function shadeOf({ status, missed = [] }: BatchResult): Shade {
  if (status === 'infeasible') return 'infeasible';
  if (status === 'unknown' || status === 'unreadable') return 'open';
  return missed.length > 0 ? 'missed' : 'kept';
}

function legend(): string {
  return (['kept', 'missed', 'infeasible', 'open'] as const)
    .map(
      (shade) =>
        `<svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="${COLOURS[shade]}"/></svg> ${both(said('batch.shade', { shade }))}`,
    )
    .join(' · ');
}

/** Where the square of each case lies, in squares. */
type Places = ReadonlyMap<string, { readonly x: number; readonly y: number; readonly title: Text }>;

/** Cases in a row where they say no place. */
const ACROSS = 60;

/** By the columns `x` and `y` of the cases, where all have numbers there; otherwise in their order, row by row. */
function placesOf({ cases }: AskedBatch): Places {
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
  return new Map(
    cases.map(({ named }, index) => [
      named.id,
      {
        title: named.title,
        x: isMap ? given[index]!.x - left : index % ACROSS,
        y: isMap ? given[index]!.y - top : Math.floor(index / ACROSS),
      },
    ]),
  );
}

/** Width of a map, and the largest square, in pixels. */
const MAP = { width: 720, square: 16 } as const;

function mapOf(places: Places, results: readonly BatchResult[]): string {
  const all = [...places.values()];
  const [right, bottom] = [
    all.reduce((most, { x }) => Math.max(most, x), 0) + 1,
    all.reduce((most, { y }) => Math.max(most, y), 0) + 1,
  ];
  const square = Math.min(MAP.square, MAP.width / right);
  const squares = results.map((result) => {
    const { x, y, title } = places.get(result.case)!;
    const label = `${title.vi}: ${phrase('vi', 'batch.shade', { shade: shadeOf(result) })} / ${phrase('en', 'batch.shade', { shade: shadeOf(result) })}`;
    return `<rect x="${round(x * square)}" y="${round(y * square)}" width="${round(square - 0.5)}" height="${round(square - 0.5)}" fill="${COLOURS[shadeOf(result)]}"><title>${escaped(label)}</title></rect>`;
  });
  return `<svg width="${round(right * square)}" height="${round(bottom * square)}" role="img">${squares.join('')}</svg>`;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

function failures({ failed }: Batch): readonly string[] {
  if (failed.length === 0) return [];
  return [
    `<h2>${both(said('batch.failed', { cases: failed.length }))}</h2>`,
    htmlTable(
      (['case', 'scenario', 'why'] as const).map((head) => both(said('batch.head', { head }))),
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
