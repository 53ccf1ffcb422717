import type { Slate } from '../../slate/answers.ts';

/** Who is on every slate of several, and who only on some; ids in ascending order. */
export interface Standing {
  readonly sure: readonly string[];
  readonly open: readonly string[];
}

/** How candidates stand in several slates. Who is in neither list is on none of them. */
export function standingIn(slates: readonly Pick<Slate, 'members'>[]): Standing {
  const times = new Map<string, number>();
  for (const id of slates.flatMap(({ members }) => members)) times.set(id, (times.get(id) ?? 0) + 1);
  const ids = [...times.keys()].sort();
  return {
    sure: ids.filter((id) => times.get(id) === slates.length),
    open: ids.filter((id) => times.get(id) !== slates.length),
  };
}
