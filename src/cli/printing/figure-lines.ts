import type { RuleSet } from '../../rules/rule-set.ts';
import type { RuleFigure } from '../../slate/capacity-answer.ts';
import { formatNumber, formatShare } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import { printable, type Row, tableLines } from './table.ts';

/** What the pool comes to by the rules that are no binding counts: those are held against it above. */
export function figureLines(figures: readonly RuleFigure[], { rules }: RuleSet, cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const titles = new Map(rules.map(({ id, title }) => [id, title[language]]));
  const isCounted = new Set(
    rules.filter(({ kind, strength }) => kind === 'count' && strength === 'hard').map(({ id }) => id),
  );
  const told = figures.filter(({ rule, of }) => !(isCounted.has(rule) && of === 'count'));
  if (told.length === 0) return [];
  const rows = told.map(({ rule, group, of, figure, base }): Row => {
    const title = titles.get(rule) ?? rule;
    const hundredths = Math.round(figure * 100) / 100;
    return [
      printable(group === undefined ? title : `${title}: ${group}`),
      of === 'share'
        ? formatShare(Math.round(figure * 1000) / 1000, language)
        : formatNumber(hundredths, language),
      formatNumber(base, language),
    ];
  });
  return [
    '',
    say('cli.pool-comes-to', undefined),
    ...tableLines(
      [
        { heading: say('cli.rule', undefined), folds: true },
        { heading: say('cli.in-the-pool', undefined), align: 'right' },
        { heading: say('cli.of-people', undefined), align: 'right' },
      ],
      rows,
      width,
    ),
  ];
}
