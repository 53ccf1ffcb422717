import { titleOfFact, wordOfValue } from '../rules/facts/known-facts.ts';
import type { Appointment } from '../check/check-answer.ts';
import { phrase } from '../words/catalogue.ts';
import { type Language, capital } from '../words/language.ts';
import type { People } from './people.ts';

/** A column of a roster. */
export interface RosterColumn {
  readonly heading: string;
  /** What stands over it and its neighbours with the same; absent: its heading takes both lines. */
  readonly over?: string;
  /** Texts wrap; what is short (numbers, dates) stands on one line, in the middle. */
  readonly kind: 'text' | 'short';
}

/** Somebody in a roster. */
export interface RosterPerson {
  readonly number: number;
  /** Of the table of facts. */
  readonly row: string;
  /** Of the candidate. */
  readonly id: string;
  readonly appointment?: Appointment;
  /** Where they are appointed, and to what. */
  readonly unit?: string;
  readonly titles?: string;
}

/** A column, and what it says of somebody. */
interface FilledColumn extends RosterColumn {
  readonly cell: (person: RosterPerson) => string;
}

/** What a roster is of: an ordered list may have pairs at its places. */
export type RosterKind = 'slate' | 'plan' | 'list' | 'pairs';

interface Wanted {
  readonly people: People;
  readonly of: RosterKind;
  readonly isBlind: boolean;
  readonly language: Language;
}

/**
 * The columns of a roster: number, id, name, of a plan the post and its unit, and facts. Dates of birth stand
 * below “Men” and “Women” where the gender is shown, too, and everybody has one of the two; post and unit of
 * work in one column, the last.
 */
export function rosterColumns(facts: readonly string[], wanted: Wanted): readonly FilledColumn[] {
  const { isBlind, of, language, people } = wanted;
  const parted =
    facts.includes('gender') && facts.includes('birthDate') && !people.hasValue('gender', 'other');
  const further = facts.filter(
    (fact) => !['name', 'post', 'unit'].includes(fact) && !(parted && fact === 'gender'),
  );
  const isShown = (fact: string): boolean => facts.includes(fact);
  const word = (code: 'cli.number' | 'papers.title-column' | 'papers.move-column'): string =>
    phrase(language, code, undefined);
  const heading = (fact: string): string => capital(titleOfFact(fact)[language]);
  return [
    { heading: word('cli.number'), kind: 'short', cell: ({ number }) => String(number) },
    { heading: heading('id'), kind: 'short', cell: ({ id }) => id },
    ...(isBlind ? [] : [textColumn(heading('name'), ({ row }) => people.name(row))]),
    ...(of === 'plan' || of === 'pairs'
      ? [textColumn(word('papers.title-column'), ({ titles = '' }) => titles)]
      : []),
    ...(of === 'plan'
      ? [
          textColumn(heading('unit'), ({ unit = '' }) => unit),
          textColumn(word('papers.move-column'), ({ appointment }) => moveOf(appointment, language)),
        ]
      : []),
    ...further.flatMap((fact) =>
      parted && fact === 'birthDate' ? birthColumns(wanted) : [factColumn(fact, heading(fact), people)],
    ),
    ...workColumn(isShown('post') && !isBlind, isShown('unit'), wanted),
  ];
}

function textColumn(heading: string, cell: FilledColumn['cell']): FilledColumn {
  return { heading, kind: 'text', cell };
}

function factColumn(fact: string, heading: string, people: People): FilledColumn {
  return {
    heading,
    kind: people.isShort(fact) ? 'short' : 'text',
    cell: ({ row }) => people.shown(row, fact),
  };
}

function birthColumns({ language, people }: Wanted): readonly FilledColumn[] {
  const over = capital(titleOfFact('birthDate')[language]);
  return (['male', 'female'] as const).map((gender) => ({
    heading: phrase(language, gender === 'male' ? 'papers.men' : 'papers.women', undefined),
    over,
    kind: 'short',
    cell: ({ row }) => (people.raw(row, 'gender') === gender ? people.shown(row, 'birthDate') : ''),
  }));
}

/** What somebody does now: the post, the unit, or both in one column. */
function workColumn(
  hasPost: boolean,
  hasUnit: boolean,
  { of, language, people }: Wanted,
): readonly FilledColumn[] {
  if (!hasPost && !hasUnit) return [];
  const now = of === 'slate' ? 'unit' : 'currentUnit';
  const facts = [...(hasPost ? ['post'] : []), ...(hasUnit ? [now] : [])];
  const heading =
    facts.length === 2
      ? phrase(language, 'papers.work-column', undefined)
      : capital(titleOfFact(facts[0]!)[language]);
  return [
    textColumn(heading, ({ row }) =>
      facts
        .map((fact) => people.shown(row, fact))
        .filter((text) => text !== '')
        .join(', '),
    ),
  ];
}

function moveOf(appointment: Appointment | undefined, language: Language): string {
  if (appointment === undefined) return '';
  if (appointment.stays) return phrase(language, 'placements.stays', undefined);
  const { rotation } = appointment;
  if (rotation === undefined || rotation === 'none') return '';
  return wordOfValue('rotation', rotation)[language];
}
