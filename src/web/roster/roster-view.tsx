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
import { RosterFoot } from './roster-foot.tsx';
import { sectionsByBloc, sectionsByUnit } from './roster-sections.ts';
import { RosterTable } from './roster-table.tsx';
import classes from './roster-view.module.css';

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
