import { Button } from '@mantine/core';
import { Maximize, Sparkles, Square, Play } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { sameAs } from '../state/merge.ts';
import { aimsAtSomething } from '../shared/aims.ts';
import { EmptyView } from '../shared/empty-view.tsx';
import { useWording } from '../shared/language.tsx';
import { ComplianceBadge } from '../slate/quotas/compliance-badge.tsx';
import { MissedGoals, missedGoals } from '../slate/quotas/missed-goals.tsx';
import { type SlateAnswers, useSlateAnswers } from '../slate/use-slate-answers.ts';
import { DecisionLog } from './decision-log.tsx';
import { decisionsOf, type Meeting, meetingFrom, type MeetingStanding } from './meeting.ts';
import classes from './meeting-view.module.css';
import { Minutes } from './minutes.tsx';
import { QuotaTiles } from './quota-tiles.tsx';
import type { MeetingChange } from '../session/opened-draft.ts';

/** For a projector: the quotas large, dials to move them, what was decided and why, and the minutes. */
export function MeetingView(): ReactNode {
  const { say } = useWording();
  const { ready, loading } = useCase();
  const { history } = useSession();
  const answers = useSlateAnswers();
  const [meeting, write] = useMeeting();
  const isHeld = meeting !== undefined && meeting.ended === undefined;
  useStandings(isHeld, answers, write);
  if (!ready && loading) return <p>{say('web.loading')}</p>;
  if (!ready) return <EmptyView words={say('web.no-case')} to="start" action={say('web.go-to-start')} />;
  const decisions = meeting === undefined ? [] : decisionsOf(history, meeting);
  return (
    <div className={classes.view} data-held={isHeld}>
      <StandingBar
        answers={answers}
        isHeld={isHeld}
        onBegin={() => write(() => meetingFrom(Date.now()))}
        onEnd={() => write((held) => held && { ...held, ended: Date.now() })}
      />
      {meeting?.ended !== undefined && (
        <Minutes meeting={meeting} decisions={decisions} report={answers.report.answer} />
      )}
      <QuotaTiles report={answers.report.answer} stale={answers.report.asking} />
      {isHeld && (
        <DecisionLog
          decisions={decisions}
          onReason={(at, reason) =>
            write((held) => held && { ...held, reasons: { ...held.reasons, [at]: reason } })
          }
        />
      )}
    </div>
  );
}

/** Takes down how the slate stands after the latest decision, as soon as that is known. */
function useStandings(
  isHeld: boolean,
  { report, worth }: SlateAnswers,
  write: (change: (meeting: Meeting | undefined) => Meeting | undefined) => void,
): void {
  const { history } = useSession();
  const at = history.past.at(-1)?.at;
  const answer = report.current ? report.answer : undefined;
  useEffect(() => {
    if (!isHeld || at === undefined || answer === undefined) return;
    const broken = answer.rules.filter(
      ({ strength, status }) => strength === 'hard' && status === 'violated',
    ).length;
    const standing: MeetingStanding = {
      compliant: answer.compliant,
      broken,
      missed: missedGoals(answer).size,
      ...(worth !== undefined && { worth }),
    };
    write((held) => {
      if (held === undefined || at < held.began || sameAs(held.standings[at], standing)) return held;
      return { ...held, standings: { ...held.standings, [at]: standing } };
    });
  }, [isHeld, at, answer, worth, write]);
}

function StandingBar(properties: {
  readonly answers: SlateAnswers;
  readonly isHeld: boolean;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}): ReactNode {
  const { answers, isHeld, onBegin, onEnd } = properties;
  const { say } = useWording();
  const { work, make } = useSession();
  const { best } = answers;
  const slate = best.current ? best.answer?.slates[0] : undefined;
  const isBest = slate !== undefined && slate.members.join() === work.members.join();
  return (
    <section className={classes.bar} aria-label={say('web.summary')}>
      <ComplianceBadge answers={answers} empty={work.members.length === 0} />
      <StandingFigures answers={answers} />
      <div className={classes.actions}>
        <Button
          size="md"
          leftSection={<Sparkles size={18} aria-hidden />}
          disabled={slate === undefined || isBest}
          onClick={() => slate && make({ do: 'take', members: slate.members, from: 'proposal' })}
        >
          {say('web.propose')}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={isHeld ? <Square size={16} aria-hidden /> : <Play size={16} aria-hidden />}
          onClick={isHeld ? onEnd : onBegin}
        >
          {isHeld ? say('web.meeting-end') : say('web.meeting-begin')}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<Maximize size={16} aria-hidden />}
          onClick={() => void document.documentElement.requestFullscreen?.()}
        >
          {say('web.full-screen')}
        </Button>
      </div>
    </section>
  );
}

/** How many are on the slate, what it is worth and which goals it misses, where the rules have such. */
function StandingFigures({ answers }: { readonly answers: SlateAnswers }): ReactNode {
  const { say, number, points } = useWording();
  const aims = aimsAtSomething(useCase().ruleSet);
  const { work } = useSession();
  const { worth, report } = answers;
  const isMissed = report.answer !== undefined && missedGoals(report.answer).size > 0;
  const isEmpty = work.members.length === 0;
  const hasGoals = report.answer?.rules.some(({ strength }) => strength === 'soft') === true;
  return (
    <dl>
      <div>
        <dt>{say('web.on-slate')}</dt>
        <dd>{number(work.members.length)}</dd>
      </div>
      {aims && (
        <div>
          <dt>{say('web.objective')}</dt>
          <dd>{worth === undefined ? '–' : points(worth)}</dd>
        </div>
      )}
      {hasGoals && !isEmpty && (
        <div>
          <dt>{say('web.section-soft')}</dt>
          <dd>
            {report.answer !== undefined && isMissed ? (
              <MissedGoals report={report.answer} worth={worth} />
            ) : (
              say('web.goals-missed', { count: 0 })
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The meeting at which the open draft is decided on, kept with the draft until another one begins. */
function useMeeting(): readonly [meeting: Meeting | undefined, write: (change: MeetingChange) => void] {
  const { draft, meet } = useSession();
  return [draft.meeting, meet];
}
