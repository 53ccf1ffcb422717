import { useCallback } from 'react';
import type { Text } from '../../words/language.ts';
import type { People } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useWording } from './language.tsx';

/**
 * What an id in a sentence can consist of; a longest run is one candidate for a name. An appointment
 * goes on with unit and title.
 */
const TOKENS = /([\p{L}\p{N}_.-]*[\p{L}\p{N}_])(@[^/@]+\/[a-z0-9+-]*[a-z0-9])?/gu;

/**
 * A sentence of the service with names in place of ids: the service never writes a name into an
 * answer, the page knows them.
 */
export function withNames(sentence: string, people: People): string {
  return sentence.replaceAll(TOKENS, (whole, token: string, post: string = '') => {
    const person = people.byId.get(token);
    return people.appointment?.(whole)?.words ?? (person === undefined ? whole : person.name + post);
  });
}

/** Words a text of the service in the language of the page, with names in place of ids. */
export function useNamed(): (text: Text) => string {
  const { text } = useWording();
  const { people } = useCase();
  return useCallback((each: Text) => withNames(text(each), people), [text, people]);
}
