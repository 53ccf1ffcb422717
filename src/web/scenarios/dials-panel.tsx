import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { capacityOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { PlanGround } from '../placements/plan.ts';
import { useCase } from '../session/case.tsx';
import { useUnchanged } from '../session/question.ts';
import { saysSize } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { type Changes, isChanged, NO_CHANGES } from '../state/work.ts';
import { Dial } from './dial.tsx';
import classes from './dials-panel.module.css';
import { type Bounds, changeTo, dialOf, type QuotaDial, sizeChangeTo, sizeDial } from './quota-dial.ts';

/** All quotas as dials; the answer follows the hand. */
export function DialsPanel(properties: {
  readonly className?: string | undefined;
  readonly changes: Changes;
  readonly onChanges: (changes: Changes) => void;
}): ReactNode {
  const { className = '', changes, onChanges } = properties;
  const { say, text } = useWording();
  const { ruleSet, plan, people } = useCase();
  const available = useAvailable();
  // Until it is known how many could count, a dial goes as far as there are people: no key is lost meanwhile.
  const most = (rule: string): number => available.get(rule) ?? people.list.length;
  const seats = seatsOf(plan);
  const rules = ruleSet?.rules ?? [];
  const dials = rules.flatMap((rule) => {
    const places = rule.forEach === 'unit' ? seats.inUnit : seats.inAll;
    const dial = dialOf(rule, changes, Math.min(most(rule.id), places));
    return dial === undefined ? [] : [{ rule, dial }];
  });
  const turn = (dial: QuotaDial, bounds: Bounds): void => {
    const change = changeTo(dial, bounds);
    const { [dial.rule]: _before, ...others } = changes.rules;
    onChanges({
      ...changes,
      rules: change === undefined ? others : { ...others, [dial.rule]: change },
    });
  };
  return (
    <Panel
      title={say('web.turn-quotas')}
      className={`${classes.panel} ${className}`}
      flush
      aside={
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={!isChanged(changes)}
          onClick={() => onChanges(NO_CHANGES)}
        >
          {say('web.reset-all')}
        </Button>
      }
    >
      <SizeDial changes={changes} onChanges={onChanges} top={most('size')} />
      {dials.map(({ rule, dial }) => (
        <Dial key={rule.id} title={text(rule.title)} dial={dial} onTurn={(bounds) => turn(dial, bounds)} />
      ))}
    </Panel>
  );
}

function SizeDial(properties: {
  readonly changes: Changes;
  readonly onChanges: (changes: Changes) => void;
  readonly top: number;
}): ReactNode {
  const { changes, onChanges, top } = properties;
  const { say } = useWording();
  const { ruleSet } = useCase();
  if (ruleSet === undefined || !saysSize(ruleSet)) return null;
  const dial = sizeDial(ruleSet.size, changes, top);
  const turn = (bounds: Bounds): void => {
    const size = sizeChangeTo(dial, bounds);
    const { size: _before, ...rest } = changes;
    onChanges(size === undefined ? rest : { ...rest, size });
  };
  return <Dial title={say('web.size')} dial={dial} onTurn={turn} />;
}

/** The seats of a placement: more appointments than these no quota can ask for. */
function seatsOf(plan: PlanGround | undefined): { readonly inUnit: number; readonly inAll: number } {
  if (plan === undefined) return { inUnit: Number.POSITIVE_INFINITY, inAll: Number.POSITIVE_INFINITY };
  const inUnit = plan.titles.reduce((sum, { seats }) => sum + seats.max, 0);
  return { inUnit, inAll: inUnit * plan.units.length };
}

/** How many candidates could count for each rule, and under `size` how many are eligible. */
function useAvailable(): ReadonlyMap<string, number> {
  const { ready } = useCase();
  const unchanged = useUnchanged();
  const { answer } = useAnswer(
    useMemo(() => (ready ? capacityOf({ ...unchanged, pin: [] }) : undefined), [ready, unchanged]),
  );
  return useMemo(() => {
    const most = new Map<string, number>();
    for (const { rule, available } of answer?.capacity ?? []) {
      most.set(rule, Math.max(most.get(rule) ?? 0, available));
    }
    return most;
  }, [answer]);
}
