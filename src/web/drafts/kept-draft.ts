import { z } from 'zod';
import { mappingSchema } from '../../pool/headings/mapping-schema.ts';
import { meetingSchema } from '../meeting/meeting.ts';
import { MOST_STEPS } from '../state/history.ts';

/** The form in which drafts are kept: every text stands in it once, by number. */

const ids = z.array(z.string());
const bound = z.union([z.number(), z.literal('none')]);

const changesSchema = z.strictObject({
  rules: z.record(
    z.string(),
    z.strictObject({
      min: bound.optional(),
      max: bound.optional(),
      strength: z.enum(['hard', 'soft', 'off']).optional(),
      weight: z.number().positive().optional(),
    }),
  ),
  size: z.strictObject({ min: z.int().min(1), max: z.int().min(1) }).optional(),
});

/** The number of a text among those of the draft. */
const textNumber = z.int().min(0);

const shippedTableSchema = z.strictObject({ kind: z.literal('shipped'), name: z.string() });
const ownTableSchema = z.strictObject({ kind: z.literal('own'), file: z.string(), csv: textNumber });

/** A table of the service, or one of the user's own as the number of its text. */
const keptTableSchema = z.discriminatedUnion('kind', [shippedTableSchema, ownTableSchema]);

/** What the user has said of a table of candidates, and where the browser keeps it. */
const ownPool = { mapping: mappingSchema.optional(), kept: z.string().optional() };

/** The same, or a workbook as the number of its bytes in base64. */
const keptPoolSchema = z.discriminatedUnion('kind', [
  shippedTableSchema,
  ownTableSchema.extend(ownPool),
  z.strictObject({
    kind: z.literal('workbook'),
    file: z.string(),
    base64: textNumber,
    sheet: z.string().optional(),
    mended: z
      .strictObject({ sheets: z.array(z.string()), tables: z.record(z.string(), textNumber) })
      .optional(),
    ...ownPool,
  }),
]);

/** Work in which texts stand by their number: a table of candidates is kept once, however many steps have it. */
const keptWorkSchema = z.strictObject({
  pool: keptPoolSchema,
  rules: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('shipped'), id: z.string() }),
    z.strictObject({ kind: z.literal('own'), id: z.string(), yaml: textNumber }),
  ]),
  /** Absent for a slate, as in drafts from before there were placements. */
  units: keptTableSchema.optional(),
  changes: changesSchema,
  pin: ids,
  exclude: ids,
  members: ids,
  /** Absent where nothing was accepted. */
  accepted: ids.optional(),
  scenarios: z.array(z.strictObject({ id: z.string(), title: z.string(), changes: changesSchema })),
});

const didSchema = z.strictObject({
  do: z.enum([
    'choose-pool',
    'mend-pool',
    'map-pool',
    'take-delivery',
    'accept-notice',
    'mend-units',
    'choose-rules',
    'choose-units',
    'edit-rules',
    'pin',
    'exclude',
    'release',
    'add',
    'remove',
    'swap',
    'appoint',
    'pin-person',
    'exclude-person',
    'take',
    'change-rule',
    'change-size',
    'take-changes',
    'relax',
    'keep-scenario',
    'drop-scenario',
    'restore-rules',
    'restore',
    'settle',
  ]),
  persons: ids,
  rule: z.string().optional(),
  from: z.enum(['proposal', 'repair', 'alternative', 'scenario', 'nobody', 'present']).optional(),
});

const time = z.number().min(0);

/** What tells a step from others, and whose it is; absent where one person alone works. */
const whose = { id: z.string().optional(), by: z.string().optional() };

/** A draft as it is kept in the browser and in files. */
export const keptDraftSchema = z.strictObject({
  format: z.literal('slate-draft-1'),
  id: z.string().min(1),
  title: z.string(),
  changed: time,
  removed: time.optional(),
  texts: z.array(z.string()),
  past: z
    .array(z.strictObject({ did: didSchema, at: time, before: keptWorkSchema, ...whose }))
    .max(MOST_STEPS),
  work: keptWorkSchema,
  future: z.array(z.strictObject({ did: didSchema, at: time, after: keptWorkSchema, ...whose })),
  marks: z.array(z.strictObject({ title: z.string(), at: time, work: keptWorkSchema })),
  meeting: meetingSchema.exactOptional(),
  /** The number of the text of a proof. */
  proof: textNumber.exactOptional(),
});

/** A draft as it is kept in the browser and in files. */
export type KeptDraft = z.infer<typeof keptDraftSchema>;
/** Work in it. */
export type KeptWork = z.infer<typeof keptWorkSchema>;
/** A table in it. */
export type KeptTable = z.infer<typeof keptTableSchema>;
/** Candidates in it. */
export type PoolOfDraft = z.infer<typeof keptPoolSchema>;
