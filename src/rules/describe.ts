import { formatNumber, formatShare } from '../words/number.ts';
import { inEachLanguage, type Language, type Text } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import type { FactTest, GroupsSaid, Limit, Mood } from '../words/sentence.ts';
import { isAmount } from './amount.ts';
import { isoDateOfDays } from './iso-date.ts';
import { knownFact } from './known-facts.ts';
import { factsTogether } from './grouping.ts';
import { numberOf } from './ratio.ts';
import type {
  Condition,
  CountRule,
  Grouped,
  Leaf,
  Operator,
  Ratio,
  Rule,
  RuleSet,
  Scalar,
} from './rule-set.ts';
import { holdsFact, titlesOfWay } from './titles.ts';
import { ownValue } from '../words/own.ts';

/** What of a rule set its sentences need: the declared facts tell which numbers are dates, the titles have names. */
type Terms = Pick<RuleSet, 'facts' | 'titles'>;
const NO_TERMS: Terms = { facts: {} };

/** {@link Terms}, and the language in which they are said. */
interface Spoken {
  readonly facts: RuleSet['facts'];
  readonly titles: RuleSet['titles'] | undefined;
  readonly language: Language;
}

/** A rule as a sentence: "Exactly 11 members are female", "Đúng 11 người là nữ". */
export function describeRule(rule: Rule, { facts, titles }: Terms = NO_TERMS): Text {
  return inEachLanguage((language) => sentence(rule, { facts, titles, language }));
}

/** A condition as what it says of one member: "is female and is under 40", "là nữ và dưới 40 tuổi". */
export function describeCondition(condition: Condition, { facts, titles }: Terms = NO_TERMS): Text {
  return inEachLanguage((language) => predicate(condition, { facts, titles, language }, 'one'));
}

/** The bound of a rule alone: "at least 15 %", "ít nhất 15 %"; of a requirement, that it binds everybody. */
export function describeBound(rule: Rule): Text {
  return inEachLanguage((language) => {
    if (rule.kind === 'require') return phrase(language, 'rules.bound-of-all', undefined);
    if (rule.kind === 'count' && rule.parts !== undefined)
      return boundOfParts(rule, rule.parts.length, language);
    const { min, max } = boundsInWords(rule, language);
    return phrase(language, 'rules.bound', { min, max });
  });
}

/** An exact number as people write it: 5/2 is `2.5`, and 1/3, which no decimals meet, `1/3`. */
function describeNumber(ratio: Ratio, language: Language): string {
  const { numerator, denominator } = ratio;
  return 1000 % denominator === 0
    ? formatNumber(numberOf(ratio), language)
    : `${formatNumber(numerator, language)}/${formatNumber(denominator, language)}`;
}

/** An exact ratio as people write it: 2/5 is `40 %`, and 1/3, which no percentage meets, `1/3`. */
function describeRatio({ numerator, denominator }: Ratio, language: Language): string {
  return 1000 % denominator === 0
    ? formatShare(numerator / denominator, language)
    : `${numerator}/${denominator}`;
}

function sentence(rule: Rule, spoken: Spoken): string {
  const said = (condition: Condition | undefined, mood: Mood): string | undefined =>
    condition && predicate(condition, spoken, mood);
  const { language } = spoken;
  const { per } = rule;
  if (rule.kind === 'count' && rule.parts !== undefined) return ofParts(rule, rule.parts, spoken);
  if (rule.kind === 'count' && rule.represented !== undefined) {
    const { min, max, represented } = rule;
    const facts = factsTogether(represented);
    return phrase(language, 'rules.groups-sentence', { min, max, facts, predicate: said(rule.where, 'one') });
  }
  if (rule.kind === 'count') {
    const { min, max } = rule;
    const mood = per === 'unit' || max === 0 || (max ?? min) === 1 ? 'one' : 'many';
    return phrase(language, 'rules.count-sentence', {
      min,
      max,
      predicate: said(rule.where, mood),
      groups: groupsInWords(rule, spoken),
      per,
    });
  }
  if (rule.kind === 'share') {
    const mood = per === 'unit' ? 'one' : 'many';
    const shown = predicate(rule.where, spoken, mood);
    const bounds = boundsInWords(rule, language);
    return phrase(language, 'rules.share-sentence', {
      ...bounds,
      predicate: shown,
      of: said(rule.of, mood),
      groups: groupsInWords(rule, spoken),
      round: rule.round,
      per,
    });
  }
  if (isAmount(rule)) {
    const { kind, fact, missing, ...grouped } = rule;
    return phrase(language, 'rules.amount-sentence', {
      kind,
      fact,
      ...boundsInWords(rule, language),
      predicate: said(rule.where, 'many'),
      groups: groupsInWords(grouped, spoken),
      cellless: missing === 'none',
      per,
    });
  }
  const satisfy = predicate(rule.satisfy, spoken, 'must');
  return phrase(language, 'rules.require-sentence', { where: said(rule.where, 'one'), satisfy, per });
}

function ofParts({ min = 0, conditional }: CountRule, parts: readonly Rule[], spoken: Spoken): string {
  const { language } = spoken;
  const sentences = parts.map((part) => sentence(part, spoken));
  const [first] = parts;
  if (conditional !== true || first?.kind !== 'count' || first.where === undefined)
    return phrase(language, 'rules.choice-sentence', { min, parts: sentences });
  const subject = predicate(first.where, spoken, 'one');
  return phrase(language, 'rules.if-any-sentence', { predicate: subject, need: sentences[1]! });
}

function boundOfParts({ min = 0, conditional }: CountRule, all: number, language: Language): string {
  return conditional === true
    ? phrase(language, 'rules.bound-of-condition', { min })
    : phrase(language, 'rules.bound-of-rules', { min, all });
}

/** For which groups a rule holds. */
function groupsInWords({ forEach, groups, missing }: Grouped, spoken: Spoken): GroupsSaid | undefined {
  if (forEach === undefined) return undefined;
  return {
    facts: factsTogether(forEach),
    ...(groups !== undefined && 'where' in groups && { with: predicate(groups.where, spoken, 'one') }),
    ...(groups !== undefined && 'values' in groups && { values: groups.values }),
    none: missing === 'none',
  };
}

function boundsInWords(
  rule: Exclude<Rule, { kind: 'require' }>,
  language: Language,
): { readonly min: string | undefined; readonly max: string | undefined } {
  if (rule.kind !== 'count') {
    const say = rule.kind === 'share' ? describeRatio : describeNumber;
    return { min: rule.min && say(rule.min, language), max: rule.max && say(rule.max, language) };
  }
  const word = (bound: number | undefined): string | undefined =>
    bound === undefined ? undefined : formatNumber(bound, language);
  return { min: word(rule.min), max: word(rule.max) };
}

/** A condition without `not`: what it denies is turned into what it says, so that sentences stay plain. */
type Statement =
  | { readonly kind: 'fact'; readonly fact: string; readonly test: FactTest }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Statement[] };

function predicate(condition: Condition, spoken: Spoken, mood: Mood): string {
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
  return knownFact(fact)?.type ?? ownValue(facts, fact)?.type;
}

function limitOf(value: Scalar | undefined): number | string {
  return typeof value === 'number' || typeof value === 'string' ? value : String(value);
}
