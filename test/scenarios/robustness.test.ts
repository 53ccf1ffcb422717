import fc from 'fast-check';
import { expect, it } from 'vitest';
import { robustnessSchema } from '../../src/scenarios/answers.ts';
import { robustness } from '../../src/scenarios/robustness.ts';
import { NO_DECISIONS } from '../../src/slate/requests.ts';
import { isCompliant } from '../brute-force.ts';
import { plainRuleSet, sameTitle } from '../plain-rules.ts';
import { plainCase, type PlainCandidate, type PlainCase } from '../random-case.ts';
import { caseOf } from './plain-slate-case.ts';

/** Every slate that one swap makes of this one: at most one comes, at most one more goes. */
function* swapsOf(
  left: readonly PlainCandidate[],
  pool: readonly PlainCandidate[],
): Generator<readonly [out: PlainCandidate | undefined, comes: PlainCandidate | undefined]> {
  for (const goes of [undefined, ...left]) for (const comes of [undefined, ...pool]) yield [goes, comes];
}

function standingOf(
  { candidates, ruleSet }: PlainCase,
  left: readonly PlainCandidate[],
  out: ReadonlySet<string>,
) {
  if (isCompliant(ruleSet, left, candidates)) return { standing: 'compliant', replacements: 0 };
  const others = candidates.filter((each) => !left.includes(each) && !out.has(each.id));
  const compliant = [...swapsOf(left, others)].filter(([goes, comes]) => {
    const after = left.filter((each) => each !== goes);
    return isCompliant(ruleSet, comes === undefined ? after : [...after, comes], candidates);
  });
  const replacements = compliant.filter(([goes]) => goes === undefined).length;
  return { standing: compliant.length > 0 ? 'mendable' : 'broken', replacements };
}

it('is what trying every loss and every swap finds', async () => {
  await fc.assert(
    fc.asyncProperty(plainCase({ most: 9 }), fc.nat(511), async (plain, mask) => {
      const slate = plain.candidates.filter((_, index) => mask & (1 << index));
      const answer = await robustness(
        caseOf(plain),
        slate.map(({ id }) => id),
      );
      expect(robustnessSchema.parse(answer)).toEqual(answer);
      expect(answer.compliant).toBe(isCompliant(plain.ruleSet, slate, plain.candidates));
      const lossesOf = (count: number) => {
        const sets = slate.flatMap((one, at) =>
          count === 1 ? [[one]] : slate.slice(at + 1).map((other) => [one, other]),
        );
        return sets.map((out) => {
          const gone = new Set(out.map(({ id }) => id));
          const left = slate.filter(({ id }) => !gone.has(id));
          return { out: [...gone], ...standingOf(plain, left, gone) };
        });
      };
      const [one, two] = [lossesOf(1), lossesOf(2)];
      const expected = [...one, ...two.filter(({ standing }) => standing === 'broken')];
      expect(
        answer.losses.map(({ out, standing, replacements }) => ({ out, standing, replacements })),
      ).toEqual(expected.map(({ out, standing, replacements }) => ({ out, standing, replacements })));
      expect(answer.two).toEqual({
        compliant: two.filter(({ standing }) => standing === 'compliant').length,
        mendable: two.filter(({ standing }) => standing === 'mendable').length,
        broken: two.filter(({ standing }) => standing === 'broken').length,
      });
      for (const { out, mend } of answer.losses) {
        if (mend === undefined) continue;
        const after = plain.candidates.filter(
          ({ id }) =>
            id === mend.comes ||
            (slate.some((each) => each.id === id) && !out.includes(id) && id !== mend.goes),
        );
        expect(isCompliant(plain.ruleSet, after, plain.candidates)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

it('leaves decisions on persons as they are', async () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const plain: PlainCase = {
    candidates: [a!, b!, c!, d!],
    ruleSet: plainRuleSet('two', {
      size: { min: 2, max: 2 },
      objective: [{ title: sameTitle(''), terms: [], softRules: true }],
    }),
  };
  const asked = caseOf(plain, { ...NO_DECISIONS, exclude: ['c'], apart: [['a', 'd']] });
  const { losses } = await robustness(asked, ['a', 'b'], { out: 1 });
  // Without a, only d can come; without b nobody can, unless a goes as well, and then somebody is missing.
  expect(losses).toMatchObject([
    { out: ['a'], standing: 'mendable', breaks: ['size'], mend: { comes: 'd' }, replacements: 1 },
    { out: ['b'], standing: 'broken', replacements: 0 },
  ]);
});
