import { z } from 'zod';

/**
 * The bodies of all requests: one zod schema each, from which the service parses, the OpenAPI document
 * is made and the page takes its types. Unknown keys are refused, so that a misspelt option is an
 * error and never silently ignored.
 */

/** Names of shipped pools and ids of rule sets: safe as a file name and in a URL. */
export const nameSchema = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(100);

/** Most seconds that a request may ask for where the service is not configured otherwise. */
const LONGEST_TIME_LIMIT_MS = 600_000;

/** The candidates: a pool that the service knows by name, the text of a CSV file, or a list of objects. */
export const poolSourceSchema = z
  .union([
    z.strictObject({ name: nameSchema }),
    z.strictObject({ csv: z.string() }),
    z.strictObject({ candidates: z.array(z.record(z.string(), z.unknown())) }),
  ])
  .meta({
    id: 'PoolSource',
    description:
      'The candidates: a shipped pool by its name, the text of a CSV file, or a list of objects whose keys are headings.',
  });

/** The rules: a rule set that the service knows by id, or the text of a rule file. */
export const rulesSourceSchema = z
  .union([z.strictObject({ id: nameSchema }), z.strictObject({ yaml: z.string() })])
  .meta({
    id: 'RulesSource',
    description: 'The rules: a rule set of the service by its id, or the text of a rule file (YAML or JSON).',
  });

/** The id of a candidate or an appointment: as ids of a pool are, trimmed and in NFC. */
export const memberIdSchema = z.string().normalize('NFC').trim();

const personsSchema = z.array(memberIdSchema);

/** Decisions on persons by candidate id; what is left out decides nothing. */
export const decisionsSchema = z
  .strictObject({
    pin: personsSchema.default([]).meta({ description: 'Must be on the slate.' }),
    exclude: personsSchema.default([]).meta({ description: 'Must not be on the slate.' }),
    together: z
      .array(personsSchema)
      .default([])
      .meta({ description: 'Groups of which all or none are on the slate.' }),
    apart: z
      .array(personsSchema)
      .default([])
      .meta({ description: 'Groups of which at most one is on the slate.' }),
  })
  .meta({ id: 'Decisions', description: 'Decisions on persons, by candidate id.' });

/**
 * Rules that differ for one question, as scenario files write them (`rules` by the id of the rule, `size`,
 * `objective`). What they hold is read where scenarios are read, against the rule set that they change.
 */
export const scenarioSchema = z
  .strictObject({
    rules: z.record(z.string(), z.unknown()).optional(),
    size: z.unknown().optional(),
    objective: z.array(z.unknown()).optional(),
  })
  .meta({
    id: 'Scenario',
    description:
      'Changes of the rules for this question alone, as a scenario file writes them: rules by their ids, size, objective.',
  });

/** The units of a placement: a shipped table by its name, or the text of a CSV file. */
export const unitsSourceSchema = z
  .union([z.strictObject({ name: nameSchema }), z.strictObject({ csv: z.string() })])
  .meta({
    id: 'UnitsSource',
    description:
      'The units whose titles are filled, for rules with titles: a shipped table by its name, or the text of a CSV file.',
  });

/** What every question is asked about. */
export const questionSchema = z.strictObject({
  pool: poolSourceSchema,
  rules: rulesSourceSchema,
  units: unitsSourceSchema.optional(),
  scenario: scenarioSchema.optional(),
  decisions: decisionsSchema.optional(),
});

/** How long the answer may take; the service caps it at its own limit. */
export const timeLimitMsSchema = z
  .number()
  .int()
  .min(1)
  .max(LONGEST_TIME_LIMIT_MS)
  .meta({ description: 'Milliseconds for the whole answer. Left out: 60,000.' });

/** The members of a slate or a plan. */
export const slateSchema = z.array(memberIdSchema).meta({
  description: 'Candidate ids, each once; with units, appointments such as HD-001@Ái Quốc/secretary.',
});

/** Body of `POST /api/v1/check`. */
export const checkRequestSchema = questionSchema.extend({ slate: slateSchema }).meta({ id: 'CheckRequest' });

/** Body of `POST /api/v1/training`. */
export const trainingRequestSchema = questionSchema
  .extend({ slate: slateSchema })
  .meta({ id: 'TrainingRequest' });

/** Body of `POST /api/v1/propose`. */
export const proposeRequestSchema = questionSchema
  .extend({
    alternatives: z
      .number()
      .int()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'How many slates in all, the best included. Left out: 1.' }),
    differ: z.number().int().min(1).optional().meta({
      description:
        'In how many members any two slates differ at least: that leave or that enter, whichever is more. Left out: 1.',
    }),
    nearBest: z.number().min(0).max(1).optional().meta({
      description:
        'Also say who is on every slate within this share of the best objective, on some, on none: 0.02 is 2 %.',
    }),
    solver: z.enum(['auto', 'highs', 'javascript-lp-solver']).optional(),
    timeLimitMs: timeLimitMsSchema.optional(),
  })
  .meta({ id: 'ProposeRequest' });

/** Body of `POST /api/v1/capacity`. */
export const capacityRequestSchema = questionSchema.meta({ id: 'CapacityRequest' });

/** Body of `POST /api/v1/rule-sets/validate`. */
export const validateRulesRequestSchema = z
  .strictObject({ yaml: z.string() })
  .meta({ id: 'ValidateRulesRequest' });

/** Body of `POST /api/v1/pools/validate`. */
export const validatePoolRequestSchema = z
  .strictObject({ csv: z.string() })
  .meta({ id: 'ValidatePoolRequest' });

/** Body of `POST /api/v1/units/validate`. */
export const validateUnitsRequestSchema = z
  .strictObject({ csv: z.string() })
  .meta({ id: 'ValidateUnitsRequest' });

/** Before parsing: what a client sends. */
export type CheckRequest = z.input<typeof checkRequestSchema>;
export type ProposeRequest = z.input<typeof proposeRequestSchema>;
export type CapacityRequest = z.input<typeof capacityRequestSchema>;

/** After parsing: what the service answers. */
export type Question = z.output<typeof questionSchema>;
export type PoolSource = z.output<typeof poolSourceSchema>;
export type UnitsSource = z.output<typeof unitsSourceSchema>;
export type RulesSource = z.output<typeof rulesSourceSchema>;
