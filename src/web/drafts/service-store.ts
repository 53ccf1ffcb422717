import {
  draftConflictSchema,
  draftsAnswerSchema,
  draftVersionSchema,
  keptDraftSchema,
} from '../../service/keeping/draft-answers.ts';
import type { Language } from '../../words/language.ts';
import { ask, refusal, Refused, send } from '../api/service.ts';
import { type Draft, draftIn, keptForm } from './draft.ts';
import { sameAs } from '../state/merge.ts';
import type { DraftState, DraftStore, ListedDraft, VersionedDraft, WrittenDraft } from './store.ts';

/** Milliseconds until a line that could not be taken up is tried again. */
const RETRY = 3_000;

/** Drafts in the store of the service, which several people share. */
export class ServiceDraftStore implements DraftStore {
  readonly isShared = true;
  readonly #language: () => Language;

  /** @param language that of what is refused */
  constructor(language: () => Language) {
    this.#language = language;
  }

  async list(): Promise<readonly ListedDraft[]> {
    const { drafts } = await ask({ path: '/drafts', answer: draftsAnswerSchema }, this.#language());
    return drafts.map(({ id, title, version, state, writtenAt, writtenBy: by }) => ({
      id,
      title,
      changed: Date.parse(writtenAt),
      shared: { version, state, by },
    }));
  }

  async read(id: string): Promise<VersionedDraft | undefined> {
    try {
      return versionedIn(await ask({ path: `/drafts/${id}`, answer: keptDraftSchema }, this.#language()));
    } catch (error) {
      // Never written, or its people were removed for good.
      if (error instanceof Refused && (error.status === 404 || error.status === 410)) return undefined;
      throw error;
    }
  }

  async write(draft: Draft, seen: number): Promise<WrittenDraft> {
    // What somebody may do again is theirs alone.
    const body = { ...keptForm(draft), future: [] };
    const response = await send(
      {
        path: `/drafts/${draft.id}`,
        method: 'PUT',
        body,
        headers: seen === 0 ? { 'If-None-Match': '*' } : { 'If-Match': `"${seen}"` },
      },
      this.#language(),
    );
    if (response.ok) {
      const { version } = draftVersionSchema.parse(await response.json());
      return { kind: 'written', version };
    }
    if (response.status === 412) {
      const { theirs } = draftConflictSchema.parse(await response.clone().json());
      const read = theirs && versionedIn(theirs);
      if (read !== undefined) return { kind: 'conflict', theirs: read };
    }
    const refused = await refusal(response);
    if (response.status !== 409) throw refused;
    const newest = await this.read(draft.id);
    if (newest === undefined) throw refused;
    return { kind: 'closed', state: newest.state };
  }

  async step(draft: Draft, to: DraftState): Promise<VersionedDraft | undefined> {
    const newest = await this.read(draft.id);
    // Whoever decides decides on what they see.
    if (newest === undefined || !isSame(newest.draft, draft)) return undefined;
    const response = await send(
      {
        path: `/drafts/${draft.id}/state`,
        body: { to },
        headers: { 'If-Match': `"${newest.version}"` },
      },
      this.#language(),
    );
    if (response.status === 412) return undefined;
    if (!response.ok) throw await refusal(response);
    const { version, state, writtenBy: by } = draftVersionSchema.parse(await response.json());
    return { ...newest, version, state, by };
  }

  follow(id: string, tell: (version: number) => void): () => void {
    let events: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = (): void => {
      events = new EventSource(`/api/v1/drafts/${id}/events`);
      events.addEventListener('version', ({ data }: MessageEvent<unknown>) =>
        tell(draftVersionSchema.parse(JSON.parse(String(data))).version),
      );
      // A browser takes up a line that broke by itself, but not one that was refused.
      events.addEventListener('error', () => {
        if (events.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY);
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      events.close();
    };
  }
}

/** Whether two hold the same; when they were written last, and what somebody may do again, is no part of it. */
function isSame(one: Draft, other: Draft): boolean {
  return one.title === other.title && sameAs(one.history.work, other.history.work);
}

function versionedIn({
  version: { version, state, writtenBy: by },
  draft: kept,
}: ReturnType<typeof keptDraftSchema.parse>): VersionedDraft | undefined {
  const draft = draftIn(kept);
  return draft && { draft, version, state, by };
}
