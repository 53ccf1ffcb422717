import type { z } from 'zod';
import { QUESTION } from '../opening/sources.ts';
import { nearest } from '../rules/problems/nearest.ts';
import { isFields, valueAt } from '../rules/yaml/written-values.ts';
import { foundIn } from '../words/found-value.ts';
import { keysAt, tellingKeysAt } from './allowed-keys.ts';
import { problem, type Place, type Problem } from '../words/problem.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** A body as it came, and the schema that found it wrong. */
interface Misread {
  readonly body: unknown;
  readonly schema: z.ZodType;
}

/** What zod found wrong with a question, each with a JSON pointer to the field. */
export function schemaProblems(
  issues: readonly Issue[],
  body: unknown,
  schema: z.ZodType,
): readonly Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, [], { body, schema }));
}

/** A JSON pointer (RFC 6901); the whole document is `''`. */
export function pointerTo(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function problemsOf(issue: Issue, above: Path, misread: Misread): readonly Problem[] {
  const path: Path = [
    ...above,
    ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ];
  const place: Place = { file: QUESTION, field: pointerTo(path) };
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, path, place, misread);
    case 'invalid_union':
      return unionProblems(issue.errors, path, place, misread);
    case 'too_small':
      return [rangeProblem(issue.origin, { min: Number(issue.minimum) }, place)];
    case 'too_big':
      return [rangeProblem(issue.origin, { max: Number(issue.maximum) }, place)];
    case 'invalid_value':
      return [problem('service.choice', { allowed: issue.values.map(String) }, place)];
    case 'invalid_format':
      return [formatProblem(issue.format, place)];
    case 'invalid_type':
      return [typeProblem(issue.expected, valueAt(misread.body, path), place)];
    default:
      return [problem('service.bad-value', undefined, place)];
  }
}

/** Keys that are not allowed here. Of a union zod also reports those of one branch that stand beside another's. */
function unknownKeys(
  keys: readonly string[],
  path: Path,
  place: Place,
  misread: Misread,
): readonly Problem[] {
  const [allowed, telling] = [keysAt(misread.schema, path), tellingKeysAt(misread.schema, path)];
  const unknown = keys.filter((key) => !allowed.includes(key));
  return [
    ...(unknown.length < keys.length ? [problem('service.one-of', { allowed: telling }, place)] : []),
    ...unknown.map((key) => unknownKey(key, allowed, path)),
  ];
}

function unknownKey(key: string, allowed: readonly string[], path: Path): Problem {
  const meant = nearest(key, allowed);
  const parameters = { key, allowed, ...(meant !== undefined && { meant }) };
  return problem('service.unknown-key', parameters, { file: QUESTION, field: pointerTo([...path, key]) });
}

function typeProblem(expected: string, value: unknown, place: Place): Problem {
  if (value === undefined) return problem('service.missing', { expected }, place);
  return problem('service.wrong-type', { expected, found: foundIn(value) }, place);
}

function formatProblem(format: string, place: Place): Problem {
  return format === 'base64' || format === 'date'
    ? problem('service.bad-format', { format }, place)
    : problem('service.bad-name', undefined, place);
}

function rangeProblem(
  origin: string,
  limits: { readonly min?: number; readonly max?: number },
  place: Place,
): Problem {
  return origin === 'string' || origin === 'array'
    ? problem('service.length', limits, place)
    : problem('service.range', limits, place);
}

/**
 * A union of objects that are told apart by their one key: if exactly one of these keys is there, what
 * is wrong with that branch; otherwise which keys there are.
 */
function unionProblems(
  branches: readonly (readonly Issue[])[],
  path: Path,
  place: Place,
  misread: Misread,
): readonly Problem[] {
  const value = valueAt(misread.body, path);
  const allowed = tellingKeysAt(misread.schema, path);
  if (allowed.length === 0) return [plainUnionProblem(branches.flat(), place, value)];
  const list = Array.isArray(value) ? branches.find((issues) => !issues.some(isOfAll)) : undefined;
  if (list !== undefined) return list.flatMap((issue) => problemsOf(issue, path, misread));
  if (!isFields(value)) return [typeProblem('object', value, place)];
  const written = Object.keys(value);
  const [key, ...others] = written.filter((each) => allowed.includes(each));
  if (key !== undefined && others.length === 0) {
    const meant = branches.find((issues) => !issues.some((issue) => isUnknownIn(issue, key))) ?? [];
    return meant.flatMap((issue) => problemsOf(issue, path, misread));
  }
  if (key !== undefined || written.length === 0) return [problem('service.one-of', { allowed }, place)];
  return unknownKeys(written, path, place, misread);
}

/** Whether a branch of a union takes no value of this kind. */
function isOfAll(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code === 'invalid_type';
}

/** Whether a branch of a union knows nothing of this key. */
function isUnknownIn(issue: Issue, key: string): boolean {
  return issue.code === 'unrecognized_keys' && issue.path.length === 0 && issue.keys.includes(key);
}

/** What a union of plain values allows: the type of one of them, or every value that there is. */
function plainUnionProblem(issues: readonly Issue[], place: Place, value: unknown): Problem {
  const typed = issues.find((issue) => issue.code === 'invalid_type');
  if (typed !== undefined) return typeProblem(typed.expected, value, place);
  const values = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []));
  return problem('service.choice', { allowed: values.map(String) }, place);
}
