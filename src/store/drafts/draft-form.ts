import { z } from 'zod';

/**
 * A draft as the page writes it into a file and over HTTP. The store knows of it no more than this: an id, a
 * title, and texts (tables of candidates, rules) that are kept apart, once each, and can be removed for good.
 */
export const draftFormSchema = z
  .looseObject({
    format: z.string().max(100),
    id: z
      .string()
      .regex(/^[\w-]{1,100}$/)
      .meta({ description: 'Letters, digits, hyphens: a UUID, as the page makes them.' }),
    title: z.string().max(1_000),
    texts: z
      .array(z.string())
      .readonly()
      .meta({ description: 'Tables and rules that the rest refers to by their numbers.' }),
  })
  .meta({ id: 'Draft', description: 'A draft of a slate or a plan, as the page keeps it.' });

/** A draft as it is written and read. */
export type DraftForm = z.output<typeof draftFormSchema>;
