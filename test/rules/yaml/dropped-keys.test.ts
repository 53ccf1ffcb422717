import { expect, test } from 'vitest';
import { droppedKeys } from '../../../src/rules/yaml/dropped-keys.ts';
import { parseRuleSet } from '../../../src/rules/parse-rule-set.ts';
import { describeProblem } from '../../../src/words/problem.ts';

const HEAD = 'id: r\ntitle: R\nreferenceDate: 2025-01-01\nsize: 3\n';
const RULE = (proportion: string): string =>
  `${HEAD}rules: [{ id: p, proportion: { forEach: bloc, ${proportion}, seats: 2 } }]\n`;
const TOLD = 'nothing can be called “__proto__” here';

async function told(text: string, table?: string): Promise<readonly string[]> {
  const read = await parseRuleSet(text, 'r.yaml', async (name) =>
    table === undefined ? undefined : { file: name, text: table },
  );
  return read.ok ? [] : read.problems.map((each) => describeProblem(each, 'en'));
}

test('a group that reading would drop is told where it stands, never left out of a proportion', async () => {
  expect(await told(RULE('to: { __proto__: 3, b: 2 }'))).toEqual([
    expect.stringMatching(`r.yaml:5:.*/rules/0/proportion/to/__proto__: ${TOLD}`),
  ]);
  expect(await told(RULE('to: { constructor: 3, b: 2 }'))).toEqual([]);
});

test('a line of a table is told likewise', async () => {
  const rule = RULE('table: { file: members.csv, group: g, number: n }');
  expect(await told(rule, 'g,n\n__proto__,3\nb,2\n')).toEqual([
    `members.csv:2: ${TOLD}; give it another name`,
  ]);
});

test('a fact of that name is told once', async () => {
  expect(await told(`${HEAD}facts: { __proto__: number }\nrules: []\n`)).toHaveLength(1);
});

test('every place of it is found, of what an alias stands for the first', () => {
  const shared: unknown = JSON.parse('{"__proto__": 1, "constructor": 2}');
  expect(droppedKeys({ a: [shared, { b: shared }], c: 'text', d: null })).toEqual([['a', 0, '__proto__']]);
});
