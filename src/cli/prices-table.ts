import type { Prices } from '../slate/propose-answer.ts';
import { titleWithGroup } from '../slate/prices-csv.ts';
import { formatDecimal, formatNumber } from '../words/number.ts';
import type { Cli } from './context.ts';
import { paint } from './paint.ts';
import { wrapped, tableLines } from './table.ts';

/** What no slate can exceed, rule by rule: price × bound = total, the rest, and the sum. */
export function pricesLines(prices: Prices | undefined, { language, say, width }: Cli): readonly string[] {
  if (prices === undefined) return ['', paint(say('prices.none', undefined), 'open')];
  const { lines, beyond, rest, sum, message } = prices;
  const points = (decimal: string): string => formatDecimal(decimal, language);
  const rows = lines.map(({ title, group, price, side, bound, total }) => [
    titleWithGroup(title[language], group),
    points(price),
    `${side === 'max' ? '≤' : '≥'} ${formatNumber(bound, language)}`,
    points(total),
  ]);
  return [
    '',
    ...wrapped(message[language], width ?? Infinity).map((line) => paint(line, 'strong')),
    ...tableLines(
      [
        { heading: say('prices.rule', undefined), folds: true },
        { heading: say('prices.price', undefined), align: 'right' },
        { heading: say('prices.bound', undefined), align: 'right' },
        { heading: say('prices.total', undefined), align: 'right' },
      ],
      [
        ...rows,
        [say('prices.rest', { candidates: beyond.length }), '', '', points(rest)],
        [say('prices.sum', undefined), '', '', points(sum)],
      ],
      width,
    ),
  ];
}
