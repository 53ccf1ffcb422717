import type { ReactNode } from 'react';
import classes from './choice.module.css';

/** One of several things to choose, as a card with a radio button. */
export function Choice(properties: {
  readonly group: string;
  readonly checked: boolean;
  readonly title: string;
  readonly detail: string;
  readonly onChoose: () => void;
}): ReactNode {
  const { group, checked, title, detail, onChoose } = properties;
  return (
    <label className={classes.choice} data-checked={checked}>
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      <span>
        <strong>{title}</strong>
        <small>{detail}</small>
      </span>
    </label>
  );
}
