import type { Command } from '@commander-js/extra-typings';
import { DirectReader } from '../../opening/reader.ts';
import { fileOfRules } from '../../opening/scenario.ts';
import { bytesOfText } from '../../opening/text-bytes.ts';
import { describeCondition, describeWithLimits } from '../../rules/describe.ts';
import { titleOfFact } from '../../rules/facts/known-facts.ts';
import { listRuleSets, loadRuleSet } from '../../rules/load.ts';
import { ruleNotices } from '../../rules/problems/rule-notices.ts';
import { takesUnits } from '../../rules/lists/list-declaration.ts';
import type { ObjectiveTerm, Rule, RuleSet } from '../../rules/rule-set.ts';
import { loadScenarios, scenariosFrom } from '../../scenarios/load.ts';
import { ruleSetInWords } from '../../service/answers/rule-set-in-words.ts';
import { valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { rulesNamed, singleInput } from '../inputs.ts';
import { tellNotices } from '../printing/notice-lines.ts';
import { paint } from '../printing/paint.ts';
import { dateIn } from '../../papers/people.ts';
import { printable, tableLines } from '../printing/table.ts';
import { configureTests } from './rules-test.ts';

/** `slate rules [ID|FILE]`: the rule sets, or what one of them says. `slate rules test [ID|FILE…]` runs their tests. */
export function configure(command: Command, cli: Cli): void {
  configureTests(command.command('test'), cli);
  command.argument('[id|file]', cli.say('cli.rules-argument', undefined)).action(
    cli.answering(async (idOrFile) => {
      return idOrFile === undefined ? listed(cli) : told(idOrFile, cli);
    }),
  );
}

/** The rule sets that come with Slate. */
async function listed({ language, say, width }: Cli): Promise<Answer> {
  const ruleSets = await listRuleSets();
  const titles = await Promise.all(ruleSets.map(({ id }) => hasTitles(id)));
  return {
    exit: EXIT.done,
    json: { ruleSets: ruleSets.map(({ id, title }, index) => ({ id, title, titles: titles[index]! })) },
    text: () =>
      tableLines(
        [
          { heading: say('cli.id', undefined) },
          { heading: say('cli.title', undefined), folds: true },
          { heading: say('cli.file', undefined) },
        ],
        ruleSets.map(({ id, title, file }) => [id, title[language], file]),
        width,
      ).join('\n'),
  };
}

/** A file with errors declares nothing that could be used; what is wrong is said when it is asked for. */
async function hasTitles(id: string): Promise<boolean> {
  const reading = await loadRuleSet(id);
  return reading.ok && takesUnits(reading.value);
}

/** One rule set, every rule as a sentence. @throws InputError with all that is wrong with the file. */
async function told(idOrFile: string, cli: Cli): Promise<Answer> {
  const ruleSet = await soundRules(idOrFile, cli.signal);
  tellNotices(ruleNotices(ruleSet), cli);
  return {
    exit: EXIT.done,
    json: ruleSetInWords(ruleSet),
    text: () => ruleSetLines(ruleSet, cli).join('\n'),
  };
}

/** Rules without a fault, in the scenarios beside them either. @throws InputError */
async function soundRules(idOrFile: string, signal: AbortSignal): Promise<RuleSet> {
  const source = rulesNamed(idOrFile, singleInput(signal));
  if (!('yaml' in source)) {
    const ruleSet = valueOf(await new DirectReader().rules(source));
    valueOf(await loadScenarios(fileOfRules(idOrFile), ruleSet));
    return ruleSet;
  }
  const { called = 'rules' } = source;
  const text = valueOf(await bytesOfText(source.yaml, called));
  const ruleSet = valueOf(await new DirectReader().rules({ ...source, yaml: text }));
  valueOf(scenariosFrom(text, called, ruleSet));
  return ruleSet;
}

/** What the rule set is of: a slate of so many members, or titles in units. */
function headLine(
  { id, size, titles, list, referenceDate, sha256 }: RuleSet,
  { language, say }: Cli,
): string {
  const { min, max } = size;
  const head = { id, referenceDate: dateIn(referenceDate, language), hash: sha256.slice(0, 12) };
  if (list !== undefined) return say('placements.list-rules-head', { ...head, ...list });
  return titles === undefined
    ? say('cli.rule-set-head', { ...head, size: min === max ? String(min) : `${min}–${max}` })
    : say('placements.rule-set-head', { ...head, titles: titles.map(({ title }) => title[language]) });
}

function ruleSetLines(ruleSet: RuleSet, cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  return [
    paint(printable(ruleSet.title[language]), 'strong'),
    headLine(ruleSet, cli),
    '',
    ...tableLines(
      [
        { heading: say('cli.id', undefined) },
        { heading: say('cli.says', undefined), folds: true },
        { heading: say('cli.binding', undefined) },
        { heading: say('cli.source', undefined), folds: true },
      ],
      ruleSet.rules.map((rule) => [
        rule.id,
        describeWithLimits(rule, ruleSet)[language],
        binding(rule, cli),
        rule.source?.[language] ?? '',
      ]),
      width,
    ),
    ...objectiveLines(ruleSet, cli),
  ];
}

function binding({ strength, weight }: Rule, { say }: Cli): string {
  return strength === 'hard' ? say('cli.hard', undefined) : say('cli.goal', { weight });
}

function objectiveLines(ruleSet: RuleSet, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const { objective, rules } = ruleSet;
  const hasGoals = rules.some(({ strength }) => strength === 'soft');
  const terms = objective.flatMap(({ title, terms, softRules }) => [
    ...(objective.length > 1 ? [`${printable(title[language])}:`] : []),
    ...terms.map((term) => `- ${printable(termIn(term, ruleSet, cli))}`),
    ...(softRules && hasGoals ? [`- ${say('cli.goals-paid', undefined)}`] : []),
  ]);
  return terms.length === 0
    ? []
    : ['', paint(say('cli.better', { plan: ruleSet.titles !== undefined }), 'strong'), ...terms];
}

function termIn({ fact, where, weight }: ObjectiveTerm, ruleSet: RuleSet, { language, say }: Cli): string {
  const who = where === undefined ? undefined : describeCondition(where, ruleSet)[language];
  const plan = ruleSet.titles !== undefined;
  return fact === undefined
    ? say('cli.points-per-member', { weight, who, plan })
    : say('cli.points-per-fact', { weight, fact: titleOfFact(fact)[language], who, plan });
}
