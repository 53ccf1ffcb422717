import type { Draft } from './draft.ts';

/** A draft as a list shows it. */
export interface ListedDraft {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly changed: number;
  /** When it was thrown away; it can be taken out again. */
  readonly removed?: number;
  /** Of a draft in this browser: how much is in it. */
  readonly size?: { readonly members: number; readonly steps: number };
  /** Of a draft that is shared. */
  readonly shared?: { readonly version: number; readonly state: DraftState; readonly by: string };
}

/** Where a shared draft stands on its way to a decision. */
export type DraftState = 'draft' | 'submitted' | 'approved' | 'withdrawn';

/** A draft as it is kept, with its version: 0 where only one person writes it. */
export interface VersionedDraft {
  readonly draft: Draft;
  readonly version: number;
  readonly state: DraftState;
  /** Who wrote that version; absent where only one person does. */
  readonly by?: string;
}

/** What came of writing a draft. */
export type WrittenDraft =
  | { readonly kind: 'written'; readonly version: number }
  /** Somebody else has written meanwhile. */
  | { readonly kind: 'conflict'; readonly theirs: VersionedDraft }
  /** It was submitted, approved or withdrawn, and cannot be changed any more. */
  | { readonly kind: 'closed'; readonly state: DraftState };

/**
 * Where drafts live: in the store of the service, which several people share, or in this browser where the
 * service keeps nothing. The page knows nothing else of it.
 */
export interface DraftStore {
  /** Whether others may write the same drafts. */
  readonly isShared: boolean;
  /** All drafts, also those thrown away; the one changed last first. What cannot be read is left out. */
  list(): Promise<readonly ListedDraft[]>;
  /** `undefined` if there is none of that id, or it cannot be read. */
  read(id: string): Promise<VersionedDraft | undefined>;
  /** Keeps a draft in place of the version that its writer has seen; 0: it is new. */
  write(draft: Draft, seen: number): Promise<WrittenDraft>;
  /**
   * Submits, approves, returns or withdraws a draft as it stands here; `undefined` where others have changed it
   * meanwhile. Only where drafts are shared.
   */
  step?(draft: Draft, to: DraftState): Promise<VersionedDraft | undefined>;
  /** Tells of each version that others write, until the answer is called. */
  follow(id: string, tell: (version: number) => void): () => void;
}
