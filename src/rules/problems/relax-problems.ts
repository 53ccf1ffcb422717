import { foundIn } from '../../words/found-value.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { boundOfKind, compareBounds } from '../bounds/bound.ts';
import { beyondIn } from '../bounds/relax-steps.ts';
import type { RelaxStep, Rule } from '../rule-set.ts';
import { fieldsOf, itemsOf, type Fields, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** What a rule says of giving way, `relaxCost` and `relaxTo`, that cannot be meant. */
export function relaxProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  return [
    ...stayingProblems(rule, path, yaml),
    ...stepProblems(rule, path, yaml),
    ...limitProblems(rule, path, yaml),
  ];
}

/**
 * An average of every group has no one number to which its bound could move in a way out: it stays, and
 * no price may say otherwise.
 */
function stayingProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const isOfGroups = fieldsOf(rule['average'])['forEach'] !== undefined;
  return isOfGroups && rule['relaxCost'] !== undefined && rule['relaxCost'] !== 'never'
    ? [problem('rules.average-stays', undefined, yaml.placeOfKey([...path, 'relaxCost']))]
    : [];
}

function isBySize(rule: Fields): boolean {
  return fieldsOf(rule['count'])['bySize'] !== undefined;
}

/** Kinds of whose bounds a part is a number of members, or so much of the fact. */
const IN_PARTS = ['count', 'difference', 'sum', 'groups', 'proportion'] as const;

/** Steps of a price that are no steps, or do not rise: only what grows dearer is sure to be used in their order. */
function stepProblems(rule: Fields, path: Path, yaml: YamlFile): readonly Problem[] {
  const written = fieldsOf(rule['relaxCost']);
  const own: Path = [...path, 'relaxCost', 'steps'];
  const steps = itemsOf(written['steps']).map((step, index) => {
    const { beyond, each } = fieldsOf(step);
    return { begins: beyondIn(beyond), beyond, each, at: [...own, index] };
  });
  const hasParts = IN_PARTS.some((kind) => rule[kind] !== undefined) && !isBySize(rule);
  return steps.flatMap(({ begins, beyond, each, at }, index): readonly Problem[] => {
    const place = yaml.placeOf([...at, 'beyond']);
    if (begins === undefined) {
      return typeof beyond === 'number' || typeof beyond === 'string'
        ? [problem('rules.bad-step', { found: String(beyond) }, place)]
        : [];
    }
    const before = index === 0 ? undefined : steps[index - 1]!;
    const price = before === undefined ? written['each'] : before.each;
    return [
      ...('part' in begins && !hasParts ? [problem('rules.step-of-part', { allowed: IN_PARTS }, place)] : []),
      ...(before?.begins !== undefined && !isFarther(before.begins, begins)
        ? [problem('rules.steps-in-order', undefined, place)]
        : []),
      ...(typeof price === 'number' && typeof each === 'number' && each <= price
        ? [problem('rules.step-no-dearer', { each, before: price }, yaml.placeOf([...at, 'each']))]
        : []),
    ];
  });
}

function isFarther(one: RelaxStep['beyond'], other: RelaxStep['beyond']): boolean {
  if ('by' in one) return 'by' in other && compareBounds(one.by, other.by) < 0;
  return 'part' in other && compareBounds(one.part, other.part) < 0;
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
