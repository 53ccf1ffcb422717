import type { CostStep, QuotaCost } from '../explain/answers.ts';
import { costOfRule, noSuchRule } from '../explain/quota-cost.ts';
import type { SlateCase } from '../slate/requests.ts';
import { formatDifference, formatNumber } from '../words/number.ts';
import type { Answer, Cli } from './context.ts';
import { EXIT } from './exit-code.ts';
import { controlOf, type ExplainAsked, item, titleOf } from './explaining.ts';
import { type Named, openInputs } from './inputs.ts';
import { paint } from './paint.ts';
import { provenanceLines } from './provenance-lines.ts';
import { type Row, tableLines } from './table.ts';

/** Reads the inputs and prices one rule. */
export async function pricing(rule: string, named: Named, asked: ExplainAsked, cli: Cli): Promise<Answer> {
  const opened = await openInputs(named, cli, {
    // The rules that a placement brings along are known only once it is opened.
    inRules: (ruleSet) =>
      ruleSet === undefined || ruleSet.titles !== undefined ? [] : noSuchRule(ruleSet, rule),
  });
  const cost = await costOfRule(opened, rule, controlOf(asked, opened, cli));
  cli.progress('');
  const isKnown = cost.curves.every(({ complete }) => complete);
  return {
    exit: isKnown ? EXIT.done : EXIT.outOfTime,
    json: cost,
    text: () => costLines(opened, cost, cli).join('\n'),
  };
}

function costLines(asked: SlateCase, cost: QuotaCost, cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const plan = asked.placement !== undefined;
  return [
    paint(titleOf(asked, cli), 'strong'),
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
    ...provenanceLines(cost, cli),
  ];
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
