import type { Text } from '../../words/language.ts';
import { DATED_FACTS, datedFact } from '../../words/dated-fact.ts';
import { phraseInEach } from '../../words/catalogue.ts';
import { daysOfIsoDate } from './iso-date.ts';
import type { FactType, Operator, Scalar } from '../rule-set.ts';

/** What is known of a fact: its type and, where the set is closed, every value it can have. */
export interface KnownFact {
  readonly type: FactType;
  readonly values?: readonly string[];
  /** A cell may have several values, so that it only has one among others. */
  readonly several?: true;
  /** Worked out at the reference date from other columns; a pool file has no such column. */
  readonly derived?: true;
  /** The columns that it is worked out from. */
  readonly from?: readonly string[];
}

/** Grades of the yearly appraisal, best first. */
const APPRAISALS = ['excellent', 'good', 'completed', 'not-completed'] as const;

/** Levels of political theory, lowest first. */
export const POLITICAL_THEORY = ['none', 'elementary', 'intermediate', 'advanced'] as const;

/** How somebody became a candidate. */
const SOURCES = ['planning', 'examination', 'proposal'] as const;

/** The blocs that the board's plan names. Other pools may name others: the set is not closed. */
export const BLOCS = ['party', 'government', 'front', 'internal-affairs', 'ward', 'enterprise'] as const;

/** The column of one year's appraisal: `appraisal2017` and so on. */
const APPRAISAL_OF_YEAR = /^appraisal\d{4}$/;

/** Columns that tell who somebody is. Rules are about kinds of people, so no rule may use them. */
export const PERSON_COLUMNS: readonly string[] = ['id', 'name'];

/** The facts that every pool may have, by name; the yearly appraisals are known by their pattern. */
export const KNOWN_FACTS: ReadonlyMap<string, KnownFact> = new Map<string, KnownFact>([
  ['gender', { type: 'text', values: ['female', 'male', 'other'] }],
  ['birthDate', { type: 'date' }],
  ['age', { type: 'number', derived: true, from: ['birthDate'] }],
  ['bloc', { type: 'text' }],
  ['unit', { type: 'text' }],
  ['homeUnit', { type: 'text' }],
  ['post', { type: 'text' }],
  ['ethnicity', { type: 'text' }],
  ['nativePlace', { type: 'text' }],
  ['family', { type: 'text' }],
  ['joinedParty', { type: 'date' }],
  ['joinedPartyFull', { type: 'date' }],
  ['degree', { type: 'text' }],
  ['civilGrade', { type: 'text' }],
  ['politicalTheory', { type: 'text', values: POLITICAL_THEORY }],
  ['source', { type: 'text', values: SOURCES }],
  ['incumbent', { type: 'boolean' }],
  ['newcomer', { type: 'boolean', derived: true, from: ['incumbent'] }],
  ['monthsToRetirement', { type: 'number', derived: true, from: ['birthDate', 'gender'] }],
  ['appraisal', { type: 'number', derived: true, from: ['appraisalYYYY'] }],
  ['lastAppraisal', { type: 'text', values: APPRAISALS, derived: true, from: ['appraisalYYYY'] }],
  ['examScore', { type: 'number' }],
  ['termsInPost', { type: 'number' }],
]);

const APPRAISAL_COLUMN: KnownFact = { type: 'text', values: APPRAISALS };

/** The name of a fact as of a day, `YYYY-MM-DD`; facts that count at no day keep their own. */
export function factAt(name: string, date: string | undefined): string {
  return date !== undefined && DATED_FACTS.includes(name) ? `${name}@${date}` : name;
}

/** What is known of a built-in fact, also as of another day; `undefined` for every other name. */
export function knownFact(name: string): KnownFact | undefined {
  if (APPRAISAL_OF_YEAR.test(name)) return APPRAISAL_COLUMN;
  const { fact, day } = datedFact(name);
  if (day === undefined) return KNOWN_FACTS.get(name);
  const exists = DATED_FACTS.includes(fact) && daysOfIsoDate(day) !== undefined;
  return exists ? KNOWN_FACTS.get(fact) : undefined;
}

const EQUALITY = ['equal', 'notEqual'] as const;
const MEMBERSHIP = ['in', 'notIn'] as const;
const ORDER = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const;

/** All operators, in the order in which messages list them. */
export const OPERATORS = [...EQUALITY, ...MEMBERSHIP, ...ORDER, 'contains'] as const satisfies readonly (
  | Operator
  | 'contains'
)[];

/** Those that compare two numbers. */
export const COMPARING = [...EQUALITY, ...ORDER] as const satisfies readonly Operator[];

/** The operators that make sense for each type of fact with one value. */
const OPERATORS_OF_TYPE: Readonly<Record<FactType, readonly Operator[]>> = {
  text: [...EQUALITY, ...MEMBERSHIP],
  boolean: EQUALITY,
  number: [...EQUALITY, ...MEMBERSHIP, ...ORDER],
  date: [...EQUALITY, ...MEMBERSHIP, ...ORDER],
};

/** The operators that make sense for a fact. */
export function operatorsOf({ type, several }: KnownFact): readonly (typeof OPERATORS)[number][] {
  return several === true ? ['contains'] : OPERATORS_OF_TYPE[type];
}

/** What a fact is called in sentences and headings: `age` → "tuổi", "age". Other names stand for themselves. */
export function titleOfFact(name: string): Text {
  return phraseInEach('rules.fact', { fact: name });
}

/** A value of a fact in words: `gender`, `female` → "nữ", "female". Values without a word stand for themselves. */
export function wordOfValue(fact: string, value: Scalar): Text {
  return phraseInEach('rules.value', { fact, value });
}
