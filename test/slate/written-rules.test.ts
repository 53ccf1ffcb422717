import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import {
  CONSTRUCTS,
  csvOf,
  FACTS,
  openCells,
  type OpenCell,
  otherwise,
  people,
  type Person,
  type PlainRule,
  ruleOf,
} from './written-rules.ts';

afterAll(closeSolverThreads);

/** Pools with two rules, each pair of constructs as often as any other. */
const cases = fc.record({
  pool: people,
  rules: fc
    .tuple(fc.constantFrom(...CONSTRUCTS), fc.constantFrom(...CONSTRUCTS))
    .chain(([one, other]) => fc.tuple(ruleOf(one), ruleOf(other))),
  size: fc.constantFrom({ min: 2, max: 2 }, { min: 2, max: 4 }, { min: 3, max: 3 }),
});

function opened(
  pool: readonly Person[],
  rules: readonly PlainRule[],
  size: object,
  open: readonly OpenCell[] = [],
) {
  const ruleSet = {
    id: 'pairs',
    referenceDate: '2026-01-01',
    size,
    facts: FACTS,
    rules: rules.map(({ rule }, index) => ({ id: `r${index}`, ...rule })),
    objective: [{ fact: 'merit', weight: 1 }],
  };
  return openQuestion({ pool: { csv: csvOf(pool, open) }, rules: { ruleSet } });
}

const meritOf = (slate: readonly Person[]): number => slate.reduce((sum, { merit }) => sum + merit, 0);

it('of every two constructs the best slate is that of brute force, and proven', async () => {
  let [asked, proven] = [0, 0];
  await fc.assert(
    fc.asyncProperty(cases, async ({ pool, rules, size }) => {
      let best: number | undefined;
      for (let pattern = 0; pattern < 2 ** pool.length; pattern += 1) {
        const slate = pool.filter((_, index) => pattern & (1 << index));
        if (slate.length < size.min || slate.length > size.max) continue;
        if (rules.every(({ keeps }) => keeps(slate, pool)))
          best = Math.max(best ?? -Infinity, meritOf(slate));
      }
      const question = await opened(pool, rules, size);
      const { status, slates, assurance } = await question.propose({ proof: true });
      expect(status).toBe(best === undefined ? 'infeasible' : 'optimal');
      expect(slates[0]?.objective).toBe(best);
      asked += 1;
      if (assurance === 'proven') proven += 1;
    }),
    { numRuns: 120 },
  );
  expect(proven).toBe(asked);
});

it('of every two constructs a check says what is kept, and every sentence is said', async () => {
  await fc.assert(
    fc.asyncProperty(
      cases.chain((each) =>
        fc.record({ each: fc.constant(each), slate: fc.subarray([...each.pool], { minLength: 1 }) }),
      ),
      async ({ each: { pool, rules, size }, slate }) => {
        const question = await opened(pool, rules, size);
        const report = await question.check(slate.map(({ id }) => id));
        for (const [index, { keeps }] of rules.entries()) {
          const lines = report.rules.filter(({ id }) => id.split('.')[0] === `r${index}`);
          expect(lines.every(({ status }) => status === 'kept')).toBe(keeps(slate, pool));
        }
        for (const { title } of question.ruleSet.rules) {
          expect(title.en).toMatch(/^[A-Z].*\w/);
          expect(title.vi).not.toBe(title.en);
        }
      },
    ),
    { numRuns: 250 },
  );
});

it('what a check of two constructs calls kept or violated stays so, whatever the empty cells should say', async () => {
  let settled = 0;
  const withOpen = cases.chain(({ pool, rules, size }) =>
    openCells(pool).chain((open) =>
      fc.record({
        pool: fc.constant(pool),
        open: fc.constant(open),
        rules: fc.constant(rules),
        size: fc.constant(size),
        slate: fc.subarray(
          pool.map(({ id }) => id),
          { minLength: 1 },
        ),
        other: fc.array(otherwise(pool, open), { minLength: 3, maxLength: 3 }),
      }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(withOpen, async ({ pool, open, rules, size, slate, other }) => {
      const question = await opened(pool, rules, size, open);
      const report = await question.check(slate);
      for (const [index, { rule, keeps }] of rules.entries()) {
        // Which groups there are is not open in this test.
        if (
          /"(fact|forEach)":"(level|unit)"/.test(JSON.stringify(rule)) &&
          /forEach/.test(JSON.stringify(rule))
        )
          continue;
        const lines = report.rules.filter(({ id }) => id.split('.')[0] === `r${index}`);
        const isBroken = lines.some(({ status }) => status === 'violated');
        if (!isBroken && lines.some(({ status }) => status === 'unknown')) continue;
        for (const whole of other) {
          const members = whole.filter(({ id }) => slate.includes(id));
          expect(keeps(members, whole)).toBe(!isBroken);
          settled += 1;
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(settled).toBeGreaterThan(300);
});

it('a way out of two constructs leaves a slate that keeps the rule that it does not change', async () => {
  let untouched = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({ pool, rules, size }) => {
      const { status, relaxations } = await (await opened(pool, rules, size)).diagnose();
      if (status === 'feasible') return;
      for (const { changes, slate } of relaxations) {
        const changed = new Set(changes.map(({ rule }) => rule.split('.')[0]));
        const members = pool.filter(({ id }) => slate.members.includes(id));
        for (const [index, { keeps }] of rules.entries()) {
          if (changed.has(`r${index}`)) continue;
          expect(keeps(members, pool)).toBe(true);
          untouched += 1;
        }
      }
    }),
    { numRuns: 120 },
  );
  expect(untouched).toBeGreaterThan(10);
});
