import { z } from 'zod';
import { openCaseOf } from '../opening/open-case.ts';
import { DirectReader } from '../opening/reader.ts';
import { type Folders, SHIPPED } from '../opening/shipped.ts';
import type {
  CandidateInput,
  CaseSources,
  DecisionsInput,
  PoolSource,
  RulesSource,
  ScenarioSource,
  UnitsSource,
} from '../opening/sources.ts';
import { readOptions } from '../questions/asking.ts';
import { changesSchema, decisionsSchema, readingSchema } from '../questions/case-schema.ts';
import { type Reading, valueOf } from '../words/problem.ts';
import { textOrBytes } from './arguments.ts';
import { Question } from './question.ts';

/** What a question is opened with. */
export interface QuestionSources {
  /** The candidates: a file, the text of a CSV, a list of objects, or a pool that comes with Slate by its name. */
  readonly pool: Exclude<PoolSource, { unreadable: unknown } | { pool: unknown }>;
  /** The rules: an id, a file, a text, an object, or what {@link import('./rules.ts').loadRules} gave. */
  readonly rules: Exclude<RulesSource, { unreadable: unknown } | { idOrFile: unknown }>;
  /** For rules with titles, which fill posts in units. */
  readonly units?: Exclude<UnitsSource, { unreadable: unknown } | { table: unknown }>;
  /** A scenario to lay over the rules. */
  readonly scenario?: Exclude<ScenarioSource, { unreadable: unknown } | { scenario: unknown }>;
  /** Decisions on persons, by id. */
  readonly decisions?: DecisionsInput;
  /** A folder of rule sets, for ids and what rule files extend; absent: those that come with Slate. */
  readonly rulesFolder?: string;
  /** A folder of pools, for names; absent: those that come with Slate. */
  readonly poolsFolder?: string;
}

const file = z.strictObject({ file: z.string() });
const called = z.string().optional();
const records = z
  .custom<Iterable<CandidateInput>>(
    (value) => typeof value === 'object' && value !== null && Symbol.iterator in value,
  )
  .transform((all) => [...all])
  .check(({ value: all, issues }) => {
    for (const [at, each] of all.entries()) {
      // Objects are looked at, not parsed: a hundred thousand of them would be copied.
      if (typeof each === 'object' && each !== null && !Array.isArray(each)) continue;
      issues.push({ code: 'invalid_type', expected: 'object', input: each, path: [at] });
    }
  });
const csv = z.strictObject({ csv: textOrBytes, called });
const yaml = z.strictObject({ yaml: textOrBytes, called });
const named = z.strictObject({ name: z.string() });
const { mapping } = readingSchema.shape;
/** A mapping may also be a file here. */
const reading = readingSchema.extend({ mapping: z.union([file, mapping]).optional() }).optional();
const loadedRules = z.custom<Extract<RulesSource, { sha256: string }>>(
  (value) => typeof value === 'object' && value !== null && 'sha256' in value && 'rules' in value,
);

/** Everything that {@link openQuestion} takes: whoever does not write TypeScript is told what is wrong as well. */
export const sourcesSchema = z.strictObject({
  pool: z.union([
    named,
    z.strictObject({ ...file.shape, reading }),
    z.strictObject({ ...csv.shape, reading }),
    z.strictObject({ base64: z.base64(), reading }),
    z.strictObject({ candidates: records, columns: z.record(z.string(), z.string()).optional() }),
  ]),
  rules: z.union([
    z.strictObject({ id: z.string() }),
    file,
    yaml,
    z.strictObject({ ruleSet: z.looseObject({}) }),
    loadedRules,
  ]),
  units: z.union([named, file, csv, z.strictObject({ units: records })]).optional(),
  scenario: z
    .union([
      z.strictObject({ file: z.string(), id: called }),
      z.strictObject({ yaml: textOrBytes, id: called, called }),
      changesSchema,
    ])
    .optional(),
  decisions: decisionsSchema.optional(),
  rulesFolder: called,
  poolsFolder: called,
});

/**
 * Brings candidates, rules, units, a scenario and decisions together: a question that can be asked, or
 * everything that is wrong with any of them, each problem with its file, line and column or with the field
 * of `sources`. Stable.
 */
export async function readQuestion(sources: QuestionSources): Promise<Reading<Question>> {
  const read = readSources(sources);
  if (!read.ok) return read;
  const { parts, folders } = read.value;
  const opened = await openCaseOf(parts, { reader: new DirectReader(folders) });
  return opened.ok ? { ok: true, value: new Question(opened.value) } : opened;
}

/** What a case is opened from, checked, and the folders in which names are looked for. */
export function readSources(
  sources: QuestionSources,
): Reading<{ readonly parts: CaseSources; readonly folders: Folders }> {
  const read = readOptions(sourcesSchema, sources);
  if (!read.ok) return read;
  const { rulesFolder = SHIPPED.rulesFolder, poolsFolder = SHIPPED.poolsFolder, ...parts } = read.value;
  return { ok: true, value: { parts, folders: { rulesFolder, poolsFolder } } };
}

/**
 * As {@link readQuestion}, for whoever would stop at a problem anyway. Stable.
 *
 * @throws InputError with every problem of all sources.
 */
export async function openQuestion(sources: QuestionSources): Promise<Question> {
  return valueOf(await readQuestion(sources));
}
