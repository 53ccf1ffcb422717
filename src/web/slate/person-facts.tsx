import type { ReactNode } from 'react';
import type { Person } from '../people/person.ts';
import { useWording } from '../shared/language.tsx';
import { AppraisalMarks } from './appraisal-marks.tsx';
import { ownValue } from '../../words/own.ts';

/** The facts that members are compared by, in the order in which they are shown. */
const SHOWN_FACTS = ['gender', 'age', 'politicalTheory', 'appraisal', 'source'] as const;

/** A fact that members are compared by. */
export type ShownFact = (typeof SHOWN_FACTS)[number];

/** The shown facts that a pool with these columns has. */
export function factsShown(headings: readonly string[]): readonly ShownFact[] {
  const has = (heading: string): boolean => headings.includes(heading);
  return SHOWN_FACTS.filter((fact) => {
    if (fact === 'age') return has('birthDate');
    if (fact === 'appraisal') return headings.some((heading) => heading.startsWith('appraisal'));
    return has(fact);
  });
}

/** One fact of one person, short. */
export function PersonFact({
  person,
  fact,
}: {
  readonly person: Person;
  readonly fact: ShownFact;
}): ReactNode {
  const { value } = useWording();
  switch (fact) {
    case 'age':
      return ageWords(person.age);
    case 'appraisal':
      return <AppraisalMarks person={person} />;
    default: {
      const text = ownValue(person.cells, fact) ?? '';
      return text === '' ? '' : value(fact, text);
    }
  }
}

/** `52`, or `51–52` where the birth date is known too roughly. */
export function ageWords(age: Person['age']): string {
  if (age === undefined) return '';
  const [low, high] = age;
  return low === high ? String(low) : `${low}–${high}`;
}
