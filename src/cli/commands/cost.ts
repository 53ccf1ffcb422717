import type { Command } from '@commander-js/extra-typings';
import type { CostStep, QuotaCost } from '../../explain/answers.ts';
import { costQuestion } from '../../questions/cost.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import { formatDifference, formatNumber } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { item, rulesTitle } from '../printing/explanation-lines.ts';
import type { PlainTable } from '../../papers/write-table.ts';
import { paint } from '../printing/paint.ts';
import { provenanceLines } from '../printing/provenance-lines.ts';
import { askingCommand } from '../question-command.ts';
import { type Row, tableLines } from '../printing/table.ts';

/** `slate cost RULE`: what does each bound of a rule cost? */
export function configure(command: Command, cli: Cli): void {
  askingCommand(
    command,
    costQuestion,
    {
      arguments: ['rule'],
      exit: ({ curves }) => (curves.every(({ complete }) => complete) ? EXIT.done : EXIT.outOfTime),
      lines: ({ asked }, cost) => costLines(asked, cost, cli),
      table: (_opened, cost) => costTable(cost, cli),
    },
    cli,
  );
}

/** Every bound, a line each, also where one slate is the best under several. */
function costTable({ curves }: QuotaCost, { language, say }: Cli): PlainTable {
  return {
    headings: [
      say('cli.bound-side', undefined),
      say('cli.value', undefined),
      say('cli.bound', undefined),
      say('cli.status', undefined),
      say('cli.value-of-best', undefined),
      say('cli.against-now', undefined),
      say('cli.leaves', undefined),
      say('cli.joins', undefined),
    ],
    rows: curves.flatMap(({ side, steps }) =>
      steps.map(({ value, bound, status, objective, difference, leave = [], enter = [] }) => [
        side,
        value,
        bound[language],
        status,
        objective,
        difference,
        leave.join(' '),
        enter.join(' '),
      ]),
    ),
  };
}

function costLines(asked: SlateCase, cost: QuotaCost, cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const plan = asked.placement !== undefined;
  return [
    paint(rulesTitle(asked, cli), 'strong'),
    ...cost.curves.flatMap(({ steps, message }) => [
      ...item(message[language], '', cli),
      '',
      ...tableLines(
        [
          { heading: say('cli.bound', undefined) },
          { heading: say('cli.value-of-best', undefined), align: 'right' },
          { heading: say('cli.against-now', undefined), align: 'right' },
          { heading: say('cli.leaves', undefined), folds: true },
          { heading: say('cli.joins', undefined), folds: true },
        ],
        stepsThatDiffer(steps).map((step) => rowOf(step, plan, cli)),
        width,
      ),
      '',
    ]),
    ...provenLines(cost, cli),
    ...provenanceLines({ solver: cost.solver, inputs: cost.inputs }, cli),
  ];
}

/** How many of the steps are proven. */
function provenLines({ curves }: QuotaCost, { say }: Cli): readonly string[] {
  const known = curves.flatMap(({ steps }) => steps.flatMap(({ assurance }) => assurance ?? []));
  if (known.length === 0) return [];
  const proven = known.filter((each) => each === 'proven').length;
  const line = say('cli.steps-proven', { proven, all: known.length });
  return [paint(line, proven === known.length ? 'good' : 'open')];
}

/** Where step after step gives the same slate people read the first and the last of them. */
function stepsThatDiffer(steps: readonly CostStep[]): readonly CostStep[] {
  const same = (one: CostStep | undefined, other: CostStep): boolean =>
    one?.members !== undefined && other.members !== undefined && one.members.join() === other.members.join();
  return steps.filter(
    (step, index) => step.present || !same(steps[index - 1], step) || !same(steps[index + 1], step),
  );
}

function rowOf(step: CostStep, plan: boolean, { language, say }: Cli): Row {
  const { bound, objective, difference = 0, present, leave = [], enter = [] } = step;
  const shown = bound[language];
  if (objective === undefined) {
    const outcome =
      step.status === 'unknown'
        ? ({ text: say('cli.unknown', undefined), paint: 'open' } as const)
        : ({ text: say('cli.impossible', { plan }), paint: 'bad' } as const);
    return [shown, outcome, '', '', ''];
  }
  const against = present
    ? say('cli.now', undefined)
    : step.difference === undefined
      ? ''
      : formatDifference(difference, language);
  return [
    { text: shown, paint: present ? 'strong' : undefined },
    formatNumber(objective, language),
    against,
    leave.join(', '),
    enter.join(', '),
  ];
}
