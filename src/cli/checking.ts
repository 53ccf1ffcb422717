import { planOf } from '../placements/plan-answer.ts';
import type { Report, RuleReport } from '../slate/answers.ts';
import { checkSlate } from '../slate/check.ts';
import { repairSlate } from '../slate/repair.ts';
import type { Repair } from '../slate/repair-answer.ts';
import type { SlateCase } from '../slate/requests.ts';
import { Task } from '../slate/task.ts';
import { titleOfFact, wordOfValue } from '../rules/known-facts.ts';
import { problem, type Problem } from '../words/problem.ts';
import type { Answer, Cli } from './context.ts';
import { EXIT } from './exit-code.ts';
import { controlOf, type ExplainAsked } from './explaining.ts';
import { type Named, openInputsWithSlate } from './inputs.ts';
import { notInPool, notOnSlate } from './named-members.ts';
import { paint } from './paint.ts';
import { People } from './people.ts';
import { quotasTable } from './quotas-table.ts';
import { repairLines } from './repairing.ts';
import { fold, plainText, tableLines } from './table.ts';

/** Members named after a rule that too many of them match; more would hide the next rule. */
const MOST_NAMED = 15;

/** What the command line says of a repair; it is asked for by `repair`. */
export interface RepairAsked extends ExplainAsked {
  readonly repair?: boolean | undefined;
  readonly keep?: readonly string[] | undefined;
  readonly alternatives?: number | undefined;
  readonly differ?: number | undefined;
}

/** Reads a slate and holds it against the rules; mends it where that is asked. */
export async function check(slate: string, named: Named, asking: RepairAsked, cli: Cli): Promise<Answer> {
  const keep = asking.keep?.map((id) => id.normalize('NFC')) ?? [];
  const { asked, members } = await openInputsWithSlate(named, slate, cli, {
    problems: asking.repair === true ? [] : uselessOptions(asking),
    inPool: notInPool(keep),
    inSlate: notOnSlate(keep),
  });
  const report = await checkSlate(asked, members, new Task({ signal: cli.signal }));
  cli.signal.throwIfAborted();
  const repair = asking.repair === true ? await repaired(asked, members, asking, cli) : undefined;
  const placement = planOf(asked, members);
  return {
    exit: report.compliant ? EXIT.done : EXIT.violated,
    json: {
      ...report,
      ...(placement !== undefined && { placement }),
      ...(repair !== undefined && { repair }),
    },
    text: () =>
      [
        ...reportLines(asked, report, cli),
        ...(repair === undefined ? [] : repairLines(repair, new People(asked, cli.language), cli)),
      ].join('\n'),
  };
}

/** Options that say how to mend say nothing where nothing is to be mended. */
function uselessOptions({ keep, alternatives, differ }: RepairAsked): readonly Problem[] {
  const given = Object.entries({ keep, alternatives, differ }).filter(([, value]) => value !== undefined);
  return given.map(([name]) => problem('cli.needs-option', { option: `--${name}`, needed: '--repair' }));
}

async function repaired(
  asked: SlateCase,
  members: readonly string[],
  asking: RepairAsked,
  cli: Cli,
): Promise<Repair> {
  const { keep, alternatives, differ } = asking;
  const repair = await repairSlate(asked, members, {
    ...controlOf(asking, asked, cli),
    ...(keep !== undefined && { keep: keep.map((id) => id.normalize('NFC')) }),
    ...(alternatives !== undefined && { alternatives }),
    ...(differ !== undefined && { differ }),
  });
  cli.progress('');
  return repair;
}

function reportLines(asked: SlateCase, report: Report, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const people = new People(asked, language);
  const heading = { title: asked.ruleSet.title[language], size: report.size };
  const headed = asked.placement === undefined ? 'cli.check-heading' : 'placements.check-heading';
  return [
    paint(plainText(say(headed, heading)), 'strong'),
    ...verdictLines(report, cli),
    '',
    ...quotasTable(report.rules, cli),
    ...wrongLines(asked, report, people, cli),
    ...ineligibleLines(asked, report, people, cli),
  ];
}

/** Whether the hard rules are kept, and what the goals missed cost. */
function verdictLines(report: Report, { say }: Cli): readonly string[] {
  const hard = report.rules.filter(({ strength }) => strength === 'hard');
  const violated = hard.filter(({ status }) => status === 'violated').length;
  const unknown = hard.filter(({ status }) => status === 'unknown').length;
  const goals = report.rules.filter(({ cost }) => cost > 0);
  const price = goals.reduce((sum, { cost }) => sum + cost, 0);
  return [
    report.compliant
      ? paint(say('cli.compliant', undefined), 'good')
      : paint(say('cli.not-compliant', { violated, unknown }), 'bad'),
    ...(goals.length > 0 ? [say('cli.goals-missed', { goals: goals.length, price })] : []),
  ];
}

/** Each rule that is not kept in a sentence, with the members concerned. */
function wrongLines(asked: SlateCase, report: Report, people: People, cli: Cli): readonly string[] {
  const wrong = report.rules.filter(({ status }) => status !== 'kept');
  if (wrong.length === 0) return [];
  return [
    '',
    paint(cli.say('cli.what-is-wrong', undefined), 'strong'),
    ...wrong.flatMap((rule) => [
      ...bullet(rule.message[cli.language], '- ', cli),
      ...concernedLines(asked, rule, people, cli),
    ]),
  ];
}

function concernedLines(
  { placement }: SlateCase,
  rule: RuleReport,
  people: People,
  cli: Cli,
): readonly string[] {
  const { say } = cli;
  const tooMany = rule.deviation > 0 && (rule.kind === 'count' || rule.kind === 'share');
  return [
    ...(tooMany
      ? bullet(
          say('cli.who-counts', { members: named(rule.members, people), plan: placement !== undefined }),
          '  ',
          cli,
        )
      : []),
    ...(rule.undecided === undefined
      ? []
      : bullet(say('cli.who-is-open', { members: named(rule.undecided, people) }), '  ', cli)),
  ];
}

function named(ids: readonly string[], people: People): string {
  const shown = ids.slice(0, MOST_NAMED).map((id) => people.called(id));
  return [...shown, ...(ids.length > MOST_NAMED ? [`… (+${ids.length - MOST_NAMED})`] : [])].join(', ');
}

function bullet(text: string, mark: string, { width }: Cli): readonly string[] {
  const lines = fold(plainText(text), width === undefined ? Infinity : width - mark.length);
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}

function ineligibleLines(
  { ruleSet, placement }: SlateCase,
  report: Report,
  people: People,
  { language, say, width }: Cli,
): readonly string[] {
  if (report.ineligible.length === 0) return [];
  const titles = new Map(ruleSet.rules.map(({ id, title }) => [id, title[language]]));
  return [
    '',
    paint(say('cli.not-eligible', { plan: placement !== undefined }), 'strong'),
    ...tableLines(
      [
        { heading: say('cli.id', undefined) },
        { heading: say('cli.name', undefined), folds: true },
        { heading: say('cli.rule', undefined), folds: true },
        { heading: say('cli.fact', undefined), folds: true },
        { heading: say('cli.value', undefined), folds: true },
      ],
      report.ineligible.map(({ candidate, rule, fact, value }) => [
        candidate,
        people.name(candidate),
        titles.get(rule)!,
        titleOfFact(fact)[language],
        value === undefined ? '' : wordOfValue(fact, value)[language],
      ]),
      width,
    ),
  ];
}
