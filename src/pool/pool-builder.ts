import type { FactColumn } from '../rules/fact-table.ts';
import { problem, type Place, type Problem } from '../words/problem.ts';
import { owned, plainText } from './cells.ts';
import { growingKnownColumn } from './column-readers.ts';
import type { GrowingColumn } from './growing-columns.ts';
import type { Pool, PoolReading } from './pool.ts';
import type { ProblemList } from './problem-list.ts';
import { columnOfHeading } from './synonyms.ts';

/** How a row is found again in what was read. */
export interface RowPlaces {
  /** The place of a cell; `heading` as it was written, absent for the whole row. */
  placeOf(row: number, heading?: string): Place;
  /** Says that two rows have the same id, at the place of the second. */
  duplicateId(id: string, first: number, second: number, place: Place): Problem;
}

/** Where a heading was written; CSV headings stand in the header line. */
export type HeadingPlace = (heading: string) => Place;

/** Rows that a pool can hold at most; ids are kept in one Map, which takes no more than 2^24. */
const MOST_ROWS = 16_000_000;

type Take = (raw: string, row: number) => void;

interface Headings {
  readonly takes: readonly Take[];
  readonly written: ReadonlyMap<string, string>;
}

/** Makes a pool out of rows of cells. Problems go to the list; with none there, the pool is sound. */
export class PoolBuilder {
  readonly #problems: ProblemList;
  readonly #places: RowPlaces;
  readonly #columns = new Map<string, GrowingColumn<FactColumn>>();
  readonly #extras = new Map<string, GrowingTexts>();
  readonly #ids: string[] = [];
  readonly #names: string[] = [];
  readonly #rowOfId = new Map<string, number>();
  readonly #headings: Headings;
  #size = 0;

  constructor(
    headings: readonly string[],
    headingPlace: HeadingPlace,
    places: RowPlaces,
    problems: ProblemList,
  ) {
    this.#problems = problems;
    this.#places = places;
    this.#headings = this.#takeHeadings(headings, headingPlace);
  }

  /** How many rows were added. */
  get size(): number {
    return this.#size;
  }

  /** Adds a candidate; `cells` are as many as the headings and in their order. False when there is no more room. */
  addRow(cells: readonly string[]): boolean {
    if (this.#size === MOST_ROWS) {
      this.#problems.addForFile((place) => problem('pool.too-many-rows', { most: MOST_ROWS }, place));
      return false;
    }
    const { takes } = this.#headings;
    for (let column = 0; column < takes.length; column += 1) takes[column]!(cells[column]!, this.#size);
    this.#size += 1;
    return true;
  }

  /** The pool, or all problems found since the beginning. */
  finish(sha256: string): PoolReading {
    if (this.#size === 0) {
      if (this.#problems.isEmpty) {
        this.#problems.addForFile((place) => problem('pool.no-candidates', {}, place));
      }
      return { ok: false, problems: this.#problems.finish() };
    }
    const pool = this.#pool(sha256);
    if (this.#problems.isEmpty) return { ok: true, value: pool };
    return { ok: false, problems: this.#problems.finish(), readable: pool };
  }

  #pool(sha256: string): Pool {
    const columns = new Map([...this.#columns].map(([name, column]) => [name, column.finish()] as const));
    const extras = new Map([...this.#extras].map(([heading, texts]) => [heading, texts.values] as const));
    const { written } = this.#headings;
    const places = this.#places;
    return {
      file: this.#problems.file,
      size: this.#size,
      ids: this.#ids,
      names: this.#names,
      headings: [...written.keys()],
      columns,
      extras,
      sha256,
      fact: (name) => columns.get(name),
      placeOf: (row, heading) => places.placeOf(row, written.get(heading)),
    };
  }

  #takeHeadings(headings: readonly string[], placeOf: HeadingPlace): Headings {
    const written = new Map<string, string>();
    const keys = new Map<string, string>();
    const takes = headings.map((raw, index): Take => {
      const heading = plainText(raw);
      if (heading === '') return this.#takeUnheaded(index);
      const known = columnOfHeading(heading);
      // Extras are told apart as declared facts look for them: ignoring case and spaces.
      const key = known?.name ?? ` ${headingKey(heading)}`;
      const first = keys.get(key);
      if (first !== undefined) {
        const parameters = { first, second: heading, column: known?.name ?? heading };
        this.#problems.add(
          (place) => problem('pool.duplicate-heading', parameters, place),
          () => placeOf(raw),
        );
        return ignore;
      }
      keys.set(key, heading);
      written.set(known?.name ?? heading, raw);
      return known === undefined ? this.#takeExtra(heading) : this.#takeKnown(known.name, raw);
    });
    for (const column of ['id', 'name']) {
      if (keys.has(column)) continue;
      this.#problems.addForFile((place) => problem('pool.missing-column', { column }, place));
    }
    return { takes, written };
  }

  #takeKnown(name: string, heading: string): Take {
    if (name === 'id') return (raw, row) => this.#takeId(raw, row, heading);
    if (name === 'name') return (raw, row) => this.#takeName(raw, row, heading);
    const column = growingKnownColumn(columnOfHeading(name)!);
    this.#columns.set(name, column);
    return (raw, row) => {
      const fault = column.add(raw);
      if (fault !== undefined) this.#problems.add(fault, () => this.#places.placeOf(row, heading));
    };
  }

  #takeExtra(heading: string): Take {
    const texts = new GrowingTexts();
    this.#extras.set(heading, texts);
    return (raw) => texts.add(raw);
  }

  #takeUnheaded(index: number): Take {
    return (raw, row) => {
      if (raw === '' || raw.trim() === '') return;
      this.#problems.add(
        (place) => problem('pool.cell-without-heading', { position: index + 1, value: raw.trim() }, place),
        () => this.#places.placeOf(row),
      );
    };
  }

  #takeId(raw: string, row: number, heading: string): void {
    const id = owned(raw.normalize('NFC').trim());
    this.#ids.push(id);
    if (id === '') {
      this.#problems.add(
        (place) => problem('pool.empty-id', {}, place),
        () => this.#places.placeOf(row, heading),
      );
      return;
    }
    const first = this.#rowOfId.get(id);
    if (first === undefined) {
      this.#rowOfId.set(id, row);
      return;
    }
    this.#problems.add(
      (place) => this.#places.duplicateId(id, first, row, place),
      () => this.#places.placeOf(row, heading),
    );
  }

  #takeName(raw: string, row: number, heading: string): void {
    const name = owned(plainText(raw));
    this.#names.push(name);
    if (name !== '') return;
    this.#problems.add(
      (place) => problem('pool.empty-name', {}, place),
      () => this.#places.placeOf(row, heading),
    );
  }
}

/** A heading as declared facts look for it: ignoring case and white space. */
export function headingKey(heading: string): string {
  return heading.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '');
}

function ignore(): void {
  // A second column of the same meaning is a problem already; its cells say nothing more.
}

/** Distinct texts that are worth remembering: columns of notes would only fill the memory. */
const MOST_SHARED_TEXTS = 65_536;

/** A column of plain texts, in which equal texts share their memory. */
class GrowingTexts {
  readonly values: string[] = [];
  readonly #shared = new Map<string, string>();

  add(raw: string): void {
    const known = this.#shared.get(raw);
    if (known !== undefined) {
      this.values.push(known);
      return;
    }
    const text = owned(plainText(raw));
    if (this.#shared.size < MOST_SHARED_TEXTS) this.#shared.set(owned(raw), text);
    this.values.push(text);
  }
}
