import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replacementSchema } from '../../src/explain/answers.ts';
import { replaceMember } from '../../src/explain/replace.ts';
import { InputError } from '../../src/words/problem.ts';
import { compareObjectives } from '../brute-force.ts';
import { plainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { bestByForce } from './best-by-force.ts';

/** A case with a slate of an allowed size, and who of it withdraws. */
const questions = plainCase({ most: 8, rules: 4, sized: true, differences: true })
  .filter(({ candidates, ruleSet }) => candidates.length >= ruleSet.size.min)
  .chain((plain) => {
    const rows = plain.candidates.map((_, row) => row);
    const most = Math.min(plain.ruleSet.size.max, rows.length);
    return fc.subarray(rows, { minLength: plain.ruleSet.size.min, maxLength: most }).chain((slate) =>
      fc.record({
        plain: fc.constant(plain),
        slate: fc.constant(slate),
        leaver: fc.constantFrom(...slate),
      }),
    );
  });

it('finds the best replacement with up to n further changes, as brute force does', async () => {
  let replaced = 0;
  await fc.assert(
    fc.asyncProperty(questions, fc.integer({ min: 0, max: 2 }), async ({ plain, slate, leaver }, changes) => {
      const idOf = (row: number) => plain.candidates[row]!.id;
      const staying = slate.filter((row) => row !== leaver);
      const answer = await replaceMember(slateCaseOf(plain), slate.map(idOf), idOf(leaver), {
        furtherChanges: changes,
        alternatives: 3,
      });
      expect(replacementSchema.parse(answer)).toEqual(answer);
      const best = bestByForce(plain, plain.ruleSet, (after) => {
        const leaving = staying.filter((row) => !after.includes(row)).length;
        return !after.includes(leaver) && after.length === slate.length && leaving <= changes;
      });
      const [first] = answer.replacements;
      expect(answer.status).toBe(best === undefined ? 'infeasible' : 'optimal');
      expect(first?.slate.objective ?? 'none').toEqual(best ? expect.closeTo(best.value[0]!, 6) : 'none');
      const values = answer.replacements.map(({ slate: { objective } }) => objective);
      expect(
        values.every((value, index) => index === 0 || compareObjectives([values[index - 1]!], [value]) >= 0),
      ).toBe(true);
      for (const { enter, leave } of answer.replacements) {
        expect(enter.length).toBe(leave.length + 1);
        expect(enter).not.toContain(idOf(leaver));
      }
      if (best !== undefined) replaced += 1;
    }),
    { numRuns: 250 },
  );
  expect(replaced).toBeGreaterThan(15);
});

it('works out needs that every replacement with everybody else in place meets', async () => {
  await fc.assert(
    fc.asyncProperty(questions, async ({ plain, slate, leaver }) => {
      const idOf = (row: number) => plain.candidates[row]!.id;
      const answer = await replaceMember(slateCaseOf(plain), slate.map(idOf), idOf(leaver));
      const isHopeless = answer.needs.some(({ least, most }) => least > 1 || (most !== null && most < least));
      expect(isHopeless && answer.replacements.length > 0).toBe(false);
      for (const { enter, slate: after } of answer.replacements) {
        for (const { rule, group, least, most } of answer.needs) {
          const line = after.report.rules.find((each) => each.id === rule && each.group === group)!;
          const joined = line.members.filter((id) => enter.includes(id)).length;
          const counted = line.kind === 'size' ? enter.length : joined;
          expect(counted).toBeGreaterThanOrEqual(least);
          expect(counted).toBeLessThanOrEqual(most ?? Infinity);
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('refuses a member who is not on the slate', async () => {
  const [plain] = fc.sample(plainCase({ most: 4 }), { numRuns: 1, seed: 1 });
  await expect(replaceMember(slateCaseOf(plain!), [], 'c0')).rejects.toThrow(InputError);
});

/** The same with several who withdraw, and members who have confirmed. */
const withdrawals = questions.chain(({ plain, slate, leaver }) => {
  const others = slate.filter((row) => row !== leaver);
  return fc.subarray(others, { maxLength: Math.min(2, others.length) }).chain((more) => {
    const staying = others.filter((row) => !more.includes(row));
    return fc.record({
      plain: fc.constant(plain),
      slate: fc.constant(slate),
      leavers: fc.constant([leaver, ...more]),
      confirmed: fc.subarray(staying, { maxLength: Math.min(2, staying.length) }),
    });
  });
});

it('finds the best for several who withdraw at once, those who confirmed kept, as brute force does', async () => {
  let replaced = 0;
  await fc.assert(
    fc.asyncProperty(withdrawals, fc.integer({ min: 0, max: 2 }), async (asked, changes) => {
      const { plain, slate, leavers, confirmed } = asked;
      const idOf = (row: number) => plain.candidates[row]!.id;
      const [first, ...also] = leavers.map(idOf);
      const answer = await replaceMember(slateCaseOf(plain), slate.map(idOf), first!, {
        also,
        keep: confirmed.map(idOf),
        furtherChanges: changes,
        alternatives: 2,
      });
      expect(replacementSchema.parse(answer)).toEqual(answer);
      const staying = slate.filter((row) => !leavers.includes(row));
      const best = bestByForce(plain, plain.ruleSet, (after) => {
        const leaving = staying.filter((row) => !after.includes(row));
        return (
          leavers.every((row) => !after.includes(row)) &&
          after.length === slate.length &&
          leaving.length <= changes &&
          leaving.every((row) => !confirmed.includes(row))
        );
      });
      expect(answer.status).toBe(best === undefined ? 'infeasible' : 'optimal');
      const objective = answer.replacements[0]?.slate.objective ?? 'none';
      expect(objective).toEqual(best ? expect.closeTo(best.value[0]!, 6) : 'none');
      if (best !== undefined && also.length > 0) replaced += 1;
    }),
    { numRuns: 150 },
  );
  expect(replaced).toBeGreaterThan(5);
});

it('refuses who withdraws and has confirmed at once', async () => {
  const [plain] = fc.sample(questions, { numRuns: 1, seed: 1 });
  const { plain: random, slate } = plain!;
  const id = random.candidates[slate[0]!]!.id;
  const ids = slate.map((row) => random.candidates[row]!.id);
  await expect(replaceMember(slateCaseOf(random), ids, id, { keep: [id] })).rejects.toThrow(InputError);
});
