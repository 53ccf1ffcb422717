import { NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { KindFields } from './kind-fields.tsx';
import type { PoolFact } from './pool-facts.ts';
import classes from './rule-builder.module.css';
import { MODES, type RuleDraft } from './rule-draft.ts';

/** One rule as a sentence with gaps: how many, of whom, by which columns and values of the table. */
export function RuleBuilder(properties: {
  readonly draft: RuleDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, facts, onChange } = properties;
  const { say } = useWording();
  return (
    <div className={classes.builder}>
      <KindFields draft={draft} modes={MODES} facts={facts} onChange={onChange} />
      <div className={classes.line}>
        <SegmentedControl
          size="xs"
          value={draft.strength}
          aria-label={say('web.strength')}
          onChange={(value) => onChange({ ...draft, strength: value === 'soft' ? 'soft' : 'hard' })}
          data={(['hard', 'soft'] as const).map((value) => ({
            value,
            label: say(`web.strength-${value}-short`),
          }))}
        />
        {draft.strength === 'soft' && (
          <NumberInput
            size="xs"
            w={120}
            min={0}
            label={say('web.weight')}
            value={draft.weight}
            onChange={(weight) => onChange({ ...draft, weight: typeof weight === 'number' ? weight : 1 })}
          />
        )}
      </div>
      {draft.strength === 'hard' && <GivingWay draft={draft} onChange={onChange} />}
    </div>
  );
}

const WAYS = ['default', 'cost', 'never'] as const;

/** Whether a way out may move the bounds of a rule where no slate exists, at which price and how far. */
function GivingWay(properties: {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, onChange } = properties;
  const { say } = useWording();
  const { relaxCost, relaxTo, min, max, mode } = draft;
  const way = relaxCost === undefined ? 'default' : relaxCost === 'never' ? 'never' : 'cost';
  const choose = (chosen: string): void => {
    if (chosen === 'never') onChange({ ...draft, relaxCost: 'never', relaxTo: {} });
    else onChange({ ...draft, relaxCost: chosen === 'cost' ? 1 : undefined });
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
    </details>
  );
}
