import type { ReactNode } from 'react';
import type { RuleReport } from '../../../check/check-answer.ts';
import classes from './gauge.module.css';

/** A strip from nothing to a little over the most that matters: what is allowed as a band, what is there as a mark. */
export function Gauge(properties: {
  readonly line: RuleReport;
  /** `empty` while nobody is on the slate: then nothing is kept or broken yet. */
  readonly state: 'kept' | 'goal' | 'violated' | 'unknown' | 'empty';
}): ReactNode {
  const { line, state } = properties;
  const { actual, min, max } = line;
  const top = scaleTop(line);
  const percent = (value: number): number => Math.min(100, Math.max(0, (100 * value) / top));
  const from = percent(min ?? 0);
  const to = percent(max ?? top);
  const tick = (at: number): number => Math.min(Math.max(at - 0.35, 0), 99.3);
  return (
    <svg
      className={classes.gauge}
      data-state={state}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden
    >
      <rect className={classes.track} x="0" y="4" width="100" height="2.4" />
      <rect className={classes.band} x={from} y="2" width={Math.max(to - from, 0)} height="6.4" />
      <rect className={classes.have} x="0" y="4" width={percent(actual)} height="2.4" />
      {min !== null && <rect className={classes.bound} x={tick(from)} y="0.6" width="0.7" height="9.2" />}
      {max !== null && <rect className={classes.bound} x={tick(to)} y="0.6" width="0.7" height="9.2" />}
      <ellipse className={classes.mark} cx={Math.min(percent(actual), 99)} cy="5.2" rx="1.5" ry="4.4" />
    </svg>
  );
}

/** A share ends at 100 % or, where all is below half, at half; a count a quarter above what matters. */
function scaleTop({ kind, actual, min, max }: RuleReport): number {
  const most = Math.max(actual, min ?? 0, max ?? 0);
  if (kind === 'share') return most <= 0.45 ? 0.5 : 1;
  return Math.max(1, most * 1.25);
}
