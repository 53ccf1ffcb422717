import { inEachLanguage, LANGUAGES, type Language, type Text } from '../words/language.ts';
import { formatNumber, formatShare } from '../words/number.ts';
import { phrase, phraseInEach } from '../words/catalogue.ts';
import type { ComparedRule, Comparison } from './answers.ts';
import { both, escaped, htmlTable, reportPage } from '../papers/html.ts';

/** Room for a name, and width and height of a cell of the picture, in pixels. */
const NAME = 280;
const CELL = { width: 96, height: 20 } as const;
const TOP = 40;

/**
 * A comparison as a page that needs nothing but itself: outcomes, need and have of every rule, a
 * picture of who is on which slate, and the swaps between each pair.
 *
 * @param nameOf what people call a candidate.
 */
export function comparisonReport(comparison: Comparison, nameOf: (id: string) => string): string {
  const { plan = false } = comparison;
  const title = phraseInEach('scenarios.compare-title', { title: comparison.title });
  const ids = new Map(comparison.scenarios.map((each) => [each.id, each.title]));
  const body = [
    `<h1>${both(title)}</h1>`,
    outcomeTable(comparison),
    ...comparison.scenarios.flatMap(({ conflict, title: own }) =>
      conflict === undefined ? [] : [`<p class="bad"><b>${both(own)}</b>: ${both(conflict.message)}</p>`],
    ),
    `<h2>${both(phraseInEach('scenarios.who', { plan }))}</h2>`,
    `<div class="scroll">${matrix(comparison, nameOf)}</div>`,
    `<h2>${both(phraseInEach('scenarios.need-and-have', undefined))}</h2>`,
    ruleTable(comparison),
    `<h2>${both(phraseInEach('scenarios.swaps', undefined))}</h2>`,
    swapTable(comparison, ids, nameOf),
  ];
  return reportPage(title, body.join('\n'));
}

function outcomeTable({ scenarios, plan = false }: Comparison): string {
  const head = [
    ...(['scenario', 'outcome', 'objective'] as const).map((word) =>
      phraseInEach(`scenarios.${word}`, undefined),
    ),
    phraseInEach('scenarios.members', { plan }),
  ].map(both);
  const rows = scenarios.map((each) => [
    `${both(each.title)} <span class="faint">${escaped(each.id)}</span>`,
    both(phraseInEach(`scenarios.status-${each.status}`, { plan })),
    both(inEachLanguage((language) => numberOf(each.objective, language))),
    String(each.members?.length ?? '–'),
  ]);
  return htmlTable(head, rows, new Set([2, 3]));
}

function numberOf(value: number | undefined, language: Language): string {
  return value === undefined ? '–' : formatNumber(value, language);
}

/** Members × scenarios: who is on all slates first, then who is on most. */
function matrix(
  { scenarios, inAll, inSome, plan = false }: Comparison,
  nameOf: (id: string) => string,
): string {
  const some = inSome.toSorted((one, other) => other.scenarios.length - one.scenarios.length);
  const rows = [
    ...inAll.map((id) => ({ id, on: new Set(scenarios.map((each) => each.id)) })),
    ...some.map(({ candidate, scenarios: on }) => ({ id: candidate, on: new Set(on) })),
  ];
  const [width, height] = [NAME + scenarios.length * CELL.width, TOP + rows.length * CELL.height + 4];
  const heads = scenarios.map((each, column) =>
    LANGUAGES.map(
      (language) =>
        `<text class="${language}" x="${NAME + (column + 0.5) * CELL.width}" y="${TOP - 12}" text-anchor="middle"><title>${escaped(each.title[language])}</title>${escaped(shortened(each.title[language]))}</text>`,
    ).join(''),
  );
  const lines = rows.map(({ id, on }, row) => {
    const y = TOP + row * CELL.height;
    const cells = scenarios.map((each, column) => {
      const there = each.members !== undefined && on.has(each.id);
      const fill = there ? '#2b6cab' : each.members === undefined ? '#f3f3f3' : '#e8edf3';
      return `<rect x="${NAME + column * CELL.width + 2}" y="${y + 2}" width="${CELL.width - 4}" height="${CELL.height - 4}" fill="${fill}"/>`;
    });
    return `<text x="0" y="${y + 14}">${escaped(`${id} ${nameOf(id)}`)}</text>${cells.join('')}`;
  });
  const label = escaped(phrase('vi', 'scenarios.who', { plan }));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${heads.join('')}${lines.join('\n')}</svg>`;
}

function shortened(title: string): string {
  return title.length > 15 ? `${title.slice(0, 14)}…` : title;
}

function ruleTable({ rules, scenarios, plan = false }: Comparison): string {
  const head = [
    both(phraseInEach('scenarios.rule', undefined)),
    ...scenarios.map(({ title }) => both(title)),
  ];
  const rows = rules
    .filter((rule) => isTold(rule))
    .map((rule) => [
      `${both(rule.title)}${rule.group === undefined ? '' : ` (${escaped(rule.group)})`}`,
      ...rule.in.map((line) => both(inEachLanguage((language) => needAndHave(rule, line, plan, language)))),
    ]);
  return htmlTable(head, rows);
}

/** Groups that are alike on every slate fill a page and tell nothing. */
export function isTold({ group, in: lines }: ComparedRule): boolean {
  if (group === undefined) return true;
  const counts = new Set(lines.flatMap((line) => line?.actual ?? []));
  return counts.size > 1 || lines.some((line) => (line?.cost ?? 0) > 0);
}

/** What a rule needs and has in one scenario: `11 of exactly 11`. */
export function needAndHave(
  { kind }: Pick<ComparedRule, 'kind'>,
  line: ComparedRule['in'][number],
  plan: boolean,
  language: Language,
): string {
  if (line === null) return phrase(language, 'scenarios.off', undefined);
  const { min, max, actual } = line;
  if (kind === 'require') return phrase(language, 'scenarios.eligible', { failing: actual, plan });
  const show = (value: number): string =>
    kind === 'share' ? formatShare(value, language) : formatNumber(value, language);
  return phrase(language, 'scenarios.need-have', {
    min: min === null ? undefined : show(min),
    max: max === null ? undefined : show(max),
    actual: actual === undefined ? undefined : show(actual),
  });
}

function swapTable(
  { swaps }: Comparison,
  titles: ReadonlyMap<string, Text>,
  nameOf: (id: string) => string,
): string {
  const head = (['from-to', 'goes', 'comes'] as const).map((word) =>
    both(phraseInEach(`scenarios.${word}`, undefined)),
  );
  const people = (ids: readonly string[]): string =>
    ids.map((id) => escaped(`${id} ${nameOf(id)}`)).join('<br>');
  const rows = swaps.map(({ from, to, comes, goes }) => [
    `${both(titles.get(from)!)} → ${both(titles.get(to)!)} (${comes.length})`,
    people(goes),
    people(comes),
  ]);
  return htmlTable(head, rows);
}
