import { describe, expect, test } from 'vitest';
import { checkAnswerSchema } from '../../src/check/check-answer.ts';
import { filesWith, slate } from './run-slate.ts';

/** Two units with a secretary and a chair each, and five candidates for them. */
function smallPlan(): {
  readonly named: readonly string[];
  readonly plan: string;
  readonly scenarios: string;
} {
  const files = filesWith({
    'pool.csv': [
      'id,name,gender,merit',
      'A,Lê Thị An,female,1',
      'B,Trần Văn Bình,male,9',
      'C,Đỗ Thị Cúc,female,2',
      'D,Vũ Đức Dũng,male,8.5',
      'E,Hồ Văn Em,male,7',
      '',
    ].join('\n'),
    'units.csv': 'name,kind,secretary,chair\nNam,ward,A,B\nBắc,ward,C,D\n',
    'rules.yaml': [
      'id: posts',
      'title: { vi: Bố trí chức danh, en: Posts }',
      'referenceDate: 2020-06-05',
      'facts: { merit: number }',
      'titles:',
      '  - { id: secretary, title: { vi: Bí thư, en: Secretary } }',
      '  - { id: chair, title: { vi: Chủ tịch, en: Chair } }',
      'rules:',
      '  - id: women',
      '    title: { vi: Nữ, en: Women }',
      '    count: { where: { fact: gender, operator: equal, value: female }, max: 1 }',
      '  - id: able',
      '    title: { vi: Có năng lực, en: Able }',
      '    require: { satisfy: { fact: merit, operator: greaterThanInclusive, value: 2 } }',
      'objective:',
      '  - { fact: merit, weight: 1 }',
      '',
    ].join('\n'),
    'plan.csv': 'unit,title,id\nNam,secretary,A\nNam,chair,B\nBắc,secretary,C\nBắc,chair,D\n',
    'scenarios.yaml': [
      'scenarios:',
      '  - id: none',
      '    title: { vi: Không ai, en: Nobody }',
      '    rules: { women: { max: 0 } }',
      '',
    ].join('\n'),
  });
  return {
    named: ['--pool', files['pool.csv'], '--units', files['units.csv'], '--rules', files['rules.yaml']],
    plan: files['plan.csv'],
    scenarios: files['scenarios.yaml'],
  };
}

/** What is asked of a plan, each of which a board may read. */
const ASKED: readonly (readonly [
  name: string,
  ask: (plan: string, scenarios: string) => readonly string[],
])[] = [
  ['propose', () => ['propose', '--alternatives', '2', '--near-best', '50%']],
  ['propose without time', () => ['propose', '--time-limit', '0.001']],
  ['propose where nothing can be', (_plan, scenarios) => ['propose', '--scenario', scenarios]],
  ['check', (plan) => ['check', plan, '--repair']],
  ['diagnose', (_plan, scenarios) => ['diagnose', '--scenario', scenarios]],
  ['why', () => ['why', 'B@Nam/chair']],
  ['cost', () => ['cost', 'women']],
  ['replace', (plan) => ['replace', 'B@Nam/chair', '--slate', plan]],
  ['compare', (_plan, scenarios) => ['compare', '--scenarios', scenarios]],
  ['sweep', () => ['sweep', '--vary', 'women=0..2']],
  ['trade-off', () => ['trade-off', '--measure', 'objective', '--measure', 'women']],
  ['tradeoff of the size', () => ['trade-off', '--measure', 'objective', '--measure', 'size']],
  ['robustness', (plan) => ['robustness', plan, '--out', '1']],
  ['training', (plan) => ['training', plan]],
];

describe('a plan of posts', () => {
  test.each(ASKED)('is never called a slate: %s', async (_name, ask) => {
    const { named, plan, scenarios } = smallPlan();
    const args = [...ask(plan, scenarios), ...named];
    const [vi, en] = await Promise.all([slate(args), slate([...args, '--lang', 'en'])]);
    for (const ran of [vi, en]) {
      expect(ran.stderr).toBe('');
      expect(ran.stdout).not.toBe('');
    }
    expect(vi.stdout).not.toMatch(/danh sách/i);
    expect(en.stdout).not.toMatch(/\bslates?\b/i);
    // Numbers, too, are written as each language writes them.
    expect(vi.stdout.replaceAll(/highs [\d.]+|javascript-lp-solver [\d.]+/g, '')).not.toMatch(
      /\d\.\d(?!\d\d)/,
    );
  });

  test('is checked as over HTTP: with its posts, and each member as the appointment that it is', async () => {
    const { named, plan } = smallPlan();
    const { stdout } = await slate(['check', plan, ...named, '--json']);
    const { placement } = checkAnswerSchema.parse(JSON.parse(stdout));
    expect(placement?.posts[0]).toEqual({ unit: 'Nam', title: 'secretary', holders: ['A'] });
    expect(placement?.appointments.map(({ candidate, unit }) => [candidate, unit])).toEqual([
      ['A', 'Nam'],
      ['B', 'Nam'],
      ['C', 'Bắc'],
      ['D', 'Bắc'],
    ]);
  });

  test('is told as such where rules say what makes one better', async () => {
    const { named } = smallPlan();
    const rules = named.at(-1)!;
    const [vi, en] = await Promise.all([slate(['rules', rules]), slate(['rules', rules, '--lang', 'en'])]);
    expect(vi.stdout).toContain('Phương án nào tốt hơn');
    expect(en.stdout).toContain('What makes one plan better than another');
  });
});
