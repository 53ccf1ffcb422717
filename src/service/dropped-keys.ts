import { pointerTo } from '../questions/schema-problems.ts';
import { problem, type Problem } from '../words/problem.ts';

/** The one name that schemas leave out of an object without a word, lest it become what the object inherits. */
const DROPPED = '__proto__';

/**
 * Each field of a body, at any depth, that reading it by a schema would drop: what somebody sends is read or
 * refused.
 *
 * @param value a body that is nested no deeper than `json-body.ts` allows.
 */
export function droppedKeys(value: unknown, path: readonly (string | number)[] = []): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, at) => droppedKeys(each, [...path, at]));
  return Object.entries(value).flatMap(([key, part]) => {
    const here = [...path, key];
    if (key !== DROPPED) return droppedKeys(part, here);
    return [problem('service.dropped-key', { key }, { file: 'body', field: pointerTo(here) })];
  });
}
