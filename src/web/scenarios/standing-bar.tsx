import { CircleCheck, CircleX, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Robustness, Standing } from '../../scenarios/answers.ts';
import { useWording } from '../shared/language.tsx';
import classes from './robustness-panel.module.css';

const STANDINGS = ['compliant', 'mendable', 'broken'] as const;
const ICONS = { compliant: CircleCheck, mendable: RefreshCw, broken: CircleX } as const;

/** The sign of what becomes of a slate; the words stand beside it. */
export function LossIcon({ standing }: { readonly standing: Standing }): ReactNode {
  const Icon = ICONS[standing];
  return <Icon size={14} className={classes.icon} data-standing={standing} aria-hidden />;
}

/** All ways to lose some members as one bar: after how many the slate holds, can be mended, or cannot. */
export function StandingBar(properties: {
  readonly title: string;
  readonly counts: Robustness['one'];
}): ReactNode {
  const { title, counts } = properties;
  const { say, number } = useWording();
  const total = counts.compliant + counts.mendable + counts.broken;
  return (
    <div className={classes.bar}>
      <h3>
        {title} <span>{say('web.cases', { count: total })}</span>
      </h3>
      <div className={classes.parts} aria-hidden>
        {STANDINGS.map(
          (standing) =>
            counts[standing] > 0 && (
              <i key={standing} data-standing={standing} style={{ flexGrow: counts[standing] }} />
            ),
        )}
      </div>
      <ul>
        {STANDINGS.map((standing) => (
          <li key={standing}>
            <LossIcon standing={standing} /> <b>{number(counts[standing])}</b> {say(`web.loss-${standing}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
