import { createHash } from 'node:crypto';

/**
 * JSON of which equal values have one text, without blanks: of an object first the keys that are whole numbers, the
 * smallest first, as JavaScript has them, then the others in the order of their UTF-16 code units.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (isObject(each) ? ordered(each) : each));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ordered(value: Readonly<Record<string, unknown>>): object {
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}

/** SHA-256 of bytes or of a text, in hexadecimal digits. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The hash of a row or of any other plain data. */
export function canonicalHash(value: unknown): string {
  return sha256Of(canonical(value));
}
