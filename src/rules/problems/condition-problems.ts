import { problem, type Problem } from '../../words/problem.ts';
import { OPERATORS, operatorsOf } from '../facts/known-facts.ts';
import { factNameProblem, usableFact, type UsableFacts } from './usable-facts.ts';
import { valueProblem } from './value-problems.ts';
import { fieldsOf, itemsOf, type Fields, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/**
 * What a condition says that cannot be meant: unknown facts, operators that the fact's type does not
 * have, values that the fact cannot have. Its shape is checked elsewhere; what is misshapen is passed over.
 */
export function conditionProblems(
  condition: unknown,
  path: Path,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const written = fieldsOf(condition);
  return [
    ...['all', 'any'].flatMap((key) =>
      itemsOf(written[key]).flatMap((part, index) =>
        conditionProblems(part, [...path, key, index], yaml, facts),
      ),
    ),
    ...(written['not'] === undefined ? [] : conditionProblems(written['not'], [...path, 'not'], yaml, facts)),
    ...leafProblems(written, path, yaml, facts),
  ];
}

function leafProblems(leaf: Fields, path: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const name = leaf['fact'];
  const operator = OPERATORS.find((each) => each === leaf['operator']);
  if (typeof name !== 'string') return [];
  const unusable = factNameProblem(name, facts, yaml.placeOf([...path, 'fact']));
  const fact = usableFact(name, facts);
  const shape = operator === undefined ? undefined : listProblem(operator, leaf['value'], path, yaml);
  if (fact === undefined) return [unusable, shape].filter((each) => each !== undefined);
  const misfit =
    operator !== undefined && !operatorsOf(fact).includes(operator)
      ? problem(
          'rules.operator-for-type',
          { operator, fact: name, type: fact.type, allowed: operatorsOf(fact) },
          yaml.placeOf([...path, 'operator']),
        )
      : undefined;
  return [misfit, shape, ...valueProblems(name, leaf['value'], path, yaml, facts)].filter(
    (each) => each !== undefined,
  );
}

function listProblem(
  operator: (typeof OPERATORS)[number],
  value: unknown,
  path: Path,
  yaml: YamlFile,
): Problem | undefined {
  if (value === undefined || value === null) return undefined;
  const place = yaml.placeOf([...path, 'value']);
  if (operator !== 'in' && operator !== 'notIn') {
    if (!Array.isArray(value)) return undefined;
    const instead = operator === 'equal' ? 'in' : operator === 'notEqual' ? 'notIn' : undefined;
    return problem(
      'rules.list-not-allowed',
      { operator, ...(instead === undefined ? {} : { instead }) },
      place,
    );
  }
  if (!Array.isArray(value)) return problem('rules.list-needed', { operator }, place);
  return value.length === 0 ? problem('rules.empty-list', { operator }, place) : undefined;
}

function valueProblems(
  name: string,
  value: unknown,
  path: Path,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const fact = usableFact(name, facts);
  if (fact === undefined) return [];
  const at: Path = [...path, 'value'];
  const found = Array.isArray(value)
    ? value.map((item, index) => valueProblem(item, name, fact, yaml.placeOf([...at, index])))
    : [valueProblem(value, name, fact, yaml.placeOf(at))];
  return found.filter((each) => each !== undefined);
}
