/** How far the sum of one row can move from what it is over a slate. */
export class RowReach {
  #sum = 0;
  /** The most and the least that one member, or one who may come, adds; 0 if nobody adds anything. */
  readonly #members = { most: 0, least: 0 };
  readonly #comers = { most: 0, least: 0 };
  #comer: string | undefined;
  #severalCome = false;

  /** Notes what one candidate adds. @param person asked only where it matters: whom the candidate is. */
  take(value: number, isMember: boolean, person: () => string): void {
    const mine = isMember ? this.#members : this.#comers;
    mine.most = Math.max(mine.most, value);
    mine.least = Math.min(mine.least, value);
    if (isMember) this.#sum += value;
    else if (!this.#severalCome) {
      this.#severalCome = this.#comer !== undefined && this.#comer !== person();
      this.#comer = person();
    }
  }

  /** Whether the sum stays between these bounds, whoever of so many leaves and comes. */
  isWithin(lower: number, upper: number, leave: number, come: number): boolean {
    const comers = this.#severalCome ? come : Math.min(come, 1);
    return (
      this.#sum - leave * this.#members.most + comers * this.#comers.least >= lower &&
      this.#sum - leave * this.#members.least + comers * this.#comers.most <= upper
    );
  }
}
