import type { ShippedPool } from '../../opening/shipped-pools.ts';
import { formatNumber } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import { paint } from './paint.ts';
import { printable, tableLines } from './table.ts';

/** A shipped pool that cannot be read, with all that is wrong in words. */
interface UnreadablePool {
  readonly name: string;
  readonly problems: readonly string[];
}

/** The pools by name, with their sizes and the rules that each is made for; those that cannot be read stand apart. */
export function shippedPoolsLines(
  pools: readonly ShippedPool[],
  unreadable: readonly UnreadablePool[],
  { language, say, width }: Cli,
): readonly string[] {
  return [
    ...tableLines(
      [
        { heading: say('cli.pool-name', undefined) },
        { heading: say('cli.title', undefined), folds: true },
        { heading: say('cli.candidates', undefined), align: 'right' },
        { heading: say('cli.units', undefined), align: 'right' },
        { heading: say('cli.made-for', undefined) },
      ],
      pools.map(({ name, title, size, units, rules }) => [
        name,
        title[language],
        formatNumber(size, language),
        units === undefined ? '' : formatNumber(units, language),
        rules ?? '',
      ]),
      width,
    ),
    ...unreadable.flatMap(({ name, problems }) => [
      '',
      paint(name, 'bad'),
      ...problems.map((each) => `- ${printable(each)}`),
    ]),
  ];
}
