import type { Command } from '@commander-js/extra-typings';
import type { WhyAnswer } from '../../explain/answers.ts';
import { whyQuestion } from '../../questions/why.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import type { Cli } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { item, rulesTitle } from '../printing/explanation-lines.ts';
import { paint } from '../printing/paint.ts';
import { People } from '../../papers/people.ts';
import { whoIsWho } from '../printing/members-table.ts';
import { provenanceLines } from '../printing/provenance-lines.ts';
import { askingCommand } from '../question-command.ts';
import { tableLines } from '../printing/table.ts';

const EXIT_OF: Readonly<Record<WhyAnswer['status'], ExitCode>> = {
  on: EXIT.done,
  off: EXIT.done,
  needed: EXIT.done,
  never: EXIT.done,
  'no-slate': EXIT.violated,
  unknown: EXIT.outOfTime,
};

/** `slate why ID`: why is somebody on the best slate, or not? */
export function configure(command: Command, cli: Cli): void {
  askingCommand(
    command,
    whyQuestion,
    {
      arguments: ['candidate'],
      exit: ({ status }) => EXIT_OF[status],
      lines: ({ asked }, answer) => whyLines(asked, answer, cli),
    },
    cli,
  );
}

function whyLines(asked: SlateCase, answer: WhyAnswer, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const people = new People(asked, language);
  const { candidate, message, obstacles, conflicts } = answer;
  return [
    paint(rulesTitle(asked, cli), 'strong'),
    paint(people.called(candidate), 'strong'),
    ...item(message[language], '', cli),
    ...exchangeLines(answer, people, cli),
    ...(obstacles.length === 0
      ? []
      : [
          '',
          paint(say('cli.in-the-way', undefined), 'strong'),
          ...obstacles.flatMap((each) => item(each.message[language], '- ', cli)),
        ]),
    ...(conflicts.length < 2
      ? []
      : [
          '',
          paint(say('cli.conflicts-heading', undefined), 'strong'),
          ...conflicts.flatMap((each, index) => item(each.message[language], `${index + 1}. `, cli)),
        ]),
    '',
    ...provenanceLines(answer, cli),
  ];
}

function exchangeLines({ other }: WhyAnswer, people: People, cli: Cli): readonly string[] {
  if (other === undefined) return [];
  const { say, width } = cli;
  const who = whoIsWho(people, cli);
  const columns = [{ heading: '' }, ...who.columns];
  const rows = [
    ...other.leave.map((id) => [say('cli.leaves', undefined), ...who.cells(id)]),
    ...other.enter.map((id) => [say('cli.joins', undefined), ...who.cells(id)]),
  ];
  return ['', ...tableLines(columns, rows, width)];
}
