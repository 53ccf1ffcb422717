import fc from 'fast-check';
import { expect, it } from 'vitest';
import { whyAnswerSchema } from '../../src/explain/answers.ts';
import { whyCandidate } from '../../src/explain/why.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { openCase } from '../../src/slate/case.ts';
import { InputError, valueOf } from '../../src/words/problem.ts';
import { compareObjectives } from '../brute-force.ts';
import { plainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { bestByForce } from './best-by-force.ts';

const someCase = plainCase({ most: 8, rules: 4 });

/** Cases, mostly such that a slate exists, and somebody of them. */
const questions = fc
  .oneof(
    { weight: 6, arbitrary: someCase.filter((plain) => bestByForce(plain) !== undefined) },
    { weight: 1, arbitrary: someCase },
  )
  .chain((plain) => fc.record({ plain: fc.constant(plain), row: fc.nat(plain.candidates.length - 1) }));

it('gives the best slate with somebody, or without, and what it costs, as brute force does', async () => {
  const seen = { on: 0, off: 0, needed: 0, never: 0, 'no-slate': 0, unknown: 0 };
  await fc.assert(
    fc.asyncProperty(questions, async ({ plain, row }) => {
      const { id } = plain.candidates[row]!;
      const answer = await whyCandidate(slateCaseOf(plain), id);
      seen[answer.status] += 1;
      expect(whyAnswerSchema.parse(answer)).toEqual(answer);
      const best = bestByForce(plain);
      const withThem = bestByForce(plain, plain.ruleSet, (slate) => slate.includes(row));
      const withoutThem = bestByForce(plain, plain.ruleSet, (slate) => !slate.includes(row));
      const isOn = answer.best?.members.includes(id) ?? false;
      const other = isOn ? withoutThem : withThem;
      expect(answer.best?.objective ?? 'none').toEqual(best ? expect.closeTo(best.value[0]!, 6) : 'none');
      expect(answer.other?.objective ?? 'none').toEqual(
        best && other ? expect.closeTo(other.value[0]!, 6) : 'none',
      );
      if (best === undefined) expect(answer.status).toBe('no-slate');
      else if (other === undefined) expect(answer.status).toBe(isOn ? 'needed' : 'never');
      else {
        expect(answer.status).toBe(isOn ? 'on' : 'off');
        expect(compareObjectives([answer.other!.loss], [best.value[0]! - other.value[0]!])).toBe(0);
      }
      if (answer.binding === undefined) return;
      expect(answer.status === 'on' && answer.other!.loss > 0).toBe(true);
      expect(Math.min(...answer.binding.map(({ points }) => points))).toBeGreaterThan(0);
    }),
    { numRuns: 120 },
  );
  expect(Math.min(seen.on, seen.off, seen.needed, seen.never)).toBeGreaterThan(0);
});

it('names irreducible rules that forbid somebody: all of them do, and none can be spared', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(questions, async ({ plain, row }) => {
      const { status, conflicts } = await whyCandidate(slateCaseOf(plain), plain.candidates[row]!.id);
      if (status !== 'never') return;
      expect(conflicts.length).toBeGreaterThan(0);
      for (const { rules } of conflicts) {
        const possible = (kept: readonly string[]): boolean => {
          const size = kept.includes('size') ? plain.ruleSet.size : { min: 0, max: Infinity };
          const hard = plain.ruleSet.rules.filter((rule) => kept.includes(rule.id));
          return (
            bestByForce(plain, { ...plain.ruleSet, rules: hard, size }, (slate) => slate.includes(row)) !==
            undefined
          );
        };
        expect(possible(rules)).toBe(false);
        for (const spared of rules) expect(possible(rules.filter((rule) => rule !== spared))).toBe(true);
        told += 1;
      }
    }),
    { numRuns: 250 },
  );
  expect(told).toBeGreaterThan(0);
});

/** Cases whose rules get in the way of merit: at most so many women, few of a unit, somebody with a star. */
const contested = fc
  .record({ plain: plainCase({ most: 8, rules: 0 }), women: fc.nat(2), ofUnit: fc.constantFrom(1, 2) })
  .map(({ plain, women, ofUnit }) => {
    const rule = (id: string) => ({
      id,
      title: { vi: id, en: id },
      strength: 'hard' as const,
      weight: 0,
      relaxCost: 1,
      per: 'member' as const,
      origin: { file: 'contested.yaml', line: 1, column: 1 },
      kind: 'count' as const,
    });
    const female = { fact: 'gender', operator: 'equal' as const, value: 'female' };
    const star = { fact: 'star', operator: 'equal' as const, value: true };
    const rules = [
      { ...rule('women'), where: female, max: women },
      { ...rule('of-unit'), forEach: 'unit', max: ofUnit },
      { ...rule('stars'), where: star, min: 1 },
    ];
    const level = {
      title: { vi: 'merit', en: 'merit' },
      terms: [{ fact: 'merit', weight: 1 }],
      softRules: true,
    };
    return { ...plain, ruleSet: { ...plain.ruleSet, rules, objective: [level], size: { min: 3, max: 3 } } };
  })
  .filter((plain) => bestByForce(plain) !== undefined)
  .chain((plain) => fc.record({ plain: fc.constant(plain), row: fc.nat(plain.candidates.length - 1) }));

it('says of each obstacle what somebody would cost without it', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(contested, async ({ plain, row }) => {
      const { obstacles, other } = await whyCandidate(slateCaseOf(plain), plain.candidates[row]!.id);
      for (const { rule, loss } of obstacles) {
        const ruleSet = { ...plain.ruleSet, rules: plain.ruleSet.rules.filter(({ id }) => id !== rule) };
        const best = bestByForce(plain, ruleSet)!;
        const withThem = bestByForce(plain, ruleSet, (slate) => slate.includes(row))!;
        expect(loss).toBeCloseTo(best.value[0]! - withThem.value[0]!, 6);
        expect(loss).toBeLessThan(other!.loss);
        told += 1;
      }
    }),
    { numRuns: 120 },
  );
  expect(told).toBeGreaterThan(2);
});

it('refuses somebody who is not in the pool', async () => {
  const [plain] = fc.sample(plainCase({ most: 4 }), { numRuns: 1, seed: 1 });
  await expect(whyCandidate(slateCaseOf(plain!), 'nobody')).rejects.toThrow(InputError);
});

it('names the rules that are short of people like somebody on the best slate', async () => {
  const ruleSet = valueOf(await loadRuleSet('hai-duong-2020'));
  const asked = valueOf(openCase(valueOf(await readPoolFile('fixtures/hai-duong/pool.csv')), ruleSet));
  const answer = await whyCandidate(asked, 'HD-033');
  expect(answer.status).toBe('on');
  expect(answer.binding?.map(({ rule }) => rule)).toContain('women');
  expect(answer.message.en).toContain('In their favour count rules that are short of such candidates: ');
  expect(answer.message.vi).toContain('Các quy tắc đang thiếu người như vậy cộng điểm cho người này: ');
  const men = await whyCandidate(asked, 'HD-061');
  expect(men.binding?.map(({ rule }) => rule) ?? []).not.toContain('women');
});
