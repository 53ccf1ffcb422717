import { foundIn } from '../../words/found-value.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { knownFact, PERSON_COLUMNS, type KnownFact } from '../facts/known-facts.ts';
import { readShare } from '../facts/ratio.ts';
import type { FactType } from '../rule-set.ts';
import { factsByTitles } from './title-problems.ts';
import { factNameProblem, usableFact, type UsableFacts } from './usable-facts.ts';
import { valueProblem } from './value-problems.ts';
import { fieldsOf, isFields, itemsOf, writtenText, type Fields, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** As offices head their columns: `Điểm /100`, `Score (of 100)`; `@` parts a fact from its day. */
const FACT_NAME = /^\p{L}[\p{L}\p{M}\p{N} _.,\-/()%+&'’#°]*$/u;
const FACT_TYPES: readonly FactType[] = ['text', 'number', 'boolean', 'date'];
const OF_UNIT = 'unit.';

/** The declared facts of a file, as far as they can be understood, and those that its titles bring. */
export function declaredFacts(yaml: YamlFile): ReadonlyMap<string, KnownFact> {
  const declared = new Map<string, KnownFact>(factsByTitles(yaml));
  for (const [name, written] of Object.entries(fieldsOf(fieldsOf(yaml.data)['facts']))) {
    const fact = declaredFact(written);
    if (fact !== undefined) declared.set(name, fact);
  }
  return declared;
}

/** Whether something is declared that cannot be read: its name is known all the same, and what is wrong is told there. */
export function hasUnreadableFacts(yaml: YamlFile): boolean {
  return Object.values(fieldsOf(fieldsOf(yaml.data)['facts'])).some(
    (written) => declaredFact(written) === undefined,
  );
}

function declaredFact(written: unknown): KnownFact | undefined {
  const { type: typed, values, separator, compare, steps } = fieldsOf(written);
  if (compare !== undefined) return { type: 'boolean' };
  if (steps !== undefined) {
    const { from, below } = fieldsOf(steps);
    const levels = [
      ...Object.keys(fieldsOf(from)),
      ...(writtenText(below) === undefined ? [] : [writtenText(below)!]),
    ];
    return { type: 'text', values: [...new Set(levels)] };
  }
  const type = FACT_TYPES.find((each) => each === (isFields(written) ? typed : written));
  if (type === undefined) return undefined;
  const listed = itemsOf(values).flatMap((each) => writtenText(each) ?? []);
  return {
    type,
    ...(listed.length > 0 && { values: listed }),
    ...(separator !== undefined && { several: true as const }),
  };
}

/**
 * A declaration adds a column or a fact made from others, or says what an empty cell of a built-in column stands
 * for and which values it may have. It cannot give a built-in fact another type, nor a default to a fact that is
 * worked out from others.
 */
export function declarationProblems(
  name: string,
  written: unknown,
  yaml: YamlFile,
  facts: UsableFacts,
): readonly Problem[] {
  const path: Path = ['facts', name];
  const place = yaml.placeOfKey(path);
  if (PERSON_COLUMNS.includes(name)) return [problem('rules.person-fact', { fact: name }, place)];
  if (!FACT_NAME.test(name)) return [problem('rules.fact-name', { fact: name }, place)];
  const declared = declaredFact(written);
  if (declared === undefined) return [];
  const own = fieldsOf(written);
  const isMade = own['compare'] !== undefined || own['steps'] !== undefined;
  const isPlain = !isMade && own['values'] === undefined && own['separator'] === undefined;
  if (name.startsWith(OF_UNIT) && !isPlain) return [problem('rules.fact-of-unit', { fact: name }, place)];
  const known = knownFact(name) ?? factsByTitles(yaml).get(name);
  if (known !== undefined && (isMade || !maySay(known, declared, own))) {
    return [
      problem('rules.known-fact', { fact: name, type: known.type, derived: known.derived === true }, place),
    ];
  }
  if (isMade) return madeProblems(own, path, yaml, facts);
  const bad = valueProblem(
    own['default'],
    name,
    { ...declared, ...known },
    yaml.placeOf([...path, 'default']),
  );
  return [...listProblems(declared, own, path, yaml), ...(bad === undefined ? [] : [bad])];
}

/** Whether a built-in fact may be declared so: with a meaning for its empty cells, or with a list of its own. */
function maySay(known: KnownFact, { type }: KnownFact, own: Fields): boolean {
  if (known.derived === true || known.type !== type || own['separator'] !== undefined) return false;
  return own['default'] !== undefined || (own['values'] !== undefined && known.values === undefined);
}

/** A list of values, or a separator, of what is no text; a value twice. */
function listProblems({ type }: KnownFact, own: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const keys = ['values', 'separator'].filter((key) => own[key] !== undefined);
  if (type !== 'text')
    return keys.map((key) => problem('rules.list-of-type', { key, type }, yaml.placeOfKey([...path, key])));
  const values = itemsOf(own['values']);
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [problem('rules.repeated-item', { found: foundIn(value) }, yaml.placeOf([...path, 'values', index]))]
      : [],
  );
}

/** Facts that are no numbers, or nobody knows; a ratio that is none. */
function madeProblems(own: Fields, path: Path, yaml: YamlFile, facts: UsableFacts): readonly Problem[] {
  const [key, names] = own['compare'] === undefined ? ['steps', ['of']] : ['compare', ['fact', 'of']];
  const made = fieldsOf(own[key]);
  const times = writtenText(made['times']);
  const isWrong = times !== undefined && typeof readShare(times) === 'string';
  return [
    ...names.flatMap((each) => {
      const name = writtenText(made[each]);
      const place = yaml.placeOf([...path, key, each]);
      if (name === undefined) return [];
      const unusable = factNameProblem(name, facts, place);
      if (unusable !== undefined) return [unusable];
      const type = usableFact(name, facts)?.type;
      return type === undefined || type === 'number'
        ? []
        : [problem('rules.compared-type', { fact: name, type }, place)];
    }),
    ...(isWrong
      ? [problem('rules.bad-share', { found: foundIn(times) }, yaml.placeOf([...path, key, 'times']))]
      : []),
  ];
}
