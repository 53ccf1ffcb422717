import type { Teller } from '../shared/action-words.ts';
import { useWording } from '../shared/language.tsx';
import { useCase } from './case.tsx';

/** What is needed to tell of the persons and rules of the open case by their names. */
export function useTeller(): Teller {
  const wording = useWording();
  const { people, ruleSet } = useCase();
  return { wording, people, ruleSet };
}
