import type { ReactNode } from 'react';
import type { SetAside } from '../../../check/answer-parts.ts';
import { NameButton } from '../../shared/focus-button.tsx';
import { useWording } from '../../shared/language.tsx';
import { useNamed } from '../../shared/ids-as-names.ts';
import classes from './set-aside-list.module.css';

/** Whom the rules cannot judge, and which facts are missing. */
export function SetAsideList({ setAside }: { readonly setAside: readonly SetAside[] }): ReactNode {
  const { say } = useWording();
  const named = useNamed();
  if (setAside.length === 0) return null;
  return (
    <details className={classes.list}>
      <summary>
        {say('web.set-aside', { count: new Set(setAside.map(({ candidate }) => candidate)).size })}
      </summary>
      <ul>
        {setAside.map(({ candidate, appointments = [], rule, message }) => (
          <li key={[candidate, rule, ...appointments].join(' ')}>
            <NameButton id={candidate}>{named(message)}</NameButton>
          </li>
        ))}
      </ul>
    </details>
  );
}
