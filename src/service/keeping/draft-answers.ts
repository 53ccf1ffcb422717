import { z } from 'zod';
import { draftFormSchema } from '../../store/drafts/draft-form.ts';
import { DRAFT_STATES } from '../../store/drafts/draft-states.ts';
import { problemSchema } from '../answers/answers.ts';

/** The shapes of drafts that the service keeps; the page reads them as well. */

/** The answer of `GET /api/v1/store`. */
export const storeAnswerSchema = z
  .object({
    kept: z.boolean().describe('Whether this service keeps anything; if not, drafts stay in the browser.'),
  })
  .meta({ id: 'Store', description: 'Whether this service keeps anything.' });

/** A version of a draft, without what it holds. */
export const draftVersionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    version: z.number().int(),
    state: z.enum(DRAFT_STATES),
    sha256: z.string(),
    writtenBy: z.string(),
    writtenAt: z.string(),
  })
  .meta({ id: 'DraftVersion', description: 'A version of a draft, without what it holds.' });

/** A draft with all that it holds. */
export const keptDraftSchema = z
  .object({ version: draftVersionSchema, draft: draftFormSchema })
  .meta({ id: 'KeptDraft', description: 'A draft with all that it holds, and its version.' });

/** All drafts. */
export const draftsAnswerSchema = z
  .object({
    drafts: z.array(draftVersionSchema).describe('Each in its newest version, the one changed last first.'),
  })
  .meta({ id: 'DraftList', description: 'All drafts, each in its newest version.' });

/** Why a draft was not written: somebody else has written meanwhile. */
export const draftConflictSchema = problemSchema
  .extend({
    theirs: keptDraftSchema.optional().describe('The newest version.'),
    base: keptDraftSchema.optional().describe('The version that was seen, from which both sides began.'),
  })
  .meta({
    id: 'DraftConflict',
    description: 'Somebody else has written meanwhile: both sides, and where they began.',
  });

/** The step of a draft. */
export const stepSchema = z
  .strictObject({ to: z.enum(DRAFT_STATES) })
  .meta({ id: 'DraftStep', description: 'The state that a draft is to take.' });
