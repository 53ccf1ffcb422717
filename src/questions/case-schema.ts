import { z } from 'zod';
import { mappingSchema, sheetsSchema } from '../pool/headings/mapping-schema.ts';
import { ENCODINGS } from '../tables/text/encoding.ts';
import { idSchema } from './options.ts';
import type { OptionsOf, QuestionDefinition } from './question.ts';

/**
 * The case of a question as JSON: one zod schema, from which the service parses, the OpenAPI document is
 * made and the page takes its types. Unknown keys are refused, so that a misspelt option is an error and
 * never silently ignored. Files are named by nobody who asks over HTTP.
 */

/** Names of shipped pools and ids of rule sets: safe as a file name and in a URL. */
export const nameSchema = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(100);

const recordSchema = z.record(z.string(), z.unknown());

/**
 * A part of a body whose own reader tells what is wrong with it: any shape passes here, so that all faults of a
 * rule file are found in one go. The OpenAPI document says what it must look like.
 *
 * @param written as OpenAPI has it: a component, or what is made of components
 */
function readLater<Schema extends z.ZodType>(schema: Schema, written: object): Schema {
  return schema.meta({
    override: ({ jsonSchema }) => {
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, written);
    },
  });
}

/** What rule and scenario files write, by the names that the OpenAPI document gives it. */
type Component = 'RuleFile' | 'NamedScenario' | 'RuleChange' | 'Size' | 'WeightChange';
const componentOf = (name: Component) => ({ $ref: `#/components/schemas/${name}` });

/** What whoever gives a table says of it. */
export const readingSchema = z
  .strictObject({
    encoding: z.enum(ENCODINGS).optional().meta({
      description:
        'Of a CSV file in bytes. Left out: UTF-8. `tcvn3` and `vni`, letters of old fonts, also of a workbook.',
    }),
    sheet: sheetsSchema.optional().meta({
      description:
        'Of a workbook, by its name or its number; several in a list, or `*` for all with candidates under the same headings, read as one table. Left out: the first with candidates.',
    }),
    mapping: mappingSchema
      .optional()
      .meta({ description: 'How the office writes its tables: columns, values, accepted notices.' }),
  })
  .meta({ id: 'TableReading', description: 'What whoever gives a table says of it.' });

/** The candidates: a pool that the service knows by name, the text of a CSV file, bytes, or a list of objects. */
export const poolSourceSchema = z
  .union([
    z.strictObject({ name: nameSchema }),
    z.strictObject({ csv: z.string(), reading: readingSchema.optional() }),
    z.strictObject({
      base64: z.base64().meta({ description: 'The bytes of a CSV file or a workbook (XLSX, ODS, XLS).' }),
      reading: readingSchema.optional(),
    }),
    z.strictObject({
      candidates: z.array(recordSchema),
      columns: z
        .record(z.string(), z.string())
        .optional()
        .meta({ description: 'Slate’s heading of a key of your own: { "born": "birthDate" }.' }),
    }),
  ])
  .meta({
    id: 'PoolSource',
    description:
      'The candidates: a shipped pool by its name, the text of a CSV file, the bytes of any table in base64, or a list of objects whose keys are headings.',
  });

const rulesTextSchema = z.strictObject({ yaml: z.string() });
const rulesObjectSchema = z.strictObject({ ruleSet: readLater(recordSchema, componentOf('RuleFile')) });

/** Rules that come along: the text of a rule file, or what it would hold. */
export const writtenRulesSchema = z.union([rulesTextSchema, rulesObjectSchema]).meta({
  id: 'WrittenRules',
  description: 'The text of a rule file (YAML or JSON), or what such a file would hold as an object.',
});

/** The text of a rule file with those of the files that it builds upon, where they are no shipped ones. */
const rulesTextsSchema = z.strictObject({
  yaml: z.string(),
  behind: z
    .record(z.string(), z.strictObject({ text: z.string(), file: z.string() }))
    .optional()
    .meta({
      description:
        'All texts that it builds upon (`extends`, tables of retirement), by the id that it says, each with the name that problems are to say. Left out: what it extends is looked for among the rule sets of the service.',
    }),
});

/** The rules: a rule set that the service knows by id, the text of a rule file, or what it would hold. */
export const rulesSourceSchema = z
  .union([z.strictObject({ id: nameSchema }), rulesTextsSchema, rulesObjectSchema])
  .meta({
    id: 'RulesSource',
    description:
      'The rules: a rule set of the service by its id, the text of a rule file (YAML or JSON), or what such a file would hold as an object.',
  });

const personsSchema = z.array(idSchema);

/** Decisions on persons by candidate id; what is left out decides nothing. */
export const decisionsSchema = z
  .strictObject({
    pin: personsSchema.optional().meta({ description: 'Must be on the slate.' }),
    exclude: personsSchema.optional().meta({ description: 'Must not be on the slate.' }),
    together: z
      .array(personsSchema)
      .optional()
      .meta({ description: 'Groups of which all or none are on the slate.' }),
    apart: z
      .array(personsSchema)
      .optional()
      .meta({ description: 'Groups of which at most one is on the slate.' }),
  })
  .meta({ id: 'Decisions', description: 'Decisions on persons, by candidate id.' });

/**
 * Rules that differ for one question, as scenario files write them (`rules` by the id of the rule, `size`,
 * `objective`). What they hold is read where scenarios are read, against the rule set that they change.
 */
export const changesSchema = z
  .strictObject({
    rules: readLater(recordSchema, {
      type: 'object',
      additionalProperties: componentOf('RuleChange'),
      description: 'Changes by the id of the rule.',
    }).optional(),
    size: readLater(z.unknown(), componentOf('Size')).optional(),
    objective: readLater(z.array(z.unknown()), {
      type: 'array',
      items: componentOf('WeightChange'),
    }).optional(),
  })
  .meta({
    id: 'Scenario',
    description:
      'Changes of the rules for this question alone, as a scenario file writes them: rules by their ids, size, objective.',
  });

/** The text of a file of scenarios. */
const scenarioText = z
  .string()
  .meta({ description: 'The text of a file of scenarios, or of rules with such.' });

/** A scenario to lay over the rules: its changes alone, or one of the text of a file, with its decisions. */
export const scenarioSourceSchema = z.union([
  changesSchema,
  z.strictObject({
    yaml: scenarioText,
    id: z.string().optional().meta({ description: 'Which of them; needed where it has several.' }),
  }),
]);

/** The units of a placement: a shipped table by its name, the text of a CSV file, or a list of objects. */
export const unitsSourceSchema = z
  .union([
    z.strictObject({ name: nameSchema }),
    z.strictObject({ csv: z.string() }),
    z.strictObject({ units: z.array(recordSchema) }),
  ])
  .meta({
    id: 'UnitsSource',
    description:
      'The units whose titles are filled, for rules with titles: a shipped table by its name, the text of a CSV file, or a list of objects whose keys are headings.',
  });

/** What every question is asked about. */
const caseSchema = z.strictObject({
  pool: poolSourceSchema,
  rules: rulesSourceSchema,
  units: unitsSourceSchema.optional(),
  scenario: scenarioSourceSchema.optional(),
  decisions: decisionsSchema.optional(),
});

/** A slate. */
const slateIdsSchema = z.union([z.array(idSchema), z.looseObject({ members: z.array(idSchema) })]).meta({
  description:
    'Candidate ids, each once, or a slate of an answer, whose members are taken; with units, appointments such as HD-001@Ái Quốc/secretary.',
});

/** Scenarios that are compared at once over HTTP. */
export const MOST_SCENARIOS = 50;

/** Scenarios to compare. */
export const scenarioListSchema = z
  .array(readLater(recordSchema, componentOf('NamedScenario')))
  .min(1)
  .max(MOST_SCENARIOS)
  .meta({
    description:
      'As scenario files write them: id, title, basedOn, rules, size, objective, pin, exclude, together, apart.',
  });

/** Scenarios to compare: written out, or those of the text of a file. */
const comparedSchema = z.union([
  scenarioListSchema,
  z.strictObject({
    yaml: scenarioText,
    ids: z
      .array(z.string())
      .max(MOST_SCENARIOS)
      .optional()
      .meta({ description: `Which of them, at most ${MOST_SCENARIOS}. Left out: all.` }),
  }),
]);

/** What every question is asked about, as JSON: what the page sends. */
export type CaseInput = OptionsOf<{ readonly options: typeof caseSchema }>;

const bodies = new WeakMap<z.ZodObject, z.ZodObject>();

/** The whole body of a question: its case, what it is about besides, and its options. One object a question. */
export function bodyOf(asked: QuestionDefinition): z.ZodObject {
  const known = bodies.get(asked.options);
  if (known !== undefined) return known;
  const body = wholeBody(asked);
  bodies.set(asked.options, body);
  return body;
}

function wholeBody({ about, options }: QuestionDefinition): z.ZodObject {
  const besides =
    about === 'slate'
      ? { slate: slateIdsSchema }
      : about === 'scenarios'
        ? { scenarios: comparedSchema }
        : {};
  return caseSchema.extend({ ...besides, ...options.shape });
}

/** The name of the body of a question: `TradeOffRequest` of `tradeOff`. */
export function requestName({ name }: QuestionDefinition): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Request`;
}
