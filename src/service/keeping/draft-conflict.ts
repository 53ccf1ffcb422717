import type { z } from 'zod';
import type { DraftVersion, ReadDraft } from '../../store/drafts/drafts.ts';
import { problemDocument, Refusal } from '../answers/problem-document.ts';
import type { Language } from '../../words/language.ts';
import type { draftConflictSchema, keptDraftSchema } from './draft-answers.ts';

/** Thrown where somebody else has written a draft meanwhile. */
export class DraftConflict extends Error {
  readonly #newest: DraftVersion;
  readonly #theirs: ReadDraft;
  readonly #base: ReadDraft;

  constructor(newest: DraftVersion, theirs: ReadDraft, base: ReadDraft) {
    super('draft conflict');
    this.#newest = newest;
    this.#theirs = theirs;
    this.#base = base;
  }

  /** The problem with both sides, and where they began; what was removed for good is left out. */
  document(language: Language, instance: string): z.input<typeof draftConflictSchema> {
    const { version, writtenBy: by } = this.#newest;
    const refusal = Refusal.of('precondition-failed', 'store.conflict', { version, by });
    const [theirs, base] = [sideOf(this.#theirs), sideOf(this.#base)];
    return {
      ...problemDocument(refusal, language, instance),
      ...(theirs !== undefined && { theirs }),
      ...(base !== undefined && { base }),
    };
  }
}

function sideOf(read: ReadDraft): z.input<typeof keptDraftSchema> | undefined {
  return read.kind === 'there' ? { version: read.draft, draft: read.form } : undefined;
}
