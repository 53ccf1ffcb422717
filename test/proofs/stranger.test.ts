import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { plainModel } from '../../src/proofs/plain-model.ts';
import { proofSchema } from '../../src/proofs/proof.ts';
import { verifyProof } from '../../src/proofs/verify.ts';
import type { CountRule, Rule, RuleBase, ShareRule } from '../../src/rules/rule-set.ts';
import { propose } from '../../src/slate/propose.ts';
import type { PlainCandidate, PlainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { changed, rearranged } from './mutations.ts';
import { holds, type Stranger } from './stranger.ts';

afterAll(closeSolverThreads);

/** The example of the page: values in its unit, and its rows. */
const EXAMPLE: Stranger = {
  ids: ['A', 'B', 'C', 'D', 'E'],
  size: { min: 3, max: 3 },
  unit: '1/2',
  value: (id) => ({ A: 18, B: 16, C: 12, D: 9, E: 10 })[id]!,
  rows: {
    'size min': { side: 'min', bound: 3, of: () => 1 },
    'size max': { side: 'max', bound: 3, of: () => 1 },
    'women min': { side: 'min', bound: 1, of: (id) => Number('CD'.includes(id)) },
    'young min': {
      side: 'min',
      bound: 0,
      of: (id) => ('CDE'.includes(id) ? 1 : -1),
      goal: { step: 2, cost: 4 },
    },
  },
};

const page = readFileSync(new URL('../../src/proofs/FORMAT.md', import.meta.url), 'utf8');
/** The blocks of the page: a proof, how it goes on with further slates, and one that keeps rows. */
const [BEST, FURTHER, KEEPING] = Array.from(page.matchAll(/```json\n([\s\S]*?)```/g), ([, block]) => block!);

/** Whether a document holds once some of its text reads otherwise. */
function holdsWith(document: unknown, from: string, to: string): boolean {
  const written = JSON.stringify(document);
  expect(written.split(from)).toHaveLength(2);
  return holds(EXAMPLE, JSON.parse(written.replace(from, to)));
}

it('the description is enough to check its own example', () => {
  const proof: unknown = JSON.parse(BEST!);
  expect(holds(EXAMPLE, proof)).toBe(true);
  expect(holdsWith(proof, '"price":"6"', '"price":"2"')).toBe(false);
});

it('and its example of further slates', () => {
  const proof: unknown = { ...JSON.parse(BEST!), ...JSON.parse(FURTHER!) };
  expect(holds(EXAMPLE, proof)).toBe(true);
  expect(holdsWith(proof, '"differ":2,"further"', '"differ":1,"further"')).toBe(false);
  expect(holdsWith(proof, '["A","D","E"]', '["B","D","E"]')).toBe(false);
  expect(holdsWith(proof, '"price":"10"', '"price":"9"')).toBe(false);
  const second = '{"row":{"differ":2,"bound":"max"},"price":"1"}';
  expect(holdsWith(proof, `,${second}`, '')).toBe(false);
});

it('and its example of a leaf that keeps rows', () => {
  const years = { A: 12, B: 11, C: 9, D: 7, E: 10 };
  const of = (id: string): number => years[id as keyof typeof years];
  const { 'size min': least, 'size max': most } = EXAMPLE.rows;
  const model = {
    ...EXAMPLE,
    rows: {
      'size min': least!,
      'size max': most!,
      'years min': { side: 'min' as const, bound: 31, of },
      'years max': { side: 'max' as const, bound: 31, of },
    },
  };
  const proof = JSON.parse(KEEPING!);
  expect(holds(model, proof)).toBe(true);
  for (const left of [0, 1, 2, 3]) {
    const [level] = proof.levels;
    const keep = level.tree.keep.toSpliced(left, 1);
    // Nobody but three has 31 years together, so the size may be left out.
    expect(holds(model, { ...proof, levels: [{ ...level, tree: { bound: [], keep } }] })).toBe(left < 2);
  }
});

it('and what it says of one worth as much as the one before', async () => {
  const people = Object.entries({ A: 9, B: 8, C: 6, D: 4.5, E: 5 }).map(([id, merit]) => ({
    id,
    merit,
    gender: 'CD'.includes(id) ? ('female' as const) : ('male' as const),
    age: 'CDE'.includes(id) ? 35 : 45,
  }));
  const young: ShareRule = {
    ...madeOf('young', 2),
    kind: 'share',
    where: { fact: 'age', operator: 'lessThan', value: 40 },
    min: { numerator: 1, denominator: 2 },
  };
  const women = countOf('women', 0, {
    where: { fact: 'gender', operator: 'equal', value: 'female' },
    min: 1,
  });
  const asked = slateCaseOf({ candidates: people, ruleSet: ruleSetOf(3, [women, young]) });
  const { proof } = await propose(asked, { alternatives: 4, proof: true });
  expect(proof).toMatchObject({
    further: [{ slate: ['A', 'C', 'E'] }, { levels: [{ value: 39 }] }, { as: 'before' }],
  });
  expect(holds(EXAMPLE, JSON.parse(JSON.stringify(proof)))).toBe(true);
});

const text = (id: string) => ({ vi: id, en: id });

function madeOf(id: string, weight: number): RuleBase {
  const origin = { file: 'random.yaml', line: 1, column: 1 };
  const strength = weight === 0 ? 'hard' : 'soft';
  return { id, title: text(id), strength, weight, relaxCost: 1, per: 'member', origin };
}

function countOf(id: string, weight: number, bounds: Pick<CountRule, 'where' | 'min' | 'max'>): CountRule {
  return { ...madeOf(id, weight), kind: 'count', ...bounds };
}

function ruleSetOf(size: number, rules: readonly Rule[]): PlainCase['ruleSet'] {
  return {
    id: 'random',
    title: text('random'),
    referenceDate: '2020-06-05',
    retirementAge: { female: 55, male: 60 },
    facts: {},
    sha256: '',
    size: { min: size, max: size },
    rules,
    objective: [{ title: text('merit'), softRules: true, terms: [{ fact: 'merit', weight: 1 }] }],
  };
}

const isWoman = ({ gender }: PlainCandidate): boolean => gender === 'female';
const isOld = ({ age = 0 }: PlainCandidate): boolean => age >= 40;

/**
 * Cases that the stranger knows: a hard count of women and a goal for the old, of slates of one size; and of
 * some the ages add up to those of the first.
 */
const simple = fc
  .record({
    people: fc.array(
      fc.record({
        gender: fc.constantFrom('female', 'male'),
        age: fc.constantFrom(33, 35, 38, 45, 47),
        merit: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 4, maxLength: 9 },
    ),
    isSummed: fc.boolean(),
    size: fc.integer({ min: 2, max: 4 }),
    women: fc.nat(3),
    old: fc.nat(2),
    weight: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ people, size, women, old, weight, isSummed }) => {
    const candidates = people.map((each, index) => ({ id: `c${index}`, ...each }));
    const ages = candidates.slice(0, size).reduce((sum, { age }) => sum + age, 0);
    const sum = { numerator: ages, denominator: 1 };
    const summed: readonly Rule[] = isSummed
      ? [{ ...madeOf('ages', 0), kind: 'sum', fact: 'age', min: sum, max: sum }]
      : [];
    const plain: PlainCase = {
      candidates,
      ruleSet: ruleSetOf(size, [
        countOf('women', 0, { where: { fact: 'gender', operator: 'equal', value: 'female' }, min: women }),
        countOf('old', weight, {
          where: { fact: 'age', operator: 'greaterThanInclusive', value: 40 },
          max: old,
        }),
        ...summed,
      ]),
    };
    const byId = new Map<string, PlainCandidate>(candidates.map((each) => [each.id, each]));
    const of = (test: (one: PlainCandidate) => boolean) => (id: string) => Number(test(byId.get(id)!));
    const stranger = (unit: number): Stranger => ({
      ids: candidates.map(({ id }) => id),
      size: { min: size, max: size },
      unit: String(unit),
      value: (id) => byId.get(id)!.merit! / unit,
      rows: {
        'size min': { side: 'min', bound: size, of: () => 1 },
        'size max': { side: 'max', bound: size, of: () => 1 },
        'women min': { side: 'min', bound: women, of: of(isWoman) },
        'old max': { side: 'max', bound: old, of: of(isOld), goal: { step: 1, cost: weight / unit } },
        ...(isSummed && {
          'ages min': { side: 'min', bound: ages, of: (id: string) => byId.get(id)!.age! },
          'ages max': { side: 'max', bound: ages, of: (id: string) => byId.get(id)!.age! },
        }),
      },
    });
    return { plain, stranger };
  });

/** What a stranger says; nonsense does not hold. */
function strangerSays(stranger: Stranger, proof: unknown): boolean {
  try {
    return holds(stranger, proof);
  } catch {
    return false;
  }
}

it('a checker made from the description alone says the same of every proof, true or false', async () => {
  const told = { held: 0, failed: 0, keeping: 0 };
  const changes = fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.constantFrom(1, -1, 2, -0.5)), {
    minLength: 15,
    maxLength: 15,
  });
  await fc.assert(
    fc.asyncProperty(
      simple,
      fc.integer({ min: 1, max: 2 }),
      changes,
      async ({ plain, stranger }, differ, all) => {
        const asked = slateCaseOf(plain);
        const { proof } = await propose(asked, { alternatives: 3, differ, proof: true });
        expect(proof).toBeDefined();
        const model = plainModel(asked);
        const own = stranger(model.levels[0]!.unit.numerator / model.levels[0]!.unit.denominator);
        expect(holds(own, JSON.parse(JSON.stringify(proof)))).toBe(true);
        for (const [isScalar, which, by] of all) {
          const read = proofSchema.safeParse(isScalar ? changed(proof, which, by) : rearranged(proof, which));
          if (!read.success) continue;
          // The stranger knows one level alone.
          if (read.data.claim === 'optimal' && read.data.levels.length !== 1) continue;
          const { proven } = verifyProof(model, read.data);
          expect(strangerSays(own, read.data)).toBe(proven);
          told[proven ? 'held' : 'failed'] += 1;
          if (JSON.stringify(read.data).includes('"keep"')) told.keeping += 1;
        }
      },
    ),
    { numRuns: 50 },
  );
  expect(told.held).toBeGreaterThan(40);
  expect(told.failed).toBeGreaterThan(100);
  expect(told.keeping).toBeGreaterThan(50);
});
