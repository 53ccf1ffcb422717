import { foundIn } from '../../words/found-value.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { conditionProblems } from './condition-problems.ts';
import { declarationProblems } from './fact-problems.ts';
import { daysOfIsoDate } from '../facts/iso-date.ts';
import { listProblems } from './list-problems.ts';
import { titleProblems } from './title-problems.ts';
import { factNameProblem, usableFact, type UsableFacts } from './usable-facts.ts';
import {
  fieldsOf,
  isFields,
  itemsOf,
  writtenText,
  wholeIn,
  type Fields,
  type Path,
} from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** What everything but the rules of one file says that cannot be meant: date, size, facts, objective. */
export function headProblems(yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const top = fieldsOf(yaml.data);
  return [
    ...dateProblems(top, yaml),
    ...sizeProblems(top, yaml),
    ...listProblems(yaml),
    ...titleProblems(yaml, facts),
    ...Object.entries(fieldsOf(top['facts'])).flatMap(([name, fact]) =>
      declarationProblems(name, fact, yaml, facts),
    ),
    ...objectiveProblems(itemsOf(top['objective']), yaml, facts),
  ];
}

function dateProblems(top: Fields, yaml: YamlFile): readonly Problem[] {
  const date = top['referenceDate'];
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return [];
  return daysOfIsoDate(date) === undefined
    ? [problem('rules.bad-date', { found: foundIn(date) }, yaml.placeOf(['referenceDate']))]
    : [];
}

function sizeProblems(top: Fields, yaml: YamlFile): readonly Problem[] {
  const size = fieldsOf(top['size']);
  const [min, max] = [wholeIn(size['min']), wholeIn(size['max'])];
  return min !== undefined && max !== undefined && min > max
    ? [problem('rules.min-over-max', { min: String(min), max: String(max) }, yaml.placeOf(['size', 'min']))]
    : [];
}

function objectiveProblems(
  items: readonly unknown[],
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const path: Path = ['objective'];
  const levels = items.filter((item) => isFields(item) && 'level' in item);
  if (levels.length === 0)
    return items.flatMap((term, index) => termProblems(term, [...path, index], yaml, facts));
  // A list of both is reported by its shape.
  if (levels.length < items.length) return [];
  return [
    ...softLevelProblems(items, yaml),
    ...items.flatMap((level, index) =>
      itemsOf(fieldsOf(level)['terms']).flatMap((term, nth) =>
        termProblems(term, [...path, index, 'terms', nth], yaml, facts),
      ),
    ),
  ];
}

function softLevelProblems(levels: readonly unknown[], yaml: YamlFile): readonly Problem[] {
  const said = levels.map((level) => fieldsOf(level)['softRules']);
  const paid = said.flatMap((softRules, index) => (softRules === true ? [index] : []));
  if (paid.length > 1) {
    return [
      problem('rules.several-soft-levels', undefined, yaml.placeOf(['objective', paid[1]!, 'softRules'])),
    ];
  }
  if (said.every((softRules) => softRules === false)) {
    return [problem('rules.no-soft-level', undefined, yaml.placeOf(['objective', 0, 'softRules']))];
  }
  const soft = softLevelOf(said);
  return levels.flatMap((level, index) =>
    index !== soft && itemsOf(fieldsOf(level)['terms']).length === 0
      ? [problem('rules.empty-level', undefined, yaml.placeOf(['objective', index]))]
      : [],
  );
}

/** The level on which broken soft rules are paid: the one that says so, else the first that does not refuse. */
export function softLevelOf(said: readonly unknown[]): number {
  const paid = said.indexOf(true);
  return paid === -1 ? said.findIndex((softRules) => softRules !== false) : paid;
}

function termProblems(term: unknown, path: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  if (!isFields(term)) return [];
  const problems = [...conditionProblems(term['where'], [...path, 'where'], yaml, facts)];
  if (term['fact'] === undefined && term['where'] === undefined) {
    problems.push(problem('rules.empty-term', undefined, yaml.placeOf(path)));
  }
  const name = writtenText(term['fact']);
  if (name === undefined) return problems;
  const place = yaml.placeOf([...path, 'fact']);
  const unusable = factNameProblem(name, facts, place);
  if (unusable !== undefined) problems.push(unusable);
  const type = usableFact(name, facts)?.type;
  if (type === 'text' || type === 'date')
    problems.push(problem('rules.term-type', { fact: name, type }, place));
  return problems;
}
