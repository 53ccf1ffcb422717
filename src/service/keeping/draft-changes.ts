import { EventEmitter, on } from 'node:events';
import type { Database } from '../../store/database.ts';
import { type DraftVersion, newestDraft } from '../../store/drafts/drafts.ts';

/** Milliseconds between two looks for what other processes have written. */
const LOOK = 1_000;

/** Looks for new versions of a draft, for all who follow it. */
interface Look {
  readonly timer: NodeJS.Timeout;
  followers: number;
}

function keyOfDraft(body: string, id: string): string {
  return `${body}/${id}`;
}

/** Who follows a draft is told of each new version: of this process at once, of others within a second. */
export class DraftChanges {
  readonly #written = new EventEmitter().setMaxListeners(0);
  /** One for each draft that somebody follows. */
  readonly #looks = new Map<string, Look>();

  /** Tells those who follow a draft that there is a new version. */
  tell(body: string, id: string): void {
    this.#written.emit(keyOfDraft(body, id));
  }

  /** The newest version now and whenever there is another, until the signal aborts. */
  async *follow(db: Database, body: string, id: string, signal: AbortSignal): AsyncIterable<DraftVersion> {
    const key = keyOfDraft(body, id);
    this.#join(key);
    let told = 0;
    try {
      const ticks = on(this.#written, key, { signal, highWaterMark: 1_000 });
      for (;;) {
        const newest = await newestDraft(db, body, id);
        if (newest !== undefined && newest.version > told) {
          told = newest.version;
          yield newest;
        }
        await ticks.next();
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#part(key);
    }
  }

  #join(key: string): void {
    const look = this.#looks.get(key) ?? {
      timer: setInterval(() => this.#written.emit(key), LOOK),
      followers: 0,
    };
    look.followers += 1;
    this.#looks.set(key, look);
  }

  #part(key: string): void {
    const look = this.#looks.get(key);
    if (look === undefined || (look.followers -= 1) > 0) return;
    clearInterval(look.timer);
    this.#looks.delete(key);
  }
}
