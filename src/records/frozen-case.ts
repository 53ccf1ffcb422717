import { join } from 'node:path';
import { DirectReader } from '../opening/reader.ts';
import { type Folders, ruleText, SHIPPED } from '../opening/shipped.ts';
import type { CaseSources, PoolSource, RulesSource, TableReading, TextSource } from '../opening/sources.ts';
import { bytesOfText } from '../opening/text-bytes.ts';
import { bytesOfFile } from '../tables/read-file.ts';
import { readMappingFile } from '../pool/headings/mapping-file.ts';
import { isRulePath, type TextBehind, textOfBytes, textsBehind } from '../rules/load.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { canonical, sha256Of } from './canonical.ts';

/**
 * A case that does not change any more, whatever becomes of the files and names that it was asked with: as
 * plain data in which every table and text stands by its hash, with these bytes beside it.
 */
export interface FrozenCase {
  readonly parts: FrozenParts;
  readonly contents: readonly Uint8Array[];
}

/** A table or a text by its hash, with how it was called and read. */
export interface FrozenText {
  readonly content: string;
  readonly called?: string | undefined;
  /** What it holds: objects as JSON instead of the text of a file. */
  readonly objects?: true | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly reading?: TableReading | undefined;
  /** Of rules: what they build upon, by id. */
  readonly behind?:
    | Readonly<Record<string, { readonly content: string; readonly called: string }>>
    | undefined;
  /** Of scenarios. */
  readonly id?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** The parts of a case as plain data. */
export interface FrozenParts {
  readonly pool: FrozenText;
  readonly rules: FrozenText;
  readonly units?: FrozenText | undefined;
  readonly scenario?: FrozenText | { readonly changes: object } | undefined;
  readonly decisions?: object | undefined;
  readonly slate?: FrozenText | { readonly ids: readonly string[] } | undefined;
  readonly scenarios?: FrozenText | { readonly list: readonly object[] } | undefined;
}

/** The tables of a case as plain data. */
export type FrozenTables = Pick<FrozenParts, 'pool' | 'units'>;

/** Takes hold of the tables of a case. @returns every problem of what cannot be read */
export async function freezeTables(
  { pool, units }: Pick<CaseSources, 'pool' | 'units'>,
  folders: Folders = SHIPPED,
): Promise<Reading<{ readonly tables: FrozenTables; readonly contents: readonly Uint8Array[] }>> {
  const freezer = new Freezer(folders);
  const tables = {
    pool: await freezer.pool(pool),
    ...(units !== undefined && { units: await freezer.units(units) }),
  };
  const { problems, contents } = freezer;
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { tables, contents: [...contents.values()] } };
}

/** The hashes of what tables hold. */
export function contentsOfTables({ pool, units }: FrozenTables): readonly string[] {
  return [pool.content, ...(units === undefined ? [] : [units.content])];
}

/** Takes hold of everything that a case is asked with. @returns every problem of what cannot be read */
export async function freezeCase(
  sources: CaseSources,
  folders: Folders = SHIPPED,
): Promise<Reading<FrozenCase>> {
  const freezer = new Freezer(folders);
  const parts = {
    pool: await freezer.pool(sources.pool),
    rules: await freezer.rules(sources.rules),
    ...(sources.units !== undefined && { units: await freezer.units(sources.units) }),
    ...(sources.scenario !== undefined && { scenario: await freezer.scenario(sources.scenario) }),
    ...(sources.decisions !== undefined && { decisions: sources.decisions }),
    ...(sources.slate !== undefined && { slate: await freezer.slate(sources.slate) }),
    ...(sources.scenarios !== undefined && { scenarios: await freezer.scenarios(sources.scenarios) }),
  };
  const { problems, contents } = freezer;
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { parts, contents: [...contents.values()] } };
}

const LOST: FrozenText = { content: '' };

/** Gathers bytes by their hash, and what is wrong. */
class Freezer {
  readonly problems: Problem[] = [];
  readonly contents = new Map<string, Uint8Array>();
  readonly #folders: Folders;

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  async pool(source: PoolSource): Promise<FrozenText> {
    if ('unreadable' in source) return this.#lost(source.unreadable);
    if ('pool' in source) throw new Error('a pool that was read has no text to be kept');
    if ('name' in source) return this.#file(join(this.#folders.poolsFolder, source.name, 'pool.csv'));
    if ('candidates' in source) {
      const { candidates, columns } = source;
      return { ...this.#objects([...candidates]), ...(columns !== undefined && { columns }) };
    }
    const { reading } = source;
    const read = reading === undefined ? {} : { reading: await this.#reading(reading) };
    if ('file' in source) return { ...(await this.#file(source.file)), ...read };
    if ('base64' in source) return { ...this.#keep(Buffer.from(source.base64, 'base64')), ...read };
    return { ...(await this.#text(source.csv, source.called ?? 'pool')), ...read };
  }

  async rules(source: RulesSource): Promise<FrozenText> {
    if ('unreadable' in source) return this.#lost(source.unreadable);
    if ('ruleSet' in source) return this.#withBehind(this.#objects(source.ruleSet), undefined);
    if ('sha256' in source) throw new Error('rules that were read have no text to be kept');
    if ('yaml' in source) {
      const rules = await this.#text(source.yaml, source.called ?? 'rules');
      return source.behind === undefined
        ? this.#withBehind(rules, source.called)
        : { ...rules, ...this.#behind(Object.entries(source.behind)) };
    }
    const named = 'file' in source ? source.file : 'id' in source ? source.id : source.idOrFile;
    const shipped = 'file' in source ? undefined : await ruleText(named, this.#folders);
    return shipped === undefined
      ? this.#withBehind(await this.#ruleFile(source, named), named)
      : this.#withBehind(await this.#text(shipped.text, shipped.file), shipped.file);
  }

  /** What keeps rules from being read is told as whoever reads them tells it: with the rule sets that there are. */
  async #ruleFile(source: RulesSource, named: string): Promise<FrozenText> {
    const isNone = 'idOrFile' in source && !isRulePath(named);
    const read = isNone ? undefined : await bytesOfFile(named);
    if (read?.ok === true) return { ...this.#keep(read.value), called: named };
    const found = await new DirectReader(this.#folders).rules(source);
    // A file that has come only now was not there when it was to be kept.
    return this.#lost(found.ok ? [problem('rules.unreadable', undefined, { file: named })] : found.problems);
  }

  /** Rules with what they build upon: a text without a name has no files beside it, only those that come with Slate. */
  async #withBehind(rules: FrozenText, called: string | undefined): Promise<FrozenText> {
    const { rulesFolder } = this.#folders;
    const name = called ?? join(rulesFolder, 'rules');
    const bytes = this.contents.get(rules.content);
    const text = bytes === undefined ? undefined : textOfBytes(bytes);
    if (text === undefined || !('text' in text)) return rules;
    return { ...rules, ...this.#behind([...(await textsBehind(text.text, name, rulesFolder))]) };
  }

  #behind(texts: readonly (readonly [id: string, text: TextBehind])[]): Pick<FrozenText, 'behind'> {
    if (texts.length === 0) return {};
    const kept = texts.map(
      ([id, { text, file }]) => [id, { ...this.#keep(Buffer.from(text)), called: file }] as const,
    );
    return { behind: Object.fromEntries(kept) };
  }

  async units(source: NonNullable<CaseSources['units']>): Promise<FrozenText> {
    if ('unreadable' in source) return this.#lost(source.unreadable);
    if ('table' in source) throw new Error('units that were read have no text to be kept');
    if ('name' in source) return this.#file(join(this.#folders.poolsFolder, source.name, 'units.csv'));
    if ('units' in source) return this.#objects([...source.units]);
    return this.#smallTable(source, 'units');
  }

  async scenario(
    source: NonNullable<CaseSources['scenario']>,
  ): Promise<NonNullable<FrozenParts['scenario']>> {
    if ('unreadable' in source) return this.#lost(source.unreadable);
    if ('scenario' in source) throw new Error('a scenario that was read has no text to be kept');
    if (!('file' in source || 'yaml' in source)) return { changes: source };
    const text =
      'file' in source
        ? await this.#file(source.file)
        : await this.#text(source.yaml, source.called ?? 'scenario');
    return source.id === undefined ? text : { ...text, id: source.id };
  }

  async slate(source: NonNullable<CaseSources['slate']>): Promise<NonNullable<FrozenParts['slate']>> {
    if ('unreadable' in source) return this.#lost(source.unreadable);
    if (isList(source)) return { ids: source };
    if ('members' in source) return { ids: source.members };
    return this.#smallTable(source, 'slate');
  }

  async scenarios(
    source: NonNullable<CaseSources['scenarios']>,
  ): Promise<NonNullable<FrozenParts['scenarios']>> {
    if ('unreadable' in source) return this.#lost(source.unreadable);
    if (isList(source)) return { list: source };
    const text =
      'besideRules' in source
        ? await this.rules({ idOrFile: source.besideRules })
        : 'file' in source
          ? await this.#file(source.file)
          : await this.#text(source.yaml, source.called ?? 'scenarios');
    return source.ids === undefined ? text : { ...text, ids: source.ids };
  }

  async #smallTable(
    source: Extract<CaseSources['slate'], { readonly file: string } | { readonly csv: TextSource }>,
    called: string,
  ): Promise<FrozenText> {
    const text =
      'file' in source
        ? await this.#file(source.file)
        : await this.#text(source.csv, source.called ?? called);
    return { ...text, ...(source.reading !== undefined && { reading: source.reading }) };
  }

  async #reading({ mapping, ...reading }: TableReading): Promise<TableReading> {
    if (mapping === undefined || !('file' in mapping)) return { ...reading, ...(mapping && { mapping }) };
    const read = await readMappingFile(mapping.file);
    if (read.ok) return { ...reading, mapping: read.value };
    this.problems.push(...read.problems);
    return reading;
  }

  async #file(file: string): Promise<FrozenText> {
    const read = await bytesOfFile(file);
    return read.ok ? { ...this.#keep(read.value), called: file } : this.#lost(read.problems);
  }

  async #text(text: TextSource, called: string): Promise<FrozenText> {
    const read = await bytesOfText(text, called);
    return read.ok ? { ...this.#keep(read.value), called } : this.#lost(read.problems);
  }

  #objects(value: unknown): FrozenText {
    return { ...this.#keep(Buffer.from(canonical(value))), objects: true };
  }

  #keep(bytes: Uint8Array): { readonly content: string } {
    const content = sha256Of(bytes);
    this.contents.set(content, bytes);
    return { content };
  }

  #lost(problems: readonly Problem[]): FrozenText {
    this.problems.push(...problems);
    return LOST;
  }
}

function isList<Item>(source: readonly Item[] | object): source is readonly Item[] {
  return Array.isArray(source);
}

/** Every hash that stands in the parts of a case. */
export function hashesIn(parts: FrozenParts): readonly string[] {
  return Object.values(parts).flatMap((part: object | undefined) => {
    if (part === undefined) return [];
    const own = 'content' in part ? [String(part.content)] : [];
    const { behind = {} } = part as Pick<FrozenText, 'behind'>;
    return [...own, ...Object.values(behind).map(({ content }) => content)];
  });
}
