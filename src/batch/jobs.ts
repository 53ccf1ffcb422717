import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DirectReader } from '../opening/reader.ts';
import { RULES_FOLDER } from '../rules/load.ts';
import { nearest } from '../rules/nearest.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { ID } from '../rules/condition-schema.ts';
import { loadScenarios } from '../scenarios/load.ts';
import { BASE, laidOver, type Scenario, underScenario } from '../scenarios/scenario.ts';
import { NO_DECISIONS } from '../slate/requests.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { VERSION } from '../opening/version.ts';
import { join } from 'node:path';
import type { NamedBatch, NamedCase } from './cases.ts';
import { fileOf } from './read-cases.ts';

/** One case under one scenario. */
export interface Job {
  /** Of the scenario: its id in the batch, {@link BASE} for the case as it stands. */
  readonly scenario: string;
  /** What is laid over the rules; absent: nothing. */
  readonly laid?: Scenario;
  /** The hash of rules and scenario together, which with that of the candidates makes the key. */
  readonly rulesSha256: string;
}

/** A case with everything that is asked of it. */
export interface CaseJobs {
  readonly named: NamedCase;
  readonly pool: string;
  readonly units?: string;
  /** Id or file. */
  readonly rules: string;
  readonly jobs: readonly Job[];
}

/** A batch of which rules and scenarios are known to be sound. */
export interface PreparedBatch {
  readonly cases: readonly CaseJobs[];
  /** In the order of the answer: the case as it stands, then what it is asked under. */
  readonly scenarios: readonly { readonly id: string; readonly title: Text }[];
  /** What rules are called, by id; the first rule set that has one says it. */
  readonly titles: ReadonlyMap<string, Text>;
}

/** A rule set with the scenarios that may be laid over it. */
interface Ruled {
  readonly ruleSet: RuleSet;
  readonly scenarios: ReadonlyMap<string, Scenario>;
}

/** Loads the rules and scenarios that a batch names, each once, or says everything that is wrong with them. */
export async function prepareBatch(batch: NamedBatch): Promise<Reading<PreparedBatch>> {
  const ruled = new Map<string, Reading<Ruled>>();
  for (const { rules = batch.rules } of batch.cases) {
    if (rules !== undefined && !ruled.has(rules)) ruled.set(rules, await ruledBy(rules, batch.scenarioFile));
  }
  const unsound = [...ruled.values()].flatMap((each) => (each.ok ? [] : each.problems));
  const ruleless = batch.cases
    .filter(({ rules = batch.rules }) => rules === undefined)
    .slice(0, 1)
    .map(({ place }) => problem('batch.no-rules', undefined, place));
  if (unsound.length + ruleless.length > 0) return { ok: false, problems: [...unsound, ...ruleless] };
  const found = batch.cases.map((named) => {
    const rules = named.rules ?? batch.rules!;
    const of = ruled.get(rules)!;
    if (!of.ok) throw new Error('Rules that were not read got past their check.');
    return jobsOf(named, rules, of.value, batch);
  });
  const problems = found.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return { ok: false, problems: eachOnce(problems) };
  const cases = found.flatMap((each) => (each.ok ? [each.value] : []));
  return { ok: true, value: { cases, ...titlesOf([...ruled.values()], batch) } };
}

async function ruledBy(rules: string, scenarioFile: string | undefined): Promise<Reading<Ruled>> {
  const ruleSet = await new DirectReader().rules({ idOrFile: rules });
  if (!ruleSet.ok) return ruleSet;
  const scenarios = await loadScenarios(ruleFile(scenarioFile ?? rules), ruleSet.value);
  if (!scenarios.ok) return scenarios;
  return {
    ok: true,
    value: { ruleSet: ruleSet.value, scenarios: new Map(scenarios.value.map((each) => [each.id, each])) },
  };
}

/** The file of rules, or of scenarios beside them, that an id or a path names. */
function ruleFile(idOrFile: string): string {
  return ID.test(idOrFile) ? join(RULES_FOLDER, `${idOrFile}.yaml`) : idOrFile;
}

function jobsOf(
  named: NamedCase,
  rules: string,
  { ruleSet, scenarios }: Ruled,
  { under, costs }: NamedBatch,
): Reading<CaseJobs> {
  const asked = [...(named.scenario === undefined ? [] : [named.scenario]), ...under];
  const problems: readonly Problem[] = [
    ...unknownIds(asked, [...scenarios.keys()], named.place, (id, allowed, meant) =>
      problem('scenarios.no-scenario', { id, allowed, ...(meant !== undefined && { meant }) }, named.place),
    ),
    ...unknownIds(
      costs,
      ruleSet.rules.map(({ id }) => id),
      named.place,
      (id, _allowed, meant) => problem('batch.no-rule', { id, rules, ...(meant !== undefined && { meant }) }),
    ),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const own = named.scenario === undefined ? undefined : scenarios.get(named.scenario)!;
  const over = (scenario: Scenario): Scenario => (own === undefined ? scenario : laidOver(own, scenario));
  const jobs = [
    jobOf(BASE.id, own, ruleSet),
    ...under.map((id) => jobOf(id, over(scenarios.get(id)!), ruleSet)),
    ...costs.map((rule) => jobOf(withoutId(rule), over(without(rule)), ruleSet)),
  ];
  const units = named.units === undefined ? undefined : fileOf(named.units, 'units.csv');
  return {
    ok: true,
    value: {
      named,
      pool: fileOf(named.pool, 'pool.csv'),
      rules,
      jobs,
      ...(units !== undefined && { units }),
    },
  };
}

function unknownIds(
  asked: readonly string[],
  allowed: readonly string[],
  _place: NamedCase['place'],
  told: (id: string, allowed: readonly string[], meant: string | undefined) => Problem,
): readonly Problem[] {
  return asked.filter((id) => !allowed.includes(id)).map((id) => told(id, allowed, nearest(id, allowed)));
}

function jobOf(scenario: string, laid: Scenario | undefined, ruleSet: RuleSet): Job {
  const under = laid === undefined ? { ruleSet, decisions: NO_DECISIONS } : underScenario(ruleSet, laid);
  const rulesSha256 = sha256(JSON.stringify([under.ruleSet.sha256, under.decisions]));
  return { scenario, rulesSha256, ...(laid !== undefined && { laid }) };
}

/** The id of the scenario in which a rule is left out to tell what it costs. */
export function withoutId(rule: string): string {
  return `without-${rule}`;
}

function without(rule: string): Scenario {
  return { ...BASE, id: withoutId(rule), rules: new Map([[rule, { off: true }]]) };
}

function titlesOf(
  ruled: readonly Reading<Ruled>[],
  { under, costs }: NamedBatch,
): Pick<PreparedBatch, 'scenarios' | 'titles'> {
  const sound = ruled.flatMap((each) => (each.ok ? [each.value] : []));
  const titles = new Map(
    sound.toReversed().flatMap(({ ruleSet }) => ruleSet.rules.map(({ id, title }) => [id, title] as const)),
  );
  const scenarioTitle = (id: string): Text =>
    sound.map(({ scenarios }) => scenarios.get(id)?.title).find((each) => each !== undefined)!;
  return {
    titles,
    scenarios: [
      { id: BASE.id, title: BASE.title },
      ...under.map((id) => ({ id, title: scenarioTitle(id) })),
      ...costs.map((rule) => ({
        id: withoutId(rule),
        title: inEachLanguage((language) =>
          phrase(language, 'batch.without', { rule: titles.get(rule)?.[language] ?? rule }),
        ),
      })),
    ],
  };
}

function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The keys of the jobs of a case: hashes of the bytes of its tables, its rules and scenario, and the version
 * of Slate; `undefined` where a table cannot be read, of which nothing is kept.
 */
export async function keysOf({ pool, units, jobs }: CaseJobs): Promise<readonly string[] | undefined> {
  try {
    const tables = [pool, ...(units === undefined ? [] : [units])];
    const contents = await Promise.all(tables.map(async (file) => sha256(await readFile(file))));
    return jobs.map(({ rulesSha256 }) => sha256(JSON.stringify([VERSION, contents, rulesSha256])));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
