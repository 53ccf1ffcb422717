import { z } from 'zod';
import { poolsWith } from '../../opening/shipped.ts';
import { nameSchema, unitsSourceSchema } from '../../questions/case-schema.ts';
import type { Units } from '../../placements/units.ts';
import { InputError, problem, valueOf } from '../../words/problem.ts';
import { type UnitsAnswer, unitsAnswerSchema, unitsValidationSchema } from '../answers/answers.ts';
import { IN_VALIDATION, problemItems } from '../answers/problem-items.ts';
import { NotThere, route } from '../requests/route.ts';

const tag = 'Units';

/** Which units does a shipped table have, and who holds their posts now? */
export const unitsRoute = route({
  operation: 'getUnits',
  method: 'get',
  path: '/api/v1/units/{name}',
  tag,
  summary: 'Read the table of units that a shipped pool has',
  work: 'read',
  role: 'reader',
  parameters: z.object({ name: nameSchema }),
  answer: unitsAnswerSchema,
  handle: async ({ parameters }, reader) => {
    const { name } = parameters;
    const allowed = poolsWith('units.csv', reader.folders);
    if (!allowed.includes(name))
      throw new NotThere([problem('placements.no-shipped-units', { name, allowed })]);
    return unitsAnswer(valueOf(await reader.units({ name })));
  },
});

/** Is this text a table of units? */
export const validateUnitsRoute = route({
  operation: 'validateUnits',
  method: 'post',
  path: '/api/v1/units/validate',
  tag,
  summary: 'Find every error of a table of units in CSV, or read it',
  work: 'read',
  role: 'reader',
  body: unitsSourceSchema,
  answer: unitsValidationSchema,
  handle: async ({ body, language }, reader) => {
    try {
      return { valid: true, problems: [], units: unitsAnswer(valueOf(await reader.units(body))) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { valid: false, problems: problemItems(error.problems, language, IN_VALIDATION) };
    }
  },
  outcome: ({ valid }) => (valid ? 'valid' : 'invalid'),
});

function unitsAnswer(units: Units): UnitsAnswer {
  const { size, names, kinds, blocs, columns, sha256 } = units;
  const others = [...columns.values()];
  return {
    size,
    units: names.map((name, unit) => ({
      name,
      ...(kinds[unit] !== '' && { kind: kinds[unit]! }),
      ...(blocs[unit] !== '' && { bloc: blocs[unit]! }),
    })),
    headings: others.map(({ heading }) => heading),
    rows: names.map((_name, unit) =>
      Object.fromEntries(others.map(({ heading, texts }) => [heading, texts[unit]!])),
    ),
    sha256,
  };
}
