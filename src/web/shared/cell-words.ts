import { useCallback } from 'react';
import { dateWords } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useWording } from './language.tsx';
import { ownProperty } from '../../words/own-property.ts';

/** The type of the columns that every pool may have and that are no texts. */
const TYPES: Readonly<Record<string, string>> = {
  birthDate: 'date',
  joinedParty: 'date',
  joinedPartyFull: 'date',
  examScore: 'number',
  termsInPost: 'number',
};

/** Words a cell of the candidates' table, by what its column holds: dates and numbers as people write them. */
export function useCellWords(): (heading: string, text: string) => string {
  const { value, number, language } = useWording();
  const declared = useCase().ruleSet?.facts;
  return useCallback(
    (heading, text) => {
      if (text === '') return '';
      switch (ownProperty(TYPES, heading) ?? ownProperty(declared, heading)?.type) {
        case 'date':
          return dateWords(text, language);
        case 'number': {
          const amount = Number(text);
          return Number.isNaN(amount) ? text : number(amount);
        }
        default:
          return value(heading, text);
      }
    },
    [value, number, language, declared],
  );
}
