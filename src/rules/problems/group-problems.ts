import { foundIn } from '../../words/found-value.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { conditionProblems } from './condition-problems.ts';
import { factNameProblem, usableFact, type UsableFacts } from './usable-facts.ts';
import { valueProblem } from './value-problems.ts';
import { fieldsOf, isFields, itemsOf, writtenText, type Fields, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** What a count or a share says of its groups that cannot be meant. */
export function groupProblems(
  kind: Fields,
  path: Path,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const forEach = kind['forEach'];
  if (forEach === undefined) {
    return kind['missing'] === undefined
      ? []
      : [problem('rules.missing-without-groups', undefined, yaml.placeOfKey([...path, 'missing']))];
  }
  const at: Path = [...path, 'forEach'];
  const several = groupsOfSeveral(kind, path, yaml, facts);
  if (several !== undefined) return several;
  if (!isFields(forEach)) return groupFactProblems(forEach, at, yaml, facts);
  return [
    ...groupFactProblems(forEach['fact'], [...at, 'fact'], yaml, facts),
    ...conditionProblems(forEach['where'], [...at, 'where'], yaml, facts),
    ...choiceProblems(forEach, at, yaml, facts),
  ];
}

/**
 * What is wrong with groups of a column with several values, of which each is a rule of its own; `undefined`
 * where there are none.
 */
function groupsOfSeveral(
  kind: Fields,
  path: Path,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] | undefined {
  const { forEach, missing } = kind;
  const name = isFields(forEach) ? forEach['fact'] : forEach;
  const fact = typeof name === 'string' ? usableFact(name, facts) : undefined;
  // Inside another rule there is place for one alone.
  if (fact?.several !== true || path.length > PATH_OF_KIND) return undefined;
  const own = fieldsOf(forEach);
  const at: Path = [...path, 'forEach'];
  const isListed = own['values'] !== undefined || fact.values !== undefined;
  return [
    ...(own['where'] !== undefined || !isListed
      ? [problem('rules.several-without-list', { fact: String(name) }, yaml.placeOf(at))]
      : []),
    ...(missing !== undefined && kind['fact'] === undefined
      ? [problem('rules.missing-of-several', { fact: String(name) }, yaml.placeOfKey([...path, 'missing']))]
      : []),
    ...choiceProblems(own, at, yaml, facts),
  ];
}

/** How long the path of what a rule asks is: `rules`, its number and its kind. */
const PATH_OF_KIND = 3;

/** Facts whose groups cannot be counted: as below, but a column with several values counts each of them. */
export function countedGroupProblems(
  written: unknown,
  path: Path,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const [name, ...others] = [written].flat();
  const isOfSeveral = typeof name === 'string' && usableFact(name, facts)?.several === true;
  return isOfSeveral && others.length === 0 ? [] : groupFactProblems(written, path, yaml, facts);
}

/** Facts that cannot make groups, or stand twice among those that make them together. */
export function groupFactProblems(
  written: unknown,
  path: Path,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const names = Array.isArray(written)
    ? itemsOf(written).map((name, index) => ({ name, at: [...path, index] }))
    : [{ name: written, at: path }];
  return names.flatMap(({ name, at }, index) => {
    if (typeof name !== 'string') return [];
    const place = yaml.placeOf(at);
    if (names.findIndex((each) => each.name === name) < index)
      return [problem('rules.repeated-item', { found: foundIn(name) }, place)];
    const unusable = factNameProblem(name, facts, place);
    if (unusable !== undefined) return [unusable];
    const fact = usableFact(name, facts);
    if (fact?.several === true) return [problem('rules.group-of-several', { fact: name }, place)];
    const type = fact?.type;
    return type === 'number' || type === 'date'
      ? [problem('rules.group-type', { fact: name, type }, place)]
      : [];
  });
}

/** Groups are chosen in one way: by a condition, or by a list of values of one fact. */
function choiceProblems(forEach: Fields, at: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const { values } = forEach;
  if (values === undefined) return [];
  const path: Path = [...at, 'values'];
  if (forEach['where'] !== undefined)
    return [problem('rules.groups-chosen-twice', undefined, yaml.placeOfKey(path))];
  const [name, ...more] = [forEach['fact']].flat();
  if (more.length > 0) return [problem('rules.list-of-several-facts', undefined, yaml.placeOfKey(path))];
  const fact = usableFact(writtenText(name) ?? '', facts);
  return itemsOf(values).flatMap((value, index) => {
    const place = yaml.placeOf([...path, index]);
    if (itemsOf(values).indexOf(value) < index)
      return [problem('rules.repeated-item', { found: foundIn(value) }, place)];
    return fact === undefined ? [] : (valueProblem(value, String(name), fact, place) ?? []);
  });
}
