import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedKeys } from '../../../src/service/requests/repeated-keys.ts';

const told = (text: string): ReturnType<typeof repeatedKeys> =>
  repeatedKeys(new TextEncoder().encode(text), JSON.parse(text));

test('no key is told of a body in which each stands once, whatever its texts hold', () => {
  const property = fc.property(fc.jsonValue(), fc.nat(2), (value, spaces) => {
    expect(told(JSON.stringify(value, undefined, spaces))).toEqual([]);
  });
  fc.assert(property);
  expect(told('{"a:\\"b": ":", "c\\\\": {"a": 1}, "d": [{"a": "{\\"a\\":1}"}]}')).toEqual([]);
});

test('the one key that stands twice is told, wherever it stands', () => {
  const property = fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (fields) => {
    const text = JSON.stringify([{ fields }]);
    const key = Object.keys(fields).at(-1)!;
    const twice = `${text.slice(0, -3)},${JSON.stringify(key)}:0}}]`;
    expect(told(twice)).toMatchObject([{ code: 'service.repeated-key', parameters: { key } }]);
  });
  fc.assert(property);
});

test('below nesting that no parser with positions can follow, it is told without a pointer', () => {
  const nested = `${'['.repeat(100_000)}{"b": 1, "b": 2}${']'.repeat(100_000)}`;
  expect(told(nested)).toEqual([{ code: 'service.repeated-key', parameters: {}, place: { file: 'body' } }]);
});

test('of keys without number deep in nesting only so many are told that the refusal stays small', () => {
  const many = `{${'"b": 1,'.repeat(10_000)}"b": 2}`;
  const problems = told(`${'['.repeat(1000)}${many}${']'.repeat(1000)}`);
  expect(problems.length).toBeGreaterThan(10);
  expect(JSON.stringify(problems).length).toBeLessThan(200_000);
});
