import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './heat-map.module.css';

/** What the colours and marks of a heat map mean. */
export function HeatLegend({
  hasStanding,
  hasUnproven,
}: {
  readonly hasStanding: boolean;
  readonly hasUnproven: boolean;
}): ReactNode {
  const { say } = useWording();
  const marks = [
    { key: 'least', words: say('web.heat-least'), data: { 'data-none': false }, depth: 0 },
    { key: 'most', words: say('web.heat-most'), data: { 'data-none': false }, depth: 1 },
    { key: 'none', words: say('web.no-slate-short'), data: { 'data-none': true }, depth: 0 },
    { key: 'frontier', words: say('web.heat-frontier'), data: { 'data-frontier': true }, depth: 0.5 },
    ...(hasStanding
      ? [{ key: 'standing', words: say('web.as-it-stands'), data: { 'data-standing': true }, depth: 0.5 }]
      : []),
    ...(hasUnproven
      ? [{ key: 'unproven', words: say('web.not-proven'), data: { 'data-unproven': true }, depth: 0.5 }]
      : []),
  ];
  return (
    <ul className={classes.legend} aria-label={say('web.legend')}>
      {marks.map(({ key, words, data, depth }) => (
        <li key={key}>
          <i className={classes.cell} style={{ '--depth': depth }} aria-hidden {...data} />
          {words}
        </li>
      ))}
    </ul>
  );
}
