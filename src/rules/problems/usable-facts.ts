import { nearest } from './nearest.ts';
import { KNOWN_FACTS, knownFact, PERSON_COLUMNS, type KnownFact } from '../facts/known-facts.ts';
import { problem, type Place, type Problem } from '../../words/problem.ts';

/** The facts that the rules of one file may use: built-in, and declared in it or in what it extends. */
export interface UsableFacts {
  readonly declared: ReadonlyMap<string, KnownFact>;
  /** False where an extended file could not be read: a name that is unknown here may be declared there. */
  readonly complete: boolean;
}

/** What is known of a fact, or `undefined` for a name that stands for none. */
export function usableFact(name: string, facts: UsableFacts): KnownFact | undefined {
  const [known, declared] = [knownFact(name), facts.declared.get(name)];
  // Of a built-in fact with any values a file may list those that there are.
  return known !== undefined && known.values === undefined && declared?.values !== undefined
    ? { ...known, values: declared.values }
    : (known ?? declared);
}

/** What is wrong with naming this fact, if anything: it tells who somebody is, or nobody knows it. */
export function factNameProblem(name: string, facts: UsableFacts, place: Place): Problem | undefined {
  if (PERSON_COLUMNS.includes(name)) return problem('rules.person-fact', { fact: name }, place);
  if (usableFact(name, facts) !== undefined || !facts.complete) return undefined;
  // The year stands last: the words say of it that there are others.
  const names = [...new Set([...facts.declared.keys(), ...KNOWN_FACTS.keys(), 'appraisal2017'])];
  const meant = nearest(name, names);
  return problem(
    'rules.unknown-fact',
    { fact: name, allowed: names, ...(meant === undefined ? {} : { meant }) },
    place,
  );
}
