import { z } from 'zod';
import type { Appointment, Report } from '../check/check-answer.ts';
import type { SlateCase } from '../check/slate-case.ts';
import type { Text } from '../words/language.ts';
import { letterheadSchema } from './letterhead-schema.ts';

/** The formats in which a slate leaves Slate. */
export const PAPER_FORMATS = ['csv', 'xlsx', 'docx', 'html'] as const;
/** A format that a slate or plan leaves in. */
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** The media type of each format. */
export const MEDIA_TYPES: Readonly<Record<PaperFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

/** What may be said of a paper besides its format. */
export const paperOptionsShape = {
  columns: z
    .array(z.string())
    .min(1)
    .max(40)
    .optional()
    .describe(
      'What the table shows of each person besides number and id, by names of facts or headings. Left out: who they are, and what the rules read.',
    ),
  blind: z.boolean().optional().describe('Without names, and without columns that may tell who somebody is.'),
  letterhead: letterheadSchema.optional(),
} as const;

/** A paper that is asked for instead of an answer. */
export const paperSchema = z
  .strictObject({
    format: z.enum(PAPER_FORMATS),
    which: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe('Which of the slates of the answer, 1 being the best. Left out: 1.'),
    ...paperOptionsShape,
  })
  .meta({
    id: 'Paper',
    description:
      'Answers with a slate of the answer as a file instead: data as CSV, or a roster to sign as XLSX, DOCX or HTML, in `language` or that of Accept-Language.',
  });

/** A paper that is asked for instead of an answer. */
export type AskedPaper = z.infer<typeof paperSchema>;

/** What may be said of a paper besides its format and language. */
export type PaperOptions = Readonly<z.infer<z.ZodObject<typeof paperOptionsShape>>>;

/** What a paper is of: the members of a slate or a plan, and what its rules say of it. */
export interface PaperSlate {
  readonly members: readonly string[];
  /** Of a plan. */
  readonly appointments?: readonly Appointment[] | undefined;
  readonly report: Report;
  /** What it is worth, where that was asked. */
  readonly objective?: number | undefined;
  /** How the rules were changed to make it possible; absent: not at all. */
  readonly changed?: readonly Text[];
  /** The case that it was found for, where that is another than the one that was asked: under a scenario. */
  readonly under?: SlateCase;
}
