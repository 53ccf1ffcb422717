import '@fontsource/tinos/400.css';
import '@fontsource/tinos/400-italic.css';
import '@fontsource/tinos/700.css';
import { Button } from '@mantine/core';
import { Printer } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { checkOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { gridOf } from '../placements/grid.ts';
import { useCase } from '../session/case.tsx';
import { useUndecided } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { EmptyView } from '../shared/empty-view.tsx';
import { useWording } from '../shared/language.tsx';
import { PaperButtons } from './paper-buttons.tsx';
import { sectionsByBloc, sectionsByUnit } from './roster-sections.ts';
import { RosterTable } from './roster-table.tsx';
import classes from './roster-view.module.css';
import type { RuleSetAnswer } from '../../service/answers/answers.ts';
import type { Report } from '../../check/check-answer.ts';
import { dateWords } from '../people/person.ts';
import { useNamed } from '../shared/ids-as-names.ts';
import { missedGoals } from '../slate/quotas/missed-goals.tsx';

/** The slate in hand as it is printed and handed out: one line a person, ready to sign. */
export function RosterView(): ReactNode {
  const wording = useWording();
  const { say, text } = wording;
  const { people, ruleSet, ready, plan } = useCase();
  const { work, draft } = useSession();
  const { members } = work;
  const undecided = useUndecided();
  const report = useAnswer(
    useMemo(() => (ready ? checkOf(undecided, members) : undefined), [ready, undecided, members]),
  ).answer;
  const placement = report?.placement;
  const sections = useMemo(() => {
    if (plan === undefined) return sectionsByBloc(members, people, wording);
    return placement === undefined ? [] : sectionsByUnit(gridOf(members, plan, placement), people, wording);
  }, [members, people, plan, placement, wording]);
  if (members.length === 0) {
    return <EmptyView words={say('web.roster-empty')} to="slate" action={say('web.go-to-slate')} />;
  }
  return (
    <div className={classes.view}>
      <div className={classes.tools}>
        <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => print()}>
          {say('web.print')}
        </Button>
        <span>{say('web.print-hint')}</span>
        <PaperButtons />
      </div>
      <article className={classes.sheet}>
        <h2>{plan === undefined ? say('web.roster-title') : say('web.roster-by-unit')}</h2>
        <p className={classes.body}>{ruleSet && text(ruleSet.title)}</p>
        {draft.title !== '' && <p className={classes.draft}>{draft.title}</p>}
        <RosterTable sections={sections} />
        <RosterFoot count={members.length} report={report} ruleSet={ruleSet} />
      </article>
    </div>
  );
}

const NO_GOALS: ReturnType<typeof missedGoals> = new Map();

/** What whoever signs a roster must know below it: how many, whether binding quotas are kept, which goals are missed. */
function RosterFoot(properties: {
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
