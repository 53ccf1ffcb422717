import type { FactDeclaration } from '../../rules/facts/fact-declaration.ts';
import type { FactColumn, FactTable } from '../../rules/facts/fact-table.ts';
import { knownFact } from '../../rules/facts/known-facts.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { containedIn } from '../../words/contained-fact.ts';
import { datedFact } from '../../words/dated-fact.ts';
import { ownProperty } from '../../words/own-property.ts';
import { problem, type Reading } from '../../words/problem.ts';
import { flatRetirement } from '../../rules/facts/retirement-rows.ts';
import { agesOf, birthsOf, bornAfter } from './ages.ts';
import { appraisalMeans, lastAppraisals } from './appraisals.ts';
import { valueOfDateText } from '../cells/cells.ts';
import { isoText, packedFromDays } from '../cells/civil-date.ts';
import { declaredColumns } from './declared-facts.ts';
import { containedColumn, madeColumn } from './made-facts.ts';
import type { Pool } from '../pool.ts';
import { ProblemList } from '../cells/problem-list.ts';
import { monthsToRetirementOf } from './retirement.ts';
import { once } from '../../tables/once.ts';

/**
 * The facts of a pool under a rule set: its own columns, what follows from them at the reference
 * date, and the columns that the rule set declares, with their defaults.
 *
 * Derived are `age` (full years), `newcomer` (not incumbent), `monthsToRetirement` (calendar months),
 * `appraisal` (mean of the years given, 3 to 0) and `lastAppraisal`; each exists where the pool has
 * what it needs, and is worked out when it is first asked for. A fact that the pool cannot give is
 * no error here: `fact` answers `undefined`.
 *
 * Errors: a birth after the reference date; a declared fact that has neither column nor default, or
 * another type than the fact of that name; cells that are not of the declared type.
 */
export function factsOf(pool: Pool, ruleSet: RuleSet): Reading<FactTable> {
  const problems = new ProblemList(pool.file);
  const referenceDay = valueOfDateText(ruleSet.referenceDate);
  if (referenceDay === undefined) throw new RangeError('the reference date of a rule set is a day');
  reportBirthsAfter(pool, referenceDay, problems);
  const derived = remembered(derivations(pool, ruleSet, packedFromDays(referenceDay), columnOf));
  const declared = declaredColumns(pool, ruleSet, derived, problems);
  if (!problems.isEmpty) return { ok: false, problems: problems.finish() };
  const made = remembered((name) => {
    const inside = containedIn(name);
    if (inside !== undefined) return containedColumn(columnOf(inside.column), inside.value);
    const declaration = ownProperty(ruleSet.facts, name)?.made;
    return declaration && madeColumn(declaration, (each) => columnOf(each) ?? derived(each));
  });
  const fact = remembered((name) => {
    const column = columnOf(name) ?? made(name) ?? derived(name);
    return column && withinList(column, knownFact(name)?.values ?? ownProperty(ruleSet.facts, name));
  });
  return { ok: true, value: { size: pool.size, ids: pool.ids, fact } };

  function columnOf(name: string): FactColumn | undefined {
    return declared.get(name) ?? pool.columns.get(name);
  }
}

/** A column that tells which texts alone are possible. Of a cell with several values no list has all that it may be. */
function withinList(column: FactColumn, listed: readonly string[] | FactDeclaration | undefined): FactColumn {
  if (listed === undefined || column.type !== 'text') return column;
  const only = 'type' in listed ? (listed.separator === undefined ? listed.values : undefined) : listed;
  return only === undefined ? column : { ...column, only };
}

/** Works out a derived fact, at the reference date or at the one that its name carries (`age@2026-03-01`). */
function derivations(
  { columns, size }: Pool,
  ruleSet: RuleSet,
  reference: number,
  columnOf: (name: string) => FactColumn | undefined,
): (name: string) => FactColumn | undefined {
  const births = once(() => birthsOf(columns.get('birthDate')));
  const tables = ruleSet.retirement ?? [flatRetirement(ruleSet.retirementAge)];
  const derive = new Map<string, (day: number) => FactColumn | undefined>([
    ['age', (day) => agesOf(births(), day)],
    ['newcomer', () => negated(columns.get('incumbent'))],
    ['monthsToRetirement', (day) => monthsToRetirementOf(births(), columnOf, tables, day)],
    ['appraisal', (day) => appraisalMeans(columns, day, size)],
    ['lastAppraisal', (day) => lastAppraisals(columns, day, size)],
  ]);
  return (name) => {
    const { fact, day } = datedFact(name);
    const days = day === undefined ? undefined : valueOfDateText(day);
    return derive.get(fact)?.(days === undefined ? reference : packedFromDays(days));
  };
}

function remembered(make: (name: string) => FactColumn | undefined) {
  const made = new Map<string, FactColumn | undefined>();
  return (name: string): FactColumn | undefined => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name);
  };
}

/** True for false and false for true; rows without a value stay so. */
function negated(column: FactColumn | undefined): FactColumn | undefined {
  if (column?.type !== 'boolean') return undefined;
  const values = column.values.map((each) => (typeof each === 'boolean' ? !each : each));
  return { type: 'boolean', codes: column.codes, values };
}

function reportBirthsAfter(pool: Pool, referenceDay: number, problems: ProblemList): void {
  const referenceDate = isoText({ low: referenceDay, high: referenceDay });
  for (const { row, born } of bornAfter(pool.columns.get('birthDate'), referenceDay)) {
    const parameters = { value: isoText(born), referenceDate };
    problems.add(
      (place) => problem('pool.born-after-reference', parameters, place),
      () => pool.placeOf(row, 'birthDate'),
    );
  }
}
