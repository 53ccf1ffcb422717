import { z } from 'zod';
import { ENCODINGS } from '../../tables/text/encoding.ts';

/** Units in which an office may write a number: months, years, or points. */
export const UNITS = ['months', 'years', 'points'] as const;

const columnSchema = z.union([
  z.string().min(1),
  z.strictObject({
    as: z.string().min(1),
    unit: z.enum(UNITS).optional(),
    /** What a bare number is in, where that is another unit. */
    written: z.enum(UNITS).optional(),
  }),
]);

/** Sheets of a workbook, each by its name or its number from 1; `*`: all with candidates under the same headings. */
export const sheetsSchema = z.union([z.string(), z.array(z.string()).min(1)]);

/** See {@link sheetsSchema}. */
export type SheetsNamed = string | readonly string[];

/**
 * How an office writes its tables: a file of YAML or JSON, guessed once, looked through, and used for every
 * delivery from then on.
 */
export const mappingSchema = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  /** The sheets of a workbook that are read. */
  sheet: sheetsSchema.optional(),
  /** The line or row of the headings. */
  headings: z.int().min(1).optional(),
  /** Titles of parts are this fact of everybody below: `unit`, `bloc`. */
  parts: z.string().min(1).optional(),
  /** Heading → the fact that its column is, a name of one's own, or `leave-out`. */
  columns: z.record(z.string(), columnSchema).optional(),
  /** Fact → value → the words that stand for it. */
  values: z.record(z.string(), z.record(z.string(), z.array(z.string()))).optional(),
  /** Notices that were looked at and are right, by their keys. */
  accepted: z.array(z.string()).optional(),
});

/** See {@link mappingSchema}. */
export type Mapping = z.output<typeof mappingSchema>;

/** In place of a fact: the column is not read at all. */
export const LEAVE_OUT = 'leave-out';
