import type { CheckAnswer, Consequence } from '../../check/check-answer.ts';
import type { People } from '../../papers/people.ts';
import { formatDifference } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import { paint } from './paint.ts';
import { tableLines } from './table.ts';

/** What would become of a slate with each who could come, the best first; nothing where that was not asked for. */
export function consequenceLines(
  { consequences, rules }: CheckAnswer,
  people: People,
  cli: Cli,
): readonly string[] {
  if (consequences === undefined) return [];
  const { language, say, width } = cli;
  const titles = new Map(rules.map(({ id, title }) => [id, title[language]]));
  const named = (ids: readonly string[]): string => ids.map((id) => titles.get(id) ?? id).join('; ');
  const becomes = ({ mended, broken, reached, missed }: Consequence): string =>
    [
      ...(mended.length > 0 ? [say('cli.would-fix', { rules: named(mended) })] : []),
      ...(broken.length > 0 ? [say('cli.would-break', { rules: named(broken) })] : []),
      ...(reached.length > 0 ? [say('cli.would-reach', { rules: named(reached) })] : []),
      ...(missed.length > 0 ? [say('cli.would-miss', { rules: named(missed) })] : []),
    ].join('. ');
  const heading = ['', paint(say('cli.consequences-heading', { count: consequences.length }), 'strong')];
  if (consequences.length === 0) return heading;
  return [
    ...heading,
    ...tableLines(
      [
        { heading: say('cli.joins', undefined), folds: true },
        { heading: say('cli.leaves', undefined), folds: true },
        { heading: say('cli.points-more', undefined), align: 'right' },
        { heading: say('cli.rules-then', undefined), folds: true },
      ],
      consequences.map((each) => [
        people.called(each.candidate),
        (each.leave ?? []).map((id) => people.called(id)).join(', '),
        each.points === undefined ? '?' : formatDifference(each.points, language),
        becomes(each),
      ]),
      width,
    ),
  ];
}
