/** Stretches of places of an ordered list, as the name of a fact says them: `place/5/2-11`. */
export interface PlacesFact {
  readonly length: number;
  /** The place where the first begins, and where the last ends. */
  readonly from: number;
  readonly to: number;
}

const PLACES = /^place\/(?<length>\d+)\/(?<from>\d+)-(?<to>\d+)$/;

/** The stretches that a fact stands for; `undefined` for every other fact. */
export function placesFact(fact: string): PlacesFact | undefined {
  const found = PLACES.exec(fact)?.groups;
  if (found === undefined) return undefined;
  return { length: Number(found['length']), from: Number(found['from']), to: Number(found['to']) };
}

/** The name of the fact: no fact of a file has a slash in its own. */
export function placesFactName({ length, from, to }: PlacesFact): string {
  return `place/${length}/${from}-${to}`;
}
