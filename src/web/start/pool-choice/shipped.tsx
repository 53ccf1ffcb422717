import type { ReactNode } from 'react';
import classes from './shipped.module.css';

/** What the service offers; folded while something of the user's own is chosen. */
export function Shipped(properties: {
  readonly title: string;
  readonly isFolded: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { title, isFolded, children } = properties;
  return (
    <details key={String(isFolded)} className={classes.shipped} open={!isFolded}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
