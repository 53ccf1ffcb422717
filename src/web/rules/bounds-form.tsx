import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { RuleAnswer } from '../../service/answers/answers.ts';
import { addsUp } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import classes from './rule-cards.module.css';
import type { RuleEdit } from './rule-text.ts';

type Written = number | '';

/** Bounds, strength and weight of one rule. Writes into the file beside it; the file decides what is valid. */
export function BoundsForm(properties: {
  readonly rule: RuleAnswer;
  readonly onEdit: (edit: RuleEdit) => void;
}): ReactNode {
  const { rule, onEdit } = properties;
  const { say } = useWording();
  const factor = rule.kind === 'share' ? 100 : 1;
  const shown = (bound: number | null): Written =>
    bound === null ? '' : Number((bound * factor).toFixed(3));
  const [min, setMin] = useState<Written>(shown(rule.min));
  const [max, setMax] = useState<Written>(shown(rule.max));
  const [strength, setStrength] = useState<'hard' | 'soft' | 'off'>(rule.strength);
  const [weight, setWeight] = useState<Written>(rule.weight === 0 ? 1 : rule.weight);
  const bound = (written: Written): number | null => (written === '' ? null : written / factor);
  const isMoved = min !== shown(rule.min) || max !== shown(rule.max);
  const isSoftNow = strength === 'soft' && (rule.strength !== 'soft' || weight !== rule.weight);
  const write = (): void =>
    onEdit({
      ...(isMoved && { bounds: { min: bound(min), max: bound(max) } }),
      ...(strength !== rule.strength && { strength }),
      ...(isSoftNow && weight !== '' && { weight }),
    });
  const hasBounds = rule.min !== null || rule.max !== null;
  const isCrossed = min !== '' && max !== '' && min > max;
  const unit = rule.kind === 'share' ? ' %' : '';
  const least = addsUp(rule) ? Number.NEGATIVE_INFINITY : 0;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isCrossed) write();
      }}
    >
      {hasBounds && (
        <>
          {rule.per !== 'difference' && (
            <BoundInput label={say('web.at-least')} value={min} unit={unit} least={least} onChange={setMin} />
          )}
          {rule.per !== 'rule' && (
            <BoundInput
              label={say('web.at-most')}
              value={max}
              unit={unit}
              least={least}
              error={isCrossed ? say('web.bounds-crossed') : undefined}
              onChange={setMax}
            />
          )}
        </>
      )}
      <SegmentedControl
        size="xs"
        value={strength}
        aria-label={say('web.strength')}
        onChange={(value) => setStrength(value === 'soft' || value === 'off' ? value : 'hard')}
        data={(['hard', 'soft', 'off'] as const).map((value) => ({
          value,
          label: say(`web.strength-${value}-short`),
        }))}
      />
      {strength === 'soft' && (
        <BoundInput label={say('web.weight')} value={weight} unit="" onChange={setWeight} />
      )}
      <Button type="submit" size="xs" variant="default" disabled={isCrossed}>
        {say('web.write-rule')}
      </Button>
    </form>
  );
}

function BoundInput(properties: {
  readonly label: string;
  readonly value: Written;
  readonly unit: string;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  /** Absent: 0. */
  readonly least?: number | undefined;
  readonly onChange: (value: Written) => void;
}): ReactNode {
  const { onChange, unit, least = 0, ...rest } = properties;
  return (
    <NumberInput
      size="xs"
      w={104}
      min={least}
      suffix={unit}
      onChange={(value) => onChange(typeof value === 'number' ? value : '')}
      {...rest}
    />
  );
}
