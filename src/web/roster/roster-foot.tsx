import type { ReactNode } from 'react';
import type { RuleSetAnswer } from '../../service/answers.ts';
import type { Report } from '../../check/check-answer.ts';
import { dateWords } from '../people/person.ts';
import { useWording } from '../shared/language.tsx';
import { useNamed } from '../shared/ids-as-names.ts';
import { missedGoals } from '../slate/missed-goals.tsx';
import classes from './roster-view.module.css';

const NO_GOALS: ReturnType<typeof missedGoals> = new Map();

/** What whoever signs a roster must know below it: how many, whether binding quotas are kept, which goals are missed. */
export function RosterFoot(properties: {
  readonly count: number;
  readonly report: Report | undefined;
  readonly ruleSet: RuleSetAnswer | undefined;
}): ReactNode {
  const { count, report, ruleSet } = properties;
  const { say, language } = useWording();
  const named = useNamed();
  const goals = [...(report === undefined ? NO_GOALS : missedGoals(report)).values()].flatMap((lines) =>
    lines.map(({ message }) => named(message)),
  );
  return (
    <p className={classes.foot}>
      {say('web.roster-total', { count })}{' '}
      {report && (report.compliant ? say('web.roster-kept') : say('web.roster-broken'))}{' '}
      {goals.length > 0 && say('web.roster-missed', { goals })}{' '}
      {ruleSet && say('web.roster-as-of', { date: dateWords(ruleSet.referenceDate, language) })}
    </p>
  );
}
