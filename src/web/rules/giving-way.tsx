import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './rule-builder.module.css';
import type { RelaxStep, RuleDraft } from './rule-draft.ts';

const WAYS = ['default', 'cost', 'never'] as const;

/** Whether a way out may move the bounds of a rule where no slate exists, at which price and how far. */
export function GivingWay(properties: {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, onChange } = properties;
  const { say } = useWording();
  const { relaxCost, relaxTo, relaxSteps, min, max, mode } = draft;
  const way = relaxCost === undefined ? 'default' : relaxCost === 'never' ? 'never' : 'cost';
  const choose = (chosen: string): void => {
    if (chosen === 'never') onChange({ ...draft, relaxCost: 'never', relaxSteps: [], relaxTo: {} });
    else onChange({ ...draft, relaxCost: chosen === 'cost' ? 1 : undefined, relaxSteps: [] });
  };
  const moveTo = (side: 'min' | 'max', bound: string | number): void => {
    const { [side]: _before, ...other } = relaxTo;
    onChange({ ...draft, relaxTo: typeof bound === 'number' ? { ...other, [side]: bound } : other });
  };
  const suffix = mode === 'share' ? ' %' : '';
  const sides = [
    ['min', min],
    ['max', max],
  ] as const;
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
        {relaxCost !== 'never' &&
          mode !== 'bySize' &&
          sides.map(
            ([side, bound]) =>
              bound !== undefined && (
                <NumberInput
                  key={side}
                  size="xs"
                  w={120}
                  suffix={suffix}
                  label={say(`web.relax-${side}`)}
                  value={relaxTo[side] ?? ''}
                  onChange={(moved) => moveTo(side, moved)}
                />
              ),
          )}
      </div>
      {typeof relaxCost === 'number' && (
        <Steps steps={relaxSteps} onChange={(next) => onChange({ ...draft, relaxSteps: next })} />
      )}
    </details>
  );
}

/** From where on each member more costs more. */
function Steps(properties: {
  readonly steps: readonly RelaxStep[];
  readonly onChange: (steps: readonly RelaxStep[]) => void;
}): ReactNode {
  const { steps, onChange } = properties;
  const { say } = useWording();
  const put = (index: number, step: RelaxStep): void =>
    onChange(steps.map((each, at) => (at === index ? step : each)));
  const last = steps.at(-1);
  return (
    <div className={classes.steps}>
      {steps.map((step, index) => (
        <div key={index} className={classes.line}>
          <NumberInput
            size="xs"
            w={104}
            min={0}
            suffix={step.in === 'percent' ? ' %' : ''}
            label={say('web.step-beyond')}
            value={step.beyond}
            onChange={(beyond) => typeof beyond === 'number' && put(index, { ...step, beyond })}
          />
          <NativeSelect
            size="xs"
            label={say('web.counted-in')}
            value={step.in}
            onChange={({ currentTarget: { value } }) =>
              put(index, { ...step, in: value === 'percent' ? 'percent' : 'members' })
            }
            data={(['members', 'percent'] as const).map((value) => ({
              value,
              label: value === 'members' ? say('web.counted-in-members') : say('web.counted-in-bound'),
            }))}
          />
          <NumberInput
            size="xs"
            w={104}
            min={0}
            label={say('web.relax-cost')}
            value={step.each}
            onChange={(each) => typeof each === 'number' && put(index, { ...step, each })}
          />
          <ActionIcon
            size={28}
            aria-label={say('web.drop-step', { number: index + 1 })}
            onClick={() => onChange(steps.filter((_each, at) => at !== index))}
          >
            <X size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() =>
          onChange([
            ...steps,
            { beyond: (last?.beyond ?? 0) + 1, in: last?.in ?? 'members', each: (last?.each ?? 1) * 2 },
          ])
        }
      >
        {say('web.add-step')}
      </Button>
    </div>
  );
}
