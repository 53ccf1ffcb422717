import { z } from 'zod';
import { importAssembly as imported, type ImportedAssembly } from '../assemblies/import-assembly.ts';
import { type SplitRespondents, splitRespondents as parted } from '../assemblies/split-respondents.ts';
import { QUESTION } from '../opening/sources.ts';
import { valueOf } from '../words/problem.ts';
import { checked } from './arguments.ts';

/** What may be said of a table of respondents. */
interface RespondentsSaid {
  /** The heading of the column of ids; absent: one that is called so. */
  readonly id?: string;
  /** Headings that together tell a household, of which at most one is selected. */
  readonly household?: readonly string[];
}

const saidSchema = z.strictObject({ id: z.string().optional(), household: z.array(z.string()).optional() });

/** The files of a citizens' assembly, as texts of CSV. */
export interface AssemblyFiles extends RespondentsSaid {
  /** `category,name,min,max`, `feature,value,min,max` or `category,feature,min,max`, with flex bounds or not. */
  readonly categories: string;
  readonly respondents?: string;
  /** How many are to be selected. */
  readonly number: number;
  /** The text from which lots are drawn. */
  readonly seed?: string;
}

const filesSchema = saidSchema.extend({
  categories: z.string(),
  respondents: z.string().optional(),
  number: z.int().min(1),
  seed: z.string().optional(),
});

/**
 * Makes a rule file and a pool of the files of the tools for citizens' assemblies. Experimental.
 *
 * @throws InputError with every problem of both, at its line and column.
 */
export function importAssembly(files: AssemblyFiles): ImportedAssembly {
  const { categories, respondents, ...said } = checked(z.object({ files: filesSchema }), { files }).files;
  return valueOf(
    imported({
      ...said,
      categories: { text: categories, called: 'categories' },
      ...(respondents !== undefined && { respondents: { text: respondents, called: 'respondents' } }),
    }),
  );
}

/**
 * Who was selected of a table of respondents, and who can still be, with all its columns. Experimental.
 *
 * @param members the ids of those who were selected
 * @throws InputError for ids that nobody has, and for what is wrong with the table
 */
export function splitRespondents(
  respondents: string,
  members: readonly string[],
  said: RespondentsSaid = {},
): SplitRespondents {
  checked(z.object({ respondents: z.string(), members: z.array(z.string()), said: saidSchema }), {
    respondents,
    members,
    said,
  });
  const placeOf = (index: number) => ({ file: QUESTION, field: `/members/${index}` });
  return valueOf(parted({ text: respondents, called: 'respondents' }, { ids: members, placeOf }, said));
}
