import type { RuleAnswer } from '../../service/answers/answers.ts';
import { addsUp, type BoundUnit } from '../shared/bounds.ts';
import type { Changes, RuleChange } from '../state/work.ts';

/** A quota that can be turned: its bounds as they stand and as they are changed. */
export interface QuotaDial {
  readonly rule: string;
  readonly unit: BoundUnit;
  /** Which bounds move: one, both together, or each by itself. */
  readonly kind: 'exactly' | 'min' | 'max' | 'range';
  /** As the rule set has them. */
  readonly base: Bounds;
  readonly now: Bounds;
  /** The most that can be asked for: members, or 1. */
  readonly top: number;
  /** What one step is: a member, or one hundredth. */
  readonly step: number;
}

/** Bounds; where there is none, the least or most that is possible. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * The dial of a rule under some changes; `undefined` for rules without bounds, and for those that add up a fact,
 * whose bounds have no scale of their own.
 *
 * @param available how many candidates could count for it.
 */
export function dialOf(rule: RuleAnswer, changes: Changes, available: number): QuotaDial | undefined {
  if ((rule.min === null && rule.max === null) || addsUp(rule)) return undefined;
  const unit = rule.kind === 'share' ? 'share' : 'count';
  const most = Math.max(available, rule.min ?? 0, rule.max ?? 0);
  const top = unit === 'share' ? 1 : most;
  const change = changes.rules[rule.id];
  const kind = kindOf(rule);
  const base = { min: rule.min ?? 0, max: rule.max ?? top };
  const bound = (changed: number | 'none' | undefined, otherwise: number, none: number): number =>
    changed === undefined ? otherwise : changed === 'none' ? none : changed;
  const now = { min: bound(change?.min, base.min, 0), max: bound(change?.max, base.max, top) };
  return { rule: rule.id, unit, kind, base, now, top, step: unit === 'share' ? 0.01 : 1 };
}

/**
 * The dial of a sum or an average, whose bounds have no scale of their own: it is turned by steps of the size of the
 * bound, 1,000 at 55,000 and 0.1 at 2.5. `undefined` for other rules, and for those without bounds.
 */
export function amountDialOf(rule: RuleAnswer, changes: Changes): QuotaDial | undefined {
  if ((rule.min === null && rule.max === null) || !addsUp(rule)) return undefined;
  const most = Number.MAX_SAFE_INTEGER;
  const base = { min: rule.min ?? -most, max: rule.max ?? most };
  const change = changes.rules[rule.id];
  const bound = (changed: number | 'none' | undefined, otherwise: number, none: number): number =>
    changed === undefined ? otherwise : changed === 'none' ? none : changed;
  const now = { min: bound(change?.min, base.min, -most), max: bound(change?.max, base.max, most) };
  const large = Math.max(...[rule.min, rule.max].map((each) => Math.abs(each ?? 0)));
  const step = large === 0 ? 1 : 10 ** (Math.floor(Math.log10(large)) - 1);
  return { rule: rule.id, unit: 'count', kind: kindOf(rule), base, now, top: most, step };
}

/**
 * The dial of the size of the slate.
 *
 * @param top the most people that there can be on it.
 */
export function sizeDial(base: Bounds, changes: Changes, top: number): QuotaDial {
  const now = changes.size ?? base;
  return { rule: 'size', unit: 'count', kind: 'range', base, now, top: Math.max(top, base.max), step: 1 };
}

/** The change that sets the size to these bounds; `undefined` where they are as the rule set has them. */
export function sizeChangeTo({ base }: QuotaDial, { min, max }: Bounds): Bounds | undefined {
  const size = { min: Math.max(min, 1), max: Math.max(max, 1) };
  return size.min === base.min && size.max === base.max ? undefined : size;
}

function kindOf({ min, max }: RuleAnswer): QuotaDial['kind'] {
  if (min !== null && min === max) return 'exactly';
  if (min === null) return 'max';
  return max === null ? 'min' : 'range';
}

/** The change that sets a dial to these bounds; `undefined` where they are as the rule set has them. */
export function changeTo({ kind, base }: QuotaDial, { min, max }: Bounds): RuleChange | undefined {
  if (isNear(min, base.min) && isNear(max, base.max)) return undefined;
  switch (kind) {
    case 'min':
      return { min };
    case 'max':
      return { max };
    default:
      return { min, max };
  }
}

/** Whether a dial stands elsewhere than the rule set has it. */
export function isTurned({ base, now }: QuotaDial): boolean {
  return !isNear(base.min, now.min) || !isNear(base.max, now.max);
}

/** Shares come from sliders in hundredths; a third of the rule set must not look changed. */
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}
