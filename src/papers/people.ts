import { isoText } from '../pool/cells/civil-date.ts';
import { BLOCS, wordOfValue } from '../rules/facts/known-facts.ts';
import { cellOf, rowsById } from '../rules/facts/fact-table.ts';
import type { SlateCase } from '../check/slate-case.ts';
import type { Language } from '../words/language.ts';
import { formatNumber } from '../words/number.ts';

/** Candidates as tables show them, by id. */
export class People {
  readonly #case: Pick<SlateCase, 'pool' | 'facts'>;
  readonly #language: Language;

  constructor(asked: Pick<SlateCase, 'pool' | 'facts'>, language: Language) {
    this.#case = asked;
    this.#language = language;
  }

  /** Whether the pool has a column at all. */
  has(fact: string): boolean {
    return this.#case.facts.fact(fact) !== undefined;
  }

  /** The name of a candidate, or of the candidate of an appointment. */
  name(id: string): string {
    return this.#case.pool.names[rowsById(this.#case.pool).get(this.#personOf(id))!]!;
  }

  /** `HD-001 Trần Quang Thắng`. */
  called(id: string): string {
    return `${id} ${this.name(id)}`;
  }

  #personOf(id: string): string {
    const { personOf } = this.#case.facts;
    const row = personOf && rowsById(this.#case.facts).get(id);
    return personOf === undefined || row === undefined ? id : personOf(row);
  }

  /** The value of a fact as it was written, `''` if there is none. */
  raw(id: string, fact: string): string {
    const cell = this.#cell(id, fact);
    return typeof cell === 'string' ? cell : '';
  }

  /** The value of a fact in words; dates as exact as they are known, `''` if there is none. */
  shown(id: string, fact: string): string {
    const cell = this.#cell(id, fact);
    if (cell === undefined) return this.#carriedAlong(id, fact);
    if (typeof cell === 'string' || typeof cell === 'boolean') return wordOfValue(fact, cell)[this.#language];
    const [low, high] = typeof cell === 'number' ? [cell, cell] : cell;
    if (this.#case.facts.fact(fact)?.type === 'date') return dateIn(isoText({ low, high }), this.#language);
    const number = (value: number): string => formatNumber(value, this.#language);
    return low === high ? number(low) : `${number(low)}–${number(high)}`;
  }

  /** Whether anybody has this value of a fact. */
  hasValue(fact: string, value: string): boolean {
    const column = this.#case.facts.fact(fact);
    return column !== undefined && 'codes' in column && column.values.includes(value);
  }

  /** Whether all values of a fact are short: numbers, dates, yes and no. */
  isShort(fact: string): boolean {
    const type = this.#case.facts.fact(fact)?.type;
    return fact === 'gender' || (type !== undefined && type !== 'text');
  }

  #cell(id: string, fact: string) {
    const column = this.#case.facts.fact(fact);
    return column === undefined ? undefined : cellOf(column, this.#rowOf(id));
  }

  /** What a column says that no rule may read; `''` where the pool has none of that heading. */
  #carriedAlong(id: string, heading: string): string {
    const { extras } = this.#case.pool;
    return extras.get(heading)?.at(rowsById(this.#case.pool).get(this.#personOf(id))!) ?? '';
  }

  #rowOf(id: string): number {
    return rowsById(this.#case.facts).get(id)!;
  }
}

/** `2020-06-05` is `05/06/2020` in Vietnamese; likewise where the day or the month is unknown. */
export function dateIn(iso: string, language: Language): string {
  return language === 'vi' ? iso.split('-').toReversed().join('/') : iso;
}

function rankOfBloc(bloc: string): number {
  if (bloc === '') return BLOCS.length + 1;
  const known = BLOCS.findIndex((each) => each === bloc);
  return known === -1 ? BLOCS.length : known;
}

/** Blocs in the order of the plan, then others by name; those without one (`''`) last. */
export function inOrderOfBlocs(blocs: readonly string[]): readonly string[] {
  return blocs.toSorted((a, b) => rankOfBloc(a) - rankOfBloc(b) || a.localeCompare(b, 'vi'));
}
