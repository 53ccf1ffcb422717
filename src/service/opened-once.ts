/**
 * What is opened by the first who needs it, for all, and tried again by the next where that failed: a store or
 * an issuer may be away for a while.
 */
export class OpenedOnce<Value> {
  readonly #make: () => Promise<Value>;
  #opening: Promise<Value> | undefined;

  constructor(make: () => Promise<Value>) {
    this.#make = make;
  }

  /** @throws what opening throws */
  async open(): Promise<Value> {
    this.#opening ??= this.#make();
    try {
      return await this.#opening;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }

  /** What is open, or being opened; `undefined` where nobody has needed it yet. @throws what opening throws */
  async opened(): Promise<Value | undefined> {
    return this.#opening;
  }
}
