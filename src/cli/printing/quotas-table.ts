import type { RuleReport } from '../../check/check-answer.ts';
import { formatDifference, formatNumber, formatShare } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import type { Paint } from './paint.ts';
import { boundsShown, spanShown } from '../options/range.ts';
import { type Row, tableLines } from './table.ts';

/**
 * What every rule says of a slate: need, have, how far off, status, price. The groups of a rule with
 * `forEach` that keep it share one line.
 */
export function quotasTable(reports: readonly RuleReport[], cli: Cli): readonly string[] {
  const { say, width } = cli;
  const rows = [...Map.groupBy(reports, ({ id }) => id).values()].flatMap((ofRule) => ruleRows(ofRule, cli));
  return tableLines(
    [
      { heading: say('cli.rule', undefined), folds: true },
      { heading: say('cli.need', undefined), align: 'right' },
      { heading: say('cli.have', undefined), align: 'right' },
      { heading: say('cli.off', undefined), align: 'right' },
      { heading: say('cli.status', undefined) },
      { heading: say('cli.price', undefined), align: 'right' },
    ],
    rows,
    width,
  );
}

function ruleRows(reports: readonly RuleReport[], cli: Cli): readonly Row[] {
  const grouped = reports.filter(({ group }) => group !== undefined);
  // Of one group alone its rule says enough.
  if (reports.length === 1 || grouped.length === 0)
    return reports.map((report) => rowOf(report, report.title[cli.language], cli));
  const kept = grouped.filter(({ status }) => status === 'kept');
  const broken = grouped.filter(({ status }) => status !== 'kept');
  const brokenRows = broken.map((report) =>
    rowOf(report, `${report.title[cli.language]}: ${report.group}`, cli),
  );
  return kept.length === 0 ? brokenRows : [...brokenRows, keptGroupsRow(kept, broken.length > 0, cli)];
}

function keptGroupsRow(kept: readonly RuleReport[], others: boolean, cli: Cli): Row {
  const { language, say } = cli;
  const [first] = kept;
  const title = { title: first!.title[language], groups: kept.length };
  const have = spanShown(
    kept.map(({ actual }) => actual),
    (each) => (first!.kind === 'share' ? formatShare(each, language) : formatNumber(each, language)),
  );
  const name = others ? say('cli.title-of-other-groups', title) : say('cli.title-of-groups', title);
  return [name, needOf(first!, cli), have, '', statusCell(first!, cli), ''];
}

function rowOf(report: RuleReport, title: string, cli: Cli): Row {
  const { language } = cli;
  const { deviation, cost, kind } = report;
  const off = deviation === 0 || kind === 'require' ? '' : formatDifference(deviation, language);
  return [
    title,
    needOf(report, cli),
    haveOf(report, cli),
    off,
    statusCell(report, cli),
    cost > 0 ? formatNumber(cost, language) : '',
  ];
}

/** `45–47`, `≥ 15 %`; of a requirement: all. */
function needOf({ kind, min, max }: RuleReport, { language, say }: Cli): string {
  if (kind === 'require') return say('cli.all-members', undefined);
  const show = (value: number): string =>
    kind === 'share' ? formatShare(value, language) : formatNumber(value, language);
  return boundsShown(min, max, show);
}

function haveOf({ kind, actual, status }: RuleReport, { language, say }: Cli): string {
  if (kind === 'share') return formatShare(actual, language);
  if (kind !== 'require') return formatNumber(actual, language);
  if (actual > 0) return say('cli.failing', { members: actual });
  return status === 'kept' ? say('cli.all-members', undefined) : '?';
}

function statusCell({ status, strength }: RuleReport, { say }: Cli): { text: string; paint: Paint } {
  if (status === 'kept') return { text: say('cli.kept', undefined), paint: 'good' };
  if (status === 'unknown') return { text: say('cli.unknown', undefined), paint: 'open' };
  return strength === 'soft'
    ? { text: say('cli.missed', undefined), paint: 'open' }
    : { text: say('cli.violated', undefined), paint: 'bad' };
}
