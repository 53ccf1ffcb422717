import type { Repair } from '../../slate/repair-answer.ts';
import type { Cli } from '../context.ts';
import { item } from './explanation-lines.ts';
import { paint } from './paint.ts';
import type { People } from '../../papers/people.ts';
import { tableLines } from './table.ts';

/** The repairs of a slate: each swap, with the rules that it mends. */
export function repairLines(
  { status, before, repairs, message }: Repair,
  people: People,
  cli: Cli,
): readonly string[] {
  if (status === 'compliant') return [];
  const { language, say, width } = cli;
  const titles = new Map(
    [...before.rules, ...(before.decisions ?? [])].map(({ id, title }) => [id, title[language]]),
  );
  const called = (id: string | undefined): string => (id === undefined ? '' : people.called(id));
  return [
    '',
    paint(message[language], status === 'repaired' ? 'good' : 'bad'),
    ...repairs.flatMap((repair, index) => [
      ...item(
        say('cli.repair-heading', {
          number: index + 1,
          of: repairs.length,
          objective: repair.slate.objective,
        }),
        '',
        cli,
      ),
      ...tableLines(
        [
          { heading: say('cli.leaves', undefined), folds: true },
          { heading: say('cli.joins', undefined), folds: true },
          { heading: say('cli.why-column', undefined), folds: true },
        ],
        repair.swaps.map(({ remove, add, mends, keeps }) => [
          called(remove),
          called(add),
          [...mends, ...keeps].map((id) => titles.get(id) ?? id).join('; '),
        ]),
        width,
      ),
    ]),
  ];
}
