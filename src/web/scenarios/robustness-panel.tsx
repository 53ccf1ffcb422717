import { type ReactNode, useMemo } from 'react';
import type { Robustness } from '../../scenarios/answers.ts';
import { robustnessOf } from '../api/scenario-questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { MemberLosses } from './member-losses.tsx';
import classes from './robustness-panel.module.css';
import { StandingBar } from './standing-bar.tsx';

/** Milliseconds before it is asked: the quotas above have the right of way. */
const PATIENCE = 400;

/** How firm the slate in hand stands: what becomes of it if one member drops out, or two. */
export function RobustnessPanel(): ReactNode {
  const { say } = useWording();
  const { ready, people } = useCase();
  const { members } = useSession().work;
  const question = useQuestion();
  const known = useMemo(() => members.filter((id) => people.byId.has(id)), [members, people]);
  const { answer, failure, current } = useAnswer(
    useMemo(
      () => (ready && known.length > 0 ? robustnessOf(question, known) : undefined),
      [ready, question, known],
    ),
    PATIENCE,
  );
  return (
    <Panel title={say('web.robustness')}>
      <p className={classes.hint}>{say('web.robustness-hint')}</p>
      {known.length === 0 && <p>{say('web.robustness-empty')}</p>}
      {failure !== undefined && <Failure failure={failure} />}
      {known.length > 0 && failure === undefined && !current && <p role="status">{say('web.asking')}</p>}
      {current && answer !== undefined && <Firmness robustness={answer} />}
    </Panel>
  );
}

function Firmness({ robustness }: { readonly robustness: Robustness }): ReactNode {
  const { say } = useWording();
  const { compliant, one, two } = robustness;
  if (!compliant) return <p role="status">{say('web.robustness-violated')}</p>;
  return (
    <div className={classes.firmness}>
      <StandingBar title={say('web.one-drops-out')} counts={one} />
      {two !== undefined && <StandingBar title={say('web.two-drop-out')} counts={two} />}
      <MemberLosses robustness={robustness} />
    </div>
  );
}
