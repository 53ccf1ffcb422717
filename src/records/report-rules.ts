import { escaped, htmlTable } from '../papers/html.ts';
import { describeRule } from '../rules/describe.ts';
import type { Report, RuleReport } from '../check/check-answer.ts';
import { formatNumber } from '../words/number.ts';
import type { ReportGround } from './report-ground.ts';

/** Every rule with what it says, its source and, where there is a slate, what became of it. */
export function rulesTable(report: Report | undefined, ground: ReportGround): string {
  return report === undefined ? rulesAlone(ground) : rulesOfReport(report, ground);
}

function rulesAlone(ground: ReportGround): string {
  const { html, language, opened } = ground;
  const { rules } = opened.asked.ruleSet;
  return htmlTable(
    [html('records.rule', undefined), html('cli.source', undefined)],
    rules.map(({ id, title, source }) => [
      named(id, title[language], ground),
      escaped(source?.[language] ?? ''),
    ]),
  );
}

function rulesOfReport({ rules }: Report, ground: ReportGround): string {
  const { html, plan } = ground;
  const head = [
    html('records.rule', undefined),
    html('records.on-this', { plan }),
    html('cli.status', undefined),
    html('cli.price', undefined),
    html('cli.source', undefined),
  ];
  const byRule = [...Map.groupBy(rules, ({ id }) => id).values()];
  return htmlTable(
    head,
    byRule.flatMap((lines) => rowsOf(lines, ground)),
    new Set([3]),
  );
}

/** A row for each line that is not kept, and one for all groups that are. */
function rowsOf(lines: readonly RuleReport[], ground: ReportGround): readonly (readonly string[])[] {
  const kept = lines.filter(
    ({ group, status, cost }) => group !== undefined && status === 'kept' && cost === 0,
  );
  const told = lines.filter((line) => !kept.includes(line)).map((line) => rowOf(line, ground));
  const [first] = kept;
  if (first === undefined) return told;
  const together = ground.html('records.kept-in-groups', { groups: kept.length });
  return [...told, rowOf(first, ground, together)];
}

function rowOf(line: RuleReport, ground: ReportGround, said?: string): readonly string[] {
  const { language } = ground;
  const { id, group, title, message, cost, source } = line;
  const own = title[language];
  const isOfGroup = group !== undefined && said === undefined;
  return [
    named(id, isOfGroup ? `${own}: ${group}` : own, ground),
    said ?? escaped(withoutTitle(message[language], group === undefined ? own : `${own} (${group})`)),
    statusOf(line, ground),
    cost > 0 ? escaped(formatNumber(cost, language)) : '',
    escaped(source?.[language] ?? ''),
  ];
}

/** A message without what stands beside it already. */
function withoutTitle(message: string, title: string): string {
  return message.startsWith(`${title}: `) ? message.slice(title.length + 2) : message;
}

/** The title of a rule, and below it what it says in a sentence. */
function named(id: string, title: string, { language, opened }: ReportGround): string {
  const { ruleSet } = opened.asked;
  const rule = ruleSet.rules.find((each) => each.id === id);
  const sentence = rule === undefined ? '' : describeRule(rule, ruleSet)[language];
  return `${escaped(title)}${sentence === '' ? '' : `<br><span class="faint">${escaped(sentence)}</span>`}`;
}

function statusOf({ status, strength }: RuleReport, { html }: ReportGround): string {
  if (status === 'kept') return html('cli.kept', undefined);
  if (status === 'unknown') return html('cli.unknown', undefined);
  return strength === 'soft'
    ? html('cli.missed', undefined)
    : `<span class="bad">${html('cli.violated', undefined)}</span>`;
}
