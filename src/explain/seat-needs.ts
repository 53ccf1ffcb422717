import { describeBound } from '../rules/describe.ts';
import { isAmount } from '../rules/bounds/amount.ts';
import { boundsAtSize, isBySize } from '../rules/bounds/by-size.ts';
import { isDifference } from '../rules/bounds/difference.ts';
import { boundOfBase, type BoundSide } from '../rules/bounds/rounding.ts';
import type { Ratio, RuleSet } from '../rules/rule-set.ts';
import type { Report, RuleReport } from '../check/check-answer.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import type { Need } from './answers.ts';
import { sizeInWords } from './member-words.ts';

/**
 * What the free seats must still bring: for every hard count and share, given those who stay, how many
 * of those who join must count and may count. Only what restricts the free seats is listed; nothing of a sum,
 * an average or a difference, which depends on who joins, and of a share
 * only where its base is the whole slate, since a share "of" others depends on who joins. That a post has
 * one holder, and nobody two posts, goes without saying.
 *
 * @param report of those who stay.
 * @param seats how many may join.
 */
export function needsOf(ruleSet: RuleSet, report: Report, seats: number): readonly Need[] {
  return report.rules.flatMap((line) => {
    if (line.strength === 'soft') return [];
    const room = roomOf(ruleSet, line, report.size, seats);
    if (room === undefined) return [];
    // More than the free seats cannot join anyway.
    const most = room.most !== null && room.most < seats ? room.most : null;
    return room.least > 0 || most !== null ? [needOf(ruleSet, line, { ...room, most })] : [];
  });
}

/** How many count among those who stay, and how many of those who join must and may count. */
interface Room {
  readonly has: number;
  readonly least: number;
  readonly most: number | null;
}

function roomOf(ruleSet: RuleSet, line: RuleReport, size: number, seats: number): Room | undefined {
  const rule = ruleSet.rules.find(({ id }) => id === line.id);
  if (rule?.standing === true || (rule !== undefined && (isAmount(rule) || isDifference(rule))))
    return undefined;
  if (line.kind === 'require') {
    return line.members.length === 0
      ? undefined
      : { has: line.members.length, least: 0, most: -line.members.length };
  }
  if (rule?.kind === 'share') {
    if (rule.of !== undefined || rule.forEach !== undefined || rule.per !== 'member') return undefined;
    const has = line.members.length;
    const part = (bound: Ratio, side: BoundSide): number =>
      boundOfBase(bound, size + seats, side, rule.round);
    return {
      has,
      least: rule.min === undefined ? 0 : Math.max(0, part(rule.min, 'min') - has),
      most: rule.max === undefined ? null : part(rule.max, 'max') - has,
    };
  }
  const has = line.actual;
  const { min, max } = rule !== undefined && isBySize(rule) ? boundsAtSize(rule, size + seats) : line;
  return {
    has,
    least: Math.max(0, (min ?? 0) - has),
    most: max === undefined || max === null ? null : max - has,
  };
}

function needOf(ruleSet: RuleSet, line: RuleReport, { has, least, most }: Room): Need {
  const member = nameOf(ruleSet, line);
  const excess = most === null ? 0 : -most;
  return {
    rule: line.id,
    ...(line.group !== undefined && { group: line.group }),
    title: line.title,
    has,
    least,
    most,
    message: inEachLanguage((language) =>
      excess > 0
        ? phrase(language, 'explain.need-too-many', { member: member[language], has, excess })
        : phrase(language, 'explain.need', { member: member[language], has, least, most }),
    ),
  };
}

function nameOf(ruleSet: RuleSet, { id, title, group }: RuleReport): Text {
  const rule = ruleSet.rules.find((each) => each.id === id);
  const bound = rule === undefined ? sizeInWords(ruleSet.size) : describeBound(rule);
  return inEachLanguage((language) =>
    phrase(language, 'explain.member', {
      title: title[language],
      bound: bound[language],
      groups: group === undefined ? undefined : [group],
    }),
  );
}
