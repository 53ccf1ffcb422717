import '@fontsource/tinos/400.css';
import '@fontsource/tinos/400-italic.css';
import '@fontsource/tinos/700.css';
import { Button } from '@mantine/core';
import { Printer } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { checkOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { groupsOf } from '../slate/groups.ts';
import { RosterTable } from './roster-table.tsx';
import classes from './roster-view.module.css';

/** The slate in hand as it is printed and handed out: one line a person, ready to sign. */
export function RosterView(): ReactNode {
  const { say, text } = useWording();
  const { people, ruleSet, ready } = useCase();
  const { work, draft } = useSession();
  const { pool, rules, changes, members } = work;
  const groups = useMemo(() => groupsOf(members, people), [members, people]);
  const report = useAnswer(
    useMemo(
      () => (ready ? checkOf({ pool, rules, changes, pin: [], exclude: [] }, members) : undefined),
      [ready, pool, rules, changes, members],
    ),
  ).answer;
  if (members.length === 0) return <p>{say('web.roster-empty')}</p>;
  return (
    <div className={classes.view}>
      <div className={classes.tools}>
        <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => print()}>
          {say('web.print')}
        </Button>
        <span>{say('web.print-hint')}</span>
      </div>
      <article className={classes.sheet}>
        <h2>{say('web.roster-title')}</h2>
        <p className={classes.body}>{ruleSet && text(ruleSet.title)}</p>
        {draft.title !== '' && <p className={classes.draft}>{draft.title}</p>}
        <RosterTable groups={groups} />
        <p className={classes.foot}>
          {say('web.roster-total', { count: members.length })}{' '}
          {report && (report.compliant ? say('web.roster-kept') : say('web.roster-broken'))}{' '}
          {ruleSet && say('web.roster-made-with', { rules: ruleSet.id, hash: ruleSet.sha256.slice(0, 12) })}
        </p>
      </article>
    </div>
  );
}
