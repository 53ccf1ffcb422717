import { atPlaces, PLACE_FACT, PLACE_TITLE } from '../rules/lists/ordered-list.ts';
import type { OrderedList } from '../rules/lists/list-declaration.ts';
import type { Condition, CountRule, Rule, RuleSet, ShareRule, TitleDeclaration } from '../rules/rule-set.ts';
import { filledRule, holdsFact, NO_GAPS, ONE_APPOINTMENT, postFact, seatsRule } from '../rules/titles.ts';
import { phrase, type PhraseCode, phraseInEach, type PhraseParameters } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import type { Post } from './posts.ts';
import { CANDIDATE_FACT } from './appointments.ts';

/**
 * The rule set of a placement with the rules that make it one, as ordinary counts: at most one
 * appointment a person; as many holders of a title in each unit as it has seats, no more; and each
 * seat filled, or vacant at its price. A slate has the first by itself, for a candidate is one row of
 * its table, and the others as its size: it is the placement with one unit and one title.
 *
 * No rule of a file has the id of one of these: rule files that would are refused. The size stands as
 * it is, but never above the seats there are.
 *
 * @param posts all posts of all units.
 */
export function withStandingRules(ruleSet: RuleSet, posts: readonly Post[]): RuleSet {
  const seats = posts.reduce((sum, { title }) => sum + title.seats.max, 0);
  const titles = ruleSet.titles ?? [];
  const standing: readonly Rule[] = [
    onePerPerson(ruleSet.list),
    ...titles.flatMap((title) => [seatsOf(title, ruleSet.list), ...filledOf(title, ruleSet.list)]),
    ...(ruleSet.list === undefined ? [] : withoutGaps(ruleSet.list)),
  ];
  const { min, max } = ruleSet.size;
  const per = ruleSet.list === undefined ? 'appointment' : 'member';
  return {
    ...ruleSet,
    size: { min, max: Math.max(min, Math.min(max, seats)) },
    rules: [...standing.map((rule): Rule => ({ ...rule, per })), ...ruleSet.rules],
  };
}

const HARD = {
  kind: 'count',
  strength: 'hard',
  weight: 0,
  relaxCost: 'never',
  per: 'appointment',
  origin: { file: 'placement', line: 1, column: 1 },
} as const;

/** An appointment that fills no post of a title counts in none of its groups. */
const NO_POST = { missing: 'none' } as const;

function onePerPerson(list: OrderedList | undefined): CountRule {
  const title = said(list ? 'placements.one-place' : 'placements.one-appointment', undefined);
  return { ...HARD, id: ONE_APPOINTMENT, title, standing: true, forEach: CANDIDATE_FACT, max: 1 };
}

function seatsOf({ id, title, seats }: TitleDeclaration, list: OrderedList | undefined): CountRule {
  const text = titled(list ? 'placements.one-at-place' : 'placements.seats', title, seats.max);
  return {
    ...HARD,
    id: seatsRule(id),
    title: text,
    standing: true,
    forEach: postFact(id),
    ...NO_POST,
    max: seats.max,
  };
}

/** No rule where a title may stay vacant for nothing. In a way out each seat that stays vacant costs one. */
function filledOf(
  { id, title, seats, vacancy, filled }: TitleDeclaration,
  list: OrderedList | undefined,
): readonly CountRule[] {
  if (seats.min === 0) return [];
  const text = titled(list ? 'placements.no-empty-place' : 'placements.filled', title, seats.min);
  const rule: CountRule = {
    ...HARD,
    id: filledRule(id),
    title: text,
    seats: true,
    forEach: postFact(id),
    ...NO_POST,
    ...(filled !== undefined && { groups: { where: filled } }),
    min: seats.min,
    relaxCost: 1,
  };
  return [vacancy === 'never' ? rule : { ...rule, strength: 'soft', weight: vacancy }];
}

const HALF = { numerator: 1, denominator: 2 } as const;

/**
 * Of the places that may stay empty none does before one that does not: of those who stand at a place and at
 * the one before it, at least half stand at the one before. And nobody's substitute stands alone.
 */
function withoutGaps({ min, max, substitutes }: OrderedList): readonly ShareRule[] {
  const holdsPlace: Condition = { fact: holdsFact(PLACE_TITLE), operator: 'equal', value: true };
  const share = { ...HARD, kind: 'share', standing: true } as const;
  const rule = (place: number, code: 'placements.no-gap' | 'placements.paired') => ({
    ...share,
    id: `${NO_GAPS}.${place}${code === 'placements.paired' ? '.pair' : ''}`,
    title: said(code, { place }),
  });
  return Array.from({ length: max - min }, (_, index) => min + index + 1).flatMap((place): ShareRule[] => {
    const before: Condition = { fact: PLACE_FACT, operator: 'equal', value: place - 1 };
    const both = substitutes ? { all: [atPlaces(place - 1, place), holdsPlace] } : atPlaces(place - 1, place);
    const here: Condition = { fact: PLACE_FACT, operator: 'equal', value: place };
    return [
      { ...rule(place, 'placements.no-gap'), where: before, of: both, min: HALF },
      ...(substitutes
        ? [{ ...rule(place, 'placements.paired'), where: holdsPlace, of: here, min: HALF, max: HALF }]
        : []),
    ];
  });
}

function said<Code extends PhraseCode>(code: Code, parameters: PhraseParameters<Code>): Text {
  return phraseInEach(code, parameters);
}

function titled(
  code: 'placements.seats' | 'placements.filled' | 'placements.one-at-place' | 'placements.no-empty-place',
  title: Text,
  seats: number,
): Text {
  return inEachLanguage((language) => phrase(language, code, { title: title[language], seats }));
}
