import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runRuleTests } from '../../src/rule-tests/run-tests.ts';
import { readTestFile, testFileJsonSchema } from '../../src/rule-tests/test-file.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';
import { slate } from '../cli/run-slate.ts';

const RULES = `id: r
referenceDate: 2020-06-05
size: { min: 2, max: 4 }
rules:
  - { id: women, count: { where: { fact: gender, operator: equal, value: female }, min: 2, max: 3 } }
  - { id: one-per-unit, count: { forEach: unit, missing: none, max: 1 } }
  - { id: half, share: { where: { fact: age, operator: lessThan, value: 40 }, min: 50 % } }
  - { id: adult, require: { satisfy: { fact: age, operator: greaterThanInclusive, value: 18 } } }
`;

async function run(tests: string) {
  const ruleSet = valueOf(await parseRuleSet(RULES, 'r.yaml', async () => undefined));
  return runRuleTests(ruleSet, valueOf(readTestFile(tests, 'r.test.yaml')));
}

async function failuresOf(tests: string): Promise<readonly string[]> {
  const { outcomes } = await run(tests);
  return outcomes.flatMap(({ failures }) => failures.map((each) => describeProblem(each, 'en')));
}

function problemsOf(tests: string): readonly string[] {
  const reading = readTestFile(tests, 'r.test.yaml');
  return reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
}

const POOL = `pools:
  people:
    - { id: W, times: 4, gender: female }
    - { id: M, times: 4, gender: male, unit: A }
    - { id: Y, birthDate: 2000-01-01 }
    - { id: O, birthDate: 1950-01-01 }
    - { id: K, birthDate: 2010-01-01 }
`;

describe('tests of rules', () => {
  it.each([
    ['times: 5000000000', '[W1]', 'found 5000000000, but at most 100,000 is possible'],
    ['times: -1', '[W1]', 'found -1, but a number from 1 up is needed'],
    ['times: 2.5', '[W1]', 'found 2.5, but a whole number is needed'],
    ['times: many', '[W1]', 'found the text “many”, but a number is needed'],
    ['times: 2', '[W1..W4000000000]', 'found 4000000002, but at most 100,000 is possible'],
    ['times: 60000', '[W1..W60000]', 'found 120000, but at most 100,000 is possible'],
  ])('stand for as many people as a test can have: %s, %s', (times, members, said) => {
    const tests = `pools: { p: [{ id: W, ${times} }] }
tests: [{ test: t, pool: p, slate: ${members}, compliant: false }]
`;
    expect(problemsOf(tests)).toEqual([expect.stringContaining(said)]);
  });

  it('judge the rules that they name, with figures, groups and members', async () => {
    const tests = `${POOL}tests:
  - { test: two women, pool: people, slate: [W1..W2], keeps: [{ rule: women, actual: 2 }] }
  - { test: one, pool: people, slate: [W1, M1], breaks: [{ rule: women, off: -1, members: [W1] }] }
  - { test: one unit, pool: people, slate: [M1..M2], breaks: [{ rule: one-per-unit, group: A, off: 1 }] }
  - { test: a child, pool: people, slate: [K, Y], breaks: [{ rule: adult, members: [K] }], compliant: false }
  - { test: nobody knows, pool: people, slate: [W1, W2], unknown: [half] }
`;
    expect(await failuresOf(tests)).toEqual([]);
  });

  it.each([
    ['keeps: [women]', 'women is to be kept, but is broken (actual 1, off −1)'],
    ['breaks: [one-per-unit]', 'one-per-unit is to be broken, but is kept'],
    ['breaks: [{ rule: women, off: -2 }]', 'women is to be broken, but is broken (actual 1, off −1)'],
    ['breaks: [{ rule: women, members: [M1] }]', 'women is to be broken'],
    ['keeps: [womn]', 'there is no rule “womn”; there are size, women'],
    ['compliant: true', 'not all hard rules are kept'],
  ])('fail where %s is not so, and say what is', async (expected, words) => {
    const tests = `${POOL}tests:\n  - { test: x, pool: people, slate: [W1, M1], ${expected} }\n`;
    const failures = await failuresOf(tests);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain(words);
    expect(failures[0]).toMatch(/^r\.test\.yaml:9:5: /);
  });

  it('fail where the slate names nobody of the pool', async () => {
    const tests = `${POOL}tests:\n  - { test: x, pool: people, slate: [Q1], compliant: true }\n`;
    expect((await failuresOf(tests)).join('\n')).toContain('Q1');
  });

  it('lay a scenario over the rules', async () => {
    const tests = `${POOL}tests:
  - { test: x, pool: people, slate: [W1, M1], scenario: { rules: { women: { min: 1 } } }, keeps: [women] }
`;
    expect(await failuresOf(tests)).toEqual([]);
  });

  it('show both sides of each bound, and tell what they do not show', async () => {
    const { coverage } = await run(`${POOL}tests:
  - { test: at min, pool: people, slate: [W1..W2], keeps: [women] }
  - { test: below, pool: people, slate: [W1, M1], breaks: [women] }
  - { test: above, pool: people, slate: [W1..W4], breaks: [women] }
  - { test: half, pool: people, slate: [Y, O], keeps: [half] }
  - { test: far below, pool: people, slate: [O, K], breaks: [adult] }
`);
    expect(coverage).toEqual([
      { rule: 'women', shown: ['at-min', 'below-min', 'above-max'], open: ['at-max'] },
      { rule: 'one-per-unit', shown: [], open: ['at-max', 'above-max'] },
      { rule: 'half', shown: ['at-min'], open: ['below-min'] },
      { rule: 'adult', shown: ['broken'], open: ['kept'] },
    ]);
  });

  it.each([
    ['tests: []', '/tests'],
    ['tests:\n  - { test: x, pool: nobody, slate: [A], compliant: true }', 'allowed:'],
    ['tests:\n  - { test: x, pool: [{ id: A }], slate: [A] }', 'says nothing that is to come out'],
    ['tests:\n  - { test: x, pool: [{ id: A }], slate: [A], keep: [women] }', 'did you mean “keeps”?'],
    ['tests:\n  - { test: x, pool: 5, slate: [A], compliant: true }', 'the name of a pool'],
  ])('are refused where they cannot be meant: %s', (text, words) => {
    expect(problemsOf(`${text}\n`).join('\n')).toContain(words);
  });

  it('have the JSON Schema that stands beside the rule files; if not: npm run schema', () => {
    const committed: unknown = JSON.parse(readFileSync('rules/rule-tests.schema.json', 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(testFileJsonSchema())));
  });
});

describe('the shipped rule sets', () => {
  const tested = readdirSync('rules').filter((name) => name.endsWith('.test.yaml'));

  it('have tests beside them, each one', () => {
    const ids = readdirSync('rules').filter((name) => /^[a-z0-9-]+\.yaml$/.test(name));
    expect(tested.map((name) => name.replace('.test.yaml', '.yaml'))).toEqual(ids);
  });

  it.each(tested)('%s passes, and shows every side of every rule of its own', async (file) => {
    const id = file.replace('.test.yaml', '');
    const ruleSet = valueOf(await loadRuleSet(id));
    const tests = valueOf(readTestFile(readFileSync(join('rules', file), 'utf8'), file));
    const isOwn = ({ origin }: { readonly origin: { readonly file: string } }): boolean =>
      origin.file.endsWith(`${id}.yaml`);
    const { outcomes, coverage } = await runRuleTests(ruleSet, tests, isOwn);
    expect(outcomes.flatMap(({ failures }) => failures.map((each) => describeProblem(each, 'en')))).toEqual(
      [],
    );
    expect(coverage.filter(({ open }) => open.length > 0)).toEqual([]);
    expect(coverage.length).toBeGreaterThan(0);
  });
});

describe('slate rules test', () => {
  it('runs them and ends with 0, or with 1 where one fails, and with 2 where there are none', async () => {
    const passed = await slate(['rules', 'test', 'directive-35', '--lang', 'en']);
    expect(passed).toMatchObject({ code: 0, stderr: '' });
    expect(passed.stdout).toContain('12 of 12 tests passed');
    const folder = mkdtempSync(join(tmpdir(), 'slate-rule-tests-'));
    writeFileSync(join(folder, 'r.yaml'), RULES);
    const file = join(folder, 'r.yaml');
    expect((await slate(['rules', 'test', file, '--lang', 'en'])).code).toBe(2);
    writeFileSync(
      join(folder, 'r.test.yaml'),
      `${POOL}tests:\n  - { test: one woman, pool: people, slate: [W1, M1], keeps: [women] }\n`,
    );
    const failed = await slate(['rules', 'test', file, '--lang', 'en']);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('✗ one woman');
    const json = await slate(['rules', 'test', file, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ ruleSets: [{ tests: [{ passed: false }] }] });
  });
});
