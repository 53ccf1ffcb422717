import { type Command, Option } from '@commander-js/extra-typings';
import { closeSolverThreads } from '../../optimize/threads/solver-threads.ts';
import { compareQuestion } from '../../questions/compare.ts';
import type { Comparison } from '../../scenarios/answers.ts';
import { comparisonReport, isTold, needAndHave } from '../../scenarios/compare-report.ts';
import { formatNumber } from '../../words/number.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { People } from '../../papers/people.ts';
import type { PlainTable } from '../../papers/write-table.ts';
import { askingCommand } from '../question-command.ts';
import { printable, tableLines } from '../printing/table.ts';

/** `slate compare`: scenarios side by side. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  askingCommand(
    command,
    compareQuestion,
    {
      arguments: ['scenarios'],
      without: ['base'],
      further: [
        new Option('--scenarios <file>', say('cli.scenario-file-option', undefined)),
        new Option('--no-base', say('cli.no-base-option', undefined)),
        new Option('--report <file>', say('cli.report-option', undefined)),
      ],
      files: {
        report: ({ asked }, comparison) => {
          const people = new People(asked, cli.language);
          return () => comparisonReport(comparison, (id) => people.name(id));
        },
      },
      table: ({ asked }, comparison) => comparisonTable(comparison, new People(asked, cli.language), cli),
      progress: (done, total) => (done < total ? say('cli.comparing', { done, total }) : ''),
      exit: exitOf,
      lines: ({ asked }, comparison) => comparisonLines(comparison, new People(asked, cli.language), cli),
      end: closeSolverThreads,
    },
    cli,
  );
}

function exitOf({ scenarios }: Comparison): Answer['exit'] {
  if (scenarios.some(({ status }) => status === 'unknown')) return EXIT.outOfTime;
  return scenarios.every(({ status }) => status === 'infeasible') ? EXIT.violated : EXIT.done;
}

function comparisonLines(comparison: Comparison, people: People, cli: Cli): readonly string[] {
  const { language, say } = cli;
  return [
    paint(printable(say('scenarios.compare-title', { title: comparison.title })), 'strong'),
    '',
    ...outcomeLines(comparison, cli),
    ...comparison.scenarios.flatMap(({ id, conflict }) =>
      conflict === undefined ? [] : [paint(printable(`${id}: ${conflict.message[language]}`), 'bad')],
    ),
    '',
    ...ruleLines(comparison, cli),
    '',
    ...memberLines(comparison, people, cli),
  ];
}

/** A column a scenario: what came of it, what every rule needs and has, and who is on its slate. */
function comparisonTable(comparison: Comparison, people: People, { language, say }: Cli): PlainTable {
  const { scenarios, rules, inAll, inSome, plan = false } = comparison;
  const on = [
    ...inAll.map((candidate) => ({ candidate, scenarios: scenarios.map(({ id }) => id) })),
    ...inSome,
  ];
  return {
    headings: ['', say('cli.id', undefined), ...scenarios.map(({ id }) => id)],
    rows: [
      [
        say('scenarios.outcome', undefined),
        '',
        ...scenarios.map(({ status }) => say(`scenarios.status-${status}`, { plan })),
      ],
      [say('scenarios.objective', undefined), '', ...scenarios.map(({ objective }) => objective)],
      [say('scenarios.members', { plan }), '', ...scenarios.map(({ members }) => members?.length)],
      ...rules.map((rule) => [
        rule.group === undefined ? rule.title[language] : `${rule.title[language]}: ${rule.group}`,
        rule.id,
        ...rule.in.map((line) => needAndHave(rule, line, plan, language)),
      ]),
      ...on.map(({ candidate, scenarios: theirs }) => [
        people.name(candidate),
        candidate,
        ...scenarios.map(({ id, members }) => (members !== undefined && theirs.includes(id) ? 'x' : '')),
      ]),
    ],
  };
}

function outcomeLines(
  { scenarios, swaps, plan = false }: Comparison,
  { language, say, width }: Cli,
): readonly string[] {
  const [first] = scenarios;
  const exchanged = new Map(
    swaps
      .filter(({ from }) => from === first?.id)
      .map(({ to, comes, goes }) => [to, `+${comes.length} −${goes.length}`]),
  );
  return tableLines(
    [
      { heading: say('cli.id', undefined) },
      { heading: say('scenarios.scenario', undefined), folds: true },
      { heading: say('scenarios.outcome', undefined), folds: true },
      { heading: say('scenarios.objective', undefined), align: 'right' },
      { heading: say('scenarios.members', { plan }), align: 'right' },
      { heading: say('cli.exchanged', undefined), align: 'right' },
    ],
    scenarios.map(({ id, title, status, objective, members }) => [
      id,
      title[language],
      say(`scenarios.status-${status}`, { plan }),
      objective === undefined ? '' : formatNumber(objective, language),
      members === undefined ? '' : String(members.length),
      exchanged.get(id) ?? '',
    ]),
    width,
  );
}

function ruleLines(
  { rules, scenarios, plan = false }: Comparison,
  { language, say, width }: Cli,
): readonly string[] {
  return tableLines(
    [
      { heading: say('cli.rule', undefined), folds: true },
      ...scenarios.map(({ id }) => ({ heading: id, folds: true as const })),
    ],
    rules
      .filter((rule) => isTold(rule))
      .map((rule) => [
        rule.group === undefined ? rule.title[language] : `${rule.title[language]}: ${rule.group}`,
        ...rule.in.map((line) => needAndHave(rule, line, plan, language)),
      ]),
    width,
  );
}

function memberLines(
  { scenarios, inAll, inSome, plan = false }: Comparison,
  people: People,
  { say, width }: Cli,
): readonly string[] {
  const slates = scenarios.filter(({ members }) => members !== undefined);
  if (slates.length === 0) return [];
  return [
    say('cli.on-all', { members: inAll.length, scenarios: slates.length, plan }),
    ...(inSome.length === 0 ? [] : ['', paint(say('cli.on-some', { plan }), 'strong')]),
    ...(inSome.length === 0
      ? []
      : tableLines(
          [
            { heading: say('cli.id', undefined) },
            { heading: say('cli.name', undefined), folds: true },
            ...slates.map(({ id }) => ({ heading: id })),
          ],
          inSome.map(({ candidate, scenarios: on }) => [
            candidate,
            people.name(candidate),
            ...slates.map(({ id }) => (on.includes(id) ? 'x' : '')),
          ]),
          width,
        )),
  ];
}
