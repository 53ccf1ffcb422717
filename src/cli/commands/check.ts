import { type Command, Option } from '@commander-js/extra-typings';
import { readOptions } from '../../questions/asking.ts';
import { checkQuestion } from '../../questions/check.ts';
import { repairQuestion } from '../../questions/repair.ts';
import { titleOfFact, wordOfValue } from '../../rules/facts/known-facts.ts';
import type { DecisionReport, Report, RuleReport } from '../../check/check-answer.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import { problem, type Problem, valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { type OptionValues, caseOptions, optionName } from '../options/options.ts';
import { paint } from '../printing/paint.ts';
import { People } from '../../papers/people.ts';
import { paperAsked, paperFiles, paperOptions, throwIfPaperUnfit } from '../files/paper-file.ts';
import { consequenceLines } from '../printing/consequences-table.ts';
import { controlOf, askedFields, optionsOf } from '../question-command.ts';
import { answerFrom, opened } from '../opened-question.ts';
import { serviceOption } from '../remote/service-address.ts';
import { record, recordOptions } from '../store/recording.ts';
import { reportFiles, reportOption, reportProblems } from '../files/report-file.ts';
import { quotasTable } from '../printing/quotas-table.ts';
import { repairLines } from '../printing/repair-table.ts';
import { printable, tableLines } from '../printing/table.ts';
import { withoutValueLines } from '../printing/without-value-lines.ts';
import { fileIn, inputsIn, unwritable, writeFiles } from '../files/written-files.ts';
import { item } from '../printing/explanation-lines.ts';

/** Members named after a rule that too many of them match; more would hide the next rule. */
const MOST_NAMED = 15;

/** `slate check SLATE`: does this slate keep the rules, and what would mend it? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  const repair = new Option('--repair', say('cli.repair-option', undefined));
  const options = [
    ...caseOptions(say),
    repair,
    ...optionsOf(repairQuestion, ['slate'], cli),
    ...optionsOf(checkQuestion, ['slate'], cli),
    ...paperOptions(say),
    reportOption(say),
    ...recordOptions(say),
    serviceOption(say),
  ];
  for (const option of options) {
    command.addOption(option);
  }
  command
    .argument('<slate>', say('cli.slate-argument', undefined))
    .action(cli.answering(async (slate) => check({ ...command.opts(), slate }, cli)));
}

/** Reads a slate and holds it against the rules; mends it where that is asked. Both are one case, opened once. */
async function check(read: OptionValues, cli: Cli): Promise<Answer> {
  const asked = askedFields(repairQuestion, read);
  const isRepaired = read['repair'] === true;
  const consequences = askedFields(checkQuestion, read);
  const checking = readOptions(checkQuestion.options, consequences);
  const paper = await paperAsked(read);
  const problems = [
    ...(isRepaired ? [] : uselessOptions(asked, '--repair')),
    ...(consequences['consequences'] === undefined ? uselessOptions(consequences, '--consequences') : []),
    // Of a value that is no number the command line has told already.
    ...(checking.ok || cli.slips.problems.length > 0 ? [] : checking.problems),
    ...paper.problems,
    ...reportProblems(read),
    ...(await unwritable([paper.file, fileIn(read, 'report')], inputsIn(read))),
  ];
  const whole = await opened(
    repairQuestion,
    read,
    { asked, problems, alsoWrong: (parts) => (checking.ok ? checkWrong(checking.value, parts) : []) },
    cli,
  );
  const { opened: open, options, began, frozen } = whole;
  const checked = valueOf(checking);
  throwIfPaperUnfit(paper, open);
  const report = await answerFrom(whole, checkQuestion, checked, { signal: cli.signal });
  cli.signal.throwIfAborted();
  const repair = isRepaired
    ? await answerFrom(whole, repairQuestion, options, controlOf(open, undefined, cli))
    : undefined;
  const answered = [
    { question: checkQuestion.name, options: checked, answer: report },
    ...(repair === undefined ? [] : [{ question: repairQuestion.name, options, answer: repair }]),
  ];
  const reports = await reportFiles(read, { frozen, opened: open }, answered, cli);
  cli.progress('');
  await record(read, { question: checkQuestion.name, options: checked, answer: report, began }, frozen, cli);
  const given = checkQuestion.slates?.(report, open) ?? [];
  const mended = repair === undefined ? [] : (repairQuestion.slates?.(repair, open) ?? []);
  const slates = mended.length > 0 ? mended : given;
  return {
    unwritten: await writeFiles([...paperFiles(paper, open, slates, cli), ...reports], cli),
    exit: report.compliant ? EXIT.done : EXIT.violated,
    json: repair === undefined ? report : { ...report, repair },
    text: () =>
      [
        ...reportLines(open.asked, report, cli),
        ...consequenceLines(report, new People(open.asked, cli.language), cli),
        ...(repair === undefined ? [] : repairLines(repair, new People(open.asked, cli.language), cli)),
      ].join('\n'),
  };
}

/** Whom the consequences name that are not there. */
const checkWrong = checkQuestion.wrong ?? (() => []);

/** Options that say how to mend, or whose consequences, say nothing where that is not asked for. */
function uselessOptions(asked: OptionValues, needed: string): readonly Problem[] {
  // A time limit is one of the answer, whatever it holds.
  const given = Object.keys(asked).filter((field) => field !== 'timeLimitMs');
  return given.map((field) => problem('cli.needs-option', { option: `--${optionName(field)}`, needed }));
}

function reportLines(asked: SlateCase, report: Report, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const people = new People(asked, language);
  const heading = { title: asked.ruleSet.title[language], size: report.size };
  const headed = headingOf(asked);
  return [
    paint(printable(say(headed, heading)), 'strong'),
    ...verdictLines(report, cli),
    '',
    ...quotasTable(report.rules, cli),
    ...withoutValueLines(report.withoutValue, cli),
    ...wrongLines(asked, report, people, cli),
    ...ineligibleLines(asked, report, people, cli),
  ];
}

function headingOf({ placement }: SlateCase) {
  if (placement === undefined) return 'cli.check-heading';
  return placement.list === undefined ? 'placements.check-heading' : 'placements.list-check-heading';
}

/** Whether the hard rules are kept, and what the goals missed cost. */
function verdictLines(report: Report, { say }: Cli): readonly string[] {
  const hard = report.rules.filter(({ strength }) => strength === 'hard');
  const violated = hard.filter(({ status }) => status === 'violated').length;
  const unknown = hard.filter(({ status }) => status === 'unknown').length;
  const decisions = brokenDecisions(report).length;
  const goals = report.rules.filter(({ cost }) => cost > 0);
  const price = goals.reduce((sum, { cost }) => sum + cost, 0);
  return [
    report.compliant
      ? paint(say('cli.compliant', undefined), 'good')
      : paint(say('cli.not-compliant', { violated, unknown, decisions }), 'bad'),
    ...(goals.length > 0 ? [say('cli.goals-missed', { goals: goals.length, price })] : []),
  ];
}

function brokenDecisions({ decisions = [] }: Report): readonly DecisionReport[] {
  return decisions.filter(({ status }) => status !== 'kept');
}

/** Each rule and each decision that is not kept in a sentence, with the members concerned. */
function wrongLines(asked: SlateCase, report: Report, people: People, cli: Cli): readonly string[] {
  const wrong = report.rules.filter(({ status }) => status !== 'kept');
  const decisions = brokenDecisions(report);
  if (wrong.length + decisions.length === 0) return [];
  return [
    '',
    paint(cli.say('cli.what-is-wrong', undefined), 'strong'),
    ...wrong.flatMap((rule) => [
      ...item(rule.message[cli.language], '- ', cli),
      ...concernedLines(asked, rule, people, cli),
    ]),
    ...decisions.flatMap(({ message }) => item(message[cli.language], '- ', cli)),
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
      ? item(
          say('cli.who-counts', { members: named(rule.members, people), plan: placement !== undefined }),
          '  ',
          cli,
        )
      : []),
    ...(rule.undecided === undefined
      ? []
      : item(say('cli.who-is-open', { members: named(rule.undecided, people) }), '  ', cli)),
  ];
}

function named(ids: readonly string[], people: People): string {
  const shown = ids.slice(0, MOST_NAMED).map((id) => people.called(id));
  return [...shown, ...(ids.length > MOST_NAMED ? [`… (+${ids.length - MOST_NAMED})`] : [])].join(', ');
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
