import { useCallback } from 'react';
import type { Text } from '../../words/language.ts';
import type { People } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useWording } from './language.tsx';

/** What an id in a sentence can consist of; a longest run is one candidate for a name. */
const TOKENS = /[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu;

/**
 * A sentence of the service with names in place of ids: the service never writes a name into an
 * answer, the page knows them.
 */
export function withNames(sentence: string, people: People): string {
  return sentence.replaceAll(TOKENS, (token) => people.byId.get(token)?.name ?? token);
}

/** Words a text of the service in the language of the page, with names in place of ids. */
export function useNamed(): (text: Text) => string {
  const { text } = useWording();
  const { people } = useCase();
  return useCallback((each: Text) => withNames(text(each), people), [text, people]);
}
