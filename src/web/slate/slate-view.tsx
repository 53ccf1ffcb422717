import { SegmentedControl } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { EmptyView } from '../shared/empty-view.tsx';
import { useWording } from '../shared/language.tsx';
import { AlternativesPanel } from './alternatives/alternatives-panel.tsx';
import { CandidatesPanel } from './people/candidates-panel.tsx';
import { MembersPanel } from './people/members-panel.tsx';
import { NearBestPanel } from './alternatives/near-best-panel.tsx';
import { QuotasPanel } from './quotas/quotas-panel.tsx';
import classes from './slate-view.module.css';
import { SummaryBar } from './quotas/summary-bar.tsx';
import { useNearBest } from './alternatives/use-near-best.ts';
import { useSlateAnswers } from './use-slate-answers.ts';
import { ViolationsPanel } from './quotas/violations-panel.tsx';

const PlanPanel = lazy(async () => ({ default: (await import('../placements/plan-panel.tsx')).PlanPanel }));
const PostCandidates = lazy(async () => ({
  default: (await import('../placements/post-candidates.tsx')).PostCandidates,
}));
const ProofPanel = lazy(async () => ({ default: (await import('./proof-panel.tsx')).ProofPanel }));

type Part = 'members' | 'quotas' | 'candidates';

/** Whom a quota under the hand counts, on which slate. */
interface Lit {
  readonly in: readonly string[];
  readonly ids: readonly string[];
}

/** The slate in hand: who is on it, what it keeps and breaks, and who else there is. */
export function SlateView(): ReactNode {
  const { say } = useWording();
  const { ready, loading, plan } = useCase();
  const { work } = useSession();
  const answers = useSlateAnswers();
  const nearBest = useNearBest();
  const [lit, setLit] = useState<Lit>();
  const [leaving, setLeaving] = useState<string>();
  const [comparing, setComparing] = useState(false);
  const [proving, setProving] = useState(false);
  const [part, setPart] = useState<Part>('members');
  // What is lit may go away under the hand, by undo say, without the mouse ever leaving it.
  const litSet = useMemo(
    () => (lit?.in === work.members ? new Set(lit.ids) : undefined),
    [lit, work.members],
  );
  const light = (ids: readonly string[] | undefined): void => setLit(ids && { in: work.members, ids });
  const endSwap = (): void => {
    setLeaving(undefined);
    setPart('members');
  };
  useEscape(leaving === undefined ? undefined : endSwap);
  if (!ready && loading) return <p>{say('web.loading')}</p>;
  if (!ready) return <EmptyView words={say('web.no-case')} to="start" action={say('web.go-to-start')} />;
  const { report, best } = answers;
  const failure = best.failure ?? report.failure;
  const swapFor = (id: string | undefined): void => {
    setLeaving(id);
    if (id !== undefined) setPart('candidates');
  };
  const { standings } = nearBest;
  const marks = { lit: litSet, standings, leaving, onSwap: swapFor };
  const swap = { leaving, onSwapped: endSwap, onCancel: endSwap };
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
        {plan === undefined ? (
          <MembersPanel className={classes.members} answers={answers} {...marks} />
        ) : (
          <Suspense fallback={<p className={classes.members}>{say('web.loading')}</p>}>
            <PlanPanel className={classes.members} answers={answers} plan={plan} {...marks} />
          </Suspense>
        )}
        {plan === undefined ? (
          <CandidatesPanel
            className={classes.candidates}
            best={best.answer}
            standings={standings}
            {...swap}
          />
        ) : (
          <Suspense fallback={<p className={classes.candidates}>{say('web.loading')}</p>}>
            <PostCandidates className={classes.candidates} plan={plan} standings={standings} {...swap} />
          </Suspense>
        )}
      </div>
    </div>
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
