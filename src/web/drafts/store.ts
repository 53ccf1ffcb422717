import type { Draft } from './draft.ts';

/**
 * Where drafts live. The page knows nothing else of it: a store on a server that several people share
 * takes the place of the browser's own by implementing these four.
 */
export interface DraftStore {
  /** All drafts, also those thrown away; the one changed last first. What cannot be read is left out. */
  list(): Promise<readonly Draft[]>;
  /** `undefined` if there is none of that id, or it cannot be read. */
  read(id: string): Promise<Draft | undefined>;
  /** Keeps a draft in place of the one with its id. */
  write(draft: Draft): Promise<void>;
  /** Forgets a draft for good; nothing happens if there is none. */
  remove(id: string): Promise<void>;
}
