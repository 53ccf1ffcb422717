import { expect, it } from 'vitest';
import { nearest } from '../../../src/rules/problems/nearest.ts';

it.each([
  ['femal', 'female'],
  ['GENDER', 'gender'],
  ['forEac', 'forEach'],
  ['greaterThanInclusiv', 'greaterThanInclusive'],
])('takes %s for %s', (written, meant) => {
  expect(nearest(written, ['gender', 'female', 'male', 'forEach', 'greaterThanInclusive'])).toBe(meant);
});

it('does not guess where nothing is near', () => {
  expect(nearest('zzzzzz', ['gender', 'age'])).toBeUndefined();
  expect(nearest('', [])).toBeUndefined();
});
