import { Button, Group, Loader } from '@mantine/core';
import { CircleDashed, Columns3, type LucideIcon, Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CheckAnswer } from '../../../check/check-answer.ts';
import type { Proposal } from '../../../slate/propose-answer.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { aimsAtSomething } from '../../shared/aims.ts';
import { idleUnless } from '../../shared/idle.ts';
import { useWording } from '../../shared/language.tsx';
import { ComplianceBadge } from './compliance-badge.tsx';
import { MissedGoals } from './missed-goals.tsx';
import classes from './summary-bar.module.css';
import type { NearBestAnswer } from '../alternatives/use-near-best.ts';
import type { SlateAnswers } from '../use-slate-answers.ts';

/** Stays in sight: whether the slate keeps the rules, what it is worth, and the one click to the best. */
export function SummaryBar(properties: {
  readonly answers: SlateAnswers;
  readonly comparing: boolean;
  readonly onCompare: () => void;
  readonly nearBest: NearBestAnswer;
  /** Whether it is shown why no slate can be better. */
  readonly proving: boolean;
  readonly onProve: () => void;
}): ReactNode {
  const { answers, comparing, onCompare, nearBest, proving, onProve } = properties;
  const { say, number } = useWording();
  const { work } = useSession();
  const { report, best } = answers;
  const bestSlate = best.current ? best.answer?.slates[0] : undefined;
  const isBest = bestSlate !== undefined && bestSlate.members.join() === work.members.join();
  const isEmpty = work.members.length === 0;
  return (
    <div className={classes.bar} role="region" aria-label={say('web.summary')}>
      <div className={classes.standing}>
        <ComplianceBadge answers={answers} empty={isEmpty} />
        {!isEmpty && report.answer !== undefined && (
          <MissedGoals report={report.answer} worth={answers.worth} />
        )}
      </div>
      <dl className={classes.figures}>
        <Figure label={say('web.on-slate')}>
          <b>{number(work.members.length)}</b>
          <SizeAsked report={report.answer} />
        </Figure>
        <Figure label={say('web.objective')}>
          <Worth answers={answers} isBest={isBest} proving={proving} onProve={onProve} />
        </Figure>
        <Figure label={say('web.pinned')}>
          <b>{number(work.pin.length)}</b>
        </Figure>
        <Figure label={say('web.excluded')}>
          <b>{number(work.exclude.length)}</b>
        </Figure>
      </dl>
      <Group gap="xs" className={classes.actions}>
        <Unfolding icon={Columns3} words={say('web.alternatives')} opened={comparing} onClick={onCompare} />
        <Unfolding
          icon={CircleDashed}
          words={say('web.near-best-short')}
          opened={nearBest.shown}
          onClick={() => nearBest.show(!nearBest.shown)}
        />
        <TakeBest best={isBest ? undefined : bestSlate} isAsked={best.asking && !best.current} />
      </Group>
    </div>
  );
}

/** How many members the rules ask for, where they say it. */
function SizeAsked({ report }: { readonly report: CheckAnswer | undefined }): ReactNode {
  const { min, max } = report?.rules.find(({ id }) => id === 'size') ?? {};
  if (min === undefined || min === null) return null;
  return <span> / {min === max ? min : `${min}–${max ?? ''}`}</span>;
}

/** What the slate is worth, beside what the best is worth or why none can be better. */
function Worth(properties: {
  readonly answers: SlateAnswers;
  readonly isBest: boolean;
  readonly proving: boolean;
  readonly onProve: () => void;
}): ReactNode {
  const { answers, isBest, proving, onProve } = properties;
  const { say, points } = useWording();
  const { ruleSet } = useCase();
  const { best, worth } = answers;
  const bestWorth = best.answer?.slates[0]?.objective;
  const isProven = best.answer?.assurance === 'proven';
  if (!aimsAtSomething(ruleSet)) {
    return (
      <a data-finger href="#/rules">
        {say('web.no-merit')}
      </a>
    );
  }
  return (
    <>
      <b>{worth === undefined ? '–' : points(worth)}</b>
      {bestWorth !== undefined && !isBest && (
        <span> {say('web.best-worth', { value: points(bestWorth) })}</span>
      )}
      {isBest && (
        <button data-finger type="button" className={classes.best} aria-expanded={proving} onClick={onProve}>
          {say(isProven ? 'web.is-proven-best' : 'web.is-best')}
        </button>
      )}
    </>
  );
}

/** Opens and closes a panel below the bar. */
function Unfolding(properties: {
  readonly icon: LucideIcon;
  readonly words: string;
  readonly opened: boolean;
  readonly onClick: () => void;
}): ReactNode {
  const { icon: Icon, words, opened, onClick } = properties;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} aria-hidden />}
      aria-expanded={opened}
      onClick={onClick}
    >
      {words}
    </Button>
  );
}

/** Takes the best slate in place of the one in hand; idle while there is no better one. */
function TakeBest(properties: {
  /** `undefined` while it is not known, and where it is the slate in hand. */
  readonly best: Proposal['slates'][number] | undefined;
  readonly isAsked: boolean;
}): ReactNode {
  const { best, isAsked } = properties;
  const { say } = useWording();
  const { make } = useSession();
  const icon = isAsked ? <Loader size={16} color="gray" aria-hidden /> : <Sparkles size={16} aria-hidden />;
  return (
    <Button
      leftSection={icon}
      {...idleUnless(best !== undefined)}
      onClick={() => best && make({ do: 'take', members: best.members, from: 'proposal' })}
    >
      {say('web.propose')}
    </Button>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
