import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { plainModel } from '../../src/proofs/plain-model.ts';
import { type Proof, proofSchema } from '../../src/proofs/proof.ts';
import { verifyProof } from '../../src/proofs/verify.ts';
import { propose } from '../../src/slate/propose.ts';
import { verifyAnswer } from '../../src/slate/proofs/verify.ts';
import { compareObjectives, isCompliant, objectiveOf } from '../brute-force.ts';
import { plainCase, type PlainCase } from '../random-case.ts';
import { slateCaseOf } from '../slate-case.ts';
import { bestOfAll } from '../subsets.ts';
import { changed, rearranged } from './mutations.ts';

afterAll(closeSolverThreads);

type Series = Extract<Proof, { claim: 'optimal' }>;

/** Whether all that is claimed of the best slate and of those after it is true, by trying all slates. */
function isTrue(plain: PlainCase, { slate, differ = 1, further = [] }: Series): boolean {
  const { candidates, ruleSet } = plain;
  const before: { readonly members: readonly number[]; readonly by: number }[] = [];
  for (const each of [{ slate, levels: [] }, ...further]) {
    const best = bestOfAll(plain, { differences: before });
    if ('none' in each) return best === undefined;
    const members = candidates.filter(({ id }) => each.slate.includes(id));
    if (!isCompliant(ruleSet, members, candidates)) return false;
    const isClaimed = 'levels' in each || 'as' in each;
    const worth = objectiveOf(ruleSet, members, candidates);
    if (isClaimed && (best === undefined || compareObjectives(worth, best.values) !== 0)) return false;
    before.push({
      members: each.slate.map((id) => candidates.findIndex((its) => its.id === id)),
      by: differ,
    });
  }
  return true;
}

const differing = fc.integer({ min: 1, max: 3 });

it('proves each alternative as the best that differs enough, and that there is no further one', async () => {
  const told = { own: 0, as: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(
      plainCase({ least: 5, most: 9, rules: 4, units: true }),
      differing,
      async (plain, differ) => {
        const asked = slateCaseOf(plain);
        const proposal = await propose(asked, { alternatives: 5, differ, proof: true });
        const answer: unknown = JSON.parse(JSON.stringify(proposal));
        expect(verifyAnswer(asked, answer)).toMatchObject({ proven: true });
        if (proposal.proof?.claim !== 'optimal') return;
        for (const { assurance } of proposal.slates.slice(1)) expect(assurance).toBe('proven');
        expect(proposal.noFurther).toBe(proposal.slates.length < 5 ? 'proven' : undefined);
        if (!plain.ruleSet.rules.some(({ per }) => per === 'unit')) {
          expect(isTrue(plain, proposal.proof)).toBe(true);
        }
        for (const each of proposal.proof.further ?? []) {
          told['none' in each ? 'none' : 'as' in each ? 'as' : 'own'] += 1;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(Math.min(told.own, told.as, told.none)).toBeGreaterThan(8);
});

it('passes no false claim about alternatives, however the proof is changed', async () => {
  const told = { passed: 0, refused: 0 };
  const changes = fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.constantFrom(1, -1, 2, -0.5)), {
    minLength: 25,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(
      plainCase({ least: 4, most: 8, rules: 3 }),
      differing,
      changes,
      async (plain, differ, all) => {
        const asked = slateCaseOf(plain);
        const { proof } = await propose(asked, { alternatives: 4, differ, proof: true });
        if (proof?.claim !== 'optimal' || proof.further === undefined) return;
        // The trees of the best slate are changed elsewhere.
        const { further, differ: by, slate } = proof;
        for (const [isScalar, which, amount] of all) {
          const part = { further, differ: by, slate };
          const other = isScalar ? changed(part, which, amount) : rearranged(part, which);
          const read = proofSchema.safeParse({ ...proof, ...(other as object) });
          if (!read.success || read.data.claim !== 'optimal') continue;
          const { proven } = verifyProof(plainModel(asked), read.data);
          told[proven ? 'passed' : 'refused'] += 1;
          if (proven) expect(isTrue(plain, read.data)).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(told.passed).toBeGreaterThan(100);
  expect(told.refused).toBeGreaterThan(300);
});

it('refuses an answer that claims more of its alternatives than its proof does', async () => {
  const candidates = [9, 8, 7, 6, 5].map((merit, index) => ({ id: `c${index}`, merit }));
  const [sample] = fc.sample(plainCase({ rules: 0 }), { numRuns: 1, seed: 1 });
  const asked = slateCaseOf({
    candidates,
    ruleSet: {
      ...sample!.ruleSet,
      size: { min: 2, max: 2 },
      objective: [{ title: { vi: 'x', en: 'x' }, terms: [{ fact: 'merit', weight: 1 }], softRules: true }],
    },
  });
  const { proof, ...answer } = await propose(asked, { alternatives: 3, proof: true });
  if (proof?.claim !== 'optimal') throw new Error('no slate was proposed');
  expect(verifyAnswer(asked, { ...answer, proof })).toMatchObject({
    proven: true,
    slates: [true, true, true],
  });
  const { further: _, differ: __, ...alone } = proof;
  expect(verifyAnswer(asked, { ...answer, proof: alone })).toMatchObject({
    proven: false,
    why: { code: 'proofs.alternative-unproven' },
  });
  const swapped = { ...answer, slates: [answer.slates[0], answer.slates[2], answer.slates[1]], proof };
  expect(verifyAnswer(asked, swapped)).toMatchObject({
    proven: false,
    why: { code: 'proofs.slate-differs' },
  });
  const wider = { ...answer, inputs: { ...answer.inputs, options: { differ: 2 } }, proof };
  expect(verifyAnswer(asked, wider)).toMatchObject({ why: { code: 'proofs.differ-differs' } });
});
