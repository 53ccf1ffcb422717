import type { ReactNode } from 'react';
import type { WithoutValue } from '../../check/answer-parts.ts';
import { useWording } from './language.tsx';
import classes from './without-value-notes.module.css';

/** How many have no value for the groups of a rule, and what that means; nothing where everybody has. */
export function WithoutValueNotes({
  lines = [],
}: {
  readonly lines: readonly WithoutValue[] | undefined;
}): ReactNode {
  const { text } = useWording();
  return lines.map(({ rule, message }) => (
    <p key={rule} className={classes.note}>
      {text(message)}
    </p>
  ));
}
