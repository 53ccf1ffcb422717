import type { Random } from '../../../fixtures/made-up/random.ts';
import { SOUND_VALUES } from './sound-values.ts';

/** A JSON Schema as an OpenAPI document holds it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** What values are drawn from. */
export interface Means {
  readonly random: Random;
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Texts that mean something, by the name of the field that they stand under; `''`: anywhere. */
  readonly texts: (field: string) => readonly string[];
}

/** How deep a value goes before it takes the shortest way out. */
const DEEP = 8;
/** How deep it goes at all: of conditions within conditions no choice may be a way out. */
const DEEPEST = 24;

/** A value of a schema: as it asks for, as far as a schema says that. */
export function madeUp(schema: Schema, means: Means, field = '', depth = 0): unknown {
  if (depth > DEEPEST) return null;
  const { random, schemas } = means;
  const sound = SOUND_VALUES.get(field);
  // Names stand for other things deeper down.
  if (sound !== undefined && depth < 4 && random.chance(0.9)) return random.pick(sound);
  const inner = (each: Schema, name = field): unknown => madeUp(each, means, name, depth + 1);
  if (schema.$ref !== undefined) return inner(schemas[schema.$ref.split('/').at(-1)!]!);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return inner(depth > DEEP ? choices.at(-1)! : random.pick(choices));
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((each) => inner(each))) as unknown;
  const type = typeof schema.type === 'object' ? random.pick(schema.type) : schema.type;
  switch (type) {
    case 'object':
      return objectOf(schema, means, depth);
    case 'array':
      return listOf(schema, means, field, depth);
    case 'integer':
      return wholeOf(schema, random);
    case 'number':
      return random.chance(0.5) ? wholeOf(schema, random) : wholeOf(schema, random) / 8;
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    case 'string':
      return textOf(schema, means, field);
    default:
      return depth > DEEP ? null : anything(means);
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  means: Means,
  depth: number,
): object {
  const { random } = means;
  const made: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties))
    if (required.includes(name) || (depth <= DEEP && random.chance(depth < 2 ? 0.1 : 0.4)))
      made[name] = madeUp(schema, means, name, depth + 1);
  if (typeof additionalProperties === 'object' && depth <= DEEP)
    for (let left = random.whole(0, 2); left > 0; left -= 1) {
      const name = random.pick(means.texts('key'));
      made[name] = madeUp(additionalProperties, means, name, depth + 1);
    }
  return made;
}

function listOf(
  { items, prefixItems, minItems = 0, maxItems = 4 }: Schema,
  means: Means,
  field: string,
  depth: number,
) {
  const { random } = means;
  if (prefixItems !== undefined) return prefixItems.map((each) => madeUp(each, means, field, depth + 1));
  const most = Math.max(minItems, Math.min(maxItems, depth > DEEP ? 0 : 4));
  const length = random.whole(minItems, most);
  return Array.from({ length }, () => madeUp(items ?? {}, means, field, depth + 1));
}

function wholeOf({ minimum, exclusiveMinimum, maximum = 50 }: Schema, random: Random): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const low = Math.max(least, -1_000);
  return random.whole(low, Math.max(low, Math.min(maximum, low + 50)));
}

function textOf(
  { pattern, minLength = 0, maxLength = 1_000_000 }: Schema,
  means: Means,
  field: string,
): string {
  const known = means.texts(field);
  const fits = (text: string): boolean =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text));
  const fitting = [...known, ...means.texts('')].filter(fits);
  return fitting.length === 0 ? 'x'.repeat(Math.max(1, minLength)) : means.random.pick(fitting);
}

/** What no schema asks for: numbers beyond all, texts that break something, too deep, too many. */
export function anything({ random, texts }: Means): unknown {
  return random.pick<() => unknown>([
    () => null,
    () => true,
    () => -1,
    () => 0.1,
    () => 1e308,
    () => Number.MAX_SAFE_INTEGER + 1,
    () => '',
    () => ' ',
    () => '\u0000',
    () => '\ud800',
    () => '__proto__',
    () => 'ủy ban\u0301 𝒻 ﷺ',
    () => 'x'.repeat(random.whole(1, 20_000)),
    () => '=1+1',
    () => "'; drop table drafts; --",
    () => '../../../../etc/hostname',
    () => '2020-02-30',
    () => [],
    () => ({}),
    () => Array.from({ length: random.whole(1, 300) }, () => ({})),
    () => nested(random.whole(1, 3_000)),
    () => random.pick(texts('')),
    () => ({ ['__proto__']: { admin: true }, constructor: null }),
  ])();
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let left = depth; left > 0; left -= 1) value = left % 2 === 0 ? [value] : { and: value };
  return value;
}

/** The same value with something in it that is wrong: another value, a field too many or too few. */
export function spoilt(value: unknown, means: Means): unknown {
  const { random } = means;
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
    const at = random.whole(0, value.length - 1);
    const items = value as readonly unknown[];
    if (random.chance(0.2)) return [...items, ...items, ...items];
    return items.map((item, index) => (index === at ? spoilt(item, means) : item));
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || random.chance(0.1)) return anything(means);
  const entries = Object.entries(value);
  if (entries.length === 0 || random.chance(0.15))
    return { ...value, [random.pick(means.texts('key'))]: anything(means) };
  const [name, inner] = random.pick(entries);
  if (random.chance(0.2)) return Object.fromEntries(entries.filter(([each]) => each !== name));
  return { ...value, [name]: spoilt(inner, means) };
}
