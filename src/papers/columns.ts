import { knownFact, titleOfFact } from '../rules/facts/known-facts.ts';
import { nearest } from '../rules/problems/nearest.ts';
import { factsRead } from '../slate/facts-read.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { datedFact } from '../words/dated-fact.ts';
import { problem, type Problem } from '../words/problem.ts';
import { folded } from '../pool/synonyms.ts';

/** What columns are chosen from. */
export type ColumnGround = Pick<SlateCase, 'pool' | 'facts' | 'ruleSet' | 'placement'>;

/** By these a person is known, where the pool has them. */
const WHO = ['gender', 'birthDate', 'unit', 'post'] as const;

/** What of these a paper without names has not: each may tell who somebody is. */
export const TELLING: readonly string[] = ['name', 'post', 'family', 'nativePlace', 'birthDate'];

/**
 * What facts of an appointment say of the person in it; the others say what stands in columns of their own, or
 * are inner names.
 */
const OF_PERSON_IN_POST = new Set(['local', 'consecutiveTerms']);

/**
 * The facts of persons that rules and objective read and these candidates have, each once, in the order in
 * which they are first read; counted at the reference date, whatever days rules name.
 */
export function columnsByRules({ ruleSet, facts, placement }: ColumnGround): readonly string[] {
  const read = factsRead(ruleSet).map(({ fact }) => datedFact(fact).fact);
  const isOfPerson = (fact: string): boolean =>
    facts.fact(fact) !== undefined &&
    (knownFact(fact) !== undefined || Object.hasOwn(ruleSet.facts, fact) || OF_PERSON_IN_POST.has(fact)) &&
    !(placement !== undefined && (fact === 'unit' || fact.startsWith('unit.')));
  // Who is in for the first time and who is in again is one fact.
  const isSaid = (fact: string): boolean => fact === 'incumbent' && read.includes('newcomer');
  return [...new Set(read)].filter((fact) => isOfPerson(fact) && !isSaid(fact));
}

/** The columns that a paper shows where nobody chooses: by what persons are known, and what the rules read. */
export function usualColumns(ground: ColumnGround, isBlind: boolean): readonly string[] {
  const known = WHO.filter((fact) => ground.facts.fact(fact) !== undefined);
  const shown = [...new Set([...known, ...columnsByRules(ground)])];
  const hasAge = ground.facts.fact('age') !== undefined;
  if (!isBlind) return hasBirth(ground) ? shown.filter((fact) => fact !== 'age') : shown;
  const kept = shown.filter((fact) => !TELLING.includes(fact));
  return hasAge && !kept.includes('age') ? ['age', ...kept] : kept;
}

function hasBirth({ facts }: ColumnGround): boolean {
  return facts.fact('birthDate') !== undefined;
}

/**
 * The columns that somebody names, by the names of facts, their titles in either language or the headings of
 * the pool; a problem for each that these candidates have not.
 */
export function columnsNamed(
  named: readonly string[],
  ground: ColumnGround,
): { readonly columns: readonly string[]; readonly problems: readonly Problem[] } {
  const allowed = columnsOf(ground);
  const spelled = new Map<string, string>();
  for (const name of allowed) {
    const { vi, en } = titleOfFact(name);
    for (const each of [name, vi, en]) {
      const key = folded(each);
      if (!spelled.has(key)) spelled.set(key, name);
    }
  }
  const problems: Problem[] = [];
  const columns = named.flatMap((name) => {
    const found = spelled.get(folded(name));
    if (found !== undefined) return [found];
    const meant = nearest(name, allowed);
    problems.push(problem('papers.no-column', { name, allowed, ...(meant !== undefined && { meant }) }));
    return [];
  });
  return { columns: [...new Set(columns)], problems };
}

/** Every column of these candidates: of their file, declared ones, and those worked out from them. */
function columnsOf({ pool, facts, ruleSet }: ColumnGround): readonly string[] {
  const derived = ['age', 'newcomer', 'monthsToRetirement', 'appraisal', 'lastAppraisal'];
  const further = [...derived, ...Object.keys(ruleSet.facts)].filter(
    (fact) => facts.fact(fact) !== undefined,
  );
  return [...new Set([...pool.headings.filter((heading) => heading !== 'id'), ...further])];
}

/** The columns of the file that a fact is read or worked out from, as far as these candidates have them. */
export function columnsBehind(fact: string, { pool }: Pick<ColumnGround, 'pool'>): readonly string[] {
  if (pool.headings.includes(fact)) return [fact];
  return (knownFact(fact)?.from ?? []).flatMap((column) =>
    column === 'appraisalYYYY'
      ? pool.headings.filter((heading) => /^appraisal\d{4}$/.test(heading))
      : pool.headings.filter((heading) => heading === column),
  );
}
