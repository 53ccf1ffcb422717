import type { DecidedCase, Missing } from '../optimize/model/decided-case.ts';
import { idOfRow } from '../rules/facts/fact-table.ts';
import { titleOfFact } from '../rules/facts/known-facts.ts';
import { phrase, phraseInEach } from '../words/catalogue.ts';
import { inEachLanguage, type Language, type Text } from '../words/language.ts';
import type { SetAside } from '../check/answer-parts.ts';

/**
 * Who was set aside, rule by rule, in words. Of somebody who is set aside for some of their appointments
 * alone it is said for which: they may be in the plan with another.
 */
export function setAsideOf(decided: DecidedCase): SetAside[] {
  const titles = new Map<string, Text>(decided.ruleSet.rules.map((rule) => [rule.id, rule.title]));
  const objective = phraseInEach('slate.objective-title', undefined);
  const namesOfAll = new Map<string, Readonly<Record<Language, readonly string[]>>>();
  const namesIn = (facts: readonly string[]): Readonly<Record<Language, readonly string[]>> => {
    const key = facts.join('\n');
    let names = namesOfAll.get(key);
    if (names === undefined) {
      names = { vi: factNames(facts, 'vi'), en: factNames(facts, 'en') };
      namesOfAll.set(key, names);
    }
    return names;
  };
  const rowsOfAll = rowsOfSetAside(decided);
  return reasonsOf(decided).map(({ candidate, rule, facts, rows }) => {
    const title = rule === undefined ? objective : titles.get(rule)!;
    const isPart = rows.length < (rowsOfAll.get(candidate) ?? 1);
    const appointments = isPart ? { appointments: rows.map((row) => idOfRow(decided.facts, row)) } : {};
    const message = inEachLanguage((language) =>
      phrase(language, 'slate.set-aside', {
        candidate,
        ...appointments,
        facts: namesIn(facts)[language],
        title: title[language],
      }),
    );
    return { candidate, ...appointments, rule: rule ?? 'objective', facts: [...facts], message };
  });
}

/** One reason why somebody is set aside, with the rows that it keeps them from. */
interface Reason extends Missing {
  readonly candidate: string;
  readonly rows: readonly number[];
}

/** Somebody is set aside once for a reason, however many appointments it keeps them from. */
function reasonsOf({ facts: table, setAside }: DecidedCase): readonly Reason[] {
  const reasons = new Map<string, Reason & { readonly rows: number[] }>();
  for (const [row, missing] of setAside) {
    for (const { rule, facts } of missing) {
      const candidate = table.personOf?.(row) ?? idOfRow(table, row);
      const key = [candidate, rule ?? '', ...facts].join('\n');
      const known = reasons.get(key);
      if (known === undefined)
        reasons.set(key, { candidate, ...(rule !== undefined && { rule }), facts, rows: [row] });
      else known.rows.push(row);
    }
  }
  return [...reasons.values()];
}

/** How many rows there are of everybody who is set aside in some; nothing for a slate, where each has one. */
function rowsOfSetAside({ facts: { personOf, size }, setAside }: DecidedCase): ReadonlyMap<string, number> {
  if (personOf === undefined) return new Map();
  const counts = new Map(Array.from(setAside.keys(), (row) => [personOf(row), 0]));
  for (let row = 0; counts.size > 0 && row < size; row += 1) {
    const count = counts.get(personOf(row));
    if (count !== undefined) counts.set(personOf(row), count + 1);
  }
  return counts;
}

/** What facts are called. */
export function factNames(facts: readonly string[], language: Language): readonly string[] {
  return facts.map((fact) => titleOfFact(fact)[language]);
}
