import { z } from 'zod';
import { fields, shaped } from '../rules/conditions/condition-schema.ts';
import { idShape, textShape } from '../rules/schema.ts';
import { shapedYaml } from '../rules/problems/shaped-yaml.ts';
import type { YamlFile } from '../rules/yaml/yaml-file.ts';
import type { Path } from '../rules/yaml/written-values.ts';
import { foundIn } from '../words/found-value.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { type Text, textOf } from '../words/language.ts';

/**
 * The tests of a rule set, `<id>.test.yaml` beside its file: small pools of made-up people, slates of them,
 * and what the rules are to say of each. A test judges only the rules that it names, so a slate of eleven
 * is enough to test a quota of eleven among 45.
 */

/** People and ids that all tests of a file may stand for: a few lines stand for as many as they say. */
const MOST = 100_000;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const candidate = z
  .object({ times: z.int().min(1).max(MOST).optional() })
  .catchall(cell)
  .meta({
    description:
      'One person by headings, or with times: 11 eleven alike, whose ids are numbered: W becomes W1 to W11.',
  });

const outcome = z.union(
  [
    idShape,
    fields({
      rule: idShape,
      actual: z.number().optional().meta({ description: 'How many match; of a share, the part.' }),
      off: z.number().optional().meta({ description: 'Members missing (below 0) or too many (above 0).' }),
      group: z.string().optional().meta({ description: 'The group of a rule with forEach.' }),
      members: z
        .array(z.string())
        .optional()
        .meta({ description: 'Who counts; of an eligibility, who does not satisfy it.' }),
    }),
  ],
  shaped('outcome'),
);

const test = fields({
  test: textShape.meta({ description: 'What the test shows.' }),
  pool: z
    .union([z.string(), z.array(candidate).min(1)], shaped('test-pool'))
    .meta({ description: 'A pool of this file by its name, or people written here.' }),
  units: z.array(candidate).optional().meta({ description: 'Of a rule set with titles: its units.' }),
  slate: z
    .array(z.string())
    .meta({ description: 'Ids; W1..W11 stands for eleven. Of a plan, appointments: A@Ward 1/secretary.' }),
  scenario: z
    .object({})
    .loose()
    .optional()
    .meta({ description: 'Changes of the rules for this test, as a scenario writes them.' }),
  keeps: z.array(outcome).optional(),
  breaks: z.array(outcome).optional(),
  unknown: z.array(outcome).optional().meta({ description: 'Left open by a missing fact.' }),
  compliant: z.boolean().optional().meta({ description: 'Whether all hard rules are kept.' }),
});

const testFileSchema = fields({
  $schema: z.string().optional(),
  pools: z.record(z.string(), z.array(candidate).min(1)).optional(),
  tests: z.array(test).min(1),
});

/** The JSON Schema by which editors complete and check files of tests. */
export function testFileJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(testFileSchema, { io: 'input', target: 'draft-7' }),
    title: 'Tests of a rule set of Slate',
  };
}

/** What a rule is to say of a slate. */
export interface Expected {
  readonly rule: string;
  readonly status: 'kept' | 'violated' | 'unknown';
  readonly actual?: number;
  readonly off?: number;
  readonly group?: string;
  readonly members?: readonly string[];
}

/** One test, with its people written out. */
export interface RuleTest {
  readonly title: Text;
  readonly candidates: readonly Readonly<Record<string, unknown>>[];
  readonly units?: readonly Readonly<Record<string, unknown>>[];
  readonly slate: readonly string[];
  readonly scenario?: Readonly<Record<string, unknown>>;
  readonly expected: readonly Expected[];
  readonly compliant?: boolean;
  /** Where it is written. */
  readonly place: { readonly file: string; readonly line?: number; readonly column?: number };
}

/** Reads the tests of a text, with every problem at its line. */
export function readTestFile(text: string, file: string): Reading<readonly RuleTest[]> {
  const read = shapedYaml(text, file, testFileSchema);
  if (!read.ok) return read;
  const { yaml, written } = read.value;
  const { pools = {}, tests } = written;
  const found = [
    ...tests.flatMap((each, index) => testProblems(each, index, pools, yaml)),
    ...tooMany(pools, tests, yaml),
  ];
  if (found.length > 0) return { ok: false, problems: found };
  const people = new Map(Object.entries(pools).map(([name, pool]) => [name, pool.flatMap(writtenOut)]));
  return {
    ok: true,
    value: tests.map((each, index) => testOf(each, people, yaml.placeOf(['tests', index]))),
  };
}

type WrittenTest = z.infer<typeof test>;
type Pools = Readonly<Record<string, readonly z.infer<typeof candidate>[]>>;

function testProblems(written: WrittenTest, index: number, pools: Pools, yaml: YamlFile): readonly Problem[] {
  const { pool, keeps, breaks, unknown, compliant } = written;
  const problems: Problem[] = [];
  if (typeof pool === 'string' && !Object.hasOwn(pools, pool)) {
    const allowed = Object.keys(pools);
    const parameters = { found: foundIn(pool), allowed };
    problems.push(problem('rules.not-allowed', parameters, yaml.placeOf(['tests', index, 'pool'])));
  }
  if ([keeps, breaks, unknown].every((each) => each === undefined) && compliant === undefined) {
    problems.push(problem('rules.test-expects-nothing', undefined, yaml.placeOf(['tests', index])));
  }
  return problems;
}

/** The first place up to which the file stands for more people and ids than it may. */
function tooMany(pools: Pools, tests: readonly WrittenTest[], yaml: YamlFile): readonly Problem[] {
  const parts: readonly (readonly [Path, number])[] = [
    ...Object.entries(pools).map(([name, people]) => [['pools', name], peopleIn(people)] as const),
    ...tests.map((each, index) => [['tests', index], standsFor(each)] as const),
  ];
  let total = 0;
  for (const [path, many] of parts) {
    total += many;
    if (total > MOST)
      return [problem('rules.number-too-big', { found: foundIn(total), max: MOST }, yaml.placeOf(path))];
  }
  return [];
}

/** How many people and ids a test stands for, besides the pools that it names. */
function standsFor({ pool, units = [], slate, keeps = [], breaks = [], unknown = [] }: WrittenTest): number {
  const members = [...keeps, ...breaks, ...unknown].flatMap((each) =>
    typeof each === 'string' ? [] : (each.members ?? []),
  );
  const people = typeof pool === 'string' ? [] : pool;
  return (
    peopleIn([...people, ...units]) + [...slate, ...members].reduce((sum, each) => sum + manyIn(each), 0)
  );
}

function peopleIn(people: readonly z.infer<typeof candidate>[]): number {
  return people.reduce((sum, { times = 1 }) => sum + times, 0);
}

function testOf(
  written: WrittenTest,
  pools: ReadonlyMap<string, RuleTest['candidates']>,
  place: RuleTest['place'],
): RuleTest {
  const { test: title, pool, units, slate, scenario, compliant } = written;
  return {
    title: textOf(title),
    candidates: typeof pool === 'string' ? pools.get(pool)! : pool.flatMap(writtenOut),
    ...(units !== undefined && { units: units.flatMap(writtenOut) }),
    slate: slate.flatMap(idsIn),
    ...(scenario !== undefined && { scenario }),
    expected: [
      ...(written.keeps ?? []).map((each) => expectedOf(each, 'kept')),
      ...(written.breaks ?? []).map((each) => expectedOf(each, 'violated')),
      ...(written.unknown ?? []).map((each) => expectedOf(each, 'unknown')),
    ],
    ...(compliant !== undefined && { compliant }),
    place,
  };
}

function expectedOf(written: z.infer<typeof outcome>, status: Expected['status']): Expected {
  if (typeof written === 'string') return { rule: written, status };
  const { rule, actual, off, group, members } = written;
  return {
    rule,
    status,
    ...(actual !== undefined && { actual }),
    ...(off !== undefined && { off }),
    ...(group !== undefined && { group }),
    ...(members !== undefined && { members: members.flatMap(idsIn) }),
  };
}

/** `times: 3` with the id W as W1, W2 and W3; a person without a name is called by the id. */
function writtenOut({
  times,
  ...person
}: z.infer<typeof candidate>): readonly Readonly<Record<string, unknown>>[] {
  const named = (id: unknown) => ({ ...person, ...(id !== undefined && { id, name: person['name'] ?? id }) });
  if (times === undefined) return [named(person['id'])];
  return Array.from({ length: times }, (_, index) => named(`${String(person['id'])}${index + 1}`));
}

const RANGE = /^(?<stem>.*?)(?<from>\d+)\.\.\k<stem>(?<to>\d+)$/;

/** `W1..W11` as eleven ids; any other text is one. */
function idsIn(written: string): readonly string[] {
  const { stem, from } = RANGE.exec(written)?.groups ?? {};
  if (stem === undefined) return [written];
  return Array.from({ length: manyIn(written) }, (_, index) => `${stem}${Number(from) + index}`);
}

/** How many ids a text stands for. */
function manyIn(written: string): number {
  const { from, to } = RANGE.exec(written)?.groups ?? {};
  return from === undefined ? 1 : Math.max(0, Number(to) - Number(from) + 1);
}
