/** How many may be at work and wait at once: of all callers together, and of each. */
export interface TurnLimits {
  readonly places: number;
  readonly placesOfCaller: number;
  readonly waiting: number;
  readonly waitingOfCaller: number;
  /**
   * Milliseconds that a turn may be expected to be waited for, by how long the last ones took; who would wait
   * longer is refused at once. Absent: whatever it is.
   */
  readonly expectedWait?: number;
}

/** So many may always wait, however long turns take: a page asks for as much when it is opened. */
const SHORT_LINE = 8;
/** How much the last turn counts in the time that turns are expected to take. */
const NEWS = 0.1;

/** Why nobody more may wait: all wait too many, or this caller does. */
export class NoTurn extends Error {
  readonly full: 'all' | 'caller';
  constructor(full: 'all' | 'caller') {
    super('no turn');
    this.name = 'NoTurn';
    this.full = full;
  }
}

interface Waiter {
  readonly begin: () => void;
}

/** A waiter who goes before all others, and whose turn it counts as. */
interface FirstWaiter extends Waiter {
  readonly caller: string;
}

/**
 * Turns at a number of places, shared fairly by callers: a place that comes free goes to the caller who has
 * the fewest, and of equals to the one who has waited longest for a turn. However much one caller asks,
 * another waits for no more than the turns that have begun.
 */
export class FairTurns {
  readonly #limits: TurnLimits;
  readonly #running = new Map<string, number>();
  /** By caller; whoever had a turn comes last. */
  readonly #waiting = new Map<string, Waiter[]>();
  /** Who goes before all callers' turns, whatever their number. */
  readonly #first = new Set<FirstWaiter>();
  readonly #now: () => number;
  #places = 0;
  /** Milliseconds that a turn takes: the mean of the last ones, the latest counting most. */
  #pace = 0;

  /** @param now the time in milliseconds */
  constructor(limits: TurnLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** How many are at work. */
  get running(): number {
    return this.#places;
  }

  /** How many callers are at work or wait. */
  get callers(): number {
    return new Set([...this.#running.keys(), ...this.#waiting.keys()]).size;
  }

  /** How many wait. */
  get waiting(): number {
    let sum = this.#first.size;
    for (const { length } of this.#waiting.values()) sum += length;
    return sum;
  }

  /**
   * Waits for a turn, and answers how to end it.
   *
   * @param isFirst whether it goes before whoever waits, and is never refused: for what is asked seldom, is quick,
   * and is the same for all
   * @throws NoTurn; the reason of the signal, which ends the wait.
   */
  async take(caller: string, signal: AbortSignal, isFirst = false): Promise<() => void> {
    signal.throwIfAborted();
    if (isFirst ? this.#places < this.#limits.places : this.#mayBegin(caller)) this.#begin(caller);
    else if (isFirst) await this.#waitFirst(caller, signal);
    else await this.#wait(caller, signal);
    const began = this.#now();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#pace += NEWS * (this.#now() - began - this.#pace);
      this.#end(caller);
    };
  }

  /**
   * Whether somebody would wait too long, and for whom: behind their own questions, or behind those of others,
   * of whom each goes first as often as they do.
   */
  #tooLong(own: number): NoTurn['full'] | undefined {
    const { expectedWait = Number.POSITIVE_INFINITY, places } = this.#limits;
    if (this.waiting < SHORT_LINE) return undefined;
    const isTooLong = (before: number): boolean => (before * this.#pace) / places > expectedWait;
    let before = 0;
    for (const { length } of this.#waiting.values()) before += Math.min(length, own + 1);
    if (!isTooLong(before)) return undefined;
    return isTooLong(own) ? 'caller' : 'all';
  }

  #mayBegin(caller: string): boolean {
    const { places, placesOfCaller } = this.#limits;
    return this.#places < places && this.#of(caller) < placesOfCaller;
  }

  #of(caller: string): number {
    return this.#running.get(caller) ?? 0;
  }

  async #wait(caller: string, signal: AbortSignal): Promise<void> {
    const line = this.#waiting.get(caller) ?? [];
    if (line.length >= this.#limits.waitingOfCaller) throw new NoTurn('caller');
    if (this.waiting >= this.#limits.waiting) throw new NoTurn('all');
    const tooLong = this.#tooLong(line.length);
    if (tooLong !== undefined) throw new NoTurn(tooLong);
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiter: Waiter = { begin: resolve };
    line.push(waiter);
    this.#waiting.set(caller, line);
    await orAborted(promise, signal, () => this.#leave(caller, waiter));
  }

  async #waitFirst(caller: string, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiter: FirstWaiter = { begin: resolve, caller };
    this.#first.add(waiter);
    await orAborted(promise, signal, () => this.#first.delete(waiter));
  }

  #leave(caller: string, waiter: Waiter): void {
    const line = (this.#waiting.get(caller) ?? []).filter((each) => each !== waiter);
    if (line.length === 0) this.#waiting.delete(caller);
    else this.#waiting.set(caller, line);
  }

  #begin(caller: string): void {
    this.#places += 1;
    this.#running.set(caller, this.#of(caller) + 1);
  }

  #end(caller: string): void {
    this.#places -= 1;
    const left = this.#of(caller) - 1;
    if (left === 0) this.#running.delete(caller);
    else this.#running.set(caller, left);
    this.#giveTurns();
  }

  #giveTurns(): void {
    for (const waiter of this.#first) {
      if (this.#places >= this.#limits.places) return;
      this.#first.delete(waiter);
      this.#begin(waiter.caller);
      waiter.begin();
    }
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [waiter, ...rest] = this.#waiting.get(next) ?? [];
      this.#waiting.delete(next);
      if (rest.length > 0) this.#waiting.set(next, rest);
      this.#begin(next);
      waiter?.begin();
    }
  }

  #next(): string | undefined {
    const callers = [...this.#waiting.keys()].filter((caller) => this.#mayBegin(caller));
    const fewest = Math.min(...callers.map((caller) => this.#of(caller)));
    return callers.find((caller) => this.#of(caller) === fewest);
  }
}

/** Waits until a turn comes, or until nobody waits for it any more. */
async function orAborted(turn: Promise<void>, signal: AbortSignal, leave: () => void): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => {
    leave();
    reject(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([turn, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
