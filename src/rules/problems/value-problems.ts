import { foundIn } from '../../words/found-value.ts';
import { LANGUAGES } from '../../words/language.ts';
import { problem, type Place, type Problem } from '../../words/problem.ts';
import { daysOfIsoDate } from '../facts/iso-date.ts';
import { wordOfValue, type KnownFact } from '../facts/known-facts.ts';
import { nearest } from './nearest.ts';

/**
 * What is wrong with a single value for a fact, if anything: another type than the fact's, a day
 * that does not exist, an empty text, or a value outside the fact's closed set. Lists, objects and
 * empty values are none of these: the shape reports them.
 */
export function valueProblem(
  value: unknown,
  name: string,
  fact: KnownFact,
  place: Place,
): Problem | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const found = foundIn(value);
  switch (fact.type) {
    case 'number':
      return numberProblem(value, name, place);
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : problem('rules.value-type', { fact: name, type: fact.type, found }, place);
    case 'date':
      if (typeof value !== 'string')
        return problem('rules.value-type', { fact: name, type: fact.type, found }, place);
      return daysOfIsoDate(value) === undefined ? problem('rules.bad-date', { found }, place) : undefined;
    default:
      if (typeof value !== 'string')
        return problem('rules.value-type', { fact: name, type: fact.type, found }, place);
      if (value.trim() === '') return problem('rules.empty-text', undefined, place);
      return closedSetProblem(value, name, fact, place);
  }
}

function numberProblem(value: string | number | boolean, name: string, place: Place): Problem | undefined {
  const found = foundIn(value);
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? undefined
      : problem('rules.value-type', { fact: name, type: 'number', found }, place);
  }
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? problem('rules.number-as-text', { found }, place)
    : problem('rules.value-type', { fact: name, type: 'number', found }, place);
}

function closedSetProblem(value: string, name: string, fact: KnownFact, place: Place): Problem | undefined {
  const { values } = fact;
  if (values === undefined || values.includes(value)) return undefined;
  const meant = values.find((each) => isWordOf(value, name, each)) ?? nearest(value, values);
  return problem(
    'rules.value-outside-set',
    { fact: name, found: foundIn(value), allowed: values, ...(meant === undefined ? {} : { meant }) },
    place,
  );
}

/** Whether somebody wrote the word that screens show (`nữ`) for the value that files hold (`female`). */
function isWordOf(written: string, fact: string, value: string): boolean {
  const words = wordOfValue(fact, value);
  return LANGUAGES.some((language) => words[language].toLowerCase() === written.toLowerCase());
}
