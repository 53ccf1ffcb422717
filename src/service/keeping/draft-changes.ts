import { EventEmitter, on } from 'node:events';
import type { Database } from '../../store/database.ts';
import { type DraftVersion, newestDraft } from '../../store/drafts.ts';

/** Milliseconds between two looks for what other processes have written. */
const LOOK = 1_000;

/** Who follows a draft is told of each new version: of this process at once, of others within a second. */
export class DraftChanges {
  readonly #written = new EventEmitter().setMaxListeners(0);

  /** Tells those who follow a draft that there is a new version. */
  tell(body: string, id: string): void {
    this.#written.emit('written', `${body}/${id}`);
  }

  /** The newest version now and whenever there is another, until the signal aborts. */
  async *follow(db: Database, body: string, id: string, signal: AbortSignal): AsyncIterable<DraftVersion> {
    const timer = setInterval(() => this.tell(body, id), LOOK);
    let told = 0;
    try {
      const ticks = on(this.#written, 'written', { signal, highWaterMark: 1_000 });
      for (let wake = true; ;) {
        if (wake) {
          const newest = await newestDraft(db, body, id);
          if (newest !== undefined && newest.version > told) {
            told = newest.version;
            yield newest;
          }
        }
        const next = await ticks.next();
        wake = String(next.value) === `${body}/${id}`;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      clearInterval(timer);
    }
  }
}
