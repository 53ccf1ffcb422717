import { type Folders, stateOfFolders } from '../opening/shipped.ts';
import type { Compression } from './requests/reply.ts';
import { type Tagged, tagged } from './requests/http.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { RawRequest, Route } from './requests/route.ts';
import type { InTime } from './workers/worker-pool.ts';

/** Bytes of all answers that are kept ready. */
const MOST_BYTES = 16_000_000;

/** An answer, ready to be sent. */
type ReadyAnswer = Extract<InTime, { kind: 'answer' }> & Tagged;

type NoAnswer = Exclude<InTime, { kind: 'answer' }>;

/** What is looked up, and how its answer is to be compressed. */
interface LookUp {
  readonly route: Pick<Route, 'operation'>;
  readonly raw: Pick<RawRequest, 'parameters' | 'language'>;
  readonly compression?: Compression | undefined;
}

/**
 * Answers to what is looked up in the folders and nowhere else, as bytes ready to be sent, until a file of the
 * folders changes. A list of rule sets takes 30 ms of a thread to make, and 0.3 ms to find out that it still holds.
 */
export class ReadyAnswers {
  readonly #folders: Folders;
  readonly #asked = new Map<string, Promise<ReadyAnswer | NoAnswer>>();
  #ready = new RecentlyUsed<ReadyAnswer>(MOST_BYTES);
  #state = '';

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  /**
   * The answer that is ready, or the one that `ask` gives, which is kept if it is an answer. A refusal is never
   * kept: there are as many as names that nothing has. Those who want the same at once share one asking.
   *
   * @throws what `ask` does
   */
  async of({ route, raw, compression }: LookUp, ask: () => Promise<InTime>): Promise<ReadyAnswer | NoAnswer> {
    const state = this.#look();
    const key = JSON.stringify([route.operation, raw.parameters, raw.language, compression]);
    const ready = this.#ready.get(key);
    if (ready !== undefined) return ready;
    const wanted = `${key} ${state}`;
    for (let asked = this.#asked.get(wanted); asked !== undefined; asked = this.#asked.get(wanted)) {
      // Whoever asked may have hung up: then the next one asks.
      const reply = await asked.catch(() => undefined);
      if (reply !== undefined) return reply;
    }
    const asking = this.#ask(state, key, ask).finally(() => this.#asked.delete(wanted));
    this.#asked.set(wanted, asking);
    return asking;
  }

  async #ask(state: string, key: string, ask: () => Promise<InTime>): Promise<ReadyAnswer | NoAnswer> {
    const reply = await ask();
    if (reply.kind !== 'answer') return reply;
    const answer = { ...reply, ...tagged(reply.json) };
    // What was read while a file was changing may be of either state.
    if (state === this.#look()) this.#ready.set(key, answer, answer.json.length);
    return answer;
  }

  /** How the folders are now; where they were different, nothing that was ready still is. */
  #look(): string {
    const state = stateOfFolders(this.#folders);
    if (state !== this.#state) this.#ready = new RecentlyUsed(MOST_BYTES);
    return (this.#state = state);
  }
}
