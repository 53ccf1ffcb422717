import { describe, expect, test } from 'vitest';
import * as slate from '../../src/index.ts';
import { InputError } from '../../src/index.ts';

/** The library as somebody calls it who does not write TypeScript. */
const library = slate as unknown as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const AN = { id: 'A', name: 'An', gender: 'female', merit: 1 };
const CIRCLE: Record<string, unknown> = { id: 'circle' };
CIRCLE['self'] = CIRCLE;
const SOURCES = {
  pool: { candidates: [AN, { ...AN, id: 'B', name: 'Bình' }] },
  rules: {
    ruleSet: {
      id: 'one',
      title: 'One',
      referenceDate: '2020-06-05',
      size: 1,
      facts: { merit: 'number' },
      rules: [],
    },
  },
};
const of = (pool: unknown) => ({ ...SOURCES, pool });

/** What is wrong, as it is told. */
async function told(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('arguments that no type allows', () => {
  test.each<readonly [string, () => unknown]>([
    ['question: this field is missing', () => library['openQuestion']!()],
    ['/pool/candidates/1: found 5', () => library['openQuestion']!(of({ candidates: [AN, 5] }))],
    ['/0/merit: a BigInt', () => library['openQuestion']!(of({ candidates: [{ ...AN, merit: 5n }] }))],
    [
      '/0/merit: a symbol',
      () => library['openQuestion']!(of({ candidates: [{ ...AN, merit: Symbol('x') }] })),
    ],
    ['/0/self: an object', () => library['openQuestion']!(of({ candidates: [{ ...AN, self: CIRCLE }] }))],
    [
      '/0/birth: an invalid date',
      () => library['openQuestion']!(of({ candidates: [{ ...AN, birth: new Date('x') }] })),
    ],
    [
      '/rules/ruleSet: this object cannot be written as JSON',
      () => library['openQuestion']!({ ...SOURCES, rules: { ruleSet: CIRCLE } }),
    ],
    ['there is no such file', () => library['openQuestion']!(of({ file: 'a\0b' }))],
    ['/sources: this field is missing', () => library['report']!('propose')],
    ['/name: allowed', () => library['report']!('nope', SOURCES)],
    ['/slate: this field is missing', () => library['report']!('check', SOURCES)],
    ['/asked: found 5', () => library['report']!('propose', SOURCES, 5)],
    ['/text: found 5', () => library['replay']!(5)],
    ['/sources: this field is missing', () => library['diffPools']!()],
    [
      '/sources/after: found an object',
      () => library['diffPools']!({ before: SOURCES.pool, after: SOURCES.pool }),
    ],
    ['/accepted: this field is missing', () => library['mergePools']!()],
    ['/files/number: this field is missing', () => library['importAssembly']!({ categories: '' })],
    ['/members: this field is missing', () => library['splitRespondents']!('id\n1\n')],
    ['/options/cases: found a list', () => library['solveBatch']!({ cases: [] })],
  ])('%s', async (expected, call) => {
    expect(await told(call)).toContain(expected);
  });

  test.each([
    ['check', '/slate: this field is missing'],
    ['repair', '/slate: this field is missing'],
    ['robustness', '/slate: this field is missing'],
    ['paper', '/slate: this field is missing'],
    ['compare', '/scenarios: this field is missing'],
  ])('%s of nothing is refused, not answered', async (method, expected) => {
    const question = await library['openQuestion']!(SOURCES);
    const methods = question as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
    expect(await told(() => methods[method]!(undefined, method === 'paper' ? 'csv' : undefined))).toContain(
      expected,
    );
  });

  test.each([[null], [5], [[]]])('options of %j are none', async (options) => {
    const question = await library['openQuestion']!(SOURCES);
    const { propose } = question as { readonly propose: (options: unknown) => unknown };
    expect(await told(() => propose.call(question, options))).toContain('an object is needed');
  });

  test('a paper is signed on a day of the calendar', async () => {
    const question = await slate.openQuestion(SOURCES);
    const signed = (date: string) => question.paper(['A'], 'html', { letterhead: { date } });
    expect(await told(() => signed('2021-02-29'))).toContain(
      '/letterhead/date: this is no day of the calendar',
    );
    expect(await told(() => signed('2020-02-29'))).toBe('nothing');
  });

  test('a folder that cannot be made is told before anything is worked out', async () => {
    const batch = { cases: 'country/cases.csv', rules: 'commune-committee-2025', out: '/dev/null/results' };
    expect(await told(() => library['solveBatch']!(batch))).toContain('/dev/null/results cannot be written');
  });
});
