/** Stretches of places of an ordered list, as the name of a fact says them: `place/5/2`. */
export interface PlacesFact {
  readonly length: number;
  /** The place where the first begins. */
  readonly from: number;
}

const PLACES = /^place\/(?<length>\d+)\/(?<from>\d+)$/;

/** The stretches that a fact stands for; `undefined` for every other fact. */
export function placesFact(fact: string): PlacesFact | undefined {
  const found = PLACES.exec(fact)?.groups;
  return found === undefined ? undefined : { length: Number(found['length']), from: Number(found['from']) };
}

/** The name of the fact: no fact of a file has a slash in its own. */
export function placesFactName({ length, from }: PlacesFact): string {
  return `place/${length}/${from}`;
}
