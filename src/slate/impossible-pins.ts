import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { RowDecisions } from '../pool/decisions.ts';
import { phrase, phraseInEach } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import type { Proposal } from './propose-answer.ts';
import { factNames } from './set-aside.ts';

/**
 * Pinned persons who are set aside or do not satisfy a hard rule of eligibility, so that no slate exists; of a
 * candidate with several appointments, where that is so in every one. Each with every reason.
 */
export function impossiblePins(
  decided: DecidedCase,
  { pin }: RowDecisions,
): NonNullable<Proposal['impossiblePins']> {
  return pin.flatMap(({ id, rows }) => {
    const reasons = rows.map((row) => whyImpossible(decided, row));
    if (reasons.some((each) => each.length === 0)) return [];
    const different = new Map(reasons.flat().map((reason) => [reason.en, reason]));
    return [...different.values()].map((reason) => ({
      candidate: id,
      message: phraseInEach('slate.impossible-pin', { id, reason }),
    }));
  });
}

/** Why one row can be on no slate, whoever else is; nothing if it can. */
function whyImpossible(decided: DecidedCase, row: number): readonly Text[] {
  const lacking = [...new Set(decided.setAside.get(row)?.flatMap(({ facts }) => facts))];
  const aside = lacking.length === 0 ? [] : [missingFacts(lacking)];
  const barred = decided.rules
    .filter(
      ({ rule, classOf }) => rule.kind === 'require' && rule.strength === 'hard' && classOf.at(row) === 1,
    )
    .map(({ rule }) => rule.title);
  return [...aside, ...barred];
}

function missingFacts(facts: readonly string[]): Text {
  return inEachLanguage((language) =>
    phrase(language, 'slate.missing-facts', { facts: factNames(facts, language) }),
  );
}
