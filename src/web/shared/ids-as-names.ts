import { useCallback } from 'react';
import type { Text } from '../../words/language.ts';
import { personSaid } from '../../words/person-said.ts';
import type { People } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useWording } from './language.tsx';

/**
 * What an id in a sentence can consist of; a longest run is one candidate for a name. An appointment goes on with
 * unit and title, and an id that could be read as a count or a word stands in quotes (`words/person-said.ts`).
 */
const TOKENS = /“([\p{L}\p{N}_.-]+)”|([\p{L}\p{N}_.-]*[\p{L}\p{N}_])(@[^/@]+\/[a-z0-9+-]*[a-z0-9])?/gu;

/**
 * A sentence of the service with names in place of ids: the service never writes a name into an
 * answer, the page knows them. What stands there as it is and is no sure id, such as a count, stays.
 */
export function withNames(sentence: string, people: People): string {
  return sentence.replaceAll(TOKENS, (whole, quoted?: string, token: string = '', post: string = '') => {
    const isId = quoted !== undefined || post !== '' || personSaid(token) === token;
    const person = isId ? people.byId.get(quoted ?? token) : undefined;
    return people.appointment?.(whole)?.words ?? (person === undefined ? whole : person.name + post);
  });
}

/** Words a text of the service in the language of the page, with names in place of ids. */
export function useNamed(): (text: Text) => string {
  const { text } = useWording();
  const { people } = useCase();
  return useCallback((each: Text) => withNames(text(each), people), [text, people]);
}
