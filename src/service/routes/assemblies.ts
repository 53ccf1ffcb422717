import { z } from 'zod';
import { importAssembly } from '../../assemblies/import-assembly.ts';
import { splitRespondents } from '../../assemblies/split-respondents.ts';
import { QUESTION } from '../../opening/sources.ts';
import { noticeItems } from '../../questions/notices.ts';
import { idSchema } from '../../questions/options.ts';
import { noticeSchema } from '../../check/answer-parts.ts';
import { valueOf } from '../../words/problem.ts';
import { route } from '../requests/route.ts';

const tag = 'Assemblies';

/** What may be said of a table of respondents. */
const saidShape = {
  id: z
    .string()
    .optional()
    .meta({ description: 'The heading of the column of ids. Left out: one called so.' }),
  household: z
    .array(z.string())
    .max(20)
    .optional()
    .meta({ description: 'Headings that together tell a household, of which at most one is selected.' }),
} as const;

const importedSchema = z
  .object({
    rules: z.string().describe('A rule file (YAML).'),
    pool: z.string().optional().describe('A pool (CSV); absent without respondents.'),
    people: z.number().int().optional(),
    categories: z.number().int(),
    values: z.number().int(),
    notices: z.array(noticeSchema).optional(),
  })
  .meta({ id: 'ImportedAssembly', description: 'The files of a citizens’ assembly as rules and pool.' });

/** Files of the tools for citizens' assemblies as rules and pool. */
export const importAssemblyRoute = route({
  operation: 'importAssembly',
  method: 'post',
  path: '/api/v1/assemblies/import',
  tag,
  summary: 'Make rules and a pool of the category and respondent files of a citizens’ assembly',
  work: 'read',
  role: 'reader',
  body: z
    .strictObject({
      categories: z.string().meta({ description: 'The text of the category file (CSV).' }),
      respondents: z.string().optional().meta({ description: 'The text of the table of respondents (CSV).' }),
      number: z.int().min(1).max(999_999).meta({ description: 'How many are to be selected.' }),
      seed: z.string().max(1_000).optional().meta({ description: 'The text from which lots are drawn.' }),
      ...saidShape,
    })
    .meta({ id: 'AssemblyFiles', description: 'The files of a citizens’ assembly.' }),
  answer: importedSchema,
  handle: async ({ body }) => {
    const { categories, respondents, ...said } = body;
    const { notices, ...imported } = valueOf(
      importAssembly({
        ...said,
        categories: { text: categories, called: 'categories' },
        ...(respondents !== undefined && { respondents: { text: respondents, called: 'respondents' } }),
      }),
    );
    return { ...imported, ...(notices.length > 0 && { notices: noticeItems(notices) }) };
  },
});

/** Respondents in two tables: selected, remaining. */
export const splitAssemblyRoute = route({
  operation: 'splitAssembly',
  method: 'post',
  path: '/api/v1/assemblies/split',
  tag,
  summary: 'Write who was selected, and who can still be, with all columns of the respondents',
  work: 'read',
  role: 'reader',
  body: z
    .strictObject({
      members: z.array(idSchema).min(1).meta({ description: 'The ids of those who were selected.' }),
      respondents: z.string().meta({ description: 'The text of the table of respondents (CSV).' }),
      ...saidShape,
    })
    .meta({ id: 'AssemblySelection', description: 'Who was selected of the respondents.' }),
  answer: z
    .object({
      selected: z.string().describe('CSV.'),
      remaining: z.string().describe('CSV.'),
      counts: z.object({
        selected: z.number().int(),
        remaining: z.number().int(),
        housemates: z.number().int().describe('Who live with somebody selected, and are in neither table.'),
      }),
    })
    .meta({ id: 'SplitRespondents', description: 'A table of respondents in two, with all its columns.' }),
  handle: async ({ body: { members, respondents, ...said } }) =>
    valueOf(
      splitRespondents(
        { text: respondents, called: 'respondents' },
        { ids: members, placeOf: (index) => ({ file: QUESTION, field: `/members/${index}` }) },
        said,
      ),
    ),
});
