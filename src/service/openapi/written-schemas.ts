import { z } from 'zod';
import type { oas31 } from 'zod-openapi';
import { ruleFileSchema } from '../../rules/schema.ts';
import { scenarioShape } from '../../scenarios/schema.ts';

type SchemaObject = oas31.SchemaObject;

/**
 * What rule and scenario files write, as components of the document. Bodies take anything in its place, since
 * whatever is wrong with a rule is told where rules are read; they refer to these for what it must look like.
 */
export function writtenSchemas(): Readonly<Record<string, SchemaObject>> {
  return {
    ...componentsOf('RuleFile', ruleFileSchema.describe('A rule set as a rule file writes it.')),
    ...componentsOf('NamedScenario', scenarioShape.describe('A scenario as a scenario file writes it.')),
  };
}

/** A schema under its name, with the parts of it that have names of their own. */
function componentsOf(name: string, schema: z.ZodType): Readonly<Record<string, SchemaObject>> {
  const made = z.toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => leaveOut(jsonSchema) });
  const { $schema: _, $defs: parts = {}, ...whole } = made;
  const written = JSON.stringify({ ...parts, [name]: whole });
  const referred = written.replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(referred) as Record<string, SchemaObject>;
}

/** What a field that is left out means is said in words: generated clients take one with a `default` for needed. */
function leaveOut(schema: z.core.JSONSchema.BaseSchema): void {
  const { default: meant, description } = schema;
  if (meant !== undefined) {
    schema.description = [description, `Left out: ${JSON.stringify(meant)}.`].filter(Boolean).join(' ');
    delete schema.default;
  }
  delete schema.id;
}
