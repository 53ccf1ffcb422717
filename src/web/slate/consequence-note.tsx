import type { ReactNode } from 'react';
import type { Consequence } from '../../slate/check-answer.ts';
import { useCase } from '../session/case.tsx';
import { ruleTitle } from '../shared/deed.ts';
import { useWording } from '../shared/language.tsx';
import classes from './candidate-row.module.css';

/** What would become of the slate with somebody: points, rules broken or mended, goals missed or reached. */
export function ConsequenceNote({ of }: { readonly of: Consequence }): ReactNode {
  const wording = useWording();
  const { say, pointsMore } = wording;
  const { ruleSet } = useCase();
  const titles = (ids: readonly string[]): string =>
    ids.map((id) => ruleTitle(id, { wording, ruleSet })).join('; ');
  const { points, broken, mended, missed, reached } = of;
  return (
    <>
      {points !== undefined && <span>{say('web.points-more', { points: pointsMore(points) })}</span>}
      {mended.length > 0 && (
        <span className={classes.mends}>{say('web.would-mend', { rules: titles(mended) })}</span>
      )}
      {broken.length > 0 && (
        <span className={classes.breaks}>{say('web.would-break', { rules: titles(broken) })}</span>
      )}
      {reached.length > 0 && (
        <span className={classes.mends}>{say('web.would-reach', { rules: titles(reached) })}</span>
      )}
      {missed.length > 0 && (
        <span className={classes.misses}>{say('web.would-miss', { rules: titles(missed) })}</span>
      )}
    </>
  );
}
