import type { ReactNode } from 'react';
import type { Conflict } from '../../explain/answers.ts';
import { focusOn } from '../address/use-address.ts';
import { useWording } from '../shared/language.tsx';
import classes from './no-slate-panel.module.css';

/** Rules that cannot all hold in this pool, while any of them could be left out. */
export function ConflictCard({ conflict }: { readonly conflict: Conflict }): ReactNode {
  const { text } = useWording();
  return (
    <article className={classes.card}>
      <ul className={classes.members}>
        {conflict.members.map(({ id, kind, title, bound, candidates }) => (
          <li key={id}>
            <button
              type="button"
              disabled={kind !== 'rule' && candidates?.[0] === undefined}
              onClick={() => {
                const person = candidates?.[0];
                if (kind === 'rule') focusOn({ on: 'rule', id });
                else if (person !== undefined) focusOn({ on: 'person', id: person });
              }}
            >
              {text(title)}
              {bound !== undefined && <b> {text(bound)}</b>}
            </button>
          </li>
        ))}
      </ul>
      <p>{text(conflict.message)}</p>
    </article>
  );
}
