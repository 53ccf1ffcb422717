import { agesOf, birthsOf } from '../../pool/facts/ages.ts';
import { daysFromCivil, dayRange, packedFromDays } from '../../pool/cells/civil-date.ts';
import type { NumericColumn } from '../../rules/facts/fact-table.ts';
import type { PoolAnswer } from '../../service/answers/pool-answers.ts';
import type { Language } from '../../words/language.ts';

/** One candidate as the page shows them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Canonical texts by heading; an empty cell is `''`. */
  readonly cells: Readonly<Record<string, string>>;
  /** Full years on the reference date; two values where the birth date is known too roughly. */
  readonly age: readonly [low: number, high: number] | undefined;
}

/** The candidates of a pool, in its order, and by id. */
export interface People {
  readonly headings: readonly string[];
  readonly list: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
  /** Of a placement: whose appointment an id is; `undefined` for every other id. */
  readonly appointment?: (id: string) => AppointedPerson | undefined;
}

/** Somebody in a post. */
interface AppointedPerson {
  readonly person: Person;
  /** The post alone: `Chủ tịch UBND, Ái Quốc`. */
  readonly post: string;
  /** Name and post. */
  readonly words: string;
}

/** Whom an id names: a candidate, or the one whose appointment it is. */
export function personNamed(id: string, people: People): Person | undefined {
  return people.byId.get(id) ?? people.appointment?.(id)?.person;
}

/** The candidates of a pool with their ages on the reference date (`YYYY-MM-DD`) of a rule set. */
export function peopleOf(pool: PoolAnswer, referenceDate: string): People {
  const births = pool.rows.map((row) => row['birthDate'] ?? '');
  const ages = agesOn(births, referenceDate);
  const list = pool.rows.map((cells, index) => ({
    id: cells['id'] ?? '',
    name: cells['name'] ?? '',
    cells,
    age: ages[index],
  }));
  return { headings: pool.headings, list, byId: new Map(list.map((person) => [person.id, person])) };
}

function agesOn(births: readonly string[], referenceDate: string): readonly Person['age'][] {
  const low = new Float64Array(births.length);
  const high = new Float64Array(births.length);
  births.forEach((text, row) => {
    const days = daysOf(text);
    low[row] = days?.low ?? Number.NaN;
    high[row] = days?.high ?? Number.NaN;
  });
  const column: NumericColumn = { type: 'date', low, high, denominator: 1 };
  const reference = daysOf(referenceDate);
  const ages = reference && agesOf(birthsOf(column), packedFromDays(reference.low));
  return births.map((_birth, row) => {
    const age = ages?.low[row] ?? Number.NaN;
    return Number.isNaN(age) || ages === undefined ? undefined : [age, ages.high[row]!];
  });
}

/** The days of a canonical date: `1980-05-17`, `1980-05` or `1980`. */
function daysOf(text: string): { readonly low: number; readonly high: number } | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  if (day !== undefined) {
    const days = daysFromCivil(Number(year), Number(month), Number(day));
    return { low: days, high: days };
  }
  return dayRange(Number(year), Number(month ?? 0), 0);
}

/**
 * A canonical date as documents write it, full or as far as it is known: in Vietnamese `17/05/1980`,
 * `05/1980`, `1980`; in English `17 May 1980`, `May 1980`, `1980`.
 */
export function dateWords(text: string, language: Language): string {
  const parts = text.split('-');
  const [year = '', month, day] = parts;
  if (language === 'vi' || month === undefined) return parts.toReversed().join('/');
  const shown = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return ENGLISH_DATES[day === undefined ? 'month' : 'day'].format(shown);
}

const inEnglish = (parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' });

const ENGLISH_DATES = {
  month: inEnglish({ year: 'numeric', month: 'long' }),
  day: inEnglish({ year: 'numeric', month: 'long', day: 'numeric' }),
} as const;
