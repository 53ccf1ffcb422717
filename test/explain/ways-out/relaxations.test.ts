import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRelaxations } from '../../../src/explain/ways-out/relaxations.ts';
import type { RelaxationShape } from '../../../src/explain/ways-out/relaxation-model.ts';
import type { Rule } from '../../../src/rules/rule-set.ts';
import { Task } from '../../../src/slate/task.ts';
import { holds } from '../../brute-force.ts';
import { type Needs, needsOf } from '../needs-by-force.ts';
import {
  allSlates,
  candidatesAt,
  type PlainQuestion,
  plainQuestion,
  questionFrom,
} from '../small-questions.ts';

const PRICES: RelaxationShape = { size: 2, decision: 3, exactToRange: false };

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

/** A rule whose bounds may move by one member, or by a tenth of what they are. */
function withLimits(rule: Rule): Rule {
  if (rule.kind === 'require') return rule;
  if (rule.kind === 'count') {
    const { min, max } = rule;
    const limits = { ...(min && { min: min - 1 }), ...(max !== undefined && { max: max + 1 }) };
    return { ...rule, relaxTo: limits };
  }
  const tenths = (bound: typeof rule.min, parts: number) =>
    bound && { numerator: bound.numerator * parts, denominator: bound.denominator * 10 };
  const [min, max] = [tenths(rule.min, 9), tenths(rule.max, 11)];
  return { ...rule, relaxTo: { ...(min && { min }), ...(max && { max }) } };
}

/** Random questions whose rules have random prices. */
const priced = (amounts: boolean, limited = false) =>
  fc
    .tuple(
      plainQuestion({ most: 7, rules: 6, amounts }),
      fc.array(fc.constantFrom(1, 2, 0.5, 'never' as const), { minLength: 6, maxLength: 6 }),
    )
    .map(([plain, prices]): PlainQuestion => {
      const rules = plain.ruleSet.rules.map((rule, index) => {
        const stays = rule.relaxCost === 'never';
        const own = { ...rule, relaxCost: stays ? ('never' as const) : prices[index]! };
        return limited ? withLimits(own) : own;
      });
      return { ...plain, ruleSet: { ...plain.ruleSet, rules } };
    });

/** The same with prices that grow: beyond one member or two, or beyond a third of the bound of a count. */
const dearer = (questions: fc.Arbitrary<PlainQuestion>) =>
  fc
    .tuple(questions, fc.array(fc.constantFrom('none', 'one', 'two', 'part'), { minLength: 6, maxLength: 6 }))
    .map(([plain, ways]): PlainQuestion => {
      const rules = plain.ruleSet.rules.map((rule, index): Rule => {
        const way = ways[index]!;
        if (rule.relaxCost === 'never' || way === 'none') return rule;
        const { relaxCost } = rule;
        const by = (members: number) => ({ by: { numerator: members, denominator: 1 } });
        const third = { part: { numerator: 1, denominator: 3 } };
        const begins = way === 'part' && rule.kind === 'count' ? third : by(1);
        const first = { beyond: begins, each: relaxCost + 1.5 };
        const second = { beyond: by(2), each: relaxCost + 4 };
        return { ...rule, relaxSteps: way === 'two' ? [first, second] : [first] };
      });
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

/** The share of a slate, as matching and base; of an average the sum, in tenths, and how many count. */
function shareOf(rule: Rule, plain: PlainQuestion, slate: readonly number[]): readonly [number, number] {
  if (rule.kind === 'average') {
    const matching = candidatesAt(plain, slate).filter((each) => !rule.where || holds(rule.where, each));
    const values = matching.map((each) => Number(each[rule.fact as keyof typeof each]));
    return [values.reduce((sum, value) => sum + Math.round(value * 10), 0), values.length];
  }
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
    if (rule?.kind === 'share' || rule?.kind === 'average') {
      const moved = [...way.needs.keys()].some((each) => memberOf(each) === memberOf(name));
      if (!moved) return theirs === 0;
      const [[m, b], [n, c]] = [shareOf(rule, plain, way.slate), shareOf(rule, plain, other.slate)];
      if (c === 0) return true;
      if (isOne(rule)) return m * c === n * b;
      if (theirs === 0) return true;
      return mine > 0 && (name.endsWith('max') ? n * b <= m * c : n * b >= m * c);
    }
    const counted = rule?.kind === 'count' || rule?.kind === 'sum';
    const exact = name.startsWith('size') ? isOne(size) : counted && isOne(rule);
    return exact ? Math.abs(mine - theirs) < 1e-9 : theirs <= mine + 1e-9;
  });
}

/** Whether a change of a way out could be left out: some other slate needs only the rest of it. */
function hasNeedless(way: PlainWay, all: readonly PlainWay[], plain: PlainQuestion, shape: RelaxationShape) {
  const members = new Set([...way.needs.keys()].map(memberOf));
  return [...members].some((member) => all.some((other) => isAllowed(other, way, member, plain, shape)));
}

it.each([
  ['', priced(false), 300],
  [', where rules add up', priced(true), 200],
  [', where bounds may move only so far', priced(true, true), 200],
  [', where the farther costs more', dearer(priced(true)), 200],
])('finds way out after way out the first that is left by brute force%s', async (_, questions, numRuns) => {
  let relaxed = 0;
  let needless = 0;
  await fc.assert(
    fc.asyncProperty(questions, shapes, async (plain, shape) => {
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
    { numRuns },
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
