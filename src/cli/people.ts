import { isoText } from '../pool/civil-date.ts';
import { BLOCS, wordOfValue } from '../rules/known-facts.ts';
import { cellOf } from '../rules/fact-table.ts';
import { rowsById } from '../slate/case.ts';
import type { SlateCase } from '../slate/requests.ts';
import type { Language } from '../words/language.ts';
import { formatNumber } from '../words/number.ts';
import type { Cli } from './context.ts';
import { type Column, type Row, tableLines } from './table.ts';

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
    if (cell === undefined) return '';
    if (typeof cell === 'string' || typeof cell === 'boolean') return wordOfValue(fact, cell)[this.#language];
    const [low, high] = typeof cell === 'number' ? [cell, cell] : cell;
    if (this.#case.facts.fact(fact)?.type === 'date') return dateIn(isoText({ low, high }), this.#language);
    const number = (value: number): string => formatNumber(value, this.#language);
    return low === high ? number(low) : `${number(low)}–${number(high)}`;
  }

  #cell(id: string, fact: string) {
    const column = this.#case.facts.fact(fact);
    return column === undefined ? undefined : cellOf(column, this.#rowOf(id));
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

/** Id, name, and where the pool says so unit and post: the columns by which people recognise somebody. */
export function whoIsWho(
  people: People,
  { say }: Cli,
): { readonly columns: readonly Column[]; readonly cells: (id: string) => readonly string[] } {
  const facts = (['unit', 'post'] as const).filter((fact) => people.has(fact));
  const headings = { unit: say('cli.unit', undefined), post: say('cli.post', undefined) };
  return {
    columns: [
      { heading: say('cli.id', undefined) },
      { heading: say('cli.name', undefined), folds: true },
      ...facts.map((fact): Column => ({ heading: headings[fact], folds: true })),
    ],
    cells: (id) => [id, people.name(id), ...facts.map((fact) => people.shown(id, fact))],
  };
}

/** The members of a slate with who they are, bloc by bloc where the pool has blocs. */
export function membersTable(members: readonly string[], people: People, cli: Cli): readonly string[] {
  const { say, width } = cli;
  const facts = (['gender', 'birthDate', 'age', 'unit', 'post'] as const).filter((fact) => people.has(fact));
  const headings = {
    gender: say('cli.gender', undefined),
    birthDate: say('cli.born', undefined),
    age: say('cli.age', undefined),
    unit: say('cli.unit', undefined),
    post: say('cli.post', undefined),
  };
  const columns: readonly Column[] = [
    { heading: say('cli.number', undefined), align: 'right' },
    { heading: say('cli.id', undefined) },
    { heading: say('cli.name', undefined), folds: true },
    ...facts.map((fact): Column => {
      if (fact === 'birthDate' || fact === 'age') return { heading: headings[fact], align: 'right' };
      return fact === 'gender' ? { heading: headings[fact] } : { heading: headings[fact], folds: true };
    }),
  ];
  let number = 0;
  const rowOf = (id: string): Row => {
    number += 1;
    return [String(number), id, people.name(id), ...facts.map((fact) => people.shown(id, fact))];
  };
  if (!people.has('bloc')) return tableLines(columns, members.map(rowOf), width);
  const byBloc = Map.groupBy(members, (id) => people.raw(id, 'bloc'));
  const rows = inOrderOfBlocs([...byBloc.keys()]).flatMap((bloc): readonly Row[] => {
    const ofBloc = byBloc.get(bloc)!;
    const section = say('cli.bloc-heading', { bloc: blocIn(bloc, cli), members: ofBloc.length });
    return [{ section }, ...ofBloc.map(rowOf)];
  });
  return tableLines(columns, rows, width);
}

/** What a bloc is called. */
export function blocIn(bloc: string, { language, say }: Cli): string {
  return bloc === '' ? say('cli.no-bloc', undefined) : wordOfValue('bloc', bloc)[language];
}
