import { idOf, listedInWords, memberInWords } from '../explain/member-words.ts';
import type { Member, CaseToExplain } from '../explain/case-to-explain.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { RowDecisions } from '../pool/decisions.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Report } from '../check/check-answer.ts';
import { ReadingsDisagree } from '../slate/complying-slate.ts';
import { inEachLanguage } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import type { Contradiction, OutcomeAnswer } from './answers.ts';

/** The rows of the table that some columns stand for, in ascending order of id. */
export function rowsOfColumns(
  columns: Iterable<number>,
  candidates: Uint32Array,
  ids: readonly string[],
): readonly number[] {
  const rows: number[] = [];
  for (const column of columns) if (column < candidates.length) rows.push(candidates[column]!);
  return rows.sort((one, other) => (ids[one]! < ids[other]! ? -1 : 1));
}

/**
 * What a slate found by the optimiser comes to, once the rule engine has passed it.
 *
 * @throws ReadingsDisagree if it breaks a hard rule.
 */
export function evaluated(
  decided: DecidedCase,
  rows: readonly number[],
  report: Report,
): Required<Pick<OutcomeAnswer, 'objective' | 'members'>> & Pick<OutcomeAnswer, 'levels' | 'price'> {
  if (!report.compliant) throw new ReadingsDisagree();
  const price = report.rules
    .filter((rule) => rule.strength === 'soft' && rule.cost > 0)
    .reduce((sum, { cost }) => sum + cost, 0);
  const levels = decided.objective.levels.map(
    ({ level, points, scale }) =>
      rows.reduce((sum, row) => sum + points[row]!, 0) / scale - (level.softRules ? price : 0),
  );
  return {
    objective: levels[0]!,
    ...(levels.length > 1 && { levels }),
    ...(price > 0 && { price }),
    members: rows.map((row) => decided.facts.ids[row]!),
  };
}

/**
 * A conflict in words, with the bounds of the rule set at hand.
 *
 * @param ruleSet has the rules of `decided` in the same order, with other bounds.
 */
export function contradiction(
  decided: DecidedCase,
  decisions: RowDecisions,
  ruleSet: RuleSet,
  conflict: readonly Member[],
): Contradiction {
  const rules = decided.rules.map((family, index) => ({ ...family, rule: ruleSet.rules[index]! }));
  const question: CaseToExplain = { decided: { ...decided, ruleSet, rules }, decisions };
  const words = listedInWords(
    question,
    conflict.map((member) => ({ member, said: memberInWords(question, member) })),
  );
  return {
    rules: conflict.map((member) => idOf(question, member)),
    message: inEachLanguage((language) =>
      phrase(language, 'explain.conflict', { members: words.map((each) => each[language]), why: [] }),
    ),
  };
}
