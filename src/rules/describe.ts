import { formatNumber, formatShare } from '../words/number.ts';
import { inEachLanguage, type Language, type Text } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import type { GroupsSaid, Mood, SizesSaid } from '../words/sentence.ts';
import { isAmount } from './bounds/amount.ts';
import { isBySize, type SizedRule } from './bounds/by-size.ts';
import { isDifference } from './bounds/difference.ts';
import { predicate, type Spoken, type Terms } from './conditions/describe-condition.ts';
import { factsTogether } from './groups/grouping.ts';
import { numberOf } from './facts/ratio.ts';
import type { Condition, CountRule, Grouped, Ratio, Rule, ShareRule } from './rule-set.ts';
import { isOfPlaces } from './lists/within-places.ts';
import { placesFact } from '../words/places-fact.ts';
import type { ListForm } from './lists/list-declaration.ts';
import { PLACE_FACT } from './lists/ordered-list.ts';

const NO_TERMS: Terms = { facts: {} };

/** A rule as a sentence: "Exactly 11 members are female", "Đúng 11 người là nữ". */
export function describeRule(rule: Rule, { facts, titles }: Terms = NO_TERMS): Text {
  return inEachLanguage((language) => sentence(rule, { facts, titles, language }));
}

/** A condition as what it says of one member: "is female and is under 40", "là nữ và dưới 40 tuổi". */
export function describeCondition(condition: Condition, { facts, titles }: Terms = NO_TERMS): Text {
  return inEachLanguage((language) => predicate(condition, { facts, titles, language }, 'one'));
}

/** The same with how far a way out may move its bounds, and what that costs where it grows dearer. */
export function describeWithLimits(rule: Rule, terms: Terms = NO_TERMS): Text {
  const limits = limitsOf(rule);
  const said = describeRule(rule, terms);
  return inEachLanguage((language) => {
    const limited =
      limits === undefined
        ? said[language]
        : phrase(language, 'rules.with-limits', {
            sentence: said[language],
            ...boundsInWords(limits, language),
          });
    return withPrices(rule, limited, language);
  });
}

/** A sentence with what giving way costs step by step. */
function withPrices({ relaxCost, relaxSteps = [] }: Rule, text: string, language: Language): string {
  if (relaxSteps.length === 0 || relaxCost === 'never') return text;
  const number = (value: number): string => formatNumber(value, language);
  const steps = relaxSteps.map(({ beyond, each }) => ({
    each: number(each),
    isPart: 'part' in beyond,
    beyond: 'part' in beyond ? describeRatio(beyond.part, language) : number(numberOf(beyond.by)),
  }));
  return phrase(language, 'rules.with-prices', { sentence: text, each: number(relaxCost), steps });
}

/** A rule with its limits for bounds. */
function limitsOf(rule: Rule): Exclude<Rule, { kind: 'require' }> | undefined {
  if (rule.kind === 'require' || rule.relaxTo === undefined) return undefined;
  if (rule.kind === 'count') {
    const { min: _min, max: _max, relaxTo, ...rest } = rule;
    return { ...rest, ...relaxTo };
  }
  const { min: _min, max: _max, relaxTo, ...rest } = rule;
  return { ...rest, ...relaxTo };
}

/**
 * The bound of a rule alone: "at least 15 %", "ít nhất 15 %"; of a requirement, that it binds everybody.
 *
 * @param only the one side that is told; absent: both.
 */
export function describeBound(rule: Rule, only?: 'min' | 'max'): Text {
  return inEachLanguage((language) => {
    if (rule.kind === 'require') return phrase(language, 'rules.bound-of-all', undefined);
    if (rule.kind === 'count' && rule.parts !== undefined)
      return boundOfParts(rule, rule.parts.length, language);
    if (isBySize(rule)) return phrase(language, 'rules.bound-by-size', sizesInWords(rule, language));
    const { min, max } = boundsInWords(rule, language);
    return phrase(language, 'rules.bound', {
      min: only === 'max' ? undefined : min,
      max: only === 'min' ? undefined : max,
    });
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
  const { language } = spoken;
  const { per } = rule;
  if (rule.kind !== 'require' && !isAmount(rule) && rule.says !== undefined)
    return describeForm(rule, rule.says, language);
  if (rule.kind === 'count') return ofCount(rule, spoken);
  if (rule.kind === 'share') {
    const mood = per === 'unit' ? 'one' : 'many';
    const shown = predicate(rule.where, spoken, mood);
    const bounds = boundsInWords(rule, language);
    return phrase(language, 'rules.share-sentence', {
      ...bounds,
      predicate: shown,
      of: said(rule.of, spoken, mood),
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
      predicate: said(rule.where, spoken, 'many'),
      groups: groupsInWords(grouped, spoken),
      cellless: missing === 'none',
      per,
    });
  }
  const satisfy = predicate(rule.satisfy, spoken, 'must');
  return phrase(language, 'rules.require-sentence', { where: said(rule.where, spoken, 'one'), satisfy, per });
}

function said(condition: Condition | undefined, spoken: Spoken, mood: Mood): string | undefined {
  return condition && predicate(condition, spoken, mood);
}

/** Of members, or of what else is counted. */
function ofCount(rule: CountRule, spoken: Spoken): string {
  const { language } = spoken;
  const { min, max, per, where, represented, inProportion } = rule;
  if (rule.parts !== undefined) return ofParts(rule, rule.parts, spoken);
  if (represented !== undefined) {
    const facts = factsTogether(represented);
    const by = said(where, spoken, 'one');
    const several = rule.several !== undefined;
    return phrase(language, 'rules.groups-sentence', { min, max, facts, several, predicate: by });
  }
  const groups = groupsInWords(rule, spoken);
  if (isDifference(rule)) {
    const [one, other] = [predicate(rule.where, spoken, 'many'), predicate(rule.against, spoken, 'many')];
    return phrase(language, 'rules.difference-sentence', { one, other, max: max ?? 0, groups, per });
  }
  if (isBySize(rule)) {
    const who = said(where, spoken, 'many');
    return phrase(language, 'rules.sized-sentence', {
      ...sizesInWords(rule, language),
      predicate: who,
      groups,
    });
  }
  const mood = per === 'unit' || max === 0 || (max ?? min) === 1 ? 'one' : 'many';
  const counted = { predicate: said(where, spoken, mood), groups, per };
  const sentence = phrase(language, 'rules.count-sentence', { min, max, ...counted });
  return inProportion === undefined
    ? sentence
    : phrase(language, 'rules.proportion-sentence', { sentence, ...inProportion });
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

/** The table of bounds by size. */
function sizesInWords({ bySize, moved }: SizedRule, language: Language): SizesSaid {
  const say = (bound: number | Ratio | undefined): string | undefined =>
    typeof bound === 'number' ? formatNumber(bound, language) : bound && describeRatio(bound, language);
  const lines = bySize.map(({ size, min, max }) => ({
    from: size.min,
    to: size.max === Infinity ? undefined : size.max,
    min: say(min),
    max: say(max),
  }));
  return { lines, fewer: moved?.min ?? 0, more: moved?.max ?? 0 };
}

/** For which groups a rule holds. */
function groupsInWords({ forEach, groups, missing }: Grouped, spoken: Spoken): GroupsSaid | undefined {
  if (forEach === undefined) return undefined;
  return {
    facts: factsTogether(forEach),
    ...chosenBy(groups, spoken),
    ...(groups !== undefined && 'values' in groups && { values: groups.values }),
    none: missing === 'none',
  };
}

/** By whom groups are chosen; that they are whole stretches of a list is not said again. */
function chosenBy(groups: Grouped['groups'], spoken: Spoken): Pick<GroupsSaid, 'with'> {
  if (groups === undefined || !('where' in groups)) return {};
  const parts = 'all' in groups.where ? groups.where.all : [groups.where];
  const said = parts.filter((part) => !isOfPlaces(part));
  if (said.length === 0) return {};
  const where = said.length === parts.length ? groups.where : said.length === 1 ? said[0]! : { all: said };
  return { with: predicate(where, spoken, 'one') };
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

/** The sentence of a short form of an ordered list. */
function describeForm(
  { where, forEach = '', groups }: CountRule | ShareRule,
  form: ListForm,
  language: Language,
): string {
  if (!('alternate' in form)) {
    const own = groups !== undefined && 'where' in groups ? placesIn(groups.where) : {};
    return phrase(language, 'rules.pair-sentence', { ...form, ...own });
  }
  const stretches = factsTogether(forEach).flatMap((fact) => placesFact(fact) ?? []);
  const places = where === undefined ? undefined : placesIn(where);
  const from = stretches[0]?.from ?? 1;
  return phrase(language, 'rules.alternate-sentence', { fact: form.alternate, begin: from, ...places });
}

/** The first and the last of the places that a condition asks for, as far as it does. */
function placesIn(condition: Condition): { readonly from?: number; readonly to?: number } {
  if ('all' in condition) return Object.assign({}, ...condition.all.map(placesIn));
  if (!('fact' in condition) || condition.fact !== PLACE_FACT || typeof condition.value !== 'number')
    return {};
  return condition.operator === 'greaterThanInclusive' ? { from: condition.value } : { to: condition.value };
}
