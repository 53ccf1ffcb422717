import { z } from 'zod';
import { condition, fields, shaped } from '../rules/conditions/condition-schema.ts';
import { price, weight } from '../rules/problems/number-shapes.ts';
import { idShape, sizeShape, textShape } from '../rules/schema.ts';
import { SHARE_TEXT } from '../rules/facts/ratio.ts';

/** The shape of scenarios as they are written. As in rule files, messages name shapes (`rules/schema.ts`). */

const bound = z
  .union(
    [z.number().min(0), z.literal('none'), z.string().regex(SHARE_TEXT, { error: 'share' })],
    shaped('bound'),
  )
  .meta({ description: 'Members for a count; a share as in rule files; none takes the bound away.' });

const ruleChange = z
  .union(
    [
      z.literal('off'),
      fields({
        exactly: bound.optional(),
        min: bound.optional(),
        max: bound.optional(),
        strength: z.enum(['hard', 'soft', 'off']).optional(),
        weight: price.positive().optional(),
      }),
    ],
    shaped('rule-change'),
  )
  .meta({ id: 'RuleChange', description: 'What changes of a rule; what is left out stays as it is.' });

const weightChange = fields({
  fact: z.string().optional(),
  where: condition.optional(),
  weight,
}).meta({
  id: 'WeightChange',
  description: 'A new weight for the term of the objective with this fact and condition.',
});

const persons = z.array(z.string());

const scenario = fields({
  id: idShape,
  title: textShape.optional(),
  basedOn: idShape.optional().meta({ description: 'The scenario that this one builds on.' }),
  rules: z.record(z.string(), ruleChange).optional().meta({ description: 'Changes by the id of the rule.' }),
  size: sizeShape.optional(),
  objective: z.array(weightChange).optional(),
  pin: persons.optional().meta({ description: 'Candidates who must be on the slate.' }),
  exclude: persons.optional().meta({ description: 'Candidates who must not be on the slate.' }),
  together: z.array(persons).optional().meta({ description: 'Groups of which all or none are on it.' }),
  apart: z.array(persons).optional().meta({ description: 'Groups of which at most one is on it.' }),
});

export { scenario as scenarioShape };

/** Scenarios as a list, whatever stands around the list. */
export const scenariosSchema = z.array(scenario);

/** A file of scenarios alone. */
export const scenarioFileSchema = fields({ $schema: z.string().optional(), scenarios: scenariosSchema });

/** A scenario as written. */
export type WrittenScenario = z.infer<typeof scenario>;
/** A change of a rule as written. */
export type WrittenRuleChange = z.infer<typeof ruleChange>;
