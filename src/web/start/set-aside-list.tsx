import type { ReactNode } from 'react';
import type { SetAside } from '../../slate/answers.ts';
import { focusOn } from '../address/use-address.ts';
import { useCase } from '../session/case.tsx';
import { nameOf } from '../shared/deed.ts';
import { useWording } from '../shared/language.tsx';
import classes from './set-aside-list.module.css';

/** Whom the rules cannot judge, and which facts are missing. */
export function SetAsideList({ setAside }: { readonly setAside: readonly SetAside[] }): ReactNode {
  const { say, text } = useWording();
  const { people } = useCase();
  if (setAside.length === 0) return null;
  return (
    <details className={classes.list}>
      <summary>{say('web.set-aside', { count: setAside.length })}</summary>
      <ul>
        {setAside.map(({ candidate, rule, message }) => (
          <li key={`${candidate} ${rule}`}>
            <button type="button" onClick={() => focusOn({ on: 'person', id: candidate })}>
              {nameOf(candidate, people)}
            </button>{' '}
            {text(message)}
          </li>
        ))}
      </ul>
    </details>
  );
}
