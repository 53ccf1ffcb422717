import { CircleCheck, CircleDashed, CircleHelp, CircleSlash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../../shared/language.tsx';
import type { Standing } from './standing.ts';
import classes from './standing-mark.module.css';

const ICONS = { sure: CircleCheck, open: CircleDashed, out: CircleSlash2, undecided: CircleHelp } as const;

/** The sign of a standing; the words stand beside it. */
export function StandingIcon({ standing }: { readonly standing: Standing }): ReactNode {
  const Icon = ICONS[standing];
  return <Icon size={13} className={classes.icon} data-standing={standing} aria-hidden />;
}

/** How somebody stands in the slates near the best, in a sign and a word. */
export function StandingMark({ standing }: { readonly standing: Standing | undefined }): ReactNode {
  const { say } = useWording();
  if (standing === undefined) return null;
  return (
    <span className={classes.mark} data-standing={standing}>
      <StandingIcon standing={standing} />
      {say(`web.standing-${standing}`)}
    </span>
  );
}
