import { writeFileSync } from 'node:fs';
import { testFileJsonSchema } from './test-file.ts';
import { retirementTableJsonSchema } from '../rules/facts/retirement-table.ts';
import { ruleFileJsonSchema } from '../rules/schema.ts';

/** Writes the JSON Schemas of the folder `rules/` anew from the zod schemas. */
const write = (name: string, schema: unknown): void =>
  writeFileSync(new URL(`../../rules/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
write('rule-set.schema.json', ruleFileJsonSchema());
write('rule-tests.schema.json', testFileJsonSchema());
write('retirement/retirement-table.schema.json', retirementTableJsonSchema());
