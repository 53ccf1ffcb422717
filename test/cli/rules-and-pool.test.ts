import { describe, expect, test } from 'vitest';
import { poolNumbersSchema } from '../../src/cli/commands/pool.ts';
import { ruleSetAnswerSchema, ruleSetListSchema } from '../../src/service/answers/answers.ts';
import { expectRefused, filesWith, REFERENCE, slate, smallCase } from './run-slate.ts';

describe('slate rules', () => {
  test('lists the rule sets', async () => {
    const [people, programs] = await Promise.all([slate(['rules']), slate(['rules', '--json'])]);
    const { ruleSets } = ruleSetListSchema.parse(JSON.parse(programs.stdout));
    expect(ruleSets.map(({ id }) => id)).toContain('hai-duong-2020');
    for (const { id, title } of ruleSets) expect(people.stdout).toMatch(new RegExp(`${id} +${title.vi}`));
  });

  test('says every rule of one in a sentence', async () => {
    const [people, programs] = await Promise.all([
      slate(['rules', 'hai-duong-2020', '--lang', 'en']),
      slate(['rules', 'hai-duong-2020', '--json']),
    ]);
    const { rules } = ruleSetAnswerSchema.omit({ yaml: true }).parse(JSON.parse(programs.stdout));
    expect(rules.length).toBeGreaterThan(10);
    for (const { sentence } of rules) expect(people.stdout).toContain(sentence.en);
    expect(people.stdout).toContain('Exactly 11 members are female');
  });

  test('reads one from standard input, and what it extends from the shelf', async () => {
    const input = 'id: piped\nextends: directive-35\nreferenceDate: 2020-06-05\nsize: 45\n';
    const ran = await slate(['rules', '-', '--lang', 'en'], { input });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('piped');
    expect(ran.stdout).toContain('At least 1/3 of members are newcomers');
  });

  const BESIDE = `id: beside
title: Beside
referenceDate: 2020-06-05
size: 5
rules:
  - { id: women, title: Women, count: { where: { fact: gender, operator: equal, value: female }, min: 2 }, strength: soft, weight: 3 }
objective: [{ level: Merit, terms: [{ fact: appraisal, weight: 1 }] }, { level: Goals, softRules: true }]
`;

  test('says on which level goals are paid', async () => {
    const ran = await slate(['rules', '-', '--lang', 'en'], { input: BESIDE });
    expect(ran.stdout).toContain(
      'Merit:\n- 1 × mean appraisal\nGoals:\n- minus the price of every goal missed\n',
    );
  });

  test('finds what is wrong with the scenarios beside the rules, too', async () => {
    const input = `${BESIDE}scenarios: [{ id: more, rules: { woman: { min: 3 } } }]\n`;
    const files = filesWith({ 'rules.yaml': input });
    for (const ran of [
      await slate(['rules', '-', '--lang', 'en'], { input }),
      await slate(['rules', files['rules.yaml'], '--lang', 'en']),
    ]) {
      expectRefused(ran);
      expect(ran.stderr).toContain(
        ':8:34: /scenarios/0/rules/woman: the rule set has no rule “woman” (did you mean “women”?)',
      );
    }
  });

  test('suggests the rule set that was meant to be extended', async () => {
    const input = 'id: piped\nextends: directve-35\nreferenceDate: 2020-06-05\nsize: 45\n';
    const ran = await slate(['rules', '-', '--lang', 'en'], { input });
    expectRefused(ran);
    expect(ran.stderr).toContain(
      '<stdin>:2:10: /extends: there is no rule set “directve-35” to extend; did you mean “directive-35”?',
    );
  });
});

describe('slate pool', () => {
  test('says what candidates can give a plan, or rules under a scenario', async () => {
    const wards = ['--pool', 'fixtures/hai-duong-wards/pool.csv', '--rules', 'ward-leadership-2020'];
    const units = ['--units', 'fixtures/hai-duong-wards/units.csv'];
    const plan = await slate(['pool', ...wards, ...units, '--json']);
    const { capacity } = poolNumbersSchema.parse(JSON.parse(plan.stdout));
    expect(capacity!.length).toBeGreaterThan(5);
    expect(capacity![0]!.title.en).toBe('Number of appointments');
    const input = 'scenarios: [{ id: many, rules: { women: { exactly: 40 } } }]\n';
    const under = await slate(['pool', ...REFERENCE, '--scenario', '-', '--lang', 'en'], { input });
    expect(under.code).toBe(1);
    expect(under.stdout).toMatch(/^Women +40 +28 +not enough/m);
    const alone = await slate(['pool', ...wards.slice(0, 2), ...units, '--lang', 'en']);
    expectRefused(alone);
    expect(alone.stderr).toContain('the option --rules <id|file> is missing');
  });

  test('counts the candidates by bloc, without rules', async () => {
    const ran = await slate(['pool', '--pool', 'fixtures/hai-duong/pool.csv', '--json']);
    expect(ran.code).toBe(0);
    const { size, blocs, capacity } = poolNumbersSchema.parse(JSON.parse(ran.stdout));
    expect(blocs.reduce((sum, { candidates }) => sum + candidates, 0)).toBe(size);
    expect(blocs.map(({ bloc }) => bloc).slice(0, 2)).toEqual(['party', 'government']);
    expect(capacity).toBeUndefined();
  });

  test('tells what the pool can give, and whom it sets aside', async () => {
    const [people, programs] = await Promise.all([
      slate(['pool', ...REFERENCE, '--lang', 'en']),
      slate(['pool', ...REFERENCE, '--json']),
    ]);
    expect([people.code, programs.code]).toEqual([0, 0]);
    const { setAside = [], figures = [] } = poolNumbersSchema.parse(JSON.parse(programs.stdout));
    expect(setAside.length).toBeGreaterThan(0);
    // A goal and a share have a figure of the pool as well.
    const newcomers = figures.find(({ rule }) => rule === 'newcomers');
    expect(newcomers).toMatchObject({ of: 'share', base: 104 });
    expect(people.stdout).toMatch(/At least a third are newcomers +56\.7 % +104/);
    for (const { candidate } of setAside) expect(people.stdout).toContain(candidate);
    expect(people.stdout).toMatch(/Women +11 +\d+ +enough/);
  });

  test('ends with 1 where it cannot give enough', async () => {
    const files = smallCase(3);
    const args = ['pool', '--pool', files['pool.csv'], '--rules', files['rules.yaml']];
    const ran = await slate([...args, '--lang', 'en']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/Women +≥ 3 +2 +not enough/);
    expect(ran.stdout).toContain('- Women: 2 can be chosen, 3 are needed');
    expect((await slate(args)).stdout).toMatch(/Nữ +≥ 3 +2 +không đủ/);
  });
});
