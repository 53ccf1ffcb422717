import type { CountRule, RuleSet, TitleDeclaration } from '../rules/rule-set.ts';
import { filledRule, ONE_APPOINTMENT, postFact, seatsRule } from '../rules/titles.ts';
import { phrase, type PhraseCode, type PhraseParameters } from '../words/catalogue.ts';
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
  const standing = [onePerPerson(), ...titles.flatMap((title) => [seatsOf(title), ...filledOf(title)])];
  const { min, max } = ruleSet.size;
  return {
    ...ruleSet,
    size: { min, max: Math.max(min, Math.min(max, seats)) },
    rules: [...standing, ...ruleSet.rules],
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

function onePerPerson(): CountRule {
  const title = said('placements.one-appointment', undefined);
  return { ...HARD, id: ONE_APPOINTMENT, title, standing: true, forEach: CANDIDATE_FACT, max: 1 };
}

function seatsOf({ id, title, seats }: TitleDeclaration): CountRule {
  const text = titled('placements.seats', title, seats.max);
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
function filledOf({ id, title, seats, vacancy }: TitleDeclaration): readonly CountRule[] {
  if (seats.min === 0) return [];
  const text = titled('placements.filled', title, seats.min);
  const rule: CountRule = {
    ...HARD,
    id: filledRule(id),
    title: text,
    seats: true,
    forEach: postFact(id),
    ...NO_POST,
    min: seats.min,
    relaxCost: 1,
  };
  return [vacancy === 'never' ? rule : { ...rule, strength: 'soft', weight: vacancy }];
}

function said<Code extends PhraseCode>(code: Code, parameters: PhraseParameters<Code>): Text {
  return inEachLanguage((language) => phrase(language, code, parameters));
}

function titled(code: 'placements.seats' | 'placements.filled', title: Text, seats: number): Text {
  return inEachLanguage((language) => phrase(language, code, { title: title[language], seats }));
}
