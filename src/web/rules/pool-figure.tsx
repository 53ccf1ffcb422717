import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './rule-cards.module.css';

/** How many of the pool a rule is about; a warning where it asks for more than there are. */
export function PoolFigure(properties: {
  readonly count: number;
  /** How many candidates there are in all. */
  readonly of: number;
  /** How many members the rule asks for at least; 0 where it asks for none. */
  readonly least: number;
}): ReactNode {
  const { count, of, least } = properties;
  const { say } = useWording();
  if (count >= least) return say('web.pool-has', { count, of });
  return <span className={classes.fault}>{say('web.pool-has-too-few', { count, of, least })}</span>;
}
