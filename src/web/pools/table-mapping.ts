import { type MappedColumn, mappedColumn } from '../../pool/headings/mapping.ts';
import { type Mapping, mappingSchema } from '../../pool/headings/mapping-schema.ts';
import type { ProblemItem } from '../../service/answers/answers.ts';
import type { TableLayoutAnswer } from '../../service/answers/pool-answers.ts';
import { columnNamed } from '../../pool/synonyms.ts';
import { ownProperty } from '../../words/own-property.ts';
import type { People, Person } from '../people/person.ts';

/** A column of a table as it was read. */
export type ReadColumn = TableLayoutAnswer['columns'][number];

/** A word that stands in cells of a column and says nothing that is known there. */
export interface UnreadWord {
  /** The heading of the column. */
  readonly heading: string;
  /** What the column is read as. */
  readonly fact: string;
  readonly word: string;
  /** In how many cells it stands. */
  readonly cells: number;
  /** What it can mean. */
  readonly allowed: readonly string[];
}

/** What a mapping says of a heading; `undefined` where the heading speaks for itself. */
export function saidOf(mapping: Mapping | undefined, heading: string): MappedColumn | undefined {
  return mappedColumn(mapping, heading);
}

/** The mapping with this said of a column; `undefined` lets the heading speak for itself again. */
export function withColumn(
  mapping: Mapping | undefined,
  heading: string,
  said: MappedColumn | undefined,
): Mapping {
  const { [heading]: _before, ...others } = mapping?.columns ?? {};
  if (said === undefined) return { ...mapping, columns: others };
  const { as, unit, written } = said;
  const column =
    unit === undefined ? as : { as, unit, ...(written !== undefined && written !== unit && { written }) };
  return { ...mapping, columns: { ...others, [heading]: column } };
}

/** The mapping with the line of the headings; `undefined` has it looked for again. */
export function withHeadingLine(mapping: Mapping | undefined, line: number | undefined): Mapping {
  const { headings: _before, ...others } = mapping ?? {};
  return line === undefined ? others : { ...others, headings: line };
}

/** The mapping in which a word of a column means a value; the empty value leaves its cells empty. */
export function withWord(mapping: Mapping | undefined, fact: string, word: string, value: string): Mapping {
  const others = Object.entries(ownProperty(mapping?.values ?? {}, fact) ?? {}).map(
    ([each, words]) => [each, words.filter((one) => one !== word)] as const,
  );
  const words = Object.fromEntries(others.filter(([, left]) => left.length > 0));
  const values = { ...words, [value]: [...(ownProperty(words, value) ?? []), word] };
  return { ...mapping, values: { ...mapping?.values, [fact]: values } };
}

/** The words of closed columns that are not understood, each once. */
export function unreadWords(
  problems: readonly ProblemItem[],
  columns: readonly ReadColumn[],
): readonly UnreadWord[] {
  const found = new Map<string, UnreadWord>();
  for (const { code, parameters, place } of problems) {
    const word = parameters?.['value'];
    const heading = place?.field;
    const column = columns.find((each) => each.heading === heading);
    if (typeof word !== 'string' || heading === undefined || column?.as === undefined) continue;
    const allowed = allowedIn(code, parameters?.['allowed']);
    if (allowed === undefined) continue;
    const key = JSON.stringify([heading, word]);
    const cells = (found.get(key)?.cells ?? 0) + 1;
    found.set(key, { heading, fact: column.as, word, cells, allowed });
  }
  return [...found.values()];
}

function allowedIn(code: string, allowed: unknown): readonly string[] | undefined {
  if (code === 'pool.bad-boolean') return ['true', 'false'];
  if (code !== 'pool.bad-choice' || !Array.isArray(allowed)) return undefined;
  return allowed.filter((each) => typeof each === 'string');
}

/**
 * What is said and what was guessed of a table, whole: as the file that reads the next delivery of the same
 * office. Only whole columns can be said in it; those of one gender are found by their headings.
 */
export function mappingToKeep(mapping: Mapping | undefined, columns: readonly ReadColumn[]): Mapping {
  const guessed = columns.flatMap(({ heading, is, as }): [string, string][] =>
    as !== undefined && (is === 'fact' || is === 'extra') ? [[heading, as]] : [],
  );
  return { ...mapping, columns: { ...Object.fromEntries(guessed), ...mapping?.columns } };
}

/** A cell that holds a number and nothing else. */
export const NUMBER_CELL = /^-?\d+(?:[.,]\d+)?$/;

/** The mapping in a text of YAML or JSON; `undefined` if it is none. */
export async function mappingIn(text: string): Promise<Mapping | undefined> {
  const { parse } = await import('yaml');
  try {
    const read = mappingSchema.safeParse(parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** A column of numbers in which a few cells hold something else. */
interface OddNumberColumn {
  readonly heading: string;
  /** What stands in those cells, each once. */
  readonly words: readonly string[];
  readonly cells: readonly OddCell[];
}

/** A cell that holds no number, and whose it is. */
export interface OddCell {
  readonly word: string;
  readonly name: string;
  /** In the file, from 1; absent where it is not known for sure. */
  readonly line?: number;
}

/** How many cells of a column are numbers for each that is not: below it, the column is one of texts. */
const NUMBERS_FOR_A_WORD = 4;

/**
 * Columns of their own that hold numbers but for a few cells.
 *
 * @param lines the lines of the candidates in the file, in their order; absent where they are not known.
 */
export function oddNumbersOf(
  { headings, list }: People,
  lines?: readonly number[],
): readonly OddNumberColumn[] {
  return headings.flatMap((heading): OddNumberColumn[] => {
    if (columnNamed(heading) !== undefined) return [];
    const cells = list.map((person) => (ownProperty(person.cells, heading) ?? '').trim());
    const filled = cells.filter((cell) => cell !== '');
    const odd = cells.flatMap((word, index): OddCell[] => {
      if (word === '' || NUMBER_CELL.test(word)) return [];
      const line = lines?.[index];
      return [{ word, name: nameOf(list[index]), ...(line !== undefined && { line }) }];
    });
    if (odd.length === 0 || filled.length - odd.length < odd.length * NUMBERS_FOR_A_WORD) return [];
    return [{ heading, words: [...new Set(odd.map(({ word }) => word))], cells: odd }];
  });
}

function nameOf(person: Person | undefined): string {
  return person === undefined ? '' : person.name || person.id;
}

/** The mapping in which the cells of a column that hold no numbers are empty. */
export function withEmpty(mapping: Mapping | undefined, { heading, words }: OddNumberColumn): Mapping {
  return words.reduce<Mapping>((said, word) => withWord(said, heading, word, ''), mapping ?? {});
}
