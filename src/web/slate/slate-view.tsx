import { SegmentedControl } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import type { Proposal } from '../../slate/propose-answer.ts';
import type { PlanMarks } from '../placements/plan-cell.tsx';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { EmptyView } from '../shared/empty-view.tsx';
import { useWording } from '../shared/language.tsx';
import { AlternativesPanel } from './alternatives/alternatives-panel.tsx';
import { CandidatesPanel } from './people/candidates-panel.tsx';
import { MembersPanel } from './people/members-panel.tsx';
import { NearBestPanel } from './alternatives/near-best-panel.tsx';
import type { Standings } from './people/standing.ts';
import { QuotasPanel } from './quotas/quotas-panel.tsx';
import classes from './slate-view.module.css';
import { SummaryBar } from './quotas/summary-bar.tsx';
import { useNearBest } from './alternatives/use-near-best.ts';
import { type SlateAnswers, useSlateAnswers } from './use-slate-answers.ts';
import { ViolationsPanel } from './quotas/violations-panel.tsx';

const PlanPanel = lazy(async () => ({ default: (await import('../placements/plan-panel.tsx')).PlanPanel }));
const PostCandidates = lazy(async () => ({
  default: (await import('../placements/post-candidates.tsx')).PostCandidates,
}));
const ProofPanel = lazy(async () => ({ default: (await import('./proof-panel.tsx')).ProofPanel }));

type Part = 'members' | 'quotas' | 'candidates';

/** The slate in hand: who is on it, what it keeps and breaks, and who else there is. */
export function SlateView(): ReactNode {
  const { say } = useWording();
  const { ready, loading } = useCase();
  const { work } = useSession();
  const answers = useSlateAnswers();
  const nearBest = useNearBest();
  const { lit, light } = useLight(work.members);
  const [comparing, setComparing] = useState(false);
  const [proving, setProving] = useState(false);
  const [part, setPart] = useState<Part>('members');
  const { leaving, swapFor, endSwap } = useSwap(setPart);
  if (!ready && loading) return <p>{say('web.loading')}</p>;
  if (!ready) return <EmptyView words={say('web.no-case')} to="start" action={say('web.go-to-start')} />;
  const { report, best } = answers;
  const { standings } = nearBest;
  const failure = best.failure ?? report.failure;
  return (
    <div className={classes.view} data-part={part}>
      <SummaryBar
        answers={answers}
        comparing={comparing}
        onCompare={() => setComparing(!comparing)}
        nearBest={nearBest}
        proving={proving}
        onProve={() => setProving(!proving)}
      />
      {failure !== undefined && <Failure failure={failure} />}
      {comparing && <AlternativesPanel onClose={() => setComparing(false)} />}
      {proving && (
        <Suspense fallback={null}>
          <ProofPanel onClose={() => setProving(false)} />
        </Suspense>
      )}
      {nearBest.shown && <NearBestPanel answer={nearBest} />}
      <ViolationsPanel answers={answers} onLight={light} />
      <PartSwitch part={part} onPart={setPart} />
      <div className={classes.columns}>
        <QuotasPanel
          className={classes.quotas}
          report={report.answer}
          empty={work.members.length === 0}
          onLight={light}
        />
        <OnSlate answers={answers} lit={lit} standings={standings} leaving={leaving} onSwap={swapFor} />
        <OffSlate best={best.answer} standings={standings} leaving={leaving} onEnd={endSwap} />
      </div>
    </div>
  );
}

/** Whom the quota under the hand counts, on a slate of these members. */
function useLight(members: readonly string[]) {
  const [under, setUnder] = useState<{
    readonly members: readonly string[];
    readonly ids: readonly string[];
  }>();
  // What is lit may go away under the hand, by undo say, without the mouse ever leaving it.
  const lit = useMemo(() => (under?.members === members ? new Set(under.ids) : undefined), [under, members]);
  const light = (ids: readonly string[] | undefined): void => setUnder(ids && { members, ids });
  return { lit, light };
}

/** Whose place is to be taken, and the way into looking for somebody and out of it. */
function useSwap(onPart: (part: Part) => void) {
  const [leaving, setLeaving] = useState<string>();
  const endSwap = (): void => {
    setLeaving(undefined);
    onPart('members');
  };
  const swapFor = (id: string | undefined): void => {
    setLeaving(id);
    if (id !== undefined) onPart('candidates');
  };
  useEscape(leaving === undefined ? undefined : endSwap);
  return { leaving, swapFor, endSwap };
}

/** Who is on the slate; of a placement, the plan. */
function OnSlate(properties: PlanMarks & { readonly answers: SlateAnswers }): ReactNode {
  const { say } = useWording();
  const { plan } = useCase();
  if (plan === undefined) return <MembersPanel className={classes.members} {...properties} />;
  return (
    <Suspense fallback={<p className={classes.members}>{say('web.loading')}</p>}>
      <PlanPanel className={classes.members} plan={plan} {...properties} />
    </Suspense>
  );
}

/** Who is not on the slate; of a placement, who there is for the post in question. */
function OffSlate(properties: {
  readonly best: Proposal | undefined;
  readonly standings: Standings | undefined;
  readonly leaving: string | undefined;
  /** The swap is done, or given up. */
  readonly onEnd: () => void;
}): ReactNode {
  const { best, standings, leaving, onEnd } = properties;
  const { say } = useWording();
  const { plan } = useCase();
  const swap = { className: classes.candidates, standings, leaving, onSwapped: onEnd, onCancel: onEnd };
  if (plan === undefined) return <CandidatesPanel best={best} {...swap} />;
  return (
    <Suspense fallback={<p className={classes.candidates}>{say('web.loading')}</p>}>
      <PostCandidates plan={plan} {...swap} />
    </Suspense>
  );
}

/** Gives up what is under way; `undefined` while nothing is. */
function useEscape(onEscape: (() => void) | undefined): void {
  useEffect(() => {
    if (onEscape === undefined) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onEscape();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

/** On a narrow screen one part of the view is shown at a time. */
function PartSwitch(properties: { readonly part: Part; readonly onPart: (part: Part) => void }): ReactNode {
  const { part, onPart } = properties;
  const { say } = useWording();
  const { members } = useSession().work;
  const count = members.length;
  const { plan } = useCase();
  return (
    <SegmentedControl
      className={classes.parts}
      fullWidth
      value={part}
      aria-label={say('web.parts')}
      onChange={(value) => onPart(value === 'quotas' || value === 'candidates' ? value : 'members')}
      data={[
        { value: 'members', label: plan ? say('web.plan-short', { count }) : say('web.members', { count }) },
        { value: 'quotas', label: say('web.quotas') },
        { value: 'candidates', label: say('web.candidates-short') },
      ]}
    />
  );
}
