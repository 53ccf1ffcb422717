import { problem, type Problem } from '../../words/problem.ts';
import { conditionProblems } from './condition-problems.ts';
import { groupFactProblems } from './group-problems.ts';
import { proportion as shape } from './kind-shapes.ts';
import { duesOf } from '../bounds/apportionment.ts';
import { usableFact, type UsableFacts } from './usable-facts.ts';
import { valueProblem } from './value-problems.ts';
import { fieldsOf, isFields, writtenText, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** What a rule of seats in proportion says that cannot be meant. */
export function proportionProblems(
  written: unknown,
  path: Path,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const { forEach, to, where } = fieldsOf(written);
  const name = writtenText(forEach);
  const fact = name === undefined ? undefined : usableFact(name, facts);
  return [
    ...groupFactProblems(forEach, [...path, 'forEach'], yaml, facts),
    ...conditionProblems(where, [...path, 'where'], yaml, facts),
    ...Object.keys(fieldsOf(to)).flatMap((group) => {
      const value = fact?.type === 'boolean' ? booleanIn(group) : group;
      const wrong = fact && valueProblem(value, name!, fact, yaml.placeOfKey([...path, 'to', group]));
      return wrong ?? [];
    }),
    ...sourceProblems(written, path, yaml),
    ...seatsProblems(written, path, yaml),
  ];
}

/** The numbers stand in the rule, or in a table that it names; in one of them. */
function sourceProblems(written: unknown, path: Path, yaml: YamlFile): readonly Problem[] {
  const { to, table } = fieldsOf(written);
  if (!isFields(written) || (to === undefined) !== (table === undefined)) return [];
  return to === undefined
    ? [problem('rules.proportion-to-what', undefined, yaml.placeOf(path))]
    : [problem('rules.proportion-twice', undefined, yaml.placeOfKey([...path, 'table']))];
}

function booleanIn(text: string): string | boolean {
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

/** Seats that cannot be shared out as the rule says, or of which the shares make more or fewer. */
function seatsProblems(written: unknown, path: Path, yaml: YamlFile): readonly Problem[] {
  const read = shape.safeParse(written);
  if (!read.success) return [];
  const { to, seats, each = 0, bound = 'exactly' } = read.data;
  if (to === undefined) return [];
  const numbers = Object.values(to);
  if (numbers.every((number) => number === 0))
    return [problem('rules.proportion-to-nothing', undefined, yaml.placeOfKey([...path, 'to']))];
  if (each * numbers.length > seats) {
    const place = yaml.placeOf([...path, 'each']);
    return [problem('rules.each-beyond-seats', { each, groups: numbers.length, seats }, place)];
  }
  const { dues } = duesOf(read.data);
  const sum = (side: 'min' | 'max'): number => dues.reduce((all, due) => all + due[side], 0);
  const isTooMany = bound !== 'max' && sum('min') > seats;
  const isTooFew = bound !== 'min' && sum('max') < seats;
  if (!isTooMany && !isTooFew) return [];
  const shared = isTooMany ? sum('min') : sum('max');
  return [problem('rules.shares-and-seats', { shared, seats }, yaml.placeOf([...path, 'round']))];
}
