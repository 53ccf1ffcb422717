import { foundIn } from '../words/found.ts';
import { problem, type Problem } from '../words/problem.ts';
import { boundOfKind, compareBounds } from './bound.ts';
import type { Rule } from './rule-set.ts';
import { fieldsOf, type Fields, type Path } from './written.ts';
import type { YamlFile } from './yaml-file.ts';

/** What a rule says of giving way, `relaxCost` and `relaxTo`, that cannot be meant. */
export function relaxProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  return [...stayingProblems(rule, path, yaml), ...limitProblems(rule, path, yaml)];
}

/**
 * An average of every group has no one number to which its bound could move in a way out: it stays, and
 * no price may say otherwise.
 */
function stayingProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const isOfGroups = fieldsOf(rule['average'])['forEach'] !== undefined;
  return isOfGroups && typeof rule['relaxCost'] === 'number'
    ? [problem('rules.average-stays', undefined, yaml.placeOfKey([...path, 'relaxCost']))]
    : [];
}

function isBySize(rule: Fields): boolean {
  return fieldsOf(rule['count'])['bySize'] !== undefined;
}

const BOUNDED = ['count', 'difference', 'share', 'sum', 'average'] as const;

/** In what the bounds of a kind are written. */
function writtenAs(kind: (typeof BOUNDED)[number]): Rule['kind'] {
  return kind === 'difference' ? 'count' : kind;
}

/** How far a bound may move: of a rule that has one, not closer than it stands, and not where it stays anyway. */
function limitProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const relaxTo = fieldsOf(rule['relaxTo']);
  if (Object.keys(relaxTo).length === 0) return [];
  const own: Path = [...path, 'relaxTo'];
  const key = BOUNDED.find((each) => rule[each] !== undefined);
  if (key === undefined || rule['per'] === 'unit' || rule['relaxCost'] === 'never' || isBySize(rule))
    return [problem('rules.relax-to-nothing', undefined, yaml.placeOfKey(own))];
  const kind = writtenAs(key);
  return (['min', 'max'] as const).flatMap((side) => {
    const written = relaxTo[side];
    if (typeof written !== 'number' && typeof written !== 'string') return [];
    const place = yaml.placeOf([...own, side]);
    const limit = boundOfKind(written, kind);
    if (limit === undefined) {
      if (kind === 'share') return [problem('rules.bad-share', { found: foundIn(written) }, place)];
      if (kind === 'count') return [problem('rules.not-whole', { found: foundIn(written) }, place)];
      return [problem('rules.wrong-type', { found: foundIn(written), expected: 'number' }, place)];
    }
    const bounds = fieldsOf(rule[key]);
    const bound = boundOfKind(bounds[side] ?? bounds['exactly'], kind);
    if (bound === undefined) return [problem('rules.relax-to-no-bound', { side }, place)];
    const isCloser = side === 'min' ? compareBounds(limit, bound) > 0 : compareBounds(limit, bound) < 0;
    return isCloser ? [problem('rules.relax-to-closer', { side, limit: String(written) }, place)] : [];
  });
}
