import type { ReactNode } from 'react';
import classes from './panel.module.css';

/** A part of a view under a heading of its own. */
export function Panel(properties: {
  /** Where a link or a button leads to it. */
  readonly id?: string | undefined;
  readonly title: string;
  /** What stands opposite the title. */
  readonly aside?: ReactNode;
  /** Content goes to the edges, as tables do. */
  readonly flush?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { id, title, aside, flush = false, className = '', children } = properties;
  return (
    <section id={id} className={`${classes.panel} ${className}`} aria-label={title}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {aside}
      </div>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
