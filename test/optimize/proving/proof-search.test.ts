import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Clock, loadRuntime } from '../../../src/optimize/highs/runtime.ts';
import { findProof } from '../../../src/optimize/proving/proof-search.ts';
import { FamiliarSplits } from '../../../src/optimize/proving/familiar-splits.ts';
import { type Tree, type Trees, written } from '../../../src/optimize/proving/proof-tree.ts';
import { type PlainCase as Asked, plainModel } from '../../../src/proofs/plain-model.ts';
import { type Proof, proofSchema } from '../../../src/proofs/proof.ts';
import { verifyProof } from '../../../src/proofs/verify.ts';
import { slateValues } from '../../../src/proofs/slate-values.ts';
import { compareObjectives, objectiveOf } from '../../brute-force.ts';
import { changed, rearranged } from '../../proofs/mutations.ts';
import { plainRuleSet, sameTitle } from '../../plain-rules.ts';
import { plainCase, type PlainCase, tableOf } from '../../random-case.ts';
import { bestOfAll, type PlainDecisions } from '../../subsets.ts';

const decisionsAmong = fc.record({
  pin: fc.uniqueArray(fc.nat(5), { maxLength: 1 }),
  exclude: fc.uniqueArray(fc.nat(5), { maxLength: 1 }),
  together: fc.array(fc.uniqueArray(fc.nat(5), { minLength: 2, maxLength: 3 }), { maxLength: 1 }),
  apart: fc.array(fc.uniqueArray(fc.nat(5), { minLength: 2, maxLength: 3 }), { maxLength: 1 }),
});

type Named = Required<Omit<PlainDecisions, 'differences'>>;

/** A plain case with decisions, as what plain models are made of. */
function asked({ candidates, ruleSet }: PlainCase, decisions: Named): Asked {
  const idsOf = (rows: readonly number[]): readonly string[] => rows.map((row) => candidates[row]!.id);
  return {
    ruleSet,
    facts: tableOf(candidates),
    decisions: {
      pin: idsOf(decisions.pin),
      exclude: idsOf(decisions.exclude),
      together: decisions.together.map(idsOf),
      apart: decisions.apart.map(idsOf),
    },
  };
}

/** A best slate found by trying all, with its proof. */
async function provenBest(plain: PlainCase, decisions: Named, familiar?: ReadonlySet<string>) {
  const question = asked(plain, decisions);
  const model = plainModel(question);
  const best = bestOfAll(plain, decisions);
  const slate = best && bestAmongAll(plain, question, best.values);
  const values = slate && slateValues(model, slate);
  const highs = await loadRuntime();
  const columns = slate?.map((id) => model.columnOf(id)!);
  const trees = findProof(
    highs,
    model,
    columns && values && { slate: columns, values },
    new Clock({ timeLimit: 60_000 }),
    familiar,
  );
  return { model, slate, trees, proof: trees && written(model, trees, slate ?? []) };
}

/** The ids of a slate that attains the best value. */
function bestAmongAll(plain: PlainCase, question: Asked, values: readonly number[]): readonly string[] {
  const model = plainModel(question);
  const { candidates, ruleSet } = plain;
  for (let mask = 0; mask < 2 ** candidates.length; mask += 1) {
    const slate = candidates.filter((_, index) => mask & (1 << index));
    const ids = slate.map(({ id }) => id);
    if (slateValues(model, ids) === undefined) continue;
    if (compareObjectives(objectiveOf(ruleSet, slate, candidates), values) === 0) return ids;
  }
  throw new Error('no slate is worth the best value');
}

it('proves every best slate, and that there is none', async () => {
  const told = { optimal: 0, infeasible: 0 };
  await fc.assert(
    fc.asyncProperty(plainCase({ least: 6, most: 10 }), decisionsAmong, async (plain, decisions) => {
      const { model, slate, proof } = await provenBest(plain, decisions);
      expect(proof).toBeDefined();
      expect(proof!.claim).toBe(slate === undefined ? 'infeasible' : 'optimal');
      expect(verifyProof(model, proofSchema.parse(JSON.parse(JSON.stringify(proof))))).toMatchObject({
        proven: true,
      });
      told[proof!.claim] += 1;
    }),
    { numRuns: 500 },
  );
  expect(told.optimal).toBeGreaterThan(50);
  expect(told.infeasible).toBeGreaterThan(50);
});

it('branches on what is familiar alone where it can, and proves the same', async () => {
  const columns = new Set(Array.from({ length: 10 }, (_, column) => `column ${column}`));
  const told = { branched: 0, sums: 0 };
  await fc.assert(
    fc.asyncProperty(plainCase({ least: 6, most: 10 }), decisionsAmong, async (plain, decisions) => {
      const { model, proof, trees } = await provenBest(plain, decisions, columns);
      expect(proof && verifyProof(model, proof)).toMatchObject({ proven: true });
      const splits = splitsOf(trees!);
      told.branched += splits.length;
      for (const key of splits) expect(key).toMatch(/^(?:column|goal) /);
      const unaware = await provenBest(plain, decisions);
      told.sums += splitsOf(unaware.trees!).filter((key) => !/^(?:column|goal) /.test(key)).length;
    }),
    { numRuns: 200 },
  );
  expect(told.branched).toBeGreaterThan(0);
  expect(told.sums).toBeGreaterThan(0);
});

it('remembers what the last proofs branched on', () => {
  const known = new FamiliarSplits();
  const branching = (...keys: readonly string[]): Trees => ({ claim: 'infeasible', tree: treeOf(keys) });
  known.learn(branching('a', 'b'));
  known.learn(branching('c', 'a'));
  expect([...known.keys]).toEqual(['b', 'c', 'a']);
  known.learn(branching(...Array.from('defghijkl')));
  expect([...known.keys]).toEqual(Array.from('efghijkl'));
});

/** A tree that branches on these one below the other. */
function treeOf([key, ...rest]: readonly string[]): Tree {
  const leaf: Tree = { kind: 'empty', prices: { rows: new Map(), branchings: [], earlier: [] } };
  if (key === undefined) return leaf;
  return {
    kind: 'split',
    split: { key, columns: new Uint32Array() },
    atMost: 0,
    low: treeOf(rest),
    high: leaf,
  };
}

function splitsOf(trees: Trees): readonly string[] {
  const keysIn = (tree: Tree): readonly string[] =>
    tree.kind === 'split' ? [tree.split.key, ...keysIn(tree.low), ...keysIn(tree.high)] : [];
  return trees.claim === 'infeasible' ? keysIn(trees.tree) : trees.levels.flatMap(({ tree }) => keysIn(tree));
}

const NOBODY_NAMED = { pin: [], exclude: [], together: [], apart: [] };

it('proves that there is none where nobody can be chosen, and a goal counts kept rules', async () => {
  const [origin, hard] = [
    { file: 'r.yaml', line: 1, column: 1 },
    { strength: 'hard', weight: 0 },
  ] as const;
  const common = { title: sameTitle('rule'), relaxCost: 1, per: 'member', origin } as const;
  const young = { fact: 'age', operator: 'lessThan', value: 35 } as const;
  const inside = { ...common, ...hard, kind: 'count', forEach: 'unit', missing: 'aside', min: 1 } as const;
  const plain: PlainCase = {
    candidates: [{ id: 'c0', age: 57, unit: 'A' }],
    ruleSet: plainRuleSet('nobody', {
      size: { min: 2, max: 2 },
      rules: [
        {
          ...common,
          id: 'of',
          kind: 'count',
          per: 'rule',
          strength: 'soft',
          weight: 10,
          min: 2,
          parts: [
            { ...inside, id: 'a', groups: { where: young } },
            { ...inside, id: 'b', groups: { where: young } },
          ],
        },
        {
          ...common,
          ...hard,
          id: 'age',
          kind: 'require',
          satisfy: { fact: 'age', operator: 'equal', value: 52 },
        },
      ],
      objective: [{ title: sameTitle('all'), softRules: true, terms: [] }],
    }),
  };
  const { model, proof } = await provenBest(plain, NOBODY_NAMED);
  expect(proof && verifyProof(model, proof)).toMatchObject({ proven: true });
});

/** Whether what a proof claims is true, by trying all slates. */
function isTrue(plain: PlainCase, proof: Proof): boolean {
  const best = bestOfAll(plain);
  if (proof.claim === 'infeasible') return best === undefined;
  if (best === undefined) return false;
  const slate = plain.candidates.filter(({ id }) => proof.slate.includes(id));
  return compareObjectives(objectiveOf(plain.ruleSet, slate, plain.candidates), best.values) === 0;
}

/** Cases in which numbers are added up, so that leaves keep rows. */
const summed = plainCase({ least: 3, most: 8, rules: 4, amounts: true });

it.each([
  ['', plainCase({ least: 3, most: 8, rules: 4 }), 0],
  [' where rows are kept', summed, 100],
] as const)('never passes a proof of what is not so, whatever is changed%s', async (_, cases, keeping) => {
  const told = { passed: 0, refused: 0, malformed: 0, keeping: 0 };
  await fc.assert(
    fc.asyncProperty(
      cases,
      fc.array(
        fc.tuple(
          fc.constantFrom('proof', 'parts', 'pool', 'rules'),
          fc.nat(),
          fc.constantFrom(1, -1, 2, -0.5),
        ),
        {
          minLength: 12,
          maxLength: 12,
        },
      ),
      async (plain, changes) => {
        const { proof } = await provenBest(plain, NOBODY_NAMED);
        for (const [what, which, by] of changes) {
          const text =
            what === 'proof'
              ? changed(proof, which, by)
              : what === 'parts'
                ? rearranged(proof, which)
                : proof;
          const other = {
            candidates:
              what === 'pool'
                ? // An age is whole years.
                  (changed(plain.candidates, which, Math.round(by)) as PlainCase['candidates'])
                : plain.candidates,
            ruleSet:
              what === 'rules'
                ? {
                    ...plain.ruleSet,
                    rules: changed(
                      plain.ruleSet.rules,
                      which,
                      Math.round(by),
                    ) as PlainCase['ruleSet']['rules'],
                  }
                : plain.ruleSet,
          };
          // No file can say that.
          if (/"denominator":(?:0|-)/.test(JSON.stringify(other.ruleSet))) continue;
          if (new Set(other.candidates.map(({ id }) => id)).size < other.candidates.length) continue;
          const read = proofSchema.safeParse(text);
          if (!read.success) {
            told.malformed += 1;
            continue;
          }
          const { proven } = verifyProof(plainModel(asked(other, NOBODY_NAMED)), read.data);
          told[proven ? 'passed' : 'refused'] += 1;
          if (proven) expect(isTrue(other, read.data)).toBe(true);
          if (JSON.stringify(read.data).includes('"keep"')) told.keeping += 1;
        }
      },
    ),
    { numRuns: 600 },
  );
  expect(told.passed).toBeGreaterThan(500);
  expect(told.refused).toBeGreaterThan(500);
  expect(told.keeping).toBeGreaterThanOrEqual(keeping);
});
