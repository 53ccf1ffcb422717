import type { Slate } from '../../slate/propose-answer.ts';
import { inAlphabet } from '../people/name-order.ts';

/** A post that not all of some plans give to the same. */
export interface DifferingPost {
  readonly unit: string;
  readonly title: string;
  /** For each plan the ids of the appointments that hold it. */
  readonly holders: readonly (readonly string[])[];
}

/** The posts in which plans differ, by unit; within a unit in the order in which plans name them. */
export function differingPosts(plans: readonly Pick<Slate, 'appointments'>[]): readonly DifferingPost[] {
  const held = plans.map(({ appointments = [] }) =>
    Map.groupBy(
      appointments.flatMap(({ id, candidate, posts }) => posts.map((post) => ({ id, candidate, ...post }))),
      ({ unit, title }) => `${unit}\n${title}`,
    ),
  );
  const keys = [...new Set(held.flatMap((each) => [...each.keys()]))];
  const rows = keys.map((key) => {
    const [unit = '', title = ''] = key.split('\n');
    const holders = held.map((each) => each.get(key) ?? []);
    const persons = new Set(
      holders.map((each) =>
        each
          .map(({ candidate }) => candidate)
          .sort()
          .join(),
      ),
    );
    return {
      unit,
      title,
      holders: holders.map((each) => each.map(({ id }) => id)),
      differs: persons.size > 1,
    };
  });
  return rows
    .filter(({ differs }) => differs)
    .map(({ differs: _differs, ...row }): DifferingPost => row)
    .toSorted((a, b) => inAlphabet(a.unit, b.unit));
}
