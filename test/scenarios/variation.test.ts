import { describe, expect, it } from 'vitest';
import { cellAt, indicesOf, neighboursOf, ploughed } from '../../src/scenarios/grid.ts';
import { readVariation, readVariations } from '../../src/scenarios/variation.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';
import { RULES } from './reading.ts';

const read = (text: string) => valueOf(readVariation(text, RULES));
const codeOf = (...texts: readonly string[]): string | undefined => {
  const reading = readVariations(texts, RULES);
  return reading.ok ? undefined : reading.problems[0]?.code;
};

describe('what is varied', () => {
  it.each([
    ['women=2..5', 'exactly', ['2', '3', '4', '5']],
    ['women.min=1..5/2', 'min', ['1', '3', '5']],
    ['women.max=5,1,3', 'max', ['1', '3', '5']],
    ['women=1..2,2..3', 'exactly', ['1', '2', '3']],
    ['size=5..6', 'exactly', ['5', '6']],
    ['newcomers.min=20%..40%/10%', 'min', ['20 %', '30 %', '40 %']],
    ['newcomers=1/4,1/3', 'exactly', ['1/4', '1/3']],
  ])('%s', (text, side, values) => {
    const variation = read(text);
    expect(variation.side).toBe(side);
    expect(variation.values.map((each) => each.text)).toEqual(values);
  });

  it('is exact where it is a share', () => {
    expect(read('newcomers.min=10%..30%/10%').values.map(({ value }) => value)).toEqual([
      { numerator: 1, denominator: 10 },
      { numerator: 1, denominator: 5 },
      { numerator: 3, denominator: 10 },
    ]);
  });

  it.each([
    ['women', 'scenarios.bad-variation'],
    ['woman=1', 'scenarios.no-rule'],
    ['adults=1', 'scenarios.no-bounds'],
    ['women=', 'scenarios.bad-values'],
    ['women=3..1', 'scenarios.bad-values'],
    ['women=1..9/0', 'scenarios.bad-values'],
    ['women=1.5', 'scenarios.bad-values'],
    ['size=0..3', 'scenarios.bad-values'],
    ['newcomers=20%..40%', 'scenarios.bad-shares'],
    ['newcomers=2', 'scenarios.bad-shares'],
    ['women=0..999999', 'scenarios.too-many-values'],
  ])('%s is refused: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is varied once each', () => {
    expect(codeOf('women.min=1..2', 'women.max=3..4')).toBeUndefined();
    expect(codeOf('women.min=1..2', 'women=3..4')).toBe('scenarios.varied-twice');
    expect(codeOf()).toBe('scenarios.nothing-varied');
  });

  it('never leads a bound past the other one', () => {
    const tell = (...texts: readonly string[]): readonly string[] => {
      const reading = readVariations(texts, RULES);
      return reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
    };
    const sentence = (id: string, min: string, max: string): string =>
      `in some cells “${id}” would ask for at least ${min} and allow at most ${max}; end the range where the bounds meet, or vary “${id}” without .min or .max, which moves both bounds`;
    expect(tell('women.min=1..3')).toEqual([]);
    expect(tell('women.min=1..5')).toEqual([sentence('women', '5', '3')]);
    expect(tell('under-40.max=0..3')).toEqual([sentence('under-40', '1', '0')]);
    expect(tell('under-40.min=1..6', 'under-40.max=5..7')).toEqual([sentence('under-40', '6', '5')]);
    expect(tell('under-40.min=1..6', 'under-40.max=6..7')).toEqual([]);
    expect(tell('newcomers.max=20%..40%/10%', 'size.min=5..9')).toEqual([
      sentence('newcomers', '33.3333 %', '20 %'),
      sentence('size', '9', '8'),
    ]);
    expect(tell('women=0..9', 'size=5..9')).toEqual([]);
  });
});

describe('a grid', () => {
  const variations = [read('women=1..3'), read('under-40.max=1..4'), read('size=5..6')];

  it('numbers its cells, the last variation changing first', () => {
    expect(indicesOf(0, variations)).toEqual([0, 0, 0]);
    expect(indicesOf(1, variations)).toEqual([0, 0, 1]);
    expect(indicesOf(23, variations)).toEqual([2, 3, 1]);
    expect(Array.from({ length: 24 }, (_, cell) => cellAt(indicesOf(cell, variations), variations))).toEqual(
      Array.from({ length: 24 }, (_, cell) => cell),
    );
  });

  it('is ploughed so that each cell is next to the one before it', () => {
    const cells = ploughed(variations);
    expect(cells.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 24 }, (_, cell) => cell),
    );
    const steps = cells.slice(1).map((cell, index) => neighboursOf(cells[index]!, variations).includes(cell));
    expect(steps.every(Boolean)).toBe(true);
  });
});
