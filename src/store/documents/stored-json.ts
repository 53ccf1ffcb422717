import { z } from 'zod';
import { jsonIn } from '../../tables/text/json-text.ts';
import { InputError, problem } from '../../words/problem.ts';

/**
 * A shape of which the envelope alone is looked at. Slate wrote what is within from a value of that type, and answers
 * may be large; what something else wrote, or half of something, shows at once.
 */
export function enveloped<Value>(envelope: z.ZodType): z.ZodType<Value> {
  return z.custom<Value>((value) => envelope.safeParse(value).success);
}

/**
 * What is kept as JSON.
 *
 * @param subject what keeps it, as the audit calls it: `draft/ID@3`, `run/ID`, `job/ID`
 * @throws InputError (`store.not-as-written`) where it is none, or has another shape: trusted, it would break elsewhere
 */
export function storedJson<Value>(
  shape: z.ZodType<Value>,
  json: string | Uint8Array,
  subject: string,
): Value {
  return asWritten(
    shape,
    jsonIn(typeof json === 'string' ? json : Buffer.from(json).toString('utf8')),
    subject,
  );
}

/** The same of what was read already. */
export function asWritten<Value>(shape: z.ZodType<Value>, value: unknown, subject: string): Value {
  const read = shape.safeParse(value);
  if (!read.success) throw new InputError([problem('store.not-as-written', { subject })]);
  return read.data;
}

/** What may have any shape, as long as it is an object. */
export const STORED_OBJECT = enveloped<object>(z.looseObject({}));
