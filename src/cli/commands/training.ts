import type { Command } from '@commander-js/extra-typings';
import type { TrainingNeed } from '../../placements/training.ts';
import { trainingQuestion } from '../../questions/training.ts';
import { titleOfFact, wordOfValue } from '../../rules/facts/known-facts.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import type { Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { People } from '../../papers/people.ts';
import { askingCommand } from '../question-command.ts';
import { type Column, printable, tableLines } from '../printing/table.ts';

/** `slate training SLATE`: who needs which course for their place? */
export function configure(command: Command, cli: Cli): void {
  askingCommand(
    command,
    trainingQuestion,
    {
      arguments: ['slate'],
      exit: () => EXIT.done,
      lines: ({ asked }, { needs }) => trainingLines(asked, needs, cli),
    },
    cli,
  );
}

function trainingLines(asked: SlateCase, needs: readonly TrainingNeed[], cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const people = new People(asked, language);
  const heading = { title: asked.ruleSet.title[language], needs: needs.length };
  if (needs.length === 0) return [paint(printable(say('placements.training-heading', heading)), 'good')];
  const titles = new Map(asked.ruleSet.titles?.map(({ id, title }) => [id, title[language]]));
  const place: readonly Column[] = [
    { heading: say('cli.unit', undefined), folds: true },
    { heading: say('placements.title', undefined), folds: true },
  ];
  return [
    paint(printable(say('placements.training-heading', heading)), 'strong'),
    '',
    ...tableLines(
      [
        { heading: say('cli.id', undefined) },
        { heading: say('cli.name', undefined), folds: true },
        ...(asked.placement ? place : []),
        { heading: say('cli.fact', undefined), folds: true },
        { heading: say('cli.value', undefined), folds: true },
        { heading: say('placements.needed', undefined), folds: true },
      ],
      needs.map(({ appointment, candidate, fact, value, needed }) => [
        candidate,
        people.name(candidate),
        ...(appointment
          ? [appointment.unit, appointment.posts.map(({ title }) => titles.get(title)!).join(' + ')]
          : []),
        titleOfFact(fact)[language],
        value === undefined ? '' : wordOfValue(fact, value)[language],
        needed[language],
      ]),
      width,
    ),
  ];
}
