import type { ReactNode } from 'react';
import type { Conflict } from '../../../explain/answers.ts';
import { focusOn } from '../../address/use-address.ts';
import { saidAlready } from '../../../words/said-already.ts';
import { useNamed } from '../../shared/ids-as-names.ts';
import classes from './no-slate-panel.module.css';

/** Rules that cannot all hold in this pool, while any of them could be left out. */
export function ConflictCard({ conflict }: { readonly conflict: Conflict }): ReactNode {
  const named = useNamed();
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
              {named(title)}
              {bound !== undefined && !saidAlready(named(bound), named(title)) && <b> {named(bound)}</b>}
            </button>
          </li>
        ))}
      </ul>
      <p>{named(conflict.message)}</p>
    </article>
  );
}
