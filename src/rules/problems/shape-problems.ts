import type { z } from 'zod';
import { foundIn } from '../../words/found-value.ts';
import { problem, type Place, type Problem } from '../../words/problem.ts';
import { nearest } from './nearest.ts';
import { FINEST_WEIGHT } from './number-shapes.ts';
import { comparisonIn, gluedKey, OPERATOR_SIGNS, shortCondition } from '../conditions/short-condition.ts';
import type { ShapeName } from '../conditions/condition-schema.ts';
import { ruleFileSchema } from '../schema.ts';
import { DROPPED_KEY, droppedKeys } from '../yaml/dropped-keys.ts';
import { fieldsOf, isFields, itemsOf, valueAt, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';
import { OTHER_KEYS, OTHER_TYPES, SHAPE_OF_KEY } from './other-words.ts';
import { ownProperty } from '../../words/own-property.ts';

type Issue = z.core.$ZodIssue;

/** Keys of json-rules-engine's conditions that rule files do not have. */
const FOREIGN_KEYS: ReadonlySet<string> = new Set(['priority', 'path', 'params', 'name', 'condition']);

/**
 * Every way in which a file departs from its shape, each where it stands.
 *
 * @param schema the shape; that of rule files if absent. Its unions carry names of shapes as messages.
 */
export function shapeProblems(yaml: YamlFile, schema: z.ZodType = ruleFileSchema): readonly Problem[] {
  const outcome = schema.safeParse(yaml.data);
  const issues = outcome.success ? [] : outcome.error.issues;
  return [...dropped(yaml), ...issues.flatMap((issue) => problemsOf(issue, [], yaml))];
}

/** Each key that the schema would drop without a word; of facts their names are looked at anyway. */
function dropped(yaml: YamlFile): readonly Problem[] {
  return droppedKeys(yaml.data)
    .filter((path) => path.length !== 2 || path[0] !== 'facts')
    .map((path) => problem('rules.dropped-key', { key: DROPPED_KEY }, yaml.placeOfKey(path)));
}

function problemsOf(issue: Issue, outer: Path, yaml: YamlFile): readonly Problem[] {
  const path = [...outer, ...stepsOf(issue.path)];
  const value = valueAt(yaml.data, path);
  if (value === undefined && path.length > 0) return [missing(path, yaml)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue.message.split(' '), path, yaml));
    case 'invalid_union':
      return ofUnion(issue, path, value, yaml);
    case 'invalid_value':
      return [notAmong(value, issue.values.map(String), path, yaml)];
    case 'invalid_type':
      return [wrongType(issue.expected, path, value, yaml)];
    case 'too_small':
      return [tooSmall(issue, path, value, yaml)];
    case 'too_big':
      return [
        problem(
          'rules.number-too-big',
          { found: foundIn(value), max: Number(issue.maximum) },
          yaml.placeOf(path),
        ),
      ];
    default:
      return [ofMessage(issue.message, path, value, yaml)];
  }
}

function stepsOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function missing(path: Path, yaml: YamlFile): Problem {
  return problem('rules.missing', { key: String(path.at(-1)) }, yaml.placeOf(path));
}

function unknownKey(key: string, allowed: readonly string[], path: Path, yaml: YamlFile): Problem {
  const place = yaml.placeOfKey([...path, key]);
  if (FOREIGN_KEYS.has(key) && (allowed.includes('operator') || allowed.length === 1)) {
    return problem('rules.unsupported', { key }, place);
  }
  const before = valueAt(yaml.data, path);
  const glued = gluedKey(fieldsOf(before));
  if (glued?.key === key) return problem('rules.no-blank', glued, place);
  if (/^\d+$/.test(key) && fieldsOf(before)[key] === null) {
    const whole = keyBefore(before, key);
    if (whole !== undefined) {
      return problem('rules.decimal-comma', { found: `${whole},${key}`, meant: `${whole}.${key}` }, place);
    }
  }
  const home = RULE_KEYS.has(key) && isInKind(path) ? String(path.at(-1)) : undefined;
  if (home !== undefined) return misplacedKey(key, home, valueAt(yaml.data, [...path, key]), place);
  // In braces a comma ends a text, and what follows it looks like a key without a value.
  if (allowed.join(' ') === 'vi en' && valueAt(yaml.data, [...path, key]) === null) {
    return problem('rules.comma-in-text', { key }, place);
  }
  if (ASKED_KEYS.has(key) && path[0] === 'rules' && path.length === 2)
    return problem('rules.key-of-kind', { key }, place);
  const other = OTHER_KEYS.get(key)?.find((each) => allowed.includes(each.split(':')[0]!));
  const meant = other ?? nearest(key, allowed);
  return problem('rules.unknown-key', { key, allowed, ...(meant === undefined ? {} : { meant }) }, place);
}

/** Keys of a rule that people write into its count or share. */
const RULE_KEYS: ReadonlySet<string> = new Set([
  'per',
  'strength',
  'weight',
  'relaxCost',
  'relaxTo',
  'source',
  'title',
  'at',
  'within',
]);
/** Keys of what a rule asks that people write beside it. */
const ASKED_KEYS: ReadonlySet<string> = new Set([
  'where',
  'exactly',
  'min',
  'max',
  'forEach',
  'satisfy',
  'missing',
  'round',
  'deviation',
  'bySize',
]);
/** What `per` may say; anything else is a fact to count by. */
const PER: ReadonlySet<unknown> = new Set(['member', 'unit', 'appointment']);

function isInKind(path: Path): boolean {
  return path[0] === 'rules' && path.length === 3;
}

function misplacedKey(key: string, home: string, value: unknown, place: Place): Problem {
  const fact = key === 'per' && typeof value === 'string' && !PER.has(value) ? value : undefined;
  return fact === undefined
    ? problem('rules.misplaced-key', { key, home }, place)
    : problem('rules.per-for-each', { fact }, place);
}

/** The whole number that a key of this map was parted from by a comma, where `0,4` was read as `0` and the key `4`. */
function keyBefore(map: unknown, key: string): number | undefined {
  const entries = Object.entries(fieldsOf(map));
  // A whole number as a key comes first in an object, whatever its place in the file: what stood before it is not
  // known, and the last number is taken for it.
  const numbers = entries.filter(([name, value]) => name !== key && typeof value === 'number');
  const last = numbers.at(-1)?.[1];
  return typeof last === 'number' && Number.isInteger(last) ? last : undefined;
}

function notAmong(value: unknown, allowed: readonly string[], path: Path, yaml: YamlFile): Problem {
  const written = typeof value === 'string' ? value : '';
  if (path.at(-1) === 'per' && written !== '' && nearest(written, allowed) === undefined) {
    return problem('rules.per-for-each', { fact: written }, yaml.placeOf(path));
  }
  if (path.at(-1) === 'operator' && written === 'between')
    return problem('rules.between', undefined, yaml.placeOf(path));
  const sign = path.at(-1) === 'operator' ? ownProperty(OPERATOR_SIGNS, written) : undefined;
  const type = path.at(-1) === 'type' ? ownProperty(OTHER_TYPES, written) : undefined;
  const meant = sign ?? type ?? nearest(written, allowed);
  return problem(
    'rules.not-allowed',
    { found: foundIn(value), allowed, ...(meant === undefined ? {} : { meant }) },
    yaml.placeOf(path),
  );
}

function wrongType(expected: string, path: Path, value: unknown, yaml: YamlFile): Problem {
  const place = yaml.placeOf(path);
  const found = foundIn(value);
  const comma = decimalComma(value, place);
  if (comma !== undefined) return comma;
  if (expected === 'int') return problem('rules.not-whole', { found }, place);
  if (
    expected === 'number' &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value))
  ) {
    return problem('rules.number-as-text', { found }, place);
  }
  const shape = path[0] === 'rules' ? ownProperty(SHAPE_OF_KEY, String(path.at(-1))) : undefined;
  return shape === undefined
    ? problem('rules.wrong-type', { found, expected }, place)
    : problem('rules.wrong-shape', { found, expected: shape }, place);
}

function tooSmall(issue: Issue & { code: 'too_small' }, path: Path, value: unknown, yaml: YamlFile): Problem {
  const place = yaml.placeOf(path);
  if (issue.origin === 'array')
    return problem('rules.empty-combination', { key: String(path.at(-1)) }, place);
  const least = Number(issue.minimum);
  return problem(
    'rules.number-too-small',
    { found: foundIn(value), min: least, inclusive: issue.inclusive === true },
    place,
  );
}

/** `0,4` as people of most countries write it. */
function decimalComma(value: unknown, place: Place): Problem | undefined {
  if (typeof value !== 'string' || !/^\s*-?\d+,\d+\s*%?\s*$/.test(value)) return undefined;
  return problem('rules.decimal-comma', { found: value, meant: value.replace(',', '.').trim() }, place);
}

/** The schema's own messages, and the shapes that a union names. */
function ofMessage(message: string, path: Path, value: unknown, yaml: YamlFile): Problem {
  const place = yaml.placeOf(path);
  const found = foundIn(value);
  const comma = message === 'share' || message === 'relax-cost' ? decimalComma(value, place) : undefined;
  if (comma !== undefined) return comma;
  switch (message) {
    case 'id':
      return problem('rules.bad-id', { found }, place);
    case 'empty-text':
      return problem('rules.empty-text', undefined, place);
    case 'date':
      return problem('rules.bad-date', { found }, place);
    case 'share':
      return problem('rules.bad-share', { found }, place);
    case 'too-fine':
      return problem('rules.number-too-fine', { found, finest: FINEST_WEIGHT }, place);
    default:
      return problem('rules.wrong-shape', { found, expected: message }, place);
  }
}

/** Those of them that hold other conditions. */
const COMBINING: ReadonlySet<string> = new Set(['all', 'any', 'not']);
const CONDITION_KEYS: ReadonlySet<string> = new Set(['fact', 'operator', 'value', 'all', 'any', 'not']);
const isNamed = (message: string, name: ShapeName): boolean => message === name;

function ofUnion(
  issue: Issue & { code: 'invalid_union' },
  path: Path,
  value: unknown,
  yaml: YamlFile,
): readonly Problem[] {
  if (isNamed(issue.message, 'condition') && isFields(value)) {
    const keys = Object.keys(value);
    const glued = gluedKey(value);
    if (glued !== undefined) return [problem('rules.no-blank', glued, yaml.placeOfKey([...path, glued.key]))];
    const combining = keys.find((key) => COMBINING.has(key));
    if (combining !== undefined && keys.some((key) => CONDITION_KEYS.has(key) && !COMBINING.has(key)))
      return [problem('rules.mixed-condition', { key: combining }, yaml.placeOf(path))];
    const foreign = keys.filter((key) => FOREIGN_KEYS.has(key));
    if (!keys.some((key) => CONDITION_KEYS.has(key)) && foreign.length > 0) {
      return foreign.map((key) => problem('rules.unsupported', { key }, yaml.placeOfKey([...path, key])));
    }
    if (!keys.some((key) => CONDITION_KEYS.has(key))) {
      const short = shortCondition(value);
      if (short !== undefined) return [problem('rules.short-condition', short, yaml.placeOf(path))];
      return [ofMessage('condition', path, value, yaml)];
    }
  }
  if (isNamed(issue.message, 'condition') && typeof value === 'string') {
    const short = comparisonIn(value);
    if (short !== undefined) return [problem('rules.short-condition', short, yaml.placeOf(path))];
  }
  if (isNamed(issue.message, 'value') && isFields(value)) {
    return [problem('rules.value-from-fact', undefined, yaml.placeOf(path))];
  }
  if (isNamed(issue.message, 'objective') && isMixedObjective(value)) {
    return [problem('rules.mixed-objective', undefined, yaml.placeOf(path))];
  }
  const [branch, misfit] = bestBranch(issue.errors, path, yaml.data);
  if (branch === undefined || misfit >= WRONG_KIND) return [ofMessage(issue.message, path, value, yaml)];
  return branch.flatMap((inner) => problemsOf(inner, path, yaml));
}

function isMixedObjective(value: unknown): boolean {
  const areLevels = new Set(itemsOf(value).map((item) => isFields(item) && 'level' in item));
  return areLevels.size > 1;
}

/** More than any number of misplaced keys: the value is not even of the kind that the branch takes. */
const WRONG_KIND = 1000;

/** Of the alternatives of a union, the one that was most likely meant: fewest keys missing or unknown. */
function bestBranch(
  branches: readonly (readonly Issue[])[],
  path: Path,
  data: unknown,
): readonly [branch: readonly Issue[] | undefined, misfit: number] {
  let best: readonly Issue[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const branch of branches) {
    const misfit = branch.reduce((sum, issue) => sum + misfitOf(issue, path, data), 0);
    if (misfit < least) [best, least] = [branch, misfit];
  }
  return [best, least];
}

function misfitOf(issue: Issue, path: Path, data: unknown): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length;
  if (valueAt(data, [...path, ...stepsOf(issue.path)]) === undefined) return 1;
  const atRoot = issue.path.length === 0;
  // A whole number asked for and a fraction given is the right kind with the wrong value.
  const wrongKind = issue.code === 'invalid_type' && issue.expected !== 'int';
  return atRoot && (wrongKind || issue.code === 'invalid_value') ? WRONG_KIND : 0;
}
