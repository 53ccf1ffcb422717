import { createHash } from 'node:crypto';
import { DirectReader } from '../opening/reader.ts';
import { scenariosOf } from '../opening/scenario.ts';
import type { PoolSource, RulesSource, UnitsSource } from '../opening/sources.ts';
import { bytesOfText } from '../opening/text-bytes.ts';
import { nearest } from '../rules/problems/nearest.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { ID } from '../rules/id.ts';
import { fieldsOf } from '../rules/yaml/written-values.ts';
import { loadScenarios, scenariosFrom } from '../scenarios/load.ts';
import { BASE, laidOver, type Scenario, underScenario } from '../scenarios/scenario.ts';
import { NO_DECISIONS } from '../pool/decisions.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import { type Place, problem, type Problem, type Reading, eachOnce } from '../words/problem.ts';
import { VERSION } from '../opening/version.ts';
import { join } from 'node:path';
import type { NamedBatch, NamedCase } from './cases.ts';
import { fileOf } from './read-cases.ts';
import { bytesOfFile } from '../tables/read-file.ts';

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
  readonly named: Pick<NamedCase, 'id' | 'title' | 'carried'>;
  readonly pool: PoolSource;
  readonly units?: UnitsSource;
  readonly ruleSet: RuleSet;
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

/** What a batch is about: enough to tell what came of it. */
export interface AskedBatch extends Omit<PreparedBatch, 'cases'> {
  readonly cases: readonly Pick<CaseJobs, 'named' | 'jobs'>[];
}

/** A rule set with the scenarios that may be laid over it. */
interface Ruled {
  readonly ruleSet: RuleSet;
  readonly scenarios: ReadonlyMap<string, Scenario>;
}

/** Loads the rules and scenarios that a batch names, each once, or says everything that is wrong with them. */
export async function prepareBatch(
  batch: NamedBatch,
  reader: DirectReader = new DirectReader(),
): Promise<Reading<PreparedBatch>> {
  const ruled = new Map<string, Reading<Ruled>>();
  for (const { rules = batch.rules } of batch.cases) {
    const key = keyOfRules(rules);
    if (rules !== undefined && !ruled.has(key)) ruled.set(key, await ruledBy(rules, batch, reader));
  }
  const unsound = [...ruled.values()].flatMap((each) => (each.ok ? [] : each.problems));
  const ruleless = batch.cases
    .filter(({ rules = batch.rules }) => rules === undefined)
    .slice(0, 1)
    .map(({ place }) => problem('batch.no-rules', undefined, place));
  if (unsound.length + ruleless.length > 0) return { ok: false, problems: [...unsound, ...ruleless] };
  const found = batch.cases.map((named) => {
    const of = ruled.get(keyOfRules(named.rules ?? batch.rules))!;
    if (!of.ok) throw new Error('Rules that were not read got past their check.');
    return jobsOf(named, of.value, batch);
  });
  const problems = found.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return { ok: false, problems: eachOnce(problems) };
  const cases = found.flatMap((each) => (each.ok ? [each.value] : []));
  return { ok: true, value: { cases, ...titlesOf([...ruled.values()], batch) } };
}

function keyOfRules(rules: NamedBatch['rules']): string {
  return typeof rules === 'string' ? rules : JSON.stringify(rules);
}

async function ruledBy(
  rules: string | RulesSource,
  batch: NamedBatch,
  reader: DirectReader,
): Promise<Reading<Ruled>> {
  const ruleSet = await reader.rules(typeof rules === 'string' ? { idOrFile: rules } : rules);
  if (!ruleSet.ok) return ruleSet;
  const scenarios = await scenariosBeside(batch.scenarios ?? rules, ruleSet.value, reader);
  if (!scenarios.ok) return scenarios;
  return {
    ok: true,
    value: { ruleSet: ruleSet.value, scenarios: new Map(scenarios.value.map((each) => [each.id, each])) },
  };
}

/** The scenarios of a list, or of the rules or file that have them. */
async function scenariosBeside(
  source: NonNullable<NamedBatch['scenarios']> | RulesSource,
  ruleSet: RuleSet,
  { folders }: DirectReader,
): Promise<Reading<readonly Scenario[]>> {
  const fileOfId = (id: string): string => join(folders.rulesFolder, `${id}.yaml`);
  if (typeof source === 'string') return loadScenarios(ID.test(source) ? fileOfId(source) : source, ruleSet);
  if (isList(source)) return scenariosOf(source, ruleSet);
  if ('id' in source && !('sha256' in source)) return loadScenarios(fileOfId(source.id), ruleSet);
  if ('yaml' in source) {
    const bytes = await bytesOfText(source.yaml, 'rules');
    return bytes.ok ? scenariosFrom(bytes.value, 'rules', ruleSet) : bytes;
  }
  const written = 'ruleSet' in source ? fieldsOf(source.ruleSet)['scenarios'] : undefined;
  return scenariosOf(Array.isArray(written) ? (written as readonly object[]) : undefined, ruleSet);
}

function isList(source: readonly object[] | RulesSource): source is readonly object[] {
  return Array.isArray(source);
}

function jobsOf(
  named: NamedCase,
  { ruleSet, scenarios }: Ruled,
  { under, costs }: NamedBatch,
): Reading<CaseJobs> {
  const known = [...scenarios.keys()];
  const noScenario = (id: string, meant: { readonly meant?: string }, place?: Place): Problem =>
    problem('scenarios.no-scenario', { id, allowed: known, ...meant }, place);
  // What is asked of all cases alike has no place in one of them, so that it is told once.
  const problems: readonly Problem[] = [
    ...unknownIds(named.scenario === undefined ? [] : [named.scenario], known, (id, meant) =>
      noScenario(id, meant, named.place),
    ),
    ...unknownIds(under, known, (id, meant) => noScenario(id, meant)),
    ...unknownIds(
      costs,
      ruleSet.rules.map(({ id }) => id),
      (id, meant) => problem('batch.no-rule', { id, rules: ruleSet.id, ...meant }),
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
  const { id, title, carried, pool, units } = named;
  return {
    ok: true,
    value: {
      named: { id, title, carried },
      pool: typeof pool === 'string' ? { file: fileOf(pool, 'pool.csv') } : pool,
      ruleSet,
      jobs,
      ...(units !== undefined && {
        units: typeof units === 'string' ? { file: fileOf(units, 'units.csv') } : units,
      }),
    },
  };
}

function unknownIds(
  asked: readonly string[],
  allowed: readonly string[],
  told: (id: string, meant: { readonly meant?: string }) => Problem,
): readonly Problem[] {
  return asked
    .filter((id) => !allowed.includes(id))
    .map((id) => {
      const meant = nearest(id, allowed);
      return told(id, meant === undefined ? {} : { meant });
    });
}

function jobOf(scenario: string, laid: Scenario | undefined, ruleSet: RuleSet): Job {
  const under = laid === undefined ? { ruleSet, decisions: NO_DECISIONS } : underScenario(ruleSet, laid);
  const rulesSha256 = sha256(JSON.stringify([under.ruleSet.sha256, under.decisions]));
  return { scenario, rulesSha256, ...(laid !== undefined && { laid }) };
}

/** The id of the scenario in which a rule is left out to tell what it costs. */
function withoutId(rule: string): string {
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

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The keys of the jobs of a case: hashes of the bytes of its tables, its rules and scenario, and the version
 * of Slate; `undefined` where a table cannot be read, of which nothing is kept.
 */
export async function keysOf({ pool, units, jobs }: CaseJobs): Promise<readonly string[] | undefined> {
  const tables = await Promise.all([pool, ...(units === undefined ? [] : [units])].map(bytesOfTable));
  const contents = tables.flatMap((bytes) => (bytes.ok ? [sha256(bytes.value)] : []));
  return contents.length < tables.length ? undefined : keysFrom(contents, jobs);
}

/** The keys of jobs of which the tables have these hashes. */
export function keysFrom(contents: readonly string[], jobs: readonly Job[]): readonly string[] {
  return jobs.map(({ rulesSha256 }) => sha256(JSON.stringify([VERSION, contents, rulesSha256])));
}

/**
 * The bytes of a table of a case, as a file, a text or a list holds them. Those of a table by its name are its
 * name: what a service ships does not change while it runs.
 */
async function bytesOfTable(source: PoolSource | UnitsSource): Promise<Reading<Uint8Array>> {
  if ('unreadable' in source) return { ok: false, problems: source.unreadable };
  if ('file' in source) return bytesOfFile(source.file);
  if ('csv' in source) return bytesOfText(source.csv, source.called ?? 'table');
  if ('base64' in source) return { ok: true, value: Buffer.from(source.base64, 'base64') };
  return { ok: true, value: Buffer.from(JSON.stringify(source)) };
}
