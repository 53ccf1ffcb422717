/** Who holds which titles where, in a plan. */
export interface Held {
  readonly id: string;
  readonly candidate: string;
  readonly unit: string;
  readonly titles: readonly string[];
}

/**
 * Who leaves a plan when somebody is appointed: they from their other post, and whoever holds a title there
 * that has no seat to spare.
 *
 * @param seatsOf how many hold a title in one unit at most.
 * @param instead whose place it is where a title has several holders.
 * @returns ids of the appointments that leave.
 */
export function displacedBy(
  came: Held,
  plan: readonly Held[],
  seatsOf: (title: string) => number,
  instead?: string,
): readonly string[] {
  const others = plan.filter(({ id }) => id !== came.id);
  const leaving = new Set(others.filter(({ candidate }) => candidate === came.candidate).map(({ id }) => id));
  for (const title of came.titles) {
    const holders = others.filter(
      ({ id, unit, titles }) => unit === came.unit && titles.includes(title) && !leaving.has(id),
    );
    if (holders.length < seatsOf(title)) continue;
    const [first] = holders.toSorted((a, b) => Number(b.id === instead) - Number(a.id === instead));
    if (first !== undefined) leaving.add(first.id);
  }
  return [...leaving];
}
