import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { KeyHelp } from '../slate/key-help.tsx';
import { NobodyYet } from '../slate/people/nobody-yet.tsx';
import type { SlateAnswers } from '../slate/use-slate-answers.ts';
import { gridOf, type PlanFacts } from './grid.ts';
import { MoveLegend } from './move-legend.tsx';
import { movesOf } from './moves.ts';
import { MovesPicture } from './moves-picture.tsx';
import { MovesTable } from './moves-table.tsx';
import type { PlanGround } from './plan.ts';
import type { PlanMarks } from './plan-cell.tsx';
import { PlanGrid } from './plan-grid.tsx';
import { presentPlan } from './present-plan.ts';
import classes from './plan-panel.module.css';

const SHOWN = ['grid', 'picture', 'moves'] as const;
type Shown = (typeof SHOWN)[number];

/** The plan in hand: who holds which title in which unit, and how they come there. */
export function PlanPanel(
  properties: PlanMarks & {
    readonly className?: string | undefined;
    readonly answers: SlateAnswers;
    readonly plan: PlanGround;
  },
): ReactNode {
  const { className, answers, plan, ...marks } = properties;
  const { say } = useWording();
  const { work, make } = useSession();
  const { members } = work;
  const facts = answers.report.answer?.placement;
  const present = useMemo(() => presentPlan(facts?.posts ?? [], plan), [facts, plan]);
  return (
    <Panel title={say('web.plan', { count: members.length })} className={className} flush aside={<KeyHelp />}>
      {members.length === 0 && (
        <NobodyYet answers={answers} words={say('web.empty-plan')}>
          <Button
            size="md"
            variant="default"
            disabled={present.length === 0}
            onClick={() => make({ do: 'take', members: present, from: 'present' })}
          >
            {say('web.begin-with-present')}
          </Button>
        </NobodyYet>
      )}
      {facts === undefined ? (
        <p className={classes.waiting}>{say('web.loading')}</p>
      ) : (
        <PlanBody plan={plan} facts={facts} {...marks} />
      )}
    </Panel>
  );
}

function PlanBody(
  properties: PlanMarks & { readonly plan: PlanGround; readonly facts: PlanFacts },
): ReactNode {
  const { plan, facts, lit, ...marks } = properties;
  const { say } = useWording();
  const { people, ruleSet } = useCase();
  // Nobody moves to a place on a list: they stand there, one below the other.
  const isListed = ruleSet?.list !== undefined;
  const { members } = useSession().work;
  const [wanted, choose] = useState<Shown>('grid');
  // Where nobody has a post there are no moves; the grid shows what is to be filled.
  const shown = members.length === 0 || isListed ? 'grid' : wanted;
  const [chosen, setChosen] = useState<{ readonly key: string; readonly ids: ReadonlySet<string> }>();
  const grid = useMemo(() => gridOf(members, plan, facts), [members, plan, facts]);
  const moves = useMemo(() => movesOf(facts), [facts]);
  const marked = lit ?? chosen?.ids;
  if (people.list.length === 0) return null;
  return (
    <>
      {members.length > 0 && !isListed && (
        <MoveLegend
          facts={facts}
          grid={grid}
          moves={moves}
          chosen={chosen?.key}
          onChoose={(key, ids) => setChosen(key === undefined ? undefined : { key, ids: new Set(ids) })}
        />
      )}
      {members.length > 0 && !isListed && (
        <SegmentedControl
          className={classes.views}
          size="xs"
          value={shown}
          aria-label={say('web.plan-view')}
          onChange={(value) => choose(SHOWN.find((each) => each === value) ?? 'grid')}
          data={SHOWN.map((each) => ({ value: each, label: say(`web.plan-${each}`) }))}
        />
      )}
      {shown === 'grid' && <PlanGrid grid={grid} lit={marked} {...marks} />}
      {shown === 'picture' && <MovesPicture moves={moves} lit={marked} />}
      {shown === 'moves' && <MovesTable moves={moves} lit={marked} />}
    </>
  );
}
