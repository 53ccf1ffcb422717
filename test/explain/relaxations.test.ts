import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRelaxations } from '../../src/explain/relaxations.ts';
import type { RelaxationShape } from '../../src/explain/relaxation-model.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { Task } from '../../src/slate/task.ts';
import { deviationOf, holds } from '../brute-force.ts';
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
  const { found, complete, more } = await findRelaxations(question, shape, limit, new Task({}));
  const sets = found.map(({ movements }) => {
    const names = movements.map(({ way: { member, side } }) => {
      if (member.kind === 'rule') return `${member.rule} ${side}`;
      if (member.kind === 'size') return `size ${side}`;
      if (member.kind === 'together' || member.kind === 'apart') return member.kind;
      return `${member.kind} ${plain.decisions[member.kind][member.index]}`;
    });
    return new Set(names);
  });
  return { costs: found.map(({ cost }) => cost), sets, complete, more };
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

/** A way out by brute force: what a slate needs, and the share that it has of every rule. */
interface PlainWay {
  readonly needs: Needs;
  readonly slate: readonly number[];
}

const memberOf = (name: string): string => name.replace(/ (?:min|max)$/, '');

/** What comes first: the cost, then how many rules change, how many are broken, how many decisions are dropped. */
function keyOf({ needs }: PlainWay, plain: PlainQuestion): readonly number[] {
  const cost = [...needs.values()].reduce((sum, each) => sum + each.cost, 0);
  const members = [...new Set([...needs.keys()].map(memberOf))];
  const rules = members.filter((name) => /^(?:\d+|size)$/.test(name));
  const broken = rules.filter((name) => plain.ruleSet.rules[Number(name)]?.kind === 'require');
  return [Math.round(cost * 1e6), rules.length, broken.length, members.length - rules.length];
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : one[at]! - other[at]!;
}

/** The share of a slate, as matching and base. */
function shareOf(rule: Rule, plain: PlainQuestion, slate: readonly number[]): readonly [number, number] {
  if (rule.kind !== 'share') return [0, 0];
  const base = candidatesAt(plain, slate).filter((each) => !rule.of || holds(rule.of, each));
  return [base.filter((each) => holds(rule.where, each)).length, base.length];
}

/** Whether a slate is allowed where a member of another's way out does not change, and the others as they do. */
function isAllowed(
  other: PlainWay,
  way: PlainWay,
  member: string,
  plain: PlainQuestion,
  shape: RelaxationShape,
) {
  const names = new Set([...way.needs.keys(), ...other.needs.keys()]);
  const { size, rules } = plain.ruleSet;
  return [...names].every((name) => {
    const [mine, theirs] = [way.needs.get(name)?.members ?? 0, other.needs.get(name)?.members ?? 0];
    if (memberOf(name) === member) return theirs === 0;
    const rule = rules[Number(memberOf(name))];
    const isOne = (bounds: { min?: unknown; max?: unknown }): boolean =>
      !shape.exactToRange && JSON.stringify(bounds.min) === JSON.stringify(bounds.max);
    if (rule?.kind === 'share') {
      const moved = [...way.needs.keys()].some((each) => memberOf(each) === memberOf(name));
      if (!moved) return theirs === 0;
      const [[m, b], [n, c]] = [shareOf(rule, plain, way.slate), shareOf(rule, plain, other.slate)];
      if (c === 0) return true;
      if (isOne(rule)) return m * c === n * b;
      if (theirs === 0) return true;
      return mine > 0 && (name.endsWith('max') ? n * b <= m * c : n * b >= m * c);
    }
    const exact = name.startsWith('size') ? isOne(size) : rule?.kind === 'count' && isOne(rule);
    return exact ? mine === theirs : theirs <= mine + 1e-9;
  });
}

/** Whether a change of a way out could be left out: some other slate needs only the rest of it. */
function hasNeedless(way: PlainWay, all: readonly PlainWay[], plain: PlainQuestion, shape: RelaxationShape) {
  const members = new Set([...way.needs.keys()].map(memberOf));
  return [...members].some((member) => all.some((other) => isAllowed(other, way, member, plain, shape)));
}

it('finds way out after way out the first that is left by brute force', async () => {
  let relaxed = 0;
  let needless = 0;
  await fc.assert(
    fc.asyncProperty(priced, shapes, async (plain, shape) => {
      const { costs, sets, complete, more } = await relaxationsOf(plain, shape, 6);
      const all = allSlates(plain).flatMap((slate): PlainWay[] => {
        const needs = needsOf(plain, slate, shape);
        return needs === undefined ? [] : [{ needs, slate }];
      });
      const told = all.filter((way) => !hasNeedless(way, all, plain, shape));
      if (told.length < all.length) needless += 1;
      const left = (count: number) =>
        told.filter(
          ({ needs }) => !sets.slice(0, count).some((set) => [...set].every((name) => needs.has(name))),
        );
      costs.forEach((cost, index) => {
        const first = left(index)
          .map((way) => keyOf(way, plain))
          .toSorted(compareKeys)[0]!;
        const members = [...new Set([...sets[index]!].map(memberOf))];
        const rules = members.filter((name) => /^(?:\d+|size)$/.test(name));
        const broken = rules.filter((name) => plain.ruleSet.rules[Number(name)]?.kind === 'require');
        expect([Math.round(cost * 1e6), rules.length, broken.length, members.length - rules.length]).toEqual(
          first,
        );
      });
      expect(complete || costs.length === 6).toBe(true);
      expect(more).toBe(left(costs.length).length > 0);
      expect(complete).toBe(!more);
      if (costs.some((cost) => cost > 0)) relaxed += 1;
    }),
    { numRuns: 300 },
  );
  expect(relaxed).toBeGreaterThan(30);
  expect(needless).toBeGreaterThan(3);
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
