import { describeBound } from '../rules/describe.ts';
import type { Size } from '../rules/rule-set.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Language, type Text } from '../words/language.ts';
import { formatNumber } from '../words/number.ts';
import type { Member, Question } from './question.ts';

/** The id of a member in answers; see `answers.ts`. */
export function idOf({ decided }: Question, member: Member): string {
  if (member.kind === 'size') return 'size';
  if (member.kind === 'rule') return decided.rules[member.rule]!.rule.id;
  if (member.kind === 'pin' || member.kind === 'exclude') {
    return `${member.kind}:${decided.facts.ids[member.candidate]!}`;
  }
  return `${member.kind}:${member.index + 1}`;
}

/** The ids of those whom a decision names; none for rules and the size. */
export function candidatesOf({ decided, decisions }: Question, member: Member): readonly string[] {
  const { ids } = decided.facts;
  if (member.kind === 'pin' || member.kind === 'exclude') return [ids[member.candidate]!];
  if (member.kind === 'size' || member.kind === 'rule') return [];
  return decisions[member.kind][member.index]!.map((row) => ids[row]!);
}

/** What a member is called. */
export function titleOf(question: Question, member: Member): Text {
  if (member.kind === 'rule') return question.decided.rules[member.rule]!.rule.title;
  return inEachLanguage((language) => {
    if (member.kind === 'size') {
      const isPlacement = question.decided.ruleSet.titles !== undefined;
      return phrase(language, isPlacement ? 'slate.appointments-title' : 'slate.size-title', undefined);
    }
    return decisionTitle(question, member, language);
  });
}

function decisionTitle(
  question: Question,
  member: Exclude<Member, { kind: 'size' | 'rule' }>,
  language: Language,
): string {
  const candidates = candidatesOf(question, member);
  if (member.kind === 'pin') return phrase(language, 'explain.pin', { candidate: candidates[0]! });
  if (member.kind === 'exclude') return phrase(language, 'explain.exclude', { candidate: candidates[0]! });
  return member.kind === 'together'
    ? phrase(language, 'explain.together', { candidates })
    : phrase(language, 'explain.apart', { candidates });
}

/** The bound of a member in words; `undefined` for decisions, which have none. */
export function boundOf({ decided }: Question, member: Member): Text | undefined {
  if (member.kind === 'size') return sizeInWords(decided.ruleSet.size);
  return member.kind === 'rule' ? describeBound(decided.rules[member.rule]!.rule) : undefined;
}

/** A size as people say it: "between 45 and 47"; one side alone: "at least 45". */
export function sizeInWords({ min, max }: Partial<Size>): Text {
  return inEachLanguage((language) => {
    const said = (bound: number | undefined): string | undefined =>
      bound === undefined ? undefined : formatNumber(bound, language);
    return phrase(language, 'rules.bound', { min: said(min), max: said(max) });
  });
}

/**
 * A member as a sentence calls it: “Women” (exactly 11).
 *
 * @param sides the sides of its bounds that matter: of "45 to 47" a sentence may need "at least 45" alone.
 * @param groups the groups that matter.
 */
export function memberInWords(
  question: Question,
  member: Member,
  sides: readonly ('min' | 'max')[] = ['min', 'max'],
  groups?: readonly string[],
): Text {
  const title = titleOf(question, member);
  if (member.kind !== 'size' && member.kind !== 'rule') return title;
  const rule = member.kind === 'rule' ? question.decided.rules[member.rule]!.rule : undefined;
  const bound =
    rule?.kind === 'require' ? undefined : (sideOf(question, member, sides) ?? boundOf(question, member));
  return inEachLanguage((language) =>
    phrase(language, 'explain.member', { title: title[language], bound: bound?.[language], groups }),
  );
}

/** One side of a range alone; `undefined` where both matter, or where it is "exactly" or has one side only. */
function sideOf({ decided }: Question, member: Member, sides: readonly ('min' | 'max')[]): Text | undefined {
  if (sides.length !== 1) return undefined;
  const own = member.kind === 'rule' ? decided.rules[member.rule]!.rule : decided.ruleSet.size;
  if ('kind' in own && own.kind !== 'count') return undefined;
  const { min, max } = own;
  if (min === undefined || max === undefined || min === max) return undefined;
  const [side] = sides;
  return inEachLanguage((language) =>
    phrase(
      language,
      'rules.bound',
      side === 'min' ? { min: formatNumber(min, language) } : { max: formatNumber(max, language) },
    ),
  );
}
