import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { RowDecisions } from '../optimize/model/model-options.ts';
import type { Breath } from '../rules/breath.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { problem, type Problem } from '../words/problem.ts';
import { decidedOf, rowDecisions } from './case.ts';
import type { SlateCase } from './requests.ts';
import { namesOf } from './set-aside.ts';

/** What is wrong with a case that opened well and can be told before anything is solved. */
export async function problemsOfCase(asked: SlateCase, breath?: Breath): Promise<readonly Problem[]> {
  return impossiblePins(await decidedOf(asked, breath), rowDecisions(asked));
}

/**
 * Pinned persons who are set aside or do not satisfy a hard rule of eligibility; of a candidate with
 * several appointments, where that is so in every one.
 */
export function impossiblePins(decided: DecidedCase, { pin }: RowDecisions): readonly Problem[] {
  return pin.flatMap(({ id, rows }) => {
    const reasons = rows.map((row) => whyImpossible(decided, row));
    if (reasons.some((each) => each.length === 0)) return [];
    const different = new Map(reasons.flat().map((reason) => [reason.en, reason]));
    return [...different.values()].map((reason) => problem('slate.impossible-pin', { id, reason }));
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
    phrase(language, 'slate.missing-facts', { facts: namesOf(facts, language) }),
  );
}
