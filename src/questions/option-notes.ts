import type { z } from 'zod';
import type { PhraseCode } from '../words/catalogue.ts';

/** How an option is written where it is no JSON. */
type OptionKind =
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  /** `2%` */
  | { readonly kind: 'share' }
  /** A number, or `never`. */
  | { readonly kind: 'price'; readonly max: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly allowed: readonly string[] }
  /** One id or name. */
  | { readonly kind: 'name' }
  /** Several ids. */
  | { readonly kind: 'names' }
  /** One at a time, each adds to those before. */
  | { readonly kind: 'each' }
  /** Something that another answer holds. */
  | { readonly kind: 'document' }
  /** Milliseconds; seconds where people write it. */
  | { readonly kind: 'time' };

/** What is known of an option besides its schema. */
export type OptionNotes = OptionKind & { readonly help: PhraseCode };

const NOTES = new WeakMap<z.ZodType, OptionNotes>();

/** What is known of an option. */
export function notesOf(schema: z.ZodType): OptionNotes {
  const notes = NOTES.get(schema);
  if (notes === undefined) throw new Error('an option without a kind');
  return notes;
}

/** Notes what is known of an option; answers its schema. */
export function noted<Schema extends z.ZodType>(schema: Schema, notes: OptionNotes): Schema {
  NOTES.set(schema, notes);
  return schema;
}

/** Most milliseconds that may be asked for: a week. Timers cannot hold more than 24 days. */
export const LONGEST_TIME_LIMIT_MS = 604_800_000;
