import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnosisSchema } from '../../src/explain/answers.ts';
import { diagnose } from '../../src/explain/diagnose.ts';
import { valueOf } from '../../src/words/problem.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { poolFromCandidates } from '../../src/pool/reading/read-candidates.ts';
import { openCase } from '../../src/slate/case.ts';
import { type Decisions, NO_DECISIONS } from '../../src/pool/decisions.ts';
import { ruleSetFrom } from '../rules/reading.ts';
import { bestByForce, keepsTo } from './best-by-force.ts';
import { needsOf, sidesOf } from './needs-by-force.ts';
import { type PlainQuestion, plainQuestion } from './small-questions.ts';
import { slateCaseOf } from '../slate-case.ts';

function caseOf(plain: PlainQuestion) {
  const ids = (rows: readonly number[]) => rows.map((row) => plain.candidates[row]!.id);
  const { pin, exclude, together, apart } = plain.decisions;
  return slateCaseOf(plain, {
    pin: ids(pin),
    exclude: ids(exclude),
    together: together.map(ids),
    apart: apart.map(ids),
  });
}

it('answers as its schema says, and tells a slate that exists from one that does not', async () => {
  await fc.assert(
    fc.asyncProperty(plainQuestion({ most: 7, rules: 6 }), async (plain) => {
      const answer = await diagnose(caseOf(plain), { conflicts: 50, relaxations: 3 });
      const exists =
        bestByForce(plain, plain.ruleSet, (slate) => keepsTo(plain.decisions, slate)) !== undefined;
      expect(diagnosisSchema.parse(answer)).toEqual(answer);
      expect(answer.status).toBe(exists ? 'feasible' : 'infeasible');
      expect(answer.conflicts.length > 0).toBe(!exists);
    }),
    { numRuns: 150 },
  );
});

it('gives with each relaxation the best slate under its changed bounds', async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(plainQuestion({ most: 7, rules: 5 }), async (plain) => {
      const { relaxations } = await diagnose(caseOf(plain), { relaxations: 3, decisionCost: 'never' });
      for (const { changes, slate } of relaxations) {
        if (changes.some(({ kind }) => kind !== 'bound')) continue;
        const boundsOf = (id: string) => changes.findLast(({ rule }) => rule === id);
        const rules = plain.ruleSet.rules.map((rule): Rule => {
          const change = boundsOf(rule.id);
          if (change === undefined || rule.kind === 'require') return rule;
          const own = changedRule(
            rule,
            changes.filter((each) => each.rule === rule.id),
          );
          return own;
        });
        const size = boundsOf('size')?.bounds ?? plain.ruleSet.size;
        const ruleSet = { ...plain.ruleSet, rules, size: { min: size.min!, max: size.max! } };
        const best = bestByForce(
          plain,
          ruleSet,
          (slate) => keepsTo(plain.decisions, slate) && isAtCost(plain, changes, slate),
        );
        expect(slate.objective).toBeCloseTo(best!.value[0]!, 6);
        checked += 1;
      }
    }),
    { numRuns: 250 },
  );
  expect(checked).toBeGreaterThan(10);
});

it('gives with each relaxation a slate that breaks the rules by no more than its cost', async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(plainQuestion({ most: 7, rules: 6 }), fc.boolean(), async (plain, exactToRange) => {
      const { relaxations } = await diagnose(caseOf(plain), { relaxations: 4, exactToRange });
      for (const { cost, slate } of relaxations) {
        const rows = slate.members.map((id) => plain.candidates.findIndex((each) => each.id === id));
        const needs = needsOf(plain, rows, { size: 1, decision: 1, exactToRange });
        const costs = [...needs!.values()].reduce((sum, each) => sum + each.cost, 0);
        expect(costs).toBeLessThanOrEqual(cost + 1e-6);
        checked += 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(checked).toBeGreaterThan(30);
});

it('moves a share that must be exact to where the best slate at that cost has it', async () => {
  const rules = await ruleSetFrom(`
id: none
title: None
referenceDate: 2020-06-05
size: { min: 2, max: 3 }
facts: { star: boolean }
rules:
  - id: dull
    share: { where: { fact: star, operator: equal, value: false }, exactly: 0 % }
objective: [{ where: { fact: gender, operator: equal, value: female }, weight: 1 }]
`);
  const pool = valueOf(
    poolFromCandidates(
      ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, gender: 'female' as const, star: id === 'b' })),
      'four',
    ),
  );
  const pinned = valueOf(openCase(pool, rules, { ...NO_DECISIONS, pin: ['a', 'c'] }));
  const { relaxations } = await diagnose(pinned, { relaxations: 1, decisionCost: 'never' });
  // Two of two are two too many as two of three are, and three are worth more.
  expect(relaxations[0]).toMatchObject({ cost: 2, changes: [{ ratio: '2/3' }], slate: { objective: 3 } });
});

type Changes = Awaited<ReturnType<typeof diagnose>>['relaxations'][number]['changes'];

/** Whether the changed shares of a relaxation are missed by no more, as the rules stand, than it pays for. */
function isAtCost(plain: PlainQuestion, changes: Changes, slate: readonly number[]): boolean {
  const shape = { size: 1, decision: 'never', exactToRange: false } as const;
  return plain.ruleSet.rules.every((rule) => {
    const mine = changes.filter((each) => each.rule === rule.id);
    if (rule.kind !== 'share' || mine.length === 0) return true;
    const paid = (side: string): number => mine.find((each) => each.side === side)?.members ?? 0;
    const { min, max } = sidesOf(rule, plain, slate, shape)!;
    return min <= paid('min') + 1e-9 && max <= paid('max') + 1e-9;
  });
}

/** A rule with the bounds that an answer says it would have. */
function changedRule(rule: Exclude<Rule, { kind: 'require' }>, changes: Changes): Rule {
  if (rule.kind === 'count') {
    const { min: _min, max: _max, ...open } = rule;
    const { min, max } = changes[0]!.bounds!;
    return { ...open, ...(min !== null && { min }), ...(max !== null && { max }) };
  }
  const ratios = changes.map(({ side, ratio }) => {
    const [numerator, denominator] = ratio!.split('/').map(Number);
    return [side!, { numerator: numerator!, denominator: denominator! }] as const;
  });
  return { ...rule, ...Object.fromEntries(ratios) };
}

/** The reference case under other bounds. */
async function referenceCase(changes: Readonly<Record<string, object>>) {
  const pool = valueOf(await readPoolFile('fixtures/hai-duong/pool.csv'));
  const ruleSet = valueOf(await loadRuleSet('hai-duong-2020'));
  const rules = ruleSet.rules.map((rule): Rule => ({ ...rule, ...changes[rule.id] }));
  return valueOf(openCase(pool, { ...ruleSet, rules }));
}

it('tells a conflict with the numbers of the pool, in both languages', async () => {
  const asked = await referenceCase({ women: { min: 30, max: 30 }, 'under-40': { relaxCost: 'never' } });
  const { conflicts, conflictsFound, relaxations, message } = await diagnose(asked);
  expect(conflictsFound.complete).toBe(true);
  expect(message.en).toBe(
    `No slate exists: ${conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`} among the rules, and no other`,
  );
  expect(conflicts[0]!.rules).toEqual(['whole-term', 'women']);
  expect(conflicts[0]!.message.en).toBe(
    '“A newcomer can serve a whole term (60 months)” and “Women” (exactly 30) cannot both hold, since 29 eligible candidates count for “Women”, and at most 29 can be chosen where 30 are needed',
  );
  expect(conflicts[0]!.message.vi).toBe(
    '“Lần đầu tham gia phải đủ tuổi công tác trọn nhiệm kỳ (60 tháng)” và “Nữ” (đúng 30) không thể cùng đáp ứng, vì có 29 nhân sự đủ điều kiện được tính cho “Nữ”, và chỉ chọn được nhiều nhất 29 trong khi cần 30',
  );
  expect(relaxations[0]!.changes.map(({ rule }) => rule)).not.toContain('under-40');
});

it('offers both sides of a contradiction: fewer women, or more of one bloc', async () => {
  const asked = await referenceCase({
    'bloc-party': { min: 15, max: 20 },
    'bloc-government': { min: 18, max: 20 },
    'bloc-front': { min: 12, max: 20 },
  });
  const { relaxations } = await diagnose(asked, { relaxations: 8 });
  const sides = relaxations.flatMap(({ changes }) => changes.map(({ rule, side }) => `${rule} ${side}`));
  expect(sides).toContain('size max');
  expect(sides).toContain('bloc-party min');
  const costs = relaxations.map(({ cost }) => cost);
  expect(costs).toEqual(costs.toSorted((one, other) => one - other));
});

it('relaxes “exactly 30” to another exact number, or to a range where that is asked', async () => {
  const asked = await referenceCase({ women: { min: 30, max: 30 } });
  const ofWomen = async (exactToRange: boolean) => {
    const { relaxations } = await diagnose(asked, { exactToRange, relaxations: 1 });
    return relaxations[0]!.changes.find(({ rule }) => rule === 'women')!;
  };
  const [exact, range] = [await ofWomen(false), await ofWomen(true)];
  expect(exact.bounds!.min).toBe(exact.bounds!.max);
  expect(exact.message.en).toMatch(/^“Women”: exactly \d+ instead of exactly 30$/);
  expect(range.bounds).toMatchObject({ max: 30 });
  expect(range.message.en).toMatch(/^“Women”: between \d+ and 30 instead of exactly 30$/);
});

it('knows that no slate exists even where nothing is to be listed', async () => {
  const asked = await referenceCase({ women: { min: 30, max: 30 } });
  const { status, conflicts, relaxations } = await diagnose(asked, { conflicts: 0, relaxations: 0 });
  expect([status, conflicts, relaxations]).toEqual(['infeasible', [], []]);
});

it('speaks of time only where time ran out', async () => {
  const asked = await referenceCase({ women: { min: 30, max: 30 } });
  const { message, conflictsFound, relaxationsFound } = await diagnose(asked, {
    conflicts: 0,
    relaxations: 0,
  });
  expect(message.en).toBe('No slate exists');
  expect([conflictsFound.stopped, relaxationsFound.stopped]).toEqual([false, false]);
});

it('says so when nothing stands in the way', async () => {
  const { status, conflicts, relaxations, message } = await diagnose(await referenceCase({}));
  expect(status).toBe('feasible');
  expect([conflicts, relaxations]).toEqual([[], []]);
  expect(message.vi).toBe('Có danh sách đáp ứng mọi chỉ tiêu bắt buộc; không có gì vướng mắc');
});

it('names persons together of whom the same is decided', async () => {
  const ruleSetWith = (women: number) =>
    ruleSetFrom(`id: r
referenceDate: 2020-06-05
size: 3
rules:
  - { id: women, title: Women, count: { where: { fact: gender, operator: equal, value: female }, exactly: ${women} } }
`);
  const pool = valueOf(
    poolFromCandidates(
      ['F1', 'F2', 'F3', 'F4', 'M1', 'M2', 'M3'].map((id) => ({
        id,
        name: id,
        gender: id.startsWith('F') ? 'nữ' : 'nam',
      })),
      'pool',
    ),
  );
  const told = async (decisions: Partial<Decisions>, women = 2) => {
    const ruleSet = await ruleSetWith(women);
    const { conflicts } = await diagnose(valueOf(openCase(pool, ruleSet, { ...NO_DECISIONS, ...decisions })));
    return conflicts.map(({ rules, message }) => [
      rules.length,
      message.en.replace(/, since .*/, ''),
      message.vi.replace(/, vì .*/, ''),
    ]);
  };
  expect(await told({ exclude: ['F1', 'F2', 'F3'] })).toEqual([
    [
      4,
      '“Women” (exactly 2) and that none of F1, F2, and F3 is on the slate cannot both hold',
      '“Women” (đúng 2) và việc không đưa F1, F2 và F3 vào không thể cùng đáp ứng',
    ],
  ]);
  expect(await told({ pin: ['M1', 'M2', 'M3'] }, 1)).toEqual([
    [
      5,
      '“Size of the slate” (exactly 3), “Women” (exactly 1), and that M1, M2, and M3 are on the slate cannot all hold',
      '“Số lượng nhân sự” (đúng 3), “Women” (đúng 1) và việc bắt buộc có M1, M2 và M3 không thể cùng đáp ứng',
    ],
  ]);
  // Two have a clause each, so that "both" says what it is.
  expect((await told({ exclude: ['F1', 'F2'] }, 3))[0]![1]).toBe(
    '“Women” (exactly 3), that F1 is not on the slate, and that F2 is not on the slate cannot all hold',
  );
});

it.each([
  { deviation: 'whole', costs: [2.3, 3] },
  { deviation: 'exact', costs: [1.300_002, 2.000_002] },
])('prices a share of six decimals by $deviation members, also beside a dear rule', async (asking) => {
  const ruleSet = await ruleSetFrom(`id: r
referenceDate: 2020-06-05
size: 6
rules:
  - id: women
    title: Women
    share: { where: { fact: gender, operator: equal, value: female }, min: 66.6667 %, deviation: ${asking.deviation} }
  - id: few-women
    title: Few women
    count: { where: { fact: gender, operator: equal, value: female }, max: 2 }
    relaxCost: 0.3
  - id: party
    title: Party
    count: { where: { fact: bloc, operator: equal, value: party }, min: 5 }
    relaxCost: 3000
`);
  const people = Array.from({ length: 9 }, (_, index) => ({
    id: `P${index}`,
    name: '-',
    gender: index < 3 ? 'female' : 'male',
    bloc: 'party',
  }));
  const asked = valueOf(openCase(valueOf(poolFromCandidates(people, 'pool')), ruleSet));
  const { relaxations } = await diagnose(asked, { sizeCost: 'never' });
  expect(relaxations.map(({ cost }) => cost)).toEqual(asking.costs);
});

it('moves an exact share of groups in those that need it, priced by parts of a member, too', async () => {
  const ruleSet = await ruleSetFrom(`id: r
referenceDate: 2020-06-05
size: 2
rules:
  - id: two-thirds
    title: Two thirds
    share: { where: { fact: gender, operator: equal, value: female }, forEach: bloc, exactly: 2/3, deviation: exact }
`);
  const people = ['party', 'front'].map((bloc, index) => ({
    id: `P${index}`,
    name: '-',
    gender: 'female',
    bloc,
  }));
  const asked = valueOf(openCase(valueOf(poolFromCandidates(people, 'pool')), ruleSet));
  const { relaxations } = await diagnose(asked, { sizeCost: 'never' });
  expect(relaxations.map(({ cost }) => cost)).toEqual([1 / 3]);
  const alone = valueOf(
    openCase(valueOf(poolFromCandidates(people, 'pool')), { ...ruleSet, size: { min: 1, max: 1 } }),
  );
  expect((await diagnose(alone, { sizeCost: 'never' })).relaxations.map(({ cost }) => cost)).toEqual([1 / 3]);
});
