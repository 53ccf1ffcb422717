import { writeFileSync } from 'node:fs';
import { configurationJsonSchema } from './schema.ts';

/** Writes the JSON Schema of `slate.config.yaml` anew from the zod schema. */
writeFileSync(
  new URL('../../../slate.config.schema.json', import.meta.url),
  `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`,
);
