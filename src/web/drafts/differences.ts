import type { Changes, Work } from '../state/work.ts';

/** What is different in a later state of the work: ids of persons and rules. */
export interface Differences {
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly pinned: readonly string[];
  readonly unpinned: readonly string[];
  readonly excluded: readonly string[];
  readonly readmitted: readonly string[];
  /** Rules whose bounds, strength or weight differ; `size` for the size. */
  readonly quotas: readonly string[];
  readonly pool: boolean;
  readonly rules: boolean;
  readonly units: boolean;
}

/** What changed from one state of the work to another. */
export function differencesOf(before: Work, after: Work): Differences {
  const more = (from: readonly string[], to: readonly string[]): readonly string[] =>
    to.filter((id) => !from.includes(id));
  return {
    joined: more(before.members, after.members),
    left: more(after.members, before.members),
    pinned: more(before.pin, after.pin),
    unpinned: more(after.pin, before.pin),
    excluded: more(before.exclude, after.exclude),
    readmitted: more(after.exclude, before.exclude),
    quotas: quotaDifferences(before.changes, after.changes),
    pool: !same(before.pool, after.pool),
    rules: !same(before.rules, after.rules),
    units: !same(before.units, after.units),
  };
}

/** Whether nothing is different. */
export function isNothing({ pool, rules, units, ...lists }: Differences): boolean {
  return !pool && !rules && !units && Object.values(lists).every((list) => list.length === 0);
}

function quotaDifferences(before: Changes, after: Changes): readonly string[] {
  const ids = new Set([...Object.keys(before.rules), ...Object.keys(after.rules)]);
  const rules = [...ids].filter((id) => !same(before.rules[id], after.rules[id]));
  return same(before.size, after.size) ? rules : ['size', ...rules];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
