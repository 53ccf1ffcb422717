import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { retirementTableJsonSchema } from '../../src/rules/facts/retirement-table.ts';
import { ruleFileJsonSchema } from '../../src/rules/schema.ts';

it('is the JSON Schema that stands beside the rule files; if not: npm run schema', () => {
  const committed: unknown = JSON.parse(readFileSync('rules/rule-set.schema.json', 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(ruleFileJsonSchema())));
});

it('has one for retirement tables, too', () => {
  const committed: unknown = JSON.parse(
    readFileSync('rules/retirement/retirement-table.schema.json', 'utf8'),
  );
  expect(committed).toEqual(JSON.parse(JSON.stringify(retirementTableJsonSchema())));
});
