import { levelValues } from '../optimize/model/objective.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { LinearProgram } from '../optimize/linear-program.ts';
import type { Difference } from '../optimize/model/model-options.ts';
import { type SolvedModel, solvedModel } from '../optimize/model/readable-model.ts';
import { PLACE_FACT, PLACE_TITLE } from '../rules/lists/ordered-list.ts';
import type { FactTable, NumericColumn } from '../rules/facts/fact-table.ts';
import type { OrderedList } from '../rules/lists/list-declaration.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { holdsFact } from '../rules/titles.ts';
import { phraseInEach } from '../words/catalogue.ts';
import type { RowDecisions } from '../pool/decisions.ts';

/**
 * The best order of the people on a list. Points decide who is on it; where they may stand, rules decide,
 * and of the orders that these leave the better people stand earlier: the one is taken in which
 *
 *     Σ points of a person · places behind theirs
 *
 * is greatest. It is one more level of the objective, below all others, over these people alone: nobody
 * enters or leaves, no rule is broken, and nothing that the levels above are worth is given up.
 *
 * What somebody is worth is what the first level with terms says of them at the first place.
 */
export async function inBestOrder(
  decided: DecidedCase,
  rows: readonly number[],
  decisions: RowDecisions,
  solve: (program: LinearProgram) => Promise<SolvedModel['solved']>,
): Promise<readonly number[]> {
  const { list } = decided.ruleSet;
  if (list === undefined) return rows;
  const ordered = orderedCase(decided, rows, list);
  if (ordered === undefined) return rows;
  // Every place is another one now, so that nothing is gained by leaving open who stands where.
  const { rows: found } = await solvedModel(ordered, { decisions }, solve, { many: Infinity });
  return found?.length === rows.length ? found : rows;
}

/** The same case for these people alone, with the level of their order; `undefined` where all are worth the same. */
function orderedCase(
  decided: DecidedCase,
  rows: readonly number[],
  { max }: OrderedList,
): DecidedCase | undefined {
  const { facts, objective, ruleSet } = decided;
  const places = placesOf(facts);
  const onList = rowsOfPeople(facts, rows);
  const worth = worthOf(decided, onList, places);
  if (new Set(worth.values()).size < 2) return undefined;
  const { scale } = levelWithTerms(decided);
  const raw = new Float64Array(facts.size);
  for (const row of onList) raw[row] = worth.get(facts.personOf!(row))! * (max - places[row]!);
  const title = phraseInEach('slate.list-order', undefined);
  const level = levelValues({ title, terms: [], softRules: false }, raw, scale);
  const setAside = new Map(decided.setAside);
  for (let row = 0; row < facts.size; row += 1) if (!onList.has(row)) setAside.set(row, []);
  return {
    ...decided,
    ruleSet: { ...ruleSet, size: { min: rows.length, max: rows.length } },
    objective: { ...objective, levels: [...objective.levels, level] },
    setAside,
  };
}

function placesOf(facts: FactTable): Float64Array {
  const column = facts.fact(PLACE_FACT);
  if (column === undefined || 'codes' in column) throw new Error('A list without places');
  return (column satisfies NumericColumn).low;
}

/** All rows of those who have one of these: the same people at every place. */
function rowsOfPeople(facts: FactTable, rows: readonly number[]): ReadonlySet<number> {
  const personOf = facts.personOf!;
  const people = new Set(rows.map(personOf));
  const all = new Set<number>();
  for (let row = 0; row < facts.size; row += 1) if (people.has(personOf(row))) all.add(row);
  return all;
}

function levelWithTerms({ objective: { levels } }: DecidedCase) {
  return levels.find(({ level }) => level.terms.length > 0) ?? levels[0]!;
}

/** What everybody is worth, by person. */
function worthOf(
  decided: DecidedCase,
  rows: ReadonlySet<number>,
  places: Float64Array,
): ReadonlyMap<string, number> {
  const { facts } = decided;
  const { points, scale } = levelWithTerms(decided);
  const holds = facts.fact(holdsFact(PLACE_TITLE));
  const isHolder = (row: number): boolean =>
    holds !== undefined && 'codes' in holds && holds.values[holds.codes[row]!] === true;
  const worth = new Map<string, number>();
  const firstOf = new Map<string, number>();
  for (const row of rows) {
    const person = facts.personOf!(row);
    const rank = 2 * places[row]! + (isHolder(row) ? 0 : 1);
    if (rank >= (firstOf.get(person) ?? Infinity)) continue;
    firstOf.set(person, rank);
    worth.set(person, points[row]! / scale);
  }
  return worth;
}

/**
 * A list to keep away from, as far as people go: who only stands at another place is no difference, so all
 * their rows count as one.
 */
export function differenceOf(
  { facts, ruleSet }: DecidedCase,
  rows: readonly number[],
  by: number,
): Difference {
  if (ruleSet.list === undefined) return { members: rows, by };
  return { members: [...rowsOfPeople(facts, rows)], people: rows.length, by };
}

/** Rows as they stand on a list: those of a placement go unit by unit, so place by place. Of anything else as they are. */
export function inOrderOfPlaces({ list }: Pick<RuleSet, 'list'>, rows: readonly number[]): readonly number[] {
  return list === undefined ? rows : rows.toSorted((one, other) => one - other);
}
