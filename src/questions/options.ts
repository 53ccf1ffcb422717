import { z } from 'zod';
import { phrase, type PhraseCode } from '../words/catalogue.ts';
import { MOST_WEIGHT } from '../rules/problems/number-shapes.ts';
import { LONGEST_TIME_LIMIT_MS, noted } from './option-notes.ts';

/**
 * What a question may be asked beyond its case, option by option. Each is a zod schema, by which every face
 * checks it; what kind of option it is and what its help says stand beside, so that the command line can
 * make an option of it.
 */

/** The English help as a sentence. */
function described(help: PhraseCode): { readonly description: string } {
  const text = phrase('en', help, undefined as never);
  return { description: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` };
}

/** A whole number. */
export function whole(help: PhraseCode, min: number, max: number) {
  const schema = z.int().min(min).max(max).optional().meta(described(help));
  return noted(schema, { kind: 'whole', min, max, help });
}

/** One or two. */
export function oneOrTwo(help: PhraseCode) {
  const schema = z
    .union([z.literal(1), z.literal(2)])
    .optional()
    .meta(described(help));
  return noted(schema, { kind: 'whole', min: 1, max: 2, help });
}

/** A share from 0 to 1. */
export function share(help: PhraseCode) {
  const schema = z
    .number()
    .min(0)
    .max(1)
    .optional()
    .meta({ description: `${described(help).description} 0.02 is 2 %.` });
  return noted(schema, { kind: 'share', help });
}

/** What something costs, or that it never happens; as dear as a rule file may say at most. */
export function price(help: PhraseCode) {
  const schema = z
    .union([z.number().nonnegative().max(MOST_WEIGHT), z.literal('never')])
    .optional()
    .meta(described(help));
  return noted(schema, { kind: 'price', max: MOST_WEIGHT, help });
}

/** Whether something is wanted. */
export function flag(help: PhraseCode) {
  return noted(z.boolean().optional().meta(described(help)), { kind: 'flag', help });
}

/** One of some words. */
export function choice<const Values extends readonly [string, ...string[]]>(
  help: PhraseCode,
  allowed: Values,
) {
  return noted(z.enum(allowed).optional().meta(described(help)), { kind: 'choice', allowed, help });
}

/** The id of a candidate, of an appointment or a rule: as those of a pool are, trimmed and in NFC. */
export const idSchema = z.string().normalize('NFC').trim();

/** One id or name, which must be given. */
export function name(help: PhraseCode) {
  return noted(idSchema.meta(described(help)), { kind: 'name', help });
}

/** One id or name, or none. */
export function optionalName(help: PhraseCode) {
  return noted(idSchema.optional().meta(described(help)), { kind: 'name', help });
}

/** Several ids. */
export function names(help: PhraseCode) {
  return noted(z.array(idSchema).optional().meta(described(help)), { kind: 'names', help });
}

/** Several of what people write as a text, so many at least and at most. */
export function each<Item extends z.ZodType<string>>(help: PhraseCode, item: Item, min: number, max: number) {
  const schema = z.array(item).min(min).max(max).meta(described(help));
  return noted(schema, { kind: 'each', help });
}

/** What another answer holds, as JSON. */
export function document(help: PhraseCode) {
  return noted(z.record(z.string(), z.unknown()).meta(described(help)), { kind: 'document', help });
}

/** How long the answer may take. */
export function timeLimit(help: PhraseCode = 'cli.time-limit-option') {
  const schema = z.int().min(1).max(LONGEST_TIME_LIMIT_MS).optional().meta({
    description: 'Milliseconds for the whole answer. A service has limits of its own: see the operation.',
  });
  return noted(schema, { kind: 'time', help });
}
