import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TradeOff, type TradeOffPart, tradeOffSchema } from '../../src/scenarios/answers.ts';
import { readMeasures } from '../../src/scenarios/measure.ts';
import { tradeOff, type TradeOffTask } from '../../src/scenarios/trade-off.ts';
import { joinTradeOff, saidByBands, searchBands } from '../../src/scenarios/trade-off-parts.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { valueOf } from '../../src/words/problem.ts';
import { compliantSlates, deviationOf, objectiveOf } from '../brute-force.ts';
import { plainCase, type PlainCandidate, type PlainCase } from '../random-case.ts';
import { caseOf } from './plain-slate-case.ts';

/** How many of a slate a rule without groups counts. */
function countOf(rule: Rule, slate: readonly PlainCandidate[]): number {
  if (rule.kind === 'require') return deviationOf(rule, slate, slate);
  const { min: _min, ...rest } = rule;
  return rest.kind === 'count'
    ? deviationOf({ ...rest, max: 0 }, slate, slate)
    : deviationOf({ ...rest, max: { numerator: 0, denominator: 1 } }, slate, slate);
}

/** The non-dominated values by trying all slates: everything maximised. */
function nonDominated(points: readonly (readonly number[])[]): readonly string[] {
  const rounded = points.map((values) => values.map((value) => Math.round(value * 1e6) / 1e6 + 0));
  const best = rounded.filter(
    (one) =>
      !rounded.some(
        (other) =>
          other.every((value, index) => value >= one[index]!) &&
          other.some((value, index) => value > one[index]!),
      ),
  );
  return [...new Set(best.map((values) => values.join()))].sort();
}

function measurable({ ruleSet }: PlainCase): readonly Rule[] {
  return ruleSet.rules.filter((rule) => !(rule.kind === 'count' && rule.forEach !== undefined));
}

/** @returns into how many parts the search was cut */
async function agreesWithBruteForce(plain: PlainCase, wanted: number): Promise<number> {
  const rules = measurable(plain).slice(0, wanted - 1);
  const texts = ['objective', ...rules.map(({ id, kind }) => (kind === 'share' ? `-${id}` : id))];
  if (texts.length < 2) texts.push('size');
  const measures = valueOf(readMeasures(texts, plain.ruleSet));
  const answer = await tradeOff(caseOf(plain), measures);
  expect(tradeOffSchema.parse(answer)).toEqual(answer);
  const parts = await isTheSameInParts({ case: caseOf(plain), measures }, answer);
  const left = plain.ruleSet.rules.filter((rule) => !measures.some((each) => each.rule === rule.id));
  const traded = { ...plain, ruleSet: { ...plain.ruleSet, rules: left } };
  const signs = measures.map(({ better }) => (better === 'high' ? 1 : -1));
  const all = [...compliantSlates(traded)].map((slate) =>
    measures.map(({ rule: id, name }, index) => {
      if (name === 'objective') return objectiveOf(traded.ruleSet, slate, plain.candidates)[0]!;
      const rule = plain.ruleSet.rules.find((each) => each.id === id);
      return signs[index]! * (rule === undefined ? slate.length : countOf(rule, slate));
    }),
  );
  const found = answer.points.map(({ values }) => values.map((value, index) => signs[index]! * value));
  expect(nonDominated(found)).toEqual(nonDominated(all));
  expect(found).toHaveLength(nonDominated(found).length);
  expect(answer.status).toBe(all.length === 0 ? 'infeasible' : 'complete');
  return parts;
}

/** Found part by part, each by itself, it is the same; a part that is left out leaves it partial. @returns the parts */
async function isTheSameInParts(task: TradeOffTask, whole: TradeOff): Promise<number> {
  const parts = Array.from(await saidByBands(task), (_, part) => part);
  const found = new Map<number, TradeOffPart>();
  for (const part of parts.toReversed()) {
    const some = await searchBands(task, [part], { beginFor: 0 });
    for (const [number, each] of some) found.set(number, each);
  }
  const strip = ({ solves: _solves, milliseconds: _milliseconds, ...rest }: TradeOff): object => rest;
  expect(strip(await joinTradeOff(task, found, 0))).toEqual(strip(whole));
  found.delete(parts.length - 1);
  expect((await joinTradeOff(task, found, 0)).status).toMatch(/^(?:partial|unknown)$/);
  return parts.length;
}

describe('the trade-off set is that of brute force', () => {
  it.each([2, 3])('between %i measures', async (wanted) => {
    let parted = 0;
    await fc.assert(
      fc.asyncProperty(plainCase({ most: 9 }), async (plain) => {
        if ((await agreesWithBruteForce(plain, wanted)) > 1) parted += 1;
      }),
      { numRuns: 60 },
    );
    expect(parted).toBeGreaterThan(0);
  });
});

describe('a trade-off that is stopped', () => {
  it('looks for no parts any more, and what was begun keeps nobody else from them', async () => {
    await fc.assert(
      fc.asyncProperty(plainCase({ most: 9 }), async (plain) => {
        const task = {
          case: caseOf(plain),
          measures: valueOf(readMeasures(['objective', 'size'], plain.ruleSet)),
        };
        const stopped = AbortSignal.abort(new Error('stopped'));
        await expect(saidByBands(task, stopped)).rejects.toThrow('stopped');
        const nothing = await searchBands(task, [0], { signal: stopped, beginFor: Infinity });
        expect(nothing.size).toBe(0);
        expect((await joinTradeOff(task, nothing, 0, stopped)).status).toBe('unknown');
        expect((await saidByBands(task)).length).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });
});
