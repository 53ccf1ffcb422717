import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Proposal } from '../../slate/answers.ts';
import { useWording } from '../shared/language.tsx';
import classes from './no-slate-panel.module.css';

/** No slate exists: what the pool alone cannot give. */
export function NoSlatePanel({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { say, text } = useWording();
  return (
    <section className={classes.panel} aria-label={say('web.no-slate')}>
      <h2>
        <CircleX size={18} aria-hidden /> {say('web.no-slate')}
      </h2>
      <ul>
        {proposal.capacity.map(({ rule, group, message }) => (
          <li key={`${rule} ${group ?? ''}`}>{text(message)}</li>
        ))}
      </ul>
    </section>
  );
}
