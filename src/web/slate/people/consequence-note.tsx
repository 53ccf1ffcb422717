import type { ReactNode } from 'react';
import { useCase } from '../../session/case.tsx';
import { ruleTitle } from '../../shared/action-words.ts';
import { useWording } from '../../shared/language.tsx';
import classes from './candidate-row.module.css';
import type { TitledConsequence } from './use-consequences.ts';

/** What would become of the slate with somebody: points, rules broken or mended, goals missed or reached. */
export function ConsequenceNote(properties: {
  readonly of: TitledConsequence;
  /** Names of those who would leave for them, as far as that is not clear without saying. */
  readonly instead: readonly string[];
}): ReactNode {
  const { of, instead } = properties;
  const wording = useWording();
  const { say, pointsMore } = wording;
  const { ruleSet } = useCase();
  const titles = (ids: readonly string[]): string =>
    ids
      .map((id) => {
        const title = of.titles.get(id);
        return title === undefined ? ruleTitle(id, { wording, ruleSet }) : wording.text(title);
      })
      .join('; ');
  const { points, broken, mended, missed, reached, leave } = of;
  // Nobody may leave a slate that is full: that is what stands in the way, not the quota of its size.
  const isFull = leave === undefined && broken.includes('size');
  const others = isFull ? broken.filter((id) => id !== 'size') : broken;
  return (
    <>
      {instead.length > 0 && <span>{say('web.instead-of', { names: instead })}</span>}
      {isFull && <span className={classes.breaks}>{say('web.somebody-must-leave')}</span>}
      {points !== undefined && <span>{say('web.points-more', { points: pointsMore(points) })}</span>}
      {mended.length > 0 && (
        <span className={classes.mends}>{say('web.would-mend', { rules: titles(mended) })}</span>
      )}
      {others.length > 0 && (
        <span className={classes.breaks}>{say('web.would-break', { rules: titles(others) })}</span>
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
