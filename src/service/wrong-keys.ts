/** Milliseconds after which wrong keys are forgotten, and how many an address has until then. */
const FORGET = 60_000;
const MOST_FAILURES = 10;
/** Addresses that are remembered; the oldest are forgotten first. */
const MOST_ADDRESSES = 10_000;

/** Wrong keys by address: whoever guesses is slowed down. */
export class WrongKeys {
  readonly #byCaller = new Map<string, { count: number; readonly until: number }>();

  /** Whether nothing more is taken from an address for the moment. */
  areTooMany(caller: string): boolean {
    const found = this.#byCaller.get(caller);
    if (found === undefined) return false;
    if (found.until < performance.now()) this.#byCaller.delete(caller);
    return found.until >= performance.now() && found.count >= MOST_FAILURES;
  }

  /** Counts one. */
  count(caller: string): void {
    const found = this.#byCaller.get(caller);
    if (found === undefined) this.#byCaller.set(caller, { count: 1, until: performance.now() + FORGET });
    else found.count += 1;
    const [oldest] = this.#byCaller.keys();
    if (this.#byCaller.size > MOST_ADDRESSES && oldest !== undefined) this.#byCaller.delete(oldest);
  }
}
