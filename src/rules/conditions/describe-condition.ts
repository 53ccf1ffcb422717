import type { Language } from '../../words/language.ts';
import { phrase } from '../../words/catalogue.ts';
import { containedIn } from '../../words/contained-fact.ts';
import type { FactTest, Limit, Mood } from '../../words/sentence.ts';
import { isoDateOfDays } from '../facts/iso-date.ts';
import { knownFact } from '../facts/known-facts.ts';
import type { Condition, Leaf, Operator, RuleSet, Scalar } from '../rule-set.ts';
import { holdsFact, titlesOfWay } from '../titles.ts';
import { ownProperty } from '../../words/own-property.ts';

/** What of a rule set its sentences need: the declared facts tell which numbers are dates, the titles have names. */
export type Terms = Pick<RuleSet, 'facts' | 'titles'>;
/** {@link Terms}, and the language in which they are said. */
export interface Spoken {
  readonly facts: RuleSet['facts'];
  readonly titles: RuleSet['titles'] | undefined;
  readonly language: Language;
}

/** A condition without `not`: what it denies is turned into what it says, so that sentences stay plain. */
type Statement =
  | { readonly kind: 'fact'; readonly fact: string; readonly test: FactTest }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Statement[] };

/** What a condition says of one member, of several, or of what every member must be. */
export function predicate(condition: Condition, spoken: Spoken, mood: Mood): string {
  return say(statement(condition, spoken, false), spoken.language, mood);
}

function say(said: Statement, language: Language, mood: Mood): string {
  if (said.kind === 'fact')
    return phrase(language, 'rules.predicate', { fact: said.fact, test: said.test, mood });
  const parts = said.parts.map((part) => {
    const words = say(part, language, mood);
    return part.kind !== 'fact' && part.kind !== said.kind ? `(${words})` : words;
  });
  return said.kind === 'all'
    ? phrase(language, 'rules.all', { parts })
    : phrase(language, 'rules.any', { parts });
}

function statement(condition: Condition, spoken: Spoken, denied: boolean): Statement {
  if ('not' in condition) return statement(condition.not, spoken, !denied);
  if ('fact' in condition)
    return { kind: 'fact', fact: condition.fact, test: testOf(condition, spoken, denied) };
  const [parts, kind]: readonly [readonly Condition[], 'all' | 'any'] =
    'all' in condition ? [condition.all, denied ? 'any' : 'all'] : [condition.any, denied ? 'all' : 'any'];
  const statements = parts.map((part) => statement(part, spoken, denied));
  const joined = kind === 'all' ? joinRanges(statements) : statements;
  return joined.length === 1 ? joined[0]! : { kind, parts: joined };
}

/** "At least 40" and "at most 50" of the same fact are one range. */
function joinRanges(parts: readonly Statement[]): readonly Statement[] {
  const joined: Statement[] = [];
  for (const part of parts) {
    const index = joined.findIndex((earlier) => rangeOfBoth(earlier, part) !== undefined);
    const both = index === -1 ? undefined : rangeOfBoth(joined[index]!, part);
    if (both === undefined) joined.push(part);
    else joined[index] = both;
  }
  return joined;
}

function rangeOfBoth(a: Statement, b: Statement): Statement | undefined {
  if (a.kind !== 'fact' || b.kind !== 'fact' || a.fact !== b.fact) return undefined;
  if (a.test.kind !== 'range' || b.test.kind !== 'range') return undefined;
  const [low, high] = [a.test.low ?? b.test.low, a.test.high ?? b.test.high];
  const overlap = (a.test.low && b.test.low) ?? (a.test.high && b.test.high);
  if (overlap !== undefined || low === undefined || high === undefined) return undefined;
  return { kind: 'fact', fact: a.fact, test: { kind: 'range', low, high } };
}

const DENIED: Readonly<Record<Operator, Operator>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
};

function testOf(leaf: Leaf, spoken: Spoken, denied: boolean): FactTest {
  const operator = denied ? DENIED[leaf.operator] : leaf.operator;
  const isNegated = operator === 'notEqual' || operator === 'notIn';
  const held = spoken.titles?.find(({ id }) => holdsFact(id) === leaf.fact)?.title[spoken.language];
  if (held !== undefined && typeof leaf.value === 'boolean') {
    return { kind: 'holds', title: held, negated: isNegated === leaf.value };
  }
  const inside = containedIn(leaf.fact);
  if (inside !== undefined && typeof leaf.value === 'boolean')
    return { kind: 'contains', value: inside.value, negated: isNegated === leaf.value };
  const values = valuesOf(leaf.value).map((value) => worded(leaf.fact, value, spoken));
  const isDate = typeOf(leaf.fact, spoken) === 'date';
  const limit = (inclusive: boolean): Limit => ({ value: limitOf(values[0]), inclusive });
  switch (operator) {
    case 'lessThan':
      return { kind: 'range', high: limit(false) };
    case 'lessThanInclusive':
      return { kind: 'range', high: limit(true) };
    case 'greaterThan':
      return { kind: 'range', low: limit(false) };
    case 'greaterThanInclusive':
      return { kind: 'range', low: limit(true) };
    default:
      return {
        kind: 'is',
        values: isDate ? values.map(String) : values,
        negated: isNegated,
      };
  }
}

function valuesOf(value: Leaf['value']): readonly Scalar[] {
  return typeof value === 'object' ? value : [value];
}

function worded(fact: string, value: Scalar, spoken: Spoken): Scalar {
  if (fact === 'title' && typeof value === 'string') return namesOfWay(value, spoken);
  return typeOf(fact, spoken) === 'date' && typeof value === 'number' ? isoDateOfDays(value) : value;
}

/** Titles held together, by their names; without declared titles, `title` is a column like any other. */
function namesOfWay(way: string, { titles, language }: Spoken): string {
  if (titles === undefined) return way;
  const names = titlesOfWay(way).map((id) => titles.find((title) => title.id === id)?.title[language] ?? id);
  return phrase(language, 'rules.titles-together', { titles: names });
}

function typeOf(fact: string, { facts }: Pick<Terms, 'facts'>): string | undefined {
  return knownFact(fact)?.type ?? ownProperty(facts, fact)?.type;
}

function limitOf(value: Scalar | undefined): number | string {
  return typeof value === 'number' || typeof value === 'string' ? value : String(value);
}
