import type { Slate } from '../../../slate/propose-answer.ts';

/** Who is on some of these slates but not on all, in ascending order of id. */
export function differingIn(slates: readonly Pick<Slate, 'members'>[]): readonly string[] {
  const times = new Map<string, number>();
  for (const id of slates.flatMap(({ members }) => members)) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times.keys()].filter((id) => times.get(id) !== slates.length).sort();
}
