import type { Path } from './written-values.ts';

/** The one name that schemas silently leave out of an object, lest it become what the object inherits from. */
export const DROPPED_KEY = '__proto__';

/**
 * Where each key stands that reading a value by a schema would drop: what somebody writes is read or refused.
 *
 * @param value nested no deeper than a stack goes.
 */
export function droppedKeys(value: unknown): readonly Path[] {
  // What an alias stands for in several places is told in the first.
  const seen = new Set<unknown>();
  const within = (part: unknown, path: Path): readonly Path[] => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return [];
    seen.add(part);
    if (Array.isArray(part)) return part.flatMap((each, at) => within(each, [...path, at]));
    return Object.entries(part).flatMap(([key, below]) =>
      key === DROPPED_KEY ? [[...path, key]] : within(below, [...path, key]),
    );
  };
  return within(value, []);
}
