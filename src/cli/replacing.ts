import type { Replacement } from '../explain/answers.ts';
import { replaceMember } from '../explain/replace.ts';
import type { SlateCase } from '../slate/requests.ts';
import { problem } from '../words/problem.ts';
import { formatNumber } from '../words/number.ts';
import type { Answer, Cli } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { controlOf, type ExplainAsked, item, titleOf } from './explaining.ts';
import { type Named, openInputsWithSlate } from './inputs.ts';
import { notInPool, notOnSlate } from './named-members.ts';
import { paint } from './paint.ts';
import { People } from './people.ts';
import { provenanceLines } from './provenance-lines.ts';
import { tableLines } from './table.ts';

/** What the command line says of a replacement; absent: the default. */
export interface ReplaceAsked extends ExplainAsked {
  readonly slate?: string | undefined;
  readonly changes?: number | undefined;
  readonly alternatives?: number | undefined;
}

const EXIT_OF: Readonly<Record<Replacement['status'], ExitCode>> = {
  optimal: EXIT.done,
  infeasible: EXIT.violated,
  unknown: EXIT.outOfTime,
};

/** Reads the inputs and finds who replaces a member. */
export async function replacing(id: string, named: Named, asked: ReplaceAsked, cli: Cli): Promise<Answer> {
  const { slate, changes, alternatives } = asked;
  const opened = await openInputsWithSlate(named, slate, cli, {
    problems: slate === undefined ? [problem('cli.missing-option', { option: '--slate <file>' })] : [],
    inPool: notInPool([id]),
    inSlate: notOnSlate([id]),
  });
  const answer = await replaceMember(opened.asked, opened.members, id, {
    ...controlOf(asked, opened.asked, cli),
    ...(changes !== undefined && { changes }),
    ...(alternatives !== undefined && { alternatives }),
  });
  cli.progress('');
  return {
    exit: EXIT_OF[answer.status],
    json: answer,
    text: () => replacementLines(opened.asked, answer, cli).join('\n'),
  };
}

function replacementLines(asked: SlateCase, answer: Replacement, cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const people = new People(asked, language);
  const { needs, replacements, status, message } = answer;
  const named = (ids: readonly string[]): string => ids.map((id) => people.called(id)).join(', ');
  return [
    paint(titleOf(asked, cli), 'strong'),
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
