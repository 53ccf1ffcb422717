import type { TableSource } from '../pool/reading/workbook-table.ts';
import { createHash } from 'node:crypto';
import { inertCsvLine } from '../tables/csv/write-csv.ts';
import type { Problem, Reading } from '../words/problem.ts';
import { readCategories, sumProblems } from './categories.ts';
import { type RespondentOptions, type Respondents, readRespondents } from './respondents.ts';
import { LOT, ruleFile, type RuleFileText } from './rule-file.ts';

/** A file of another tool. */
export interface AssemblyFile {
  /** Its text, its bytes, or the rows of a workbook. */
  readonly text: TableSource;
  /** Its name in problems. */
  readonly called: string;
}

/** What an assembly is imported from. */
export interface AssemblySources extends RespondentOptions {
  readonly categories: AssemblyFile;
  readonly respondents?: AssemblyFile | undefined;
  /** How many are to be selected. */
  readonly number: number;
  /** From this text the lots are drawn; the same text, the same lots. Absent: from ids alone. */
  readonly seed?: string | undefined;
}

/** An assembly as Slate reads it. */
export interface ImportedAssembly {
  /** A rule file. */
  readonly rules: string;
  /** A pool as CSV; absent without respondents. */
  readonly pool?: string;
  readonly people?: number;
  readonly categories: number;
  readonly values: number;
  /** What was read and is possible, and should be known. */
  readonly notices: readonly Problem[];
}

/**
 * Makes a rule file and a pool of the files of the tools for citizens' assemblies: every value of every category
 * a rule, flex bounds the limits of ways out, households one person each. The pool has what the rules
 * count and no more of anybody.
 */
export function importAssembly({
  categories: categoryFile,
  respondents: respondentFile,
  number,
  seed = '',
  ...options
}: AssemblySources): Reading<ImportedAssembly> {
  const read = readCategories(categoryFile.text, categoryFile.called);
  const respondents =
    respondentFile === undefined || !read.ok
      ? undefined
      : readRespondents(respondentFile.text, respondentFile.called, read.value, options);
  const problems = [
    ...(read.ok ? sumProblems(read.value, number) : read.problems),
    ...(respondents?.ok === false ? respondents.problems : []),
  ];
  if (!read.ok || respondents?.ok === false || problems.length > 0) return { ok: false, problems };
  const people = respondents?.value;
  const household = people?.household ?? options.household ?? [];
  const rules = ruleFile(read.value, { number, household });
  return {
    ok: true,
    value: {
      rules: rules.yaml,
      ...(people !== undefined && { pool: poolCsv(people, rules, seed), people: people.people.length }),
      categories: read.value.categories.length,
      values: read.value.categories.reduce((sum, { values }) => sum + values.length, 0),
      notices: [...read.value.notices, ...(people?.notices ?? [])],
    },
  };
}

function poolCsv({ people }: Respondents, { facts, address }: RuleFileText, seed: string): string {
  const head = inertCsvLine(['id', 'name', ...facts, ...address, LOT]);
  const lines = people.map((each) =>
    inertCsvLine([each.id, each.name, ...each.values, ...each.address, String(lotOf(seed, each.id))]),
  );
  return [head, ...lines].join('');
}

/** Lots are whole numbers below this: sums of a thousand of them stay exact. */
const LOTS = 100_000;

/** The lot of a person: whoever knows the seed can draw it again. */
function lotOf(seed: string, id: string): number {
  return createHash('sha256').update(`${seed}\n${id}`).digest().readUInt32BE(0) % LOTS;
}
