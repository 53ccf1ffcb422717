import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/rules/conditions/classing.ts';
import type { CodedColumn, NumericColumn } from '../../../src/rules/facts/fact-table.ts';
import type { Leaf, Operator } from '../../../src/rules/rule-set.ts';

const numbers = (values: readonly number[]): NumericColumn => {
  const cells = Float64Array.from(values);
  return { type: 'number', low: cells, high: cells, denominator: 1 };
};

const texts = (codes: readonly number[], values: readonly (string | null)[]): CodedColumn => ({
  type: 'text',
  codes: Uint32Array.from(codes),
  values,
});

const leaf = (operator: Operator, value: Leaf['value']): Leaf => ({ fact: 'fact', operator, value });

const sizeOf = (column: NumericColumn | CodedColumn): number =>
  'codes' in column ? column.codes.length : column.low.length;

/** The classes that each row may be in, as representatives. */
function classesOf(column: NumericColumn | CodedColumn, leaves: readonly Leaf[]) {
  const { representatives, states, ranges } = classify(column, leaves);
  return Array.from({ length: sizeOf(column) }, (_, row) => {
    const [first, last] = ranges[states.numbers[states.of === undefined ? row : states.of[row]!]!]!;
    return representatives.slice(first, last + 1);
  });
}

describe('numbers', () => {
  it('fall below, at, between and above the constants', () => {
    const leaves = [leaf('lessThan', 40), leaf('greaterThan', 50)];
    const classes = classesOf(numbers([39, 40, 45, 50, 70]), leaves);
    expect(classes.map((each) => each.length)).toEqual([1, 1, 1, 1, 1]);
    expect(classes.flat()).toEqual([39, 40, 45, 50, 51]);
  });

  it('whole ones have no class where no whole number lies', () => {
    const leaves = [leaf('lessThan', 40), leaf('lessThanInclusive', 41), leaf('equal', 42.5)];
    for (const column of [
      { ...numbers([40]), whole: true as const },
      { ...numbers([40]), type: 'date' as const },
    ]) {
      const { representatives } = classify(column, leaves);
      expect(representatives.filter((each) => each === 40.5 || each === 42.5)).toEqual([]);
    }
  });

  it('that need not be whole may be missing between whole constants, though all others are whole', () => {
    const [known, missing] = classesOf(numbers([40, Number.NaN]), [leaf('notEqual', 42.5)]);
    expect(known).toEqual([41.5]);
    expect(missing).toContain(42.5);
  });

  it('missing ones may be in any class, rough ones in those of their range', () => {
    const low = Float64Array.from([Number.NaN, 39, 41]);
    const high = Float64Array.from([Number.NaN, 40, 42]);
    const column: NumericColumn = { type: 'number', low, high, denominator: 1 };
    expect(classesOf(column, [leaf('lessThan', 40)])).toEqual([[39, 40, 41], [39, 40], [41]]);
  });
});

describe('texts', () => {
  it('are one of the constants, or something else', () => {
    const leaves = [leaf('in', ['A', 'B'])];
    const [a, b, c, none] = classesOf(texts([1, 2, 3, 0], [null, 'A', 'B', 'C']), leaves);
    expect([a, b]).toEqual([['a'], ['b']]);
    expect(c).toHaveLength(1);
    expect(['a', 'b']).not.toContain(c![0]);
    expect(none).toEqual(['a', 'b', c![0]]);
  });

  it('something else is never a constant by chance', () => {
    const leaves = [leaf('equal', 'other than A'), leaf('equal', 'A')];
    const { representatives } = classify(texts([1], [null, 'Z']), leaves);
    expect(new Set(representatives).size).toBe(3);
  });
});

it('booleans are false, true, or either', () => {
  const column: CodedColumn = {
    type: 'boolean',
    codes: Uint32Array.from([0, 1, 2]),
    values: [null, false, true],
  };
  expect(classesOf(column, [leaf('equal', true)])).toEqual([[false, true], [false], [true]]);
});

it('two numbers of one class get the same answer from every comparison', () => {
  const far = [-10_000, 4095, 4097, 1e9];
  const constants = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: -4, max: 8 }).map((n) => n / 2) },
      fc.constantFrom(...far),
    ),
    { minLength: 1, maxLength: 4 },
  );
  const values = fc.array(
    fc.oneof(
      fc.integer({ min: -20, max: 40 }).map((n) => n / 4),
      fc.constantFrom(...far, 1e12, -1e12),
    ),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(constants, values, (cuts, all) => {
      const classes = classesOf(
        { ...numbers(all), denominator: 4 },
        cuts.map((cut) => leaf('lessThan', cut)),
      );
      all.forEach((value, row) => {
        expect(classes[row]).toHaveLength(1);
        const representative = Number(classes[row]![0]);
        for (const cut of cuts) {
          expect(Math.sign(representative - cut)).toBe(Math.sign(value - cut));
        }
      });
    }),
  );
});
