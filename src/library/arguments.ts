import { z } from 'zod';
import { type OptionsRead, readOptions } from '../questions/asking.ts';
import { valueOf } from '../words/problem.ts';

/** A text, or the bytes of a file. */
export const textOrBytes = z.custom<string | Uint8Array>(
  (value) => typeof value === 'string' || value instanceof Uint8Array,
);

/**
 * What a function of the library is called with, each argument under its name: who does not write TypeScript
 * is told what is wrong, too.
 *
 * @throws InputError with everything that is wrong; pointers begin with the name of the argument.
 */
export function checked<Schema extends z.ZodObject>(schema: Schema, written: object): OptionsRead<Schema> {
  return valueOf(readOptions(schema, written));
}
