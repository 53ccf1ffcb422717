import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PlacementOptions } from '../placements/placement.ts';
import type { Units } from '../placements/units.ts';
import type { Pool, PoolReading } from '../pool/pool.ts';
import { type CaseReader, DirectReader } from '../opening/reader.ts';
import type { Laid } from '../opening/scenario.ts';
import { type Folders, stateOf, stateOfRules } from '../opening/shipped.ts';
import type { PoolSource, RulesSource, ScenarioSource, UnitsSource } from '../opening/sources.ts';
import type { Checkpoint } from '../rules/checkpoint.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { SlateCase } from '../check/slate-case.ts';
import type { Reading } from '../words/problem.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { Decisions } from '../pool/decisions.ts';

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
 * Reads the parts of cases and remembers the last ones, so that a board that changes one quota after
 * another does not wait for the same files again. What is remembered goes by the content (a hash, or name,
 * size and time of a file), so a changed file is read anew.
 */
export class CachedReader implements CaseReader {
  readonly folders: Folders;
  readonly #direct: DirectReader;
  readonly #pools = new RecentlyUsed<Pool>(MOST_CANDIDATES);
  readonly #ruleSets = new RecentlyUsed<RuleSet>(MOST_RULE_SETS);
  readonly #placements = new RecentlyUsed<SlateCase>(MOST_APPOINTMENTS);

  constructor(folders: Folders) {
    this.folders = folders;
    this.#direct = new DirectReader(folders);
  }

  async pool(source: PoolSource): Promise<PoolReading> {
    const key = this.#keyOfPool(source);
    const known = key === undefined ? undefined : this.#pools.get(key);
    if (known !== undefined) return { ok: true, value: known };
    const reading = await this.#direct.pool(source);
    if (reading.ok && key !== undefined)
      this.#pools.set(key, reading.value, Math.max(reading.value.size, LEAST_WEIGHT));
    return reading;
  }

  #keyOfPool(source: PoolSource): string | undefined {
    if ('csv' in source && (typeof source.csv === 'string' || source.csv instanceof Uint8Array))
      return `csv ${sha256(source.csv)} ${JSON.stringify([source.called, source.reading])}`;
    if ('base64' in source) return `bytes ${sha256(JSON.stringify(source))}`;
    if ('candidates' in source) return `candidates ${sha256(JSON.stringify(source))}`;
    if (!('name' in source)) return undefined;
    const path = join(this.folders.poolsFolder, source.name, 'pool.csv');
    const state = stateOf(path);
    return state && `file ${path} ${state}`;
  }

  async rules(source: RulesSource): Promise<Reading<RuleSet>> {
    const key = `${JSON.stringify(source)} ${stateOfRules(this.folders)}`;
    return this.#ruleSetBy(sha256(key), () => this.#direct.rules(source));
  }

  async #ruleSetBy(key: string, read: () => Promise<Reading<RuleSet>>): Promise<Reading<RuleSet>> {
    const known = this.#ruleSets.get(key);
    if (known !== undefined) return { ok: true, value: known };
    const reading = await read();
    if (reading.ok) this.#ruleSets.set(key, reading.value, 1);
    return reading;
  }

  units(source: UnitsSource): Promise<Reading<Units>> {
    return this.#direct.units(source);
  }

  /** Rules under the same changes are the same object, so that what was decided of them stays decided. */
  async laid(
    scenario: ScenarioSource | undefined,
    ruleSet: RuleSet,
    decisions: Decisions,
  ): Promise<Reading<Laid>> {
    // One of a file makes decisions of its own, which go with those of the question.
    if (scenario === undefined || 'yaml' in scenario) return this.#direct.laid(scenario, ruleSet, decisions);
    const key = `under ${ruleSet.sha256} ${JSON.stringify(scenario)}`;
    const varied = await this.#ruleSetBy(key, async () => {
      const laid = await this.#direct.laid(scenario, ruleSet, decisions);
      return laid.ok ? { ok: true, value: laid.value.ruleSet } : laid;
    });
    return varied.ok ? { ok: true, value: { ruleSet: varied.value, decisions } } : varied;
  }

  /** One table of appointments, however many questions are asked of it. */
  async placement(
    pool: Pool,
    units: Units,
    ruleSet: RuleSet,
    options: PlacementOptions,
    checkpoint?: Checkpoint,
  ): Promise<Reading<SlateCase>> {
    const key = [pool.sha256, units.sha256, ruleSet.sha256, JSON.stringify(options)].join(' ');
    const known = this.#placements.get(key);
    if (known !== undefined) return { ok: true, value: known };
    const opened = await this.#direct.placement(pool, units, ruleSet, options, checkpoint);
    if (opened.ok) this.#placements.set(key, opened.value, Math.max(opened.value.facts.size, LEAST_WEIGHT));
    return opened;
  }
}

function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
