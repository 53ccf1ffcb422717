import fc from 'fast-check';
import { expect, it } from 'vitest';
import { robustnessSchema } from '../../src/scenarios/answers.ts';
import { robustness } from '../../src/scenarios/robustness.ts';
import { checkSlate } from '../../src/check/check.ts';
import { NO_DECISIONS } from '../../src/pool/decisions.ts';
import { isCompliant } from '../brute-force.ts';
import { HARD, plainRuleSet, sameTitle } from '../plain-rules.ts';
import { plainCase, type PlainCandidate, type PlainCase } from '../random-case.ts';
import { caseOf } from './plain-slate-case.ts';

/** Every change that as many replacements make: at most so many come, at most one more goes. */
function* changesOf(
  left: readonly PlainCandidate[],
  pool: readonly PlainCandidate[],
  replacements: number,
): Generator<readonly [goes: PlainCandidate | undefined, come: readonly PlainCandidate[]]> {
  const coming = subsetsUpTo(pool, replacements);
  for (const goes of [undefined, ...left]) for (const come of coming) yield [goes, come];
}

function subsetsUpTo(pool: readonly PlainCandidate[], most: number): readonly (readonly PlainCandidate[])[] {
  if (most === 0) return [[]];
  const fewer = subsetsUpTo(pool, most - 1);
  return [
    ...fewer,
    ...fewer
      .filter(({ length }) => length === most - 1)
      .flatMap((some) => pool.slice(pool.indexOf(some.at(-1)!) + 1).map((next) => [...some, next])),
  ];
}

function standingOf(
  { candidates, ruleSet }: PlainCase,
  left: readonly PlainCandidate[],
  out: ReadonlySet<string>,
) {
  const others = candidates.filter((each) => !left.includes(each) && !out.has(each.id));
  const compliant = [...changesOf(left, others, out.size)].filter(([goes, come]) =>
    isCompliant(ruleSet, [...left.filter((each) => each !== goes), ...come], candidates),
  );
  const replacements = compliant.filter(([goes, come]) => goes === undefined && come.length === 1).length;
  if (isCompliant(ruleSet, left, candidates)) return { standing: 'compliant', replacements };
  return { standing: compliant.length > 0 ? 'mendable' : 'broken', replacements };
}

it('is what trying every loss and every swap finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      plainCase({ most: 9, sized: true, differences: true }),
      fc.nat(511),
      async (plain, mask) => {
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
      },
    ),
    { numRuns: 200 },
  );
});

it('knows that a rule with room to spare stays kept', async () => {
  const candidates = Array.from({ length: 12 }, (_, index) => ({ id: `c${index}`, gender: 'female' }));
  const ruleSet = plainRuleSet('room', {
    size: { min: 1, max: 12 },
    objective: [{ title: sameTitle(''), terms: [], softRules: true }],
    rules: [
      {
        ...HARD,
        id: 'women',
        kind: 'count',
        where: { fact: 'gender', operator: 'equal', value: 'female' },
        min: 2,
      },
    ],
  });
  const answer = await robustness(
    caseOf({ candidates, ruleSet }),
    candidates.slice(0, 8).map(({ id }) => id),
  );
  expect([answer.one, answer.two]).toEqual([
    { compliant: 8, mendable: 0, broken: 0 },
    { compliant: 28, mendable: 0, broken: 0 },
  ]);
});

it('mends two losses of a slate of fixed size by two replacements', async () => {
  const candidates = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const ruleSet = plainRuleSet('two', {
    size: { min: 2, max: 2 },
    objective: [{ title: sameTitle(''), terms: [], softRules: true }],
  });
  const { two } = await robustness(caseOf({ candidates, ruleSet }), ['a', 'b']);
  expect(two).toEqual({ compliant: 0, mendable: 1, broken: 0 });
  const three = await robustness(caseOf({ candidates: candidates.slice(0, 3), ruleSet }), ['a', 'b']);
  expect(three.two).toEqual({ compliant: 0, mendable: 0, broken: 1 });
});

it('agrees with the check on decisions on persons', async () => {
  const decisions = fc.record({
    pin: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
    exclude: fc.uniqueArray(fc.constantFrom('d', 'e'), { maxLength: 1 }),
    together: fc.constantFrom<string[][]>([], [['a', 'd']], [['b', 'e']]),
    apart: fc.constantFrom<string[][]>([], [['c', 'd']], [['a', 'b', 'e']]),
  });
  const candidates = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
  const ruleSet = plainRuleSet('any', {
    size: { min: 1, max: 4 },
    objective: [{ title: sameTitle(''), terms: [], softRules: true }],
  });
  let broken = 0;
  await fc.assert(
    fc.asyncProperty(
      decisions,
      fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 }),
      async (on, slate) => {
        const asked = caseOf({ candidates, ruleSet }, on);
        const report = await checkSlate(asked, slate);
        const { compliant } = await robustness(asked, slate, { out: 1 });
        expect(compliant).toBe(report.compliant);
        const has = (id: string): boolean => slate.includes(id);
        const kept =
          slate.length <= 4 &&
          on.pin.every(has) &&
          !on.exclude.some(has) &&
          on.together.every((group) => group.every(has) || !group.some(has)) &&
          on.apart.every((group) => group.filter(has).length <= 1);
        expect(compliant).toBe(kept);
        if (!kept) broken += 1;
      },
    ),
    { numRuns: 200 },
  );
  expect(broken).toBeGreaterThan(50);
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
