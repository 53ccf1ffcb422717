/** Who holds which titles where, in a plan. */
export interface Held {
  readonly id: string;
  readonly candidate: string;
  /** The titles, each with the unit whose post it is: of a seat held besides, maybe another one. */
  readonly posts: readonly { readonly title: string; readonly unit: string }[];
}

/**
 * Who leaves a plan when somebody is appointed: they from their other post, and whoever holds a title there
 * that has no seat to spare; of several, whoever holds least besides.
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
  for (const post of came.posts) {
    const holders = others.filter(
      ({ id, posts }) => !leaving.has(id) && posts.some((held) => isSame(held, post)),
    );
    if (holders.length < seatsOf(post.title)) continue;
    const [first] = holders.toSorted(
      (a, b) => Number(b.id === instead) - Number(a.id === instead) || a.posts.length - b.posts.length,
    );
    if (first !== undefined) leaving.add(first.id);
  }
  return [...leaving];
}

function isSame(one: Held['posts'][number], other: Held['posts'][number]): boolean {
  return one.title === other.title && one.unit === other.unit;
}
