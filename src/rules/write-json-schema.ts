import { writeFileSync } from 'node:fs';
import { ruleFileJsonSchema } from './schema.ts';

/** Writes `rules/rule-set.schema.json` anew from the zod schema. */
const file = new URL('../../rules/rule-set.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(ruleFileJsonSchema(), null, 2)}\n`);
