import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Robustness } from '../../scenarios/answers.ts';
import type { Text } from '../../words/language.ts';
import { checkOf } from '../api/questions.ts';
import { robustnessOf } from '../api/scenario-questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { personNamed } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion, useUndecided } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { MemberLosses } from './member-losses.tsx';
import classes from './robustness-panel.module.css';
import { StandingBar } from './standing-bar.tsx';

/** Milliseconds before it is asked: the quotas above have the right of way. */
const PATIENCE = 400;

/** How robust the slate in hand is: what becomes of it if one member drops out, or two. */
export function RobustnessPanel(): ReactNode {
  const { say } = useWording();
  const { ready, people, plan } = useCase();
  const { members } = useSession().work;
  const question = useQuestion();
  const known = useMemo(
    () => members.filter((id) => personNamed(id, people) !== undefined),
    [members, people],
  );
  const [wanted, want] = useState(false);
  // Of a plan it is long work, and two vacant posts are hardly ever mended by one person.
  const isAsked = plan === undefined || wanted;
  const out = plan === undefined ? 2 : 1;
  const { answer, failure, current } = useAnswer(
    useMemo(
      () => (ready && isAsked && known.length > 0 ? robustnessOf(question, known, out) : undefined),
      [ready, isAsked, question, known, out],
    ),
    PATIENCE,
  );
  return (
    <Panel title={say('web.robustness')}>
      <p className={classes.hint}>{say('web.robustness-hint')}</p>
      {known.length === 0 && <p>{say('web.robustness-empty')}</p>}
      {failure !== undefined && <Failure failure={failure} />}
      {known.length > 0 && !isAsked && (
        <Button variant="default" onClick={() => want(true)}>
          {say('web.robustness-start')}
        </Button>
      )}
      {known.length > 0 && isAsked && failure === undefined && !current && (
        <p role="status">{say('web.asking')}</p>
      )}
      {current && answer !== undefined && <Firmness robustness={answer} />}
    </Panel>
  );
}

function Firmness({ robustness }: { readonly robustness: Robustness }): ReactNode {
  const { say } = useWording();
  const titles = useTitlesInReport(robustness.members);
  const { compliant, one, two } = robustness;
  if (!compliant) return <p role="status">{say('web.robustness-violated')}</p>;
  return (
    <div className={classes.firmness}>
      <StandingBar title={say('web.one-drops-out')} counts={one} />
      {two !== undefined && <StandingBar title={say('web.two-drop-out')} counts={two} />}
      {titles === undefined ? (
        <p role="status">{say('web.asking')}</p>
      ) : (
        <MemberLosses robustness={robustness} titles={titles} />
      )}
    </div>
  );
}

/** The titles of the rules that a plan has by itself, which its rule set does not name; nothing until they are known. */
function useTitlesInReport(members: readonly string[]): ReadonlyMap<string, Text> | undefined {
  const { plan } = useCase();
  const undecided = useUndecided();
  const { answer, failure } = useAnswer(
    useMemo(() => (plan === undefined ? undefined : checkOf(undecided, members)), [plan, undecided, members]),
  );
  return useMemo(() => {
    if (plan !== undefined && answer === undefined && failure === undefined) return undefined;
    return new Map(answer?.rules.map(({ id, title }) => [id, title]));
  }, [plan, answer, failure]);
}
