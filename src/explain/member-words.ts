import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { Named } from '../pool/decisions.ts';
import { describeBound } from '../rules/describe.ts';
import { cellOf, rowsById } from '../rules/facts/fact-table.ts';
import type { Size } from '../rules/rule-set.ts';
import { titlesOfWay, UNIT_FACT } from '../rules/titles.ts';
import { sizeTitle } from '../check/rule-reports.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Language, type Text } from '../words/language.ts';
import { formatNumber } from '../words/number.ts';
import type { Member, CaseToExplain } from './case-to-explain.ts';

/** A decision on persons as a member of a conflict. */
type DecisionMember = Exclude<Member, { kind: 'size' | 'rule' }>;

/** The id of a member in answers; see `answers.ts`. */
export function idOf({ decided, decisions }: CaseToExplain, member: Member): string {
  if (member.kind === 'size') return 'size';
  if (member.kind === 'rule') return decided.rules[member.rule]!.rule.id;
  if (member.kind === 'pin' || member.kind === 'exclude') {
    return `${member.kind}:${decisions[member.kind][member.index]!.id}`;
  }
  return `${member.kind}:${member.index + 1}`;
}

/** The ids of those whom a decision names; none for rules and the size. */
export function candidatesOf(question: CaseToExplain, member: Member): readonly string[] {
  if (member.kind === 'size' || member.kind === 'rule') return [];
  return namedBy(question, member).map(({ id }) => id);
}

/** Whom a decision names. */
function namedBy({ decisions }: CaseToExplain, { kind, index }: DecisionMember): readonly Named[] {
  return kind === 'pin' || kind === 'exclude' ? [decisions[kind][index]!] : decisions[kind][index]!;
}

/** Whether rows are appointments: sentences then speak of a plan, not of a slate. */
export function isPlan({ ruleSet }: DecidedCase): boolean {
  return ruleSet.titles !== undefined;
}

/** Somebody as sentences call them: `HD-001`; an appointment with title and unit. */
export function calledIn({ facts, ruleSet }: DecidedCase, id: string, language: Language): string {
  const row = rowsById(facts).get(id);
  if (row === undefined || facts.personOf === undefined) return id;
  const textOf = (fact: string): string => String(cellOf(facts.fact(fact)!, row));
  const titles = titlesOfWay(textOf('title')).map(
    (title) => ruleSet.titles?.find((each) => each.id === title)?.title[language] ?? title,
  );
  const unit = textOf(UNIT_FACT);
  const { list } = ruleSet;
  if (list !== undefined)
    return phrase(language, 'explain.at-place', {
      candidate: facts.personOf(row),
      place: unit,
      ...(list.substitutes && { titles }),
    });
  return phrase(language, 'explain.appointed', { candidate: facts.personOf(row), titles, unit });
}

/** Those of a decision as sentences call them. */
function calledTogether(
  question: CaseToExplain,
  member: DecisionMember,
  language: Language,
): readonly string[] {
  return namedBy(question, member).map(({ id }) => calledIn(question.decided, id, language));
}

/** What a member is called. */
export function memberTitle(question: CaseToExplain, member: Member): Text {
  if (member.kind === 'rule') return question.decided.rules[member.rule]!.rule.title;
  if (member.kind === 'size') return sizeTitle(question.decided.ruleSet);
  return inEachLanguage((language) => decisionTitle(question, member, language));
}

/** What it is to drop a decision. */
export function droppedDecision(question: CaseToExplain, member: DecisionMember, language: Language): string {
  const candidates = calledTogether(question, member, language);
  const candidate = candidates[0]!;
  const plan = isPlan(question.decided);
  if (member.kind === 'pin') return phrase(language, 'explain.drop-pin', { candidate, plan });
  if (member.kind === 'exclude') return phrase(language, 'explain.drop-exclude', { candidate, plan });
  if (member.kind === 'together') return phrase(language, 'explain.drop-together', { candidates });
  return phrase(language, 'explain.drop-apart', { candidates, plan });
}

function decisionTitle(question: CaseToExplain, member: DecisionMember, language: Language): string {
  return decisionInWords(question, member.kind, calledTogether(question, member, language), language);
}

function decisionInWords(
  question: CaseToExplain,
  kind: DecisionMember['kind'],
  candidates: readonly string[],
  language: Language,
): string {
  const plan = isPlan(question.decided);
  if (kind === 'together') return phrase(language, 'explain.together', { candidates });
  return phrase(language, `explain.${kind}`, { candidates, plan });
}

/** Persons of whom the same is decided that a sentence still gives a clause each. */
const MOST_CLAUSES = 2;

/**
 * Members of a conflict as its sentence lists them, each with what is said of it alone: many persons of whom
 * the same is decided are named together, in the place of the first, or forty exclusions would be forty clauses.
 */
export function listedInWords(
  question: CaseToExplain,
  members: readonly { readonly member: Member; readonly said: Text }[],
): readonly Text[] {
  const alone = members.flatMap(({ member }) =>
    member.kind === 'pin' || member.kind === 'exclude' ? [member] : [],
  );
  return members.flatMap(({ member, said }): readonly Text[] => {
    if (member.kind !== 'pin' && member.kind !== 'exclude') return [said];
    const same = alone.filter(({ kind }) => kind === member.kind);
    if (same.length <= MOST_CLAUSES) return [said];
    if (same[0] !== member) return [];
    return [
      inEachLanguage((language) => {
        const candidates = same.flatMap((each) => calledTogether(question, each, language));
        return decisionInWords(question, member.kind, candidates, language);
      }),
    ];
  });
}

/** The bound of a member in words; `undefined` for decisions, which have none. */
export function boundOf({ decided }: CaseToExplain, member: Member): Text | undefined {
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
  question: CaseToExplain,
  member: Member,
  sides: readonly ('min' | 'max')[] = ['min', 'max'],
  groups?: readonly string[],
): Text {
  const title = memberTitle(question, member);
  if (member.kind !== 'size' && member.kind !== 'rule') return title;
  const rule = member.kind === 'rule' ? question.decided.rules[member.rule]!.rule : undefined;
  const bound =
    rule?.kind === 'require' ? undefined : (sideOf(question, member, sides) ?? boundOf(question, member));
  return inEachLanguage((language) =>
    phrase(language, 'explain.member', { title: title[language], bound: bound?.[language], groups }),
  );
}

/** One side of a range alone; `undefined` where both matter, or where it is "exactly" or has one side only. */
function sideOf(
  { decided }: CaseToExplain,
  member: Member,
  sides: readonly ('min' | 'max')[],
): Text | undefined {
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
