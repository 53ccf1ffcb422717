import { z } from 'zod';
import { textOf } from '../../words/language.ts';
import { foundIn } from '../../words/found-value.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { lastWord, type Library, type RuleFile, idsUnder } from '../extends.ts';
import { nearest } from '../problems/nearest.ts';
import { columnsOf, type RetirementTable } from './retirement-rows.ts';
import { fields } from '../conditions/condition-schema.ts';
import { idShape, textShape } from '../schema.ts';
import { shapedYaml } from '../problems/shaped-yaml.ts';
import { factNameProblem, usableFact } from '../problems/usable-facts.ts';
import { fieldsOf, type Path } from '../yaml/written-values.ts';

/** The folder of retirement tables beside the rule sets. */
const FOLDER = 'retirement';

const BORN_FROM = /^(\d{4})-(0[1-9]|1[0-2])$/;

const values = z.union([z.string(), z.array(z.string()).min(1)]);
const row = z
  .object({
    bornFrom: z
      .string()
      .regex(BORN_FROM, { error: 'month' })
      .optional()
      .meta({ description: 'Born in this month or later, YYYY-MM. Left out: from the beginning.' }),
    years: z.int().min(0).max(120),
    months: z.int().min(0).max(11).optional().meta({ default: 0 }),
    note: textShape.optional().meta({ description: 'What is uncertain about this row.' }),
  })
  .catchall(values)
  .meta({
    description:
      'An age. Every further key is a column (gender, or one declared under facts) with the values that the row is for.',
  });

const retirementFileSchema = fields({
  $schema: z.string().optional(),
  id: idShape,
  title: textShape.optional(),
  source: textShape.optional(),
  rows: z.array(row).min(1),
});

/** The JSON Schema by which editors complete and check retirement tables. */
export function retirementTableJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(retirementFileSchema, { io: 'input', target: 'draft-7' }),
    title: 'A retirement table of Slate',
  };
}

/** Where a file says when people retire: by table or by flat ages, of which one file has one. */
export function saysRetirement({ yaml }: RuleFile): Path | undefined {
  const top = fieldsOf(yaml.data);
  return ['retirement', 'retirementAge'].flatMap((key) => (top[key] === undefined ? [] : [[key]]))[0];
}

/** The tables that the last word of these files names, and what is wrong with them. */
export async function readRetirement(
  files: readonly RuleFile[],
  library: Library,
): Promise<{ readonly tables: readonly ReadTable[]; readonly problems: readonly Problem[] }> {
  const { file } = lastWord(saysRetirement, files);
  const tables: ReadTable[] = [];
  const problems: Problem[] = [];
  for (const { id, path } of file === undefined ? [] : idsUnder('retirement', file.yaml)) {
    const read = await readTable(id, path, file!, library);
    problems.push(...read.problems);
    if (read.table !== undefined) tables.push(read.table);
  }
  return { tables, problems: [...problems, ...files.flatMap(bothSaid)] };
}

/** A table with the text that it was read from, which counts for the hash of the rule set. */
export interface ReadTable {
  readonly table: RetirementTable;
  readonly text: string;
}

function bothSaid({ yaml }: RuleFile): readonly Problem[] {
  const top = fieldsOf(yaml.data);
  return top['retirement'] === undefined || top['retirementAge'] === undefined
    ? []
    : [problem('rules.two-retirements', undefined, yaml.placeOfKey(['retirement']))];
}

async function readTable(
  id: string,
  path: Path,
  { yaml, facts }: RuleFile,
  { resolve, idsNear }: Library,
): Promise<{ readonly table?: ReadTable; readonly problems: readonly Problem[] }> {
  const place = yaml.placeOf(path);
  const found = await resolve(`${FOLDER}/${id}`, yaml.file);
  if (found === undefined) {
    const allowed = await idsNear(yaml.file, FOLDER);
    const meant = nearest(id, allowed);
    return {
      problems: [
        problem('rules.no-retirement-table', { id, allowed, ...(meant !== undefined && { meant }) }, place),
      ],
    };
  }
  const read = shapedYaml(found.text, found.file, retirementFileSchema);
  if (!read.ok) return { problems: read.problems };
  const table = tableOf(read.value.written);
  const unknown = columnsOf([table]).flatMap((column) => {
    const unusable = factNameProblem(column, facts, place);
    if (unusable !== undefined) return [unusable];
    const type = usableFact(column, facts)?.type ?? 'text';
    return type === 'text'
      ? []
      : [problem('rules.value-type', { fact: column, type, found: foundIn('text') }, place)];
  });
  return { table: { table, text: found.text }, problems: unknown };
}

function tableOf({ id, title, source, rows }: z.infer<typeof retirementFileSchema>): RetirementTable {
  return {
    id,
    title: textOf(title ?? id),
    ...(source !== undefined && { source: textOf(source) }),
    rows: rows.map(({ bornFrom, years, months = 0, note: _, ...where }) => ({
      where: Object.fromEntries(Object.entries(where).map(([column, given]) => [column, [given].flat()])),
      ...(bornFrom !== undefined && { bornFrom: monthIn(bornFrom) }),
      months: years * 12 + months,
    })),
  };
}

function monthIn(written: string): number {
  const [, year, month] = BORN_FROM.exec(written)!;
  return Number(year) * 12 + Number(month);
}
