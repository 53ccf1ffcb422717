import { cellOf, rowsById } from '../rules/facts/fact-table.ts';
import { POLITICAL_THEORY, titleOfFact, wordOfValue } from '../rules/facts/known-facts.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { phrase } from '../words/catalogue.ts';
import { type Language, capital } from '../words/language.ts';

/** How many members are of one kind. */
export interface StructureLine {
  readonly label: string;
  readonly count: number;
  /** From 0 to 1, to a thousandth; absent where everybody is. */
  readonly share?: number;
}

/** The bands of ages that directive 35 of the Politburo wants to see on a committee: up to their last year. */
const BANDS = [
  { code: 'papers.under-40', to: 39 },
  { code: 'papers.from-40-to-50', to: 50 },
  { code: 'papers.over-50', to: Infinity },
] as const;

/**
 * What a slate is made of: how many, women, bands of ages, newcomers, levels of political theory, each as far
 * as the candidates have the fact. Those whose fact is missing or known too roughly are in no line but one of
 * their own, so that the lines of a fact add up to the whole.
 *
 * @param persons a row of each.
 */
export function slateStructure(
  { facts }: Pick<SlateCase, 'facts'>,
  persons: readonly number[],
  language: Language,
): readonly StructureLine[] {
  const lineOf = (label: string, rows: readonly number[]): StructureLine => ({
    label,
    count: rows.length,
    share: persons.length === 0 ? 0 : Math.round((1000 * rows.length) / persons.length) / 1000,
  });
  const withValue = (fact: string, value: string | boolean): readonly number[] => {
    const column = facts.fact(fact);
    return column === undefined ? [] : persons.filter((row) => cellOf(column, row) === value);
  };
  const has = (fact: string): boolean => facts.fact(fact) !== undefined;
  const say = (code: 'papers.women' | 'papers.newcomers'): string => phrase(language, code, undefined);
  return [
    { label: phrase(language, 'papers.total', undefined), count: persons.length },
    ...(has('gender') ? [lineOf(say('papers.women'), withValue('gender', 'female'))] : []),
    ...(has('age') ? ageLines(facts, persons, language, lineOf) : []),
    ...(has('newcomer') ? [lineOf(say('papers.newcomers'), withValue('newcomer', true))] : []),
    ...(has('politicalTheory')
      ? POLITICAL_THEORY.toReversed()
          .map((level) => {
            const [fact, value] = [titleOfFact('politicalTheory'), wordOfValue('politicalTheory', level)];
            return lineOf(
              `${capital(fact[language])}: ${value[language]}`,
              withValue('politicalTheory', level),
            );
          })
          .filter(({ count }) => count > 0)
      : []),
  ];
}

function ageLines(
  facts: SlateCase['facts'],
  persons: readonly number[],
  language: Language,
  lineOf: (label: string, rows: readonly number[]) => StructureLine,
): readonly StructureLine[] {
  const column = facts.fact('age')!;
  const bandOf = (row: number): number => {
    const age = cellOf(column, row);
    const [low, high] = typeof age === 'number' ? [age, age] : Array.isArray(age) ? age : [NaN, NaN];
    const [first, last] = [low, high].map((years) => BANDS.findIndex(({ to }) => years <= to));
    return first === last ? first! : -1;
  };
  const byBand = Map.groupBy(persons, bandOf);
  const unsure = byBand.get(-1) ?? [];
  return [
    ...BANDS.map(({ code }, band) => lineOf(phrase(language, code, undefined), byBand.get(band) ?? [])),
    ...(unsure.length > 0 ? [lineOf(phrase(language, 'papers.age-unsure', undefined), unsure)] : []),
  ];
}

/** One row of each person among the members, in their order. */
export function personRows(
  { facts }: Pick<SlateCase, 'facts'>,
  members: readonly string[],
): readonly number[] {
  const index = rowsById(facts);
  const rows = members.map((id) => index.get(id)!);
  const { personOf } = facts;
  if (personOf === undefined) return rows;
  return [...new Map(rows.map((row) => [personOf(row), row])).values()];
}
