import type { Draft } from '../drafts/draft.ts';
import { holdsTheSame } from '../drafts/merge-drafts.ts';
import type { DraftState, DraftStore, VersionedDraft } from '../drafts/store.ts';

/** What came of keeping a draft: kept as it is, or others wrote meanwhile and it is to be kept anew. */
export type KeepOutcome =
  | { readonly kind: 'kept' | 'merged' }
  | { readonly kind: 'closed'; readonly state: DraftState };

/** Takes what others have written since `base`, which is absent where nothing was seen before. */
export type Take = (base: Draft | undefined, theirs: VersionedDraft) => void;

/**
 * Keeps one draft, and hears what others write to it. One thing is done after the other, so that it is
 * always known which version both sides began from.
 */
export class DraftKeeper {
  readonly #store: DraftStore;
  readonly #id: string;
  readonly #take: Take;
  #version: number;
  /** The draft as of that version; absent where it was never kept. */
  #base: Draft | undefined;
  /** How often others' changes were taken in. */
  #taken = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #unfollow: (() => void) | undefined;
  #isClosed = false;

  constructor(store: DraftStore, { draft, version }: Pick<VersionedDraft, 'draft' | 'version'>, take: Take) {
    this.#store = store;
    this.#id = draft.id;
    this.#take = take;
    this.#version = version;
    this.#base = version === 0 ? undefined : draft;
  }

  /** Begins to hear what others write; of a draft that nobody has written yet, once it is. */
  begin(): void {
    this.#isClosed = false;
    this.#follow();
  }

  /** Hears nothing any more. What is being kept is kept all the same. */
  end(): void {
    this.#isClosed = true;
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  /**
   * Keeps the draft as it is now.
   *
   * @param taken how often others' changes were taken into it: one that lacks some would undo them
   * @throws where the store cannot be reached, or refuses
   */
  keep(draft: Draft, taken: number): Promise<KeepOutcome> {
    return this.#next(async () => (taken === this.#taken ? this.#write(draft) : { kind: 'merged' }));
  }

  async #write(draft: Draft): Promise<KeepOutcome> {
    if (this.#store.isShared && this.#isKnown(draft)) return { kind: 'kept' };
    const written = await this.#store.write({ ...draft, changed: Date.now() }, this.#version);
    switch (written.kind) {
      case 'written':
        this.#version = written.version;
        this.#base = draft;
        this.#follow();
        return { kind: 'kept' };
      case 'conflict':
        this.#took(written.theirs);
        return { kind: 'merged' };
      case 'closed':
        return written;
    }
  }

  /** Whether there is nothing to be kept: others need no draft in which nobody has done anything. */
  #isKnown(draft: Draft): boolean {
    if (this.#base !== undefined) return holdsTheSame(draft, this.#base);
    const { history, marks, meeting, title } = draft;
    return history.past.length === 0 && marks.length === 0 && meeting === undefined && title === '';
  }

  #follow(): void {
    if (this.#isClosed || this.#version === 0 || this.#unfollow !== undefined) return;
    this.#unfollow = this.#store.follow(this.#id, (version) => {
      this.#next(() => this.#hear(version)).catch(() => undefined);
    });
  }

  async #hear(version: number): Promise<void> {
    if (version <= this.#version) return;
    const theirs = await this.#store.read(this.#id);
    if (theirs !== undefined && theirs.version > this.#version && !this.#isClosed) this.#took(theirs);
  }

  #took(theirs: VersionedDraft): void {
    const base = this.#base;
    this.#version = theirs.version;
    this.#base = theirs.draft;
    this.#taken += 1;
    this.#follow();
    this.#take(base, theirs);
  }

  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
