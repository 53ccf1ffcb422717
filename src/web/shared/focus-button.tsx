import type { ComponentProps, ReactNode } from 'react';
import { focusOn } from '../address/use-address.ts';
import { useCase } from '../session/case.tsx';
import { nameOfPerson } from './action-words.ts';
import classes from './focus-button.module.css';

type Rest = Omit<ComponentProps<'button'>, 'id' | 'type' | 'className' | 'onClick'>;

/** A name that opens all that is known of a candidate or an appointment; among many it looks like a pill. */
export function NameButton(
  properties: Rest & {
    readonly id: string;
    readonly look?: 'text' | 'pill';
  },
): ReactNode {
  const { id, look = 'text', children, ...rest } = properties;
  const { people } = useCase();
  return (
    <button
      {...rest}
      type="button"
      className={look === 'pill' ? classes.pill : `${classes.text} ${classes.name}`}
      onClick={() => focusOn({ on: 'person', id })}
    >
      {children ?? nameOfPerson(id, people)}
    </button>
  );
}

/** Words that open everything known about a rule. The size of the slate is not a rule, and opens nothing. */
export function RuleButton({ id, ...rest }: Rest & { readonly id: string }): ReactNode {
  return (
    <button
      {...rest}
      type="button"
      className={classes.text}
      disabled={id === 'size'}
      onClick={() => focusOn({ on: 'rule', id })}
    />
  );
}
