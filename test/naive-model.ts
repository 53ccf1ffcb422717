import type { LinearProgram } from '../src/optimize/linear-program.ts';
import { LinearProgramBuilder } from '../src/optimize/model/program-builder.ts';
import type { Rule } from '../src/rules/rule-set.ts';
import { holds } from './brute-force.ts';
import type { PlainCandidate, PlainCase } from './random-case.ts';
import { type PlainDecisions, worthOf } from './subsets.ts';

/**
 * The model as anybody would write it first: one binary column per person, one row per rule, nobody left
 * out, no types, no tie-break. Made from the plain rules and none of the code under test but the container.
 */
export function naiveModel(
  { candidates, ruleSet }: PlainCase,
  decisions: PlainDecisions = {},
): LinearProgram {
  const { min, max } = ruleSet.size;
  const rows = [
    {
      weights: candidates.map(() => 1),
      lower: min,
      upper: max,
      step: 1,
      price: undefined as number | undefined,
    },
    ...ruleSet.rules.flatMap((rule) =>
      rowsOf(rule, candidates).map((row) => ({
        ...row,
        price: rule.strength === 'soft' ? (rule.weight * row.step) / row.unit : undefined,
      })),
    ),
    ...decisionRows(candidates.length, decisions).map((row) => ({ ...row, price: undefined })),
  ];
  const { objective } = ruleSet;
  const builder = new LinearProgramBuilder(objective.length);
  rows.forEach(({ lower, upper }, index) => builder.addRow(`row ${index}`, lower, upper));
  candidates.forEach((candidate, column) => {
    builder.addColumn(0, 1);
    objective.forEach(({ terms }, level) => builder.addValue(level, whole(worthOf(terms, candidate))));
    rows.forEach(({ weights }, row) => {
      if (weights[column] !== 0) builder.addEntry(row, weights[column]!);
    });
  });
  rows.forEach(({ price, step }, row) => {
    if (price === undefined) return;
    for (const sign of [1, -1]) {
      builder.addColumn(0, 1000);
      objective.forEach(({ softRules }, level) => builder.addValue(level, softRules ? -whole(price) : 0));
      builder.addEntry(row, sign * step);
    }
  });
  // Which of its two rows a difference keeps: members who leave where it is 1, others who join where it is 0.
  decisions.differences?.forEach(({ by }, index) => {
    builder.addColumn(0, 1);
    objective.forEach((_, level) => builder.addValue(level, 0));
    rows.forEach((row, at) => {
      if ('difference' in row && row.difference === index) builder.addEntry(at, by);
    });
  });
  return builder.build(candidates.length, max);
}

/** Values and prices of {@link PlainCase} are whole multiples of 1 / 3000. */
export const NAIVE_SCALE = 3000;

function whole(value: number): number {
  const scaled = Math.round(value * NAIVE_SCALE);
  if (Math.abs(scaled - value * NAIVE_SCALE) > 1e-6) throw new Error(`${value} is finer than 1 / 3000`);
  return scaled + 0;
}

interface NaiveRow {
  readonly weights: readonly number[];
  readonly lower: number;
  readonly upper: number;
  /** What one member is worth in the row. */
  readonly unit: number;
  /** Of the two rows of a difference, its index: one of them must be kept. */
  readonly difference?: number;
  /** How much of it a slack counts at a time: a member, or one unit of the row. */
  readonly step: number;
}

function rowsOf(rule: Rule, candidates: readonly PlainCandidate[]): readonly NaiveRow[] {
  const count = (test: (each: PlainCandidate) => boolean) => candidates.map((each) => (test(each) ? 1 : 0));
  const matches = (each: PlainCandidate) => rule.where === undefined || holds(rule.where, each);
  if (rule.kind === 'require') {
    const weights = count((each) => matches(each) && !holds(rule.satisfy, each));
    return [{ weights, lower: -Infinity, upper: 0, unit: 1, step: 1 }];
  }
  if (rule.kind === 'share') {
    return (['min', 'max'] as const).flatMap((side) => {
      const ratio = rule[side];
      if (ratio === undefined) return [];
      const weights = candidates.map((each) => {
        if (rule.of !== undefined && !holds(rule.of, each)) return 0;
        return (matches(each) ? ratio.denominator : 0) - ratio.numerator;
      });
      const bounds = side === 'min' ? { lower: 0, upper: Infinity } : { lower: -Infinity, upper: 0 };
      const unit = ratio.denominator;
      return [{ weights, ...bounds, unit, step: rule.deviation === 'exact' ? 1 : unit }];
    });
  }
  if (rule.kind !== 'count') throw new Error('The naive model adds nothing up');
  const bounds = { lower: rule.min ?? -Infinity, upper: rule.max ?? Infinity, unit: 1, step: 1 };
  if (rule.forEach === undefined) return [{ weights: count(matches), ...bounds }];
  const fact = rule.forEach as keyof PlainCandidate;
  const groups = new Set(candidates.map((each) => each[fact]).filter((value) => value !== undefined));
  return [...groups].map((group) => ({
    weights: count((each) => matches(each) && each[fact] === group),
    ...bounds,
  }));
}

function decisionRows(count: number, decisions: PlainDecisions): readonly NaiveRow[] {
  const among = (rows: readonly number[]): number[] =>
    Array.from({ length: count }, (_, row) => (rows.includes(row) ? 1 : 0));
  const row = (weights: readonly number[], lower: number, upper: number) => ({
    weights,
    lower,
    upper,
    unit: 1,
    step: 1,
  });
  return [
    ...(decisions.pin ?? []).map((each) => row(among([each]), 1, 1)),
    ...(decisions.exclude ?? []).map((each) => row(among([each]), 0, 0)),
    ...(decisions.together ?? []).flatMap((group) =>
      group.slice(1).map((each) => {
        const weights = among([each]);
        weights[group[0]!] = -1;
        return row(weights, 0, 0);
      }),
    ),
    ...(decisions.apart ?? []).map((group) => row(among(group), 0, 1)),
    ...(decisions.differences ?? []).flatMap(({ members, by }, difference) => {
      const inside = among(members);
      const outside = inside.map((each) => 1 - each);
      return [
        { ...row(inside, -Infinity, members.length), difference },
        { ...row(outside, by, Infinity), difference },
      ];
    }),
  ];
}
