import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRelaxations } from '../../src/explain/relaxations.ts';
import type { RelaxationShape } from '../../src/explain/relaxation-model.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { Task } from '../../src/slate/task.ts';
import { deviationOf } from '../brute-force.ts';
import {
  allSlates,
  candidatesAt,
  type PlainQuestion,
  plainQuestion,
  questionFrom,
} from './small-questions.ts';

/** What a slate needs: the members by which each side must give way, by name; `undefined`: no price helps. */
type Needs = ReadonlyMap<string, { readonly members: number; readonly cost: number }>;

const PRICES: RelaxationShape = { size: 2, decision: 3, exactToRange: false };

/** How many members lie below and above the bounds of a rule, found by asking with one bound at a time. */
function sidesOf(rule: Rule, plain: PlainQuestion, slate: readonly number[], shape: RelaxationShape) {
  const members = candidatesAt(plain, slate);
  if (rule.kind === 'require') return { min: 0, max: deviationOf(rule, members, plain.candidates) };
  const { min, max, ...open } = rule;
  const oneGroup = (group?: string) => {
    const pool =
      group === undefined ? plain.candidates : plain.candidates.filter((each) => each.unit === group);
    const mine = group === undefined ? members : members.filter((each) => each.unit === group);
    const off = (bounds: object) => deviationOf({ ...open, ...bounds }, mine, pool);
    return { min: min === undefined ? 0 : off({ min }), max: max === undefined ? 0 : off({ max }) };
  };
  if (rule.kind === 'share' || rule.forEach === undefined) return oneGroup();
  const groups = [...new Set(plain.candidates.flatMap((each) => each.unit ?? []))].map(oneGroup);
  if (groups.length === 0) return { min: 0, max: 0 };
  const widest = {
    min: Math.max(...groups.map((each) => each.min)),
    max: Math.max(...groups.map((each) => each.max)),
  };
  if (min !== max || shape.exactToRange) return widest;
  // "Exactly n in each" moves for all groups at once.
  return new Set(groups.map((each) => each.max - each.min)).size === 1 ? widest : undefined;
}

function needsOf(plain: PlainQuestion, slate: readonly number[], shape: RelaxationShape): Needs | undefined {
  const { ruleSet, decisions } = plain;
  const needs = new Map<string, { members: number; cost: number }>();
  const need = (name: string, members: number, price: number | 'never'): boolean => {
    if (members < 1e-9) return true;
    if (price === 'never') return false;
    needs.set(name, { members, cost: members * price });
    return true;
  };
  const dropped = (name: string, broken: boolean): boolean => need(name, Number(broken), shape.decision);
  const on = (row: number) => slate.includes(row);
  const rules = ruleSet.rules.every((rule, index) => {
    if (rule.strength === 'soft') return true;
    const sides = sidesOf(rule, plain, slate, shape);
    if (sides === undefined) return false;
    return need(`${index} min`, sides.min, rule.relaxCost) && need(`${index} max`, sides.max, rule.relaxCost);
  });
  const possible =
    slate.length > 0 &&
    rules &&
    need('size min', Math.max(0, ruleSet.size.min - slate.length), shape.size) &&
    need('size max', Math.max(0, slate.length - ruleSet.size.max), shape.size) &&
    decisions.pin.every((row) => dropped(`pin ${row}`, !on(row))) &&
    decisions.exclude.every((row) => dropped(`exclude ${row}`, on(row))) &&
    decisions.together.every((group) => dropped('together', group.some(on) && !group.every(on))) &&
    decisions.apart.every((group) => dropped('apart', group.filter(on).length > 1));
  return possible ? needs : undefined;
}

async function relaxationsOf(plain: PlainQuestion, shape: RelaxationShape, limit: number) {
  const question = await questionFrom(plain);
  const { found, complete } = await findRelaxations(question, shape, limit, new Task({}));
  const sets = found.map(({ movements }) => {
    const names = movements.map(({ way: { member, side } }) => {
      if (member.kind === 'rule') return `${member.rule} ${side}`;
      if (member.kind === 'size') return `size ${side}`;
      if (member.kind === 'together' || member.kind === 'apart') return member.kind;
      return `${member.kind} ${plain.decisions[member.kind][member.index]}`;
    });
    return new Set(names);
  });
  return { costs: found.map(({ cost }) => cost), sets, complete };
}

const shapes = fc
  .record({
    size: fc.constantFrom(1, 2, 'never' as const),
    decision: fc.constantFrom(1, 3, 'never' as const),
    exactToRange: fc.boolean(),
  })
  .map((shape): RelaxationShape => shape);

/** Random questions whose rules have random prices. */
const priced = fc
  .tuple(
    plainQuestion({ most: 7, rules: 6 }),
    fc.array(fc.constantFrom(1, 2, 0.5, 'never' as const), { minLength: 6, maxLength: 6 }),
  )
  .map(([plain, prices]): PlainQuestion => {
    const rules = plain.ruleSet.rules.map((rule, index) => ({ ...rule, relaxCost: prices[index]! }));
    return { ...plain, ruleSet: { ...plain.ruleSet, rules } };
  });

it('finds relaxation after relaxation the cheapest that is left by brute force', async () => {
  let relaxed = 0;
  await fc.assert(
    fc.asyncProperty(priced, shapes, async (plain, shape) => {
      const { costs, sets, complete } = await relaxationsOf(plain, shape, 6);
      const all = allSlates(plain).flatMap((slate) => needsOf(plain, slate, shape) ?? []);
      const priceOf = (needs: Needs) => [...needs.values()].reduce((sum, { cost }) => sum + cost, 0);
      const left = (count: number) =>
        all.filter((needs) => !sets.slice(0, count).some((set) => [...set].every((name) => needs.has(name))));
      const cheapest = (count: number) => Math.min(...left(count).map(priceOf));
      costs.forEach((cost, index) => expect(cost).toBeCloseTo(cheapest(index), 6));
      expect(complete || costs.length === 6).toBe(true);
      expect(complete && left(costs.length).length > 0).toBe(false);
      if (costs.some((cost) => cost > 0)) relaxed += 1;
    }),
    { numRuns: 300 },
  );
  expect(relaxed).toBeGreaterThan(30);
});

it('costs nothing where a slate exists', async () => {
  await fc.assert(
    fc.asyncProperty(plainQuestion(), async (plain) => {
      const { costs, complete } = await relaxationsOf(plain, PRICES, 3);
      const exists = allSlates(plain).some((slate) => needsOf(plain, slate, PRICES)?.size === 0);
      expect(exists).toBe(costs[0] === 0);
      expect(exists && !(complete && costs.length === 1)).toBe(false);
    }),
    { numRuns: 150 },
  );
});
