import { writeFileSync } from 'node:fs';
import { procedureJsonSchema } from './procedure.ts';

/** Writes the JSON Schema of procedures anew from the zod schema. */
writeFileSync(
  new URL('../../rules/procedures/procedure.schema.json', import.meta.url),
  `${JSON.stringify(procedureJsonSchema(), null, 2)}\n`,
);
