import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { poolFromCandidates } from '../pool/read-candidates.ts';
import { readPoolCsv, readPoolFile } from '../pool/read-csv.ts';
import type { Pool, PoolReading } from '../pool/pool.ts';
import { poolProblems, problemsUnderRules } from '../pool/pool-problems.ts';
import { openPlacement, type PlacementOptions } from '../placements/placement.ts';
import { problemsOfDecisions } from '../placements/problems-of-decisions.ts';
import { readUnits, readUnitsFile } from '../placements/read-units.ts';
import type { Units } from '../placements/units.ts';
import { loadRuleSet, parseRuleSet } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { CompareAsked } from '../scenarios/compare.ts';
import { openCase } from '../slate/case.ts';
import { NO_DECISIONS, type SlateCase } from '../slate/requests.ts';
import { BadInput, problem, type Reading, valueOf } from '../words/problem.ts';
import { type PoolLabel, poolLabel } from './pool-label.ts';
import { RecentlyUsed } from './recently-used.ts';
import {
  nameSchema,
  type PoolSource,
  type Question,
  type RulesSource,
  type UnitsSource,
} from './requests.ts';
import { settled } from './settled.ts';
import { variedRules } from './varied-rules.ts';

/** Where the shipped pools and rule sets are. */
export interface DeskFolders {
  /** Each pool is `<folder>/<name>/pool.csv`; `pool.yaml` beside it may say what it is called. */
  readonly poolsFolder: string;
  /** Each rule set is `<folder>/<id>.yaml`. */
  readonly rulesFolder: string;
}

/** Candidates that the pools in memory may have together. */
const MOST_CANDIDATES = 500_000;
/** Possible appointments that the placements in memory may have together. */
const MOST_APPOINTMENTS = 500_000;
/**
 * What the smallest pool or placement counts as: the facts and decided rules that hang on each take
 * memory of their own, so there are never more than a hundred.
 */
const LEAST_WEIGHT = 5_000;
/** Rule sets in memory. */
const MOST_RULE_SETS = 100;

/**
 * What a desk thread knows: it opens pools and rule sets and remembers the last ones, so that a board
 * that changes one quota after another does not wait for the same files again. What is remembered goes by
 * the content (a hash, or name, size and time of a file), so a changed file is read anew.
 */
export class Desk {
  readonly folders: DeskFolders;
  readonly #pools = new RecentlyUsed<Pool>(MOST_CANDIDATES);
  readonly #ruleSets = new RecentlyUsed<RuleSet>(MOST_RULE_SETS);
  readonly #placements = new RecentlyUsed<SlateCase>(MOST_APPOINTMENTS);

  constructor(folders: DeskFolders) {
    this.folders = folders;
  }

  /** Everything a question is about; `also` are appointments of a placement that it names. @throws BadInput with the problems of pool, rules and decisions. */
  async caseOf(
    question: Pick<Question, 'pool' | 'rules' | 'units' | 'decisions' | 'scenario'>,
    also: readonly string[] = [],
  ): Promise<SlateCase> {
    const [pool, ruleSet, units] = await this.#parts(question);
    const { decisions = NO_DECISIONS } = question;
    if (units === undefined) return valueOf(openCase(pool, ruleSet, decisions));
    return this.#placement(pool, units, ruleSet, { decisions, also });
  }

  /** @throws BadInput with the problems of all. */
  async #parts(
    question: Pick<Question, 'pool' | 'rules' | 'units' | 'decisions' | 'scenario'>,
  ): Promise<readonly [Pool, RuleSet, Units | undefined]> {
    const { decisions = NO_DECISIONS } = question;
    const [pool, base, units] = await Promise.all([
      this.#readPool(question.pool),
      settled(this.ruleSet(question.rules)),
      settled(this.#unitsOf(question)),
    ]);
    const rules = base.ok ? this.#varied(base.value, question.scenario) : base;
    if (pool.ok && rules.ok && units.ok) return [pool.value, rules.value, units.value];
    const inPool = pool.ok && base.ok ? problemsUnderRules(pool.value, base.value) : poolProblems(pool, base);
    const further = [rules, units].flatMap((reading) => (reading.ok ? [] : reading.problems));
    throw new BadInput([...inPool, ...further, ...problemsOfDecisions(pool, decisions)]);
  }

  /** The rules of a question, and how cases are opened under others. @throws BadInput with the problems of pool and rules. */
  async groundOf(
    question: Pick<Question, 'pool' | 'rules' | 'units' | 'decisions' | 'scenario'>,
  ): Promise<CompareAsked> {
    const [pool, ruleSet, units] = await this.#parts(question);
    return {
      ruleSet,
      decisions: question.decisions ?? NO_DECISIONS,
      open: async (rules, decisions) =>
        units === undefined
          ? openCase(pool, rules, decisions)
          : settled(this.#placement(pool, units, rules, { decisions, also: [] })),
    };
  }

  /** One table of appointments, however many questions are asked of it. */
  async #placement(
    pool: Pool,
    units: Units,
    ruleSet: RuleSet,
    options: PlacementOptions,
  ): Promise<SlateCase> {
    const key = [pool.sha256, units.sha256, ruleSet.sha256, JSON.stringify(options)].join(' ');
    const known = this.#placements.get(key);
    if (known !== undefined) return known;
    const asked = valueOf(await openPlacement(pool, units, ruleSet, options));
    this.#placements.set(key, asked, Math.max(asked.facts.size, LEAST_WEIGHT));
    return asked;
  }

  /** The units of a placement; nothing for a slate. @throws BadInput */
  async #unitsOf({ units }: Pick<Question, 'units'>): Promise<Units | undefined> {
    return units === undefined ? undefined : this.units(units);
  }

  /** @throws BadInput */
  async units(source: UnitsSource): Promise<Units> {
    if ('csv' in source) return valueOf(readUnits(source.csv, 'units'));
    const path = join(this.folders.poolsFolder, source.name, 'units.csv');
    if (stateOf(path) === undefined) {
      const allowed = await this.unitsNames();
      const place = { file: 'body', field: '/units/name' };
      throw new BadInput([problem('placements.no-shipped-units', { name: source.name, allowed }, place)]);
    }
    return valueOf(await readUnitsFile(path));
  }

  /** A rule set with the scenario of a question laid over it. */
  #varied(ruleSet: RuleSet, scenario: Question['scenario']): Reading<RuleSet> {
    if (scenario === undefined) return { ok: true, value: ruleSet };
    const key = `varied ${ruleSet.sha256} ${JSON.stringify(scenario)}`;
    const known = this.#ruleSets.get(key);
    if (known !== undefined) return { ok: true, value: known };
    const varied = variedRules(ruleSet, scenario);
    if (varied.ok) this.#ruleSets.set(key, varied.value, 1);
    return varied;
  }

  /** @throws BadInput */
  async pool(source: PoolSource): Promise<Pool> {
    return valueOf(await this.#readPool(source));
  }

  async #readPool(source: PoolSource): Promise<PoolReading> {
    if ('name' in source) return this.#shippedPool(source.name);
    if ('csv' in source) {
      const key = `csv ${sha256(source.csv)}`;
      return this.#remembered(key, () => readPoolCsv(source.csv, 'pool'));
    }
    const key = `candidates ${sha256(JSON.stringify(source.candidates))}`;
    return this.#remembered(key, async () => poolFromCandidates(source.candidates, 'pool'));
  }

  async #remembered(key: string, read: () => Promise<PoolReading>): Promise<PoolReading> {
    const known = this.#pools.get(key);
    if (known !== undefined) return { ok: true, value: known };
    const reading = await read();
    if (reading.ok) this.#pools.set(key, reading.value, Math.max(reading.value.size, LEAST_WEIGHT));
    return reading;
  }

  async #shippedPool(name: string): Promise<PoolReading> {
    const path = join(this.folders.poolsFolder, name, 'pool.csv');
    const state = stateOf(path);
    if (state === undefined) {
      const allowed = await this.poolNames();
      const place = { file: 'body', field: '/pool/name' };
      return { ok: false, problems: [problem('service.no-pool', { name, allowed }, place)] };
    }
    return this.#remembered(`file ${path} ${state}`, () => readPoolFile(path));
  }

  /** What a shipped pool says of itself. @throws BadInput with the problems of the file that says it. */
  async poolLabel(name: string): Promise<PoolLabel> {
    return valueOf(await poolLabel(join(this.folders.poolsFolder, name, 'pool.yaml'), name));
  }

  /** The names of the shipped pools, in order. */
  async poolNames(): Promise<readonly string[]> {
    return this.#namesWith('pool.csv');
  }

  /** The names of the shipped pools that have a table of units, in order. */
  async unitsNames(): Promise<readonly string[]> {
    return this.#namesWith('units.csv');
  }

  #namesWith(file: string): readonly string[] {
    const { poolsFolder } = this.folders;
    const names = namesIn(poolsFolder).filter((name) => nameSchema.safeParse(name).success);
    return names.filter((name) => stateOf(join(poolsFolder, name, file)) !== undefined);
  }

  /** @throws BadInput */
  async ruleSet(source: RulesSource): Promise<RuleSet> {
    const shelf = this.#stateOfRules();
    const key = 'id' in source ? `id ${source.id} ${shelf}` : `yaml ${sha256(source.yaml)} ${shelf}`;
    const known = this.#ruleSets.get(key);
    if (known !== undefined) return known;
    const reading =
      'id' in source
        ? await this.#shippedRules(source.id)
        : await parseRuleSet(
            source.yaml,
            'rules',
            (id) => this.ruleText(id),
            async () => this.ruleSetIds(),
          );
    const ruleSet = valueOf(reading);
    this.#ruleSets.set(key, ruleSet, 1);
    return ruleSet;
  }

  async #shippedRules(id: string): Promise<Reading<RuleSet>> {
    const allowed = this.ruleSetIds();
    if (allowed.includes(id)) return loadRuleSet(id, this.folders.rulesFolder);
    const place = { file: 'body', field: '/rules/id' };
    return { ok: false, problems: [problem('service.no-rule-set', { id, allowed }, place)] };
  }

  /** The ids of the rule sets of the service, in order. */
  ruleSetIds(): readonly string[] {
    const names = namesIn(this.folders.rulesFolder).filter((name) => name.endsWith('.yaml'));
    const ids = names.map((name) => name.slice(0, -'.yaml'.length));
    return ids.filter((id) => nameSchema.safeParse(id).success);
  }

  /** The text of a rule file of the service; `undefined` if there is none of that id. */
  async ruleText(id: string): Promise<{ readonly text: string; readonly file: string } | undefined> {
    if (!nameSchema.safeParse(id).success) return undefined;
    const file = `${id}.yaml`;
    try {
      return { text: await readFile(join(this.folders.rulesFolder, file), 'utf8'), file };
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  }

  /** Changes whenever a rule file does: rule sets extend each other, so all of them count. */
  #stateOfRules(): string {
    const { rulesFolder } = this.folders;
    const names = namesIn(rulesFolder).filter((name) => name.endsWith('.yaml'));
    return names.map((name) => `${name} ${stateOf(join(rulesFolder, name))}`).join();
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Size and time of a file; `undefined` if there is no such file. Each question looks at some dozen files:
 * at once that takes a tenth of the time that as many turns of the thread pool take.
 */
function stateOf(path: string): string | undefined {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${size} ${mtimeMs}`;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
