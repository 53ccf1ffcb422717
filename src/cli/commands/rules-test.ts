import { readFile } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { runRuleTests, type TestRun } from '../../rule-tests/run-tests.ts';
import { readTestFile } from '../../rule-tests/test-file.ts';
import { listRuleSets, loadRuleSet, RULES_FOLDER } from '../../rules/load.ts';
import type { Checkpoint } from '../../rules/checkpoint.ts';
import type { Rule } from '../../rules/rule-set.ts';
import { Task } from '../../slate/task.ts';
import { InputError, describeProblem, problem, type Problem, type Reading } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { printable, tableLines } from '../printing/table.ts';

/** `slate rules test [ID|FILE…]`: runs the tests beside rule files. */
export function configureTests(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .description(say('cli.rules-test-summary', undefined))
    .argument('[id|file...]', say('cli.rules-test-argument', undefined))
    .action(cli.answering(async (named) => tested(named, cli)));
}

/** The tests of one rule set, and what came of them. */
interface Tested {
  readonly rules: string;
  readonly run: TestRun;
}

async function tested(named: readonly string[], cli: Cli): Promise<Answer> {
  const names = named.length > 0 ? named : (await listRuleSets()).map(({ id }) => id);
  const checkpoint = new Task({ timeLimitMs: Infinity, signal: cli.signal });
  const readings = await Promise.all(names.map((name) => testsOf(name, checkpoint)));
  const problems = readings.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) throw new InputError(problems);
  const all = readings.flatMap((each) => (each.ok ? [each.value] : []));
  const failed = all.some(({ run }) => run.outcomes.some(({ failures }) => failures.length > 0));
  return {
    exit: failed ? EXIT.violated : EXIT.done,
    json: { ruleSets: all.map((each) => inJson(each, cli)) },
    text: () => all.flatMap((each) => testedLines(each, cli)).join('\n'),
  };
}

/** Runs what stands in `<id>.test.yaml` beside the file of a rule set. */
async function testsOf(name: string, checkpoint: Checkpoint): Promise<Reading<Tested>> {
  const rules = await loadRuleSet(name);
  if (!rules.ok) return rules;
  const file = testFileOf(name);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { ok: false, problems: [problem('rules.no-test-file', { rules: name, file })] };
  }
  const own = basename(file).replace(/\.test\.yaml$/, '');
  const isOwn = ({ origin }: Rule): boolean => parse(origin.file).name === own;
  const tests = readTestFile(text, file);
  if (!tests.ok) return tests;
  const run = await runRuleTests(rules.value, tests.value, isOwn, checkpoint);
  return { ok: true, value: { rules: name, run } };
}

/** `rules.test.yaml` beside `rules.yaml`; of an id, in the folder of the rule sets. */
function testFileOf(name: string): string {
  const isPath = /\.(?:ya?ml|json)$/i.test(name);
  return isPath ? name.replace(/\.(?:ya?ml|json)$/i, '.test.yaml') : join(RULES_FOLDER, `${name}.test.yaml`);
}

function inJson({ rules, run }: Tested, { language }: Cli): unknown {
  return {
    rules,
    tests: run.outcomes.map(({ test, failures }) => ({
      test: test.title,
      passed: failures.length === 0,
      failures: failures.map((each) => ({ ...each, message: describeProblem(each, language) })),
    })),
    coverage: run.coverage,
  };
}

function testedLines({ rules, run }: Tested, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const { outcomes } = run;
  const passed = outcomes.filter(({ failures }) => failures.length === 0).length;
  const [shown, all] = [sidesShown(run), sidesShown(run) + sidesOpen(run)];
  return [
    paint(printable(rules), 'strong'),
    ...outcomes.flatMap(({ test, failures }) => [
      failures.length === 0
        ? `${paint('✓', 'good')} ${printable(test.title[language])}`
        : `${paint('✗', 'bad')} ${printable(test.title[language])}`,
      ...failures.map((each: Problem) => `  ${printable(describeProblem(each, language))}`),
    ]),
    say('cli.tests-passed', { passed, all: outcomes.length }),
    say('cli.tests-cover', { shown, all }),
    ...openLines(run, cli),
    '',
  ];
}

function sidesShown({ coverage }: TestRun): number {
  return coverage.reduce((sum, { shown }) => sum + shown.length, 0);
}

function sidesOpen({ coverage }: TestRun): number {
  return coverage.reduce((sum, { open }) => sum + open.length, 0);
}

/** The rules of which something is not shown by any test. */
function openLines({ coverage }: TestRun, { say, width }: Cli): readonly string[] {
  const rows = coverage.flatMap(({ rule, open }) =>
    open.length === 0 ? [] : [[rule, open.map((side) => say('cli.side', { side })).join(', ')]],
  );
  if (rows.length === 0) return [];
  const columns = [
    { heading: say('cli.id', undefined) },
    { heading: say('cli.not-shown', undefined), folds: true as const },
  ];
  return tableLines(columns, rows, width);
}
