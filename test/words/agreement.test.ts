import { describe, expect, test } from 'vitest';
import { phrase } from '../../src/words/catalogue.ts';

/** English sentences of one, and of two. */
const SENTENCES: readonly (readonly [
  of: string,
  told: (number: number) => string,
  one: string,
  two: string,
])[] = [
  [
    'tabs',
    (lines) => phrase('en', 'rules.yaml-cause', { cause: { what: 'tabs', offset: 0, lines } }),
    '1 line from here on begins with a tab',
    '2 lines from here on begin with a tab',
  ],
  [
    'headings',
    (expected) => phrase('en', 'pool.cell-count', { expected, found: 5 }),
    'there is 1 heading',
    'there are 2 headings',
  ],
  [
    'respondents without ids',
    (people) => phrase('en', 'assemblies.numbered', { people }),
    '1 person is numbered',
    '2 people are numbered',
  ],
  [
    'places of an assembly',
    (number) => phrase('en', 'cli.assembly-imported', { categories: 3, values: 7, people: 9, number }),
    'of whom 1 is to be selected',
    'of whom 2 are to be selected',
  ],
  [
    'housemates',
    (housemates) => phrase('en', 'cli.assembly-parted', { selected: 3, remaining: 4, housemates }),
    '1 who lives with somebody selected is in neither',
    '2 who live with somebody selected are in neither',
  ],
];

describe('the verb of an English sentence', () => {
  test.each(SENTENCES)('agrees with the number of %s', (_of, told, one, two) => {
    expect(told(1)).toContain(one);
    expect(told(2)).toContain(two);
  });
});
