import { join } from 'node:path';
import { openPlacement, type PlacementOptions } from '../placements/placement.ts';
import { readUnitsFile, readUnitsTable } from '../placements/read-units.ts';
import type { Units } from '../placements/units.ts';
import type { Pool, PoolReading } from '../pool/pool.ts';
import { readPoolCsv, readPoolFile, type ReadOptions } from '../pool/reading/read-csv.ts';
import type { Checkpoint } from '../rules/checkpoint.ts';
import { loadRuleSet, ruleSetFrom, textOfBytes } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { poolOfObjects, rulesOfObject, unitsOfObjects } from './objects.ts';
import { type Folders, poolsWith, ruleSetIds, ruleText, SHIPPED } from './shipped.ts';
import { type Laid, layScenario } from './scenario.ts';
import {
  type PoolSource,
  QUESTION,
  type RulesSource,
  type ScenarioSource,
  type TableReading,
  type UnitsSource,
} from './sources.ts';
import { asBuffer, bytesOfText } from './text-bytes.ts';
import { bytesOfFile } from '../tables/read-file.ts';
import type { Decisions } from '../pool/decisions.ts';

/** Reads the parts of a case. Problems are values; nothing is thrown for what somebody wrote. */
export interface CaseReader {
  pool(source: PoolSource): Promise<PoolReading>;
  rules(source: RulesSource): Promise<Reading<RuleSet>>;
  units(source: UnitsSource): Promise<Reading<Units>>;
  /** Rules under a scenario, with the decisions of both. */
  laid(scenario: ScenarioSource | undefined, ruleSet: RuleSet, decisions: Decisions): Promise<Reading<Laid>>;
  placement(
    pool: Pool,
    units: Units,
    ruleSet: RuleSet,
    options: PlacementOptions,
    checkpoint?: Checkpoint,
  ): Promise<Reading<SlateCase>>;
}

/** Reads everything anew each time it is asked. */
export class DirectReader implements CaseReader {
  readonly folders: Folders;

  constructor(folders: Folders = SHIPPED) {
    this.folders = folders;
  }

  async pool(source: PoolSource): Promise<PoolReading> {
    if ('unreadable' in source) return failed(source.unreadable);
    if ('pool' in source) return { ok: true, value: source.pool };
    if ('file' in source) return withMapping(source.reading, (how) => readPoolFile(source.file, how));
    if ('candidates' in source) return poolOfObjects(source);
    if ('name' in source) return this.#shippedPool(source.name);
    if ('base64' in source) {
      const bytes = Buffer.from(source.base64, 'base64');
      return withMapping(source.reading, (how) => readPoolCsv(bytes, 'pool', how));
    }
    const { csv, called = 'pool' } = source;
    const bytes = csv instanceof Uint8Array ? asBuffer(csv) : csv;
    return withMapping(source.reading, (how) => readPoolCsv(bytes, called, how));
  }

  async #shippedPool(name: string): Promise<PoolReading> {
    const allowed = poolsWith('pool.csv', this.folders);
    const place = { file: QUESTION, field: '/pool/name' };
    if (!allowed.includes(name)) return failed([problem('service.no-pool', { name, allowed }, place)]);
    return readPoolFile(join(this.folders.poolsFolder, name, 'pool.csv'));
  }

  async rules(source: RulesSource): Promise<Reading<RuleSet>> {
    const { rulesFolder } = this.folders;
    if ('unreadable' in source) return failed(source.unreadable);
    if ('ruleSet' in source) return rulesOfObject(source.ruleSet, this.folders);
    if ('yaml' in source) return this.#rulesIn(source);
    if ('idOrFile' in source) return loadRuleSet(source.idOrFile, rulesFolder);
    if ('file' in source) return rulesInFile(source.file, rulesFolder);
    if ('sha256' in source) return { ok: true, value: source };
    const allowed = ruleSetIds(this.folders);
    const place = { file: QUESTION, field: '/rules/id' };
    return allowed.includes(source.id)
      ? loadRuleSet(source.id, rulesFolder)
      : failed([problem('service.no-rule-set', { id: source.id, allowed }, place)]);
  }

  /** A text that is called like a file extends what lies beside that file; any other only what has an id. */
  async #rulesIn({
    yaml,
    called,
    behind,
  }: Extract<RulesSource, { yaml: unknown }>): Promise<Reading<RuleSet>> {
    const { rulesFolder } = this.folders;
    const name = called ?? 'rules';
    const bytes = await bytesOfText(yaml, name);
    if (!bytes.ok) return bytes;
    if (called !== undefined && behind === undefined) return ruleSetFrom(bytes.value, called, rulesFolder);
    const text = textOfBytes(bytes.value);
    if ('code' in text) return failed([{ ...text, place: { file: name } }]);
    const { parseRuleSet } = await import('../rules/parse-rule-set.ts');
    if (behind !== undefined) {
      const known = new Map(Object.entries(behind));
      return parseRuleSet(text.text, name, async (id) => known.get(id));
    }
    return parseRuleSet(
      text.text,
      'rules',
      (id) => ruleText(id, this.folders),
      async () => ruleSetIds(this.folders),
    );
  }

  async units(source: UnitsSource): Promise<Reading<Units>> {
    if ('unreadable' in source) return failed(source.unreadable);
    if ('table' in source) return { ok: true, value: source.table };
    if ('file' in source) return readUnitsFile(source.file, source.reading?.encoding);
    if ('units' in source) return unitsOfObjects(source.units);
    if ('name' in source) return this.#shippedUnits(source.name);
    const called = source.called ?? 'units';
    const bytes = await bytesOfText(source.csv, called);
    return bytes.ok ? readUnitsTable(bytes.value, called, source.reading?.encoding) : bytes;
  }

  async #shippedUnits(name: string): Promise<Reading<Units>> {
    const path = join(this.folders.poolsFolder, name, 'units.csv');
    const allowed = poolsWith('units.csv', this.folders);
    if (allowed.includes(name)) return readUnitsFile(path);
    const place = { file: QUESTION, field: '/units/name' };
    return failed([problem('placements.no-shipped-units', { name, allowed }, place)]);
  }

  laid(scenario: ScenarioSource | undefined, ruleSet: RuleSet, decisions: Decisions): Promise<Reading<Laid>> {
    return layScenario(scenario, ruleSet, decisions);
  }

  placement(
    pool: Pool,
    units: Units,
    ruleSet: RuleSet,
    options: PlacementOptions,
    checkpoint?: Checkpoint,
  ): Promise<Reading<SlateCase>> {
    return openPlacement(pool, units, ruleSet, options, checkpoint);
  }
}

/** Reads a table as somebody says; their mapping may stand in a file of its own. */
async function withMapping(
  reading: TableReading | undefined,
  read: (how: ReadOptions) => Promise<PoolReading>,
): Promise<PoolReading> {
  const { mapping, ...how } = reading ?? {};
  if (mapping === undefined || !('file' in mapping)) return read({ ...how, mapping });
  const { readMappingFile } = await import('../pool/headings/mapping-file.ts');
  const found = await readMappingFile(mapping.file);
  return found.ok ? read({ ...how, mapping: found.value }) : found;
}

/** A rule file by its path, whatever its name ends in. */
async function rulesInFile(file: string, folder: string): Promise<Reading<RuleSet>> {
  if (/\.(?:ya?ml|json)$/i.test(file)) return loadRuleSet(file, folder);
  const bytes = await bytesOfFile(file);
  return bytes.ok ? ruleSetFrom(bytes.value, file, folder) : bytes;
}

function failed(problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems };
}
