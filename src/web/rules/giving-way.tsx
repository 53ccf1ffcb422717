import { NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { BoundField } from './bound-field.tsx';
import { CountedIn } from './counted-in.tsx';
import { AddButton, DropButton } from './line-buttons.tsx';
import classes from './rule-builder.module.css';
import type { RelaxStep, RuleDraft } from './rule-draft.ts';
import type { Bound } from './share-bound.ts';

const WAYS = ['default', 'cost', 'never'] as const;

interface Editing {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}

/** Whether a way out may move the bounds of a rule where no slate exists, at which price and how far. */
export function GivingWay({ draft, onChange }: Editing): ReactNode {
  const { say } = useWording();
  const { relaxCost, relaxTo, relaxSteps } = draft;
  const way = relaxCost === undefined ? 'default' : relaxCost === 'never' ? 'never' : 'cost';
  const choose = (chosen: string): void => {
    if (chosen === 'never') onChange({ ...draft, relaxCost: 'never', relaxSteps: [], relaxTo: {} });
    else onChange({ ...draft, relaxCost: chosen === 'cost' ? 1 : undefined, relaxSteps: [] });
  };
  return (
    <details className={classes.further} open={relaxCost !== undefined || Object.keys(relaxTo).length > 0}>
      <summary>{say('web.give-way')}</summary>
      <div className={classes.line}>
        <NativeSelect
          size="xs"
          aria-label={say('web.give-way')}
          value={way}
          onChange={(event) => choose(event.currentTarget.value)}
          data={WAYS.map((value) => ({ value, label: say(`web.give-way-${value}`) }))}
        />
        {typeof relaxCost === 'number' && (
          <NumberInput
            size="xs"
            w={120}
            min={0}
            label={say('web.relax-cost')}
            value={relaxCost}
            onChange={(cost) => onChange({ ...draft, relaxCost: typeof cost === 'number' ? cost : 1 })}
          />
        )}
        {relaxCost !== 'never' && draft.mode !== 'bySize' && <Limits draft={draft} onChange={onChange} />}
      </div>
      {typeof relaxCost === 'number' && (
        <Steps steps={relaxSteps} onChange={(next) => onChange({ ...draft, relaxSteps: next })} />
      )}
    </details>
  );
}

/** How far each bound of a rule may move at most. */
function Limits({ draft, onChange }: Editing): ReactNode {
  const { say } = useWording();
  const { relaxTo, mode } = draft;
  const moveTo = (side: 'min' | 'max', bound: Bound | undefined): void => {
    const { [side]: _before, ...other } = relaxTo;
    onChange({ ...draft, relaxTo: bound === undefined ? other : { ...other, [side]: bound } });
  };
  const sides = (['min', 'max'] as const).filter((side) => draft[side] !== undefined);
  return sides.map((side) => (
    <BoundField
      key={side}
      mode={mode}
      w={120}
      label={say(`web.relax-${side}`)}
      value={relaxTo[side]}
      onChange={(moved) => moveTo(side, moved)}
    />
  ));
}

/** From where on each member more costs more. */
function Steps(properties: {
  readonly steps: readonly RelaxStep[];
  readonly onChange: (steps: readonly RelaxStep[]) => void;
}): ReactNode {
  const { steps, onChange } = properties;
  const { say } = useWording();
  const { beyond, in: unit, each } = steps.at(-1) ?? { beyond: 0, in: 'members', each: 1 };
  return (
    <div className={classes.steps}>
      {steps.map((step, index) => (
        <div key={index} className={classes.line}>
          <StepFields step={step} onChange={(changed) => onChange(steps.with(index, changed))} />
          <DropButton
            label={say('web.drop-step', { number: index + 1 })}
            onClick={() => onChange(steps.toSpliced(index, 1))}
          />
        </div>
      ))}
      <AddButton
        words={say('web.add-step')}
        onClick={() => onChange([...steps, { beyond: beyond + 1, in: unit, each: each * 2 }])}
      />
    </div>
  );
}

function StepFields(properties: {
  readonly step: RelaxStep;
  readonly onChange: (step: RelaxStep) => void;
}): ReactNode {
  const { step, onChange } = properties;
  const { say } = useWording();
  return (
    <>
      <NumberInput
        size="xs"
        w={104}
        min={0}
        suffix={step.in === 'percent' ? ' %' : ''}
        label={say('web.step-beyond')}
        value={step.beyond}
        onChange={(beyond) => typeof beyond === 'number' && onChange({ ...step, beyond })}
      />
      <CountedIn value={step.in} percentOf="bound" onChange={(unit) => onChange({ ...step, in: unit })} />
      <NumberInput
        size="xs"
        w={104}
        min={0}
        label={say('web.relax-cost')}
        value={step.each}
        onChange={(each) => typeof each === 'number' && onChange({ ...step, each })}
      />
    </>
  );
}
