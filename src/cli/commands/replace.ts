import type { Command } from '@commander-js/extra-typings';
import type { Replacement } from '../../explain/answers.ts';
import { replaceQuestion } from '../../questions/replace.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import { formatNumber } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { item, rulesTitle } from '../printing/explanation-lines.ts';
import { paint } from '../printing/paint.ts';
import { People } from '../../papers/people.ts';
import { provenanceLines } from '../printing/provenance-lines.ts';
import { askingCommand } from '../question-command.ts';
import { tableLines } from '../printing/table.ts';

const EXIT_OF: Readonly<Record<Replacement['status'], ExitCode>> = {
  optimal: EXIT.done,
  infeasible: EXIT.violated,
  unknown: EXIT.outOfTime,
};

/** `slate replace ID…`: who best replaces members who withdraw? */
export function configure(command: Command, cli: Cli): void {
  askingCommand(
    command,
    replaceQuestion,
    {
      arguments: ['candidate', 'also'],
      exit: ({ status }) => EXIT_OF[status],
      lines: ({ asked }, answer) => replacementLines(asked, answer, cli),
    },
    cli,
  );
}

function replacementLines(asked: SlateCase, answer: Replacement, cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const people = new People(asked, language);
  const { needs, replacements, status, message } = answer;
  const named = (ids: readonly string[]): string => ids.map((id) => people.called(id)).join(', ');
  return [
    paint(rulesTitle(asked, cli), 'strong'),
    paint(message[language], status === 'optimal' ? 'good' : status === 'unknown' ? 'open' : 'bad'),
    '',
    paint(say('cli.needs-heading', undefined), 'strong'),
    ...needs.flatMap((need) => item(need.message[language], '- ', cli)),
    ...(replacements.length === 0
      ? []
      : [
          '',
          paint(say('cli.replacements-heading', undefined), 'strong'),
          ...tableLines(
            [
              { heading: say('cli.number', undefined), align: 'right' },
              { heading: say('cli.joins', undefined), folds: true },
              { heading: say('cli.also-leaves', undefined), folds: true },
              { heading: say('cli.worth', undefined), align: 'right' },
            ],
            replacements.map(({ enter, leave, slate }, index) => [
              String(index + 1),
              named(enter),
              named(leave),
              formatNumber(slate.objective, language),
            ]),
            width,
          ),
        ]),
    '',
    ...provenanceLines(answer, cli),
  ];
}
