import { openCaseOf } from '../opening/open-case.ts';
import { groupingsOf, writtenConditions } from '../rules/rule-conditions.ts';
import { leavesOf } from '../rules/conditions/deciding.ts';
import { knownFact } from '../rules/facts/known-facts.ts';
import { type Checkpoint, NO_LIMIT } from '../rules/checkpoint.ts';
import type { Rule, RuleSet } from '../rules/rule-set.ts';
import type { RuleReport } from '../check/check-answer.ts';
import { checkSlate } from '../check/check.ts';
import { datedFact } from '../words/dated-fact.ts';
import { problem, type Problem } from '../words/problem.ts';
import { coverageOf, type RuleCoverage } from './coverage.ts';
import type { Expected, RuleTest } from './test-file.ts';

/** What came of one test. */
interface TestOutcome {
  readonly test: RuleTest;
  /** What did not come out as the test says; none: it passed. */
  readonly failures: readonly Problem[];
}

/** What came of all tests of a rule set. */
export interface TestRun {
  readonly outcomes: readonly TestOutcome[];
  readonly coverage: readonly RuleCoverage[];
}

/**
 * Runs the tests of a rule set: each slate is held against the rules as `check` does.
 *
 * @param isOwn which rules the tests are to show; those of an extended file have tests beside that file.
 * @throws what `checkpoint` throws.
 */
export async function runRuleTests(
  ruleSet: RuleSet,
  tests: readonly RuleTest[],
  isOwn: (rule: Rule) => boolean = () => true,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<TestRun> {
  const outcomes: TestOutcome[] = [];
  const judged: RuleReport[] = [];
  for (const test of tests) {
    await checkpoint.yieldOrThrow();
    const { failures, lines } = await runTest(ruleSet, test, checkpoint);
    outcomes.push({ test, failures });
    judged.push(...lines);
  }
  return { outcomes, coverage: coverageOf(ruleSet.rules.filter(isOwn), judged) };
}

async function runTest(
  ruleSet: RuleSet,
  test: RuleTest,
  checkpoint: Checkpoint,
): Promise<{ readonly failures: readonly Problem[]; readonly lines: readonly RuleReport[] }> {
  const { place, slate, units, scenario, expected, compliant } = test;
  const sources = {
    pool: { candidates: withColumns(test.candidates, ruleSet) },
    rules: ruleSet,
    ...(units !== undefined && { units: { units } }),
    ...(scenario !== undefined && { scenario }),
    slate,
  };
  const opened = await openCaseOf(sources, { checkpoint });
  if (!opened.ok) return { failures: opened.problems.map((each) => ({ ...each, place })), lines: [] };
  const report = await checkSlate(opened.value.asked, opened.value.slate, checkpoint);
  const results = expected.map((each) => resultOf(each, report.rules, test));
  const overall =
    compliant === undefined || compliant === report.compliant
      ? []
      : [problem('rules.test-compliant', { found: report.compliant }, place)];
  return {
    failures: [...results.flatMap(({ failure }) => failure ?? []), ...overall],
    lines: results.flatMap(({ lines }) => lines),
  };
}

interface Result {
  readonly failure?: Problem;
  /** The lines of the report that are as expected. */
  readonly lines: readonly RuleReport[];
}

/** The id in the file of a rule that is several in answers: `zipper` of `zipper.2`. */
function writtenId(id: string): string {
  return id.replace(/\.\d+$/, '');
}

/** Of a rule with groups all lines are kept, or one is broken or open, as `check` says it. */
function resultOf(expected: Expected, rules: readonly RuleReport[], { place }: RuleTest): Result {
  const own = rules.filter(({ id }) => writtenId(id) === expected.rule);
  if (own.length === 0) {
    const allowed = [...new Set(rules.map(({ id }) => writtenId(id)))];
    return { failure: problem('rules.test-no-rule', { rule: expected.rule, allowed }, place), lines: [] };
  }
  const about = own.filter(({ group }) => expected.group === undefined || group === expected.group);
  const matching = about.filter((line) => isAs(expected, line));
  const isMet = expected.status === 'kept' ? matching.length === about.length : matching.length > 0;
  if (isMet && about.length > 0) return { lines: matching };
  const found = about.find((line) => line.status !== 'kept') ?? about[0] ?? own[0]!;
  const { status, actual, deviation, message } = found;
  return {
    failure: problem(
      'rules.test-failed',
      { rule: expected.rule, expected: expected.status, found: status, actual, off: deviation, message },
      place,
    ),
    lines: [],
  };
}

/** Figures are compared as people write them: 0.333 stands for a third. */
const CLOSE = 0.0005;

function isAs(expected: Expected, line: RuleReport): boolean {
  const { status, actual, off, members } = expected;
  return (
    line.status === status &&
    (actual === undefined || Math.abs(line.actual - actual) <= CLOSE) &&
    (off === undefined || Math.abs(line.deviation - off) <= CLOSE) &&
    (members === undefined || sameIds(line.members, members))
  );
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n');
}

/**
 * The people of a test with every column that the rules use: a test need not write what the rule that it
 * is about does not ask for. Cells of those columns are empty.
 */
function withColumns(
  candidates: RuleTest['candidates'],
  ruleSet: RuleSet,
): readonly Readonly<Record<string, unknown>>[] {
  const empty = Object.fromEntries(columnsUsed(ruleSet).map((column) => [column, null]));
  return candidates.map((person) => ({ ...empty, ...person }));
}

function columnsUsed({ rules, objective, facts, referenceDate }: RuleSet): readonly string[] {
  const terms = objective.flatMap((level) => level.terms);
  const conditions = [
    ...rules.flatMap((rule) => writtenConditions(rule)),
    ...terms.flatMap(({ where }) => (where === undefined ? [] : [where])),
  ];
  const used = [
    ...conditions.flatMap(leavesOf).map(({ fact }) => fact),
    ...rules.flatMap((rule) => groupingsOf(rule)),
    ...terms.flatMap(({ fact }) => (fact === undefined ? [] : [fact])),
  ];
  const columns = used.flatMap((name) => {
    const known = knownFact(name);
    if (known === undefined) return Object.hasOwn(facts, name) && !name.startsWith('unit.') ? [name] : [];
    return known.from ?? [datedFact(name).fact];
  });
  const year = referenceDate.slice(0, 4);
  return [...new Set([...columns, ...Object.keys(facts).filter((name) => !name.startsWith('unit.'))])].map(
    (column) => column.replace('YYYY', year),
  );
}
