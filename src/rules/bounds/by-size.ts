import { boundOfBase, type BoundSide } from './rounding.ts';
import type { CountRule, Ratio, Rule, Size, SizeStep } from '../rule-set.ts';

/** A count whose bounds stand in a table by the size of the slate. */
export type SizedRule = CountRule & { readonly bySize: readonly SizeStep[] };

/** Whether the bounds of a rule depend on the size of the slate. */
export function isBySize(rule: Rule): rule is SizedRule {
  return rule.kind === 'count' && rule.bySize !== undefined;
}

/** Bounds in members; absent: none. */
interface SizeBounds {
  readonly min?: number;
  readonly max?: number;
}

/** Sizes as a line of a table writes them; `undefined` max is every larger one. */
export function sizesIn(written: number | { readonly min: number; readonly max?: number | undefined }): Size {
  if (typeof written === 'number') return { min: written, max: written };
  return { min: written.min, max: written.max ?? Infinity };
}

/** What a table asks of a slate of this size: nothing where no line of it has the size. */
export function boundsAtSize({ bySize, moved }: SizedRule, size: number): SizeBounds {
  const step = bySize.find(({ size: { min, max } }) => min <= size && size <= max);
  const [min, max] = [membersOf(step?.min, size, 'min'), membersOf(step?.max, size, 'max')];
  return {
    ...(min !== undefined && { min: Math.max(0, min - (moved?.min ?? 0)) }),
    ...(max !== undefined && { max: max + (moved?.max ?? 0) }),
  };
}

function membersOf(bound: number | Ratio | undefined, size: number, side: BoundSide): number | undefined {
  return typeof bound === 'object' ? boundOfBase(bound, size, side, undefined) : bound;
}

/** The sides on which some line of a table has a bound. */
export function sidesBySize({ bySize }: SizedRule): readonly BoundSide[] {
  return (['min', 'max'] as const).filter((side) => bySize.some((step) => step[side] !== undefined));
}

/** The first of these sizes that no line of a table has; `undefined` where it has all. */
export function sizeWithoutStep(
  bySize: readonly Pick<SizeStep, 'size'>[],
  { min, max }: Size,
): number | undefined {
  let size = min;
  for (const step of bySize) if (step.size.min <= size && size <= step.size.max) size = step.size.max + 1;
  return size <= max ? size : undefined;
}

/** Sizes in a row with the same bounds. */
interface SizeRun extends SizeBounds {
  readonly from: number;
  readonly to: number;
}

/**
 * All sizes in runs of the same bounds, ascending and without a gap. The bounds of a part of the slate grow with
 * it, so there it is asked of every size.
 *
 * @param most the largest size there is.
 * @param counted up to which size a part of the slate is told; larger slates of such lines are in no run.
 */
export function runsOfSizes(rule: SizedRule, most: number, counted: number): readonly SizeRun[] {
  const runs: SizeRun[] = [];
  const add = (from: number, to: number, bounds: SizeBounds): void => {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === from && last.min === bounds.min && last.max === bounds.max)
      runs[runs.length - 1] = { ...last, to };
    else runs.push({ from, to, ...bounds });
  };
  let next = 0;
  for (const { size, min, max } of rule.bySize) {
    if (next < size.min) add(next, Math.min(size.min - 1, most), {});
    next = size.max + 1;
    if (typeof min !== 'object' && typeof max !== 'object') {
      if (size.min <= most) add(size.min, Math.min(size.max, most), boundsAtSize(rule, size.min));
      continue;
    }
    for (let each = size.min; each <= Math.min(size.max, most, counted); each += 1)
      add(each, each, boundsAtSize(rule, each));
  }
  if (next <= most) add(next, most, {});
  return runs.filter(({ from, to }) => from <= to);
}
