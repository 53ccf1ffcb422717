import { describe, expect, test } from 'vitest';
import { checkAnswerSchema, reportSchema } from '../../src/check/check-answer.ts';
import { expectRefused, filesWith, REFERENCE, slate, smallCase } from './run-slate.ts';

const BY_HAND = 'fixtures/hai-duong/slate-by-hand.csv';

describe('slate check', () => {
  test('tells people and programs the same of a slate that breaks rules, and ends with 1', async () => {
    const [people, programs] = await Promise.all([
      slate(['check', BY_HAND, ...REFERENCE]),
      slate(['check', BY_HAND, ...REFERENCE, '--json']),
    ]);
    expect([people.code, programs.code]).toEqual([1, 1]);
    const report = reportSchema.parse(JSON.parse(programs.stdout));
    expect(report.compliant).toBe(false);
    const violated = report.rules.filter(({ status }) => status === 'violated');
    expect(violated.length).toBeGreaterThan(2);
    for (const { message } of violated) expect(people.stdout).toContain(`- ${message.vi}`);
    for (const { candidate } of report.ineligible) expect(people.stdout).toContain(`${candidate}  `);
  });

  test('says what would become of a slate with each who could come, the best first', async () => {
    const given = ['check', BY_HAND, ...REFERENCE, '--lang', 'en'];
    const [people, programs, replacing, useless, unknown] = await Promise.all([
      slate([...given, '--consequences', '4']),
      slate([...given, '--consequences', '4', '--json']),
      slate([...given, '--consequences', '3', '--leave', 'HD-002', '--json']),
      slate([...given, '--leave', 'HD-002']),
      slate([...given, '--consequences', '3', '--leave', 'HD-999']),
    ]);
    const { consequences = [] } = checkAnswerSchema.parse(JSON.parse(programs.stdout));
    expect(consequences).toHaveLength(4);
    const [table = ''] = people.stdout.split('If one of these joined').slice(1);
    for (const { candidate, leave = [] } of consequences) {
      const line = table.split('\n').find((each) => each.startsWith(candidate));
      expect(line).toContain(leave[0] ?? candidate);
    }
    expect(table).toMatch(/Fixes: |Breaks: /);
    const inPlace = checkAnswerSchema.parse(JSON.parse(replacing.stdout)).consequences ?? [];
    expect(inPlace.map(({ leave }) => leave)).toEqual([['HD-002'], ['HD-002'], ['HD-002']]);
    expectRefused(useless);
    expect(useless.stderr).toContain('--consequences');
    expectRefused(unknown);
    expect(unknown.stderr).toContain('HD-999');
  });

  test('tells once of a number that is none', async () => {
    const given = ['check', BY_HAND, ...REFERENCE, '--lang', 'en', '--consequences', 'many'];
    const { stderr } = await slate(given);
    expect(stderr.trim().split('\n')).toEqual([
      '--consequences cannot be “many”; it must be a whole number from 1 to 10,000',
      'slate check --help shows how it is used.',
    ]);
  });

  test('holds a slate against the decisions of a scenario as well', async () => {
    const files = {
      ...smallCase(1),
      ...filesWith({
        'scenario.yaml': [
          'scenarios:',
          '  - { id: ex, title: Without A, exclude: [A] }',
          '  - { id: ap, title: Apart, apart: [[A, B]] }',
          '  - { id: pi, title: With C, pin: [C] }',
          '  - { id: to, title: Together, together: [[B, E]] }',
          '',
        ].join('\n'),
        'slate.csv': 'id\nA\nB\nD\n',
      }),
    };
    const inputs = ['--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--lang', 'en'];
    const run = (id: string, ...more: string[]) =>
      slate([
        'check',
        files['slate.csv'],
        ...inputs,
        '--scenario',
        `${files['scenario.yaml']}#${id}`,
        ...more,
      ]);
    const said = {
      ex: '“A” must not be on the slate, but “A” is on the slate',
      ap: 'of “A” and “B” at most one may be on the slate, but “A” and “B” are on the slate',
      pi: '“C” must be on the slate, but is not',
      to: '“B” and “E” must come together, but “E” is not on the slate',
    };
    expect((await slate(['check', files['slate.csv'], ...inputs])).code).toBe(0);
    for (const [id, sentence] of Object.entries(said)) {
      const { code, stdout } = await run(id);
      expect(code).toBe(1);
      expect(stdout).toContain('Not compliant: 1 decision on persons is not kept.');
      expect(stdout).toContain(`- ${sentence}`);
      const repaired = await run(id, '--repair');
      expect(repaired.stderr).toBe('');
      expect(repaired.stdout).toMatch(/changes? (is|are) enough to keep all hard rules|No slate/);
    }
    const { code, stdout } = await run('ex', '--repair', '--json');
    expect(code).toBe(1);
    const { compliant, decisions, repair } = JSON.parse(stdout);
    expect([compliant, decisions[0].id, decisions[0].status]).toEqual([false, 'exclude:A', 'violated']);
    expect(repair.before.compliant).toBe(false);
    expect(repair.repairs[0]).toMatchObject({ remove: ['A'], add: ['C'] });
    expect(repair.repairs[0].swaps[0].mends).toEqual(['exclude:A']);
    expect(repair.repairs[0].slate.report.compliant).toBe(true);
  });

  test('names whom there are too many of, and whose facts leave a rule open', async () => {
    const rules = [
      'id: two-rules',
      'title: { vi: Hai quy tắc, en: Two rules }',
      'referenceDate: 2020-06-05',
      'size: 2',
      'rules:',
      '  - id: men',
      '    title: { vi: Nam, en: Men }',
      '    count: { where: { fact: gender, operator: equal, value: male }, max: 1 }',
      '  - id: old',
      '    title: { vi: Cao tuổi, en: Old }',
      '    count: { where: { fact: age, operator: greaterThan, value: 50 }, min: 1 }',
    ].join('\n');
    const files = filesWith({
      'pool.csv': 'id,name,gender,birthDate\nA,An,male,1980-01-02\nB,Bình,male,\n',
      'rules.yaml': rules,
      'slate.txt': 'A\nB\n',
    });
    const ran = await slate([
      'check',
      files['slate.txt'],
      '--pool',
      files['pool.csv'],
      '--rules',
      files['rules.yaml'],
      '--lang=en',
    ]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('Not compliant: 1 hard rule is violated, 1 cannot be decided.');
    expect(ran.stdout).toContain('those who count: A An, B Bình');
    expect(ran.stdout).toContain('facts are missing for: B Bình');
  });

  test('reads a slate from standard input, and ends with 0 where it is compliant', async () => {
    const files = smallCase(1);
    const args = ['check', '-', '--pool', files['pool.csv'], '--rules', files['rules.yaml']];
    const ran = await slate(args, { input: '["A", "B", "D"]' });
    expect(ran.stdout).toContain('Đạt: mọi quy tắc bắt buộc đều được tuân thủ.');
    expect(ran.code).toBe(0);
  });

  test('refuses members who are not in the pool, each by name', async () => {
    const files = smallCase(1);
    const ran = await slate(
      ['check', '-', '--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--lang', 'en'],
      { input: 'id\nA\nX\nY\n' },
    );
    expectRefused(ran);
    expect(ran.stderr).toMatch(/<stdin>:3: .*“X”/);
    expect(ran.stderr).toMatch(/<stdin>:4: .*“Y”/);
  });

  test('refuses two inputs from one standard input', async () => {
    const ran = await slate(['check', '-', '--pool', '-', '--rules', 'hai-duong-2020']);
    expectRefused(ran);
    expect(ran.stderr).toContain('đầu vào chuẩn');
  });
});
