import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { RuleAnswer } from '../../service/answers/answers.ts';
import { addsUp } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import { OptionalNumber } from '../shared/optional-number.tsx';
import classes from './rule-cards.module.css';
import type { RuleEdit } from './rule-text.ts';
import { weightLabel } from './weight-label.ts';

type Strength = 'hard' | 'soft' | 'off';

/** Bounds, strength and weight of one rule. Writes into the file beside it; the file decides what is valid. */
export function BoundsForm(properties: {
  readonly rule: RuleAnswer;
  readonly onEdit: (edit: RuleEdit) => void;
}): ReactNode {
  const { rule, onEdit } = properties;
  const { say } = useWording();
  const [min, setMin] = useState(shownBound(rule, 'min'));
  const [max, setMax] = useState(shownBound(rule, 'max'));
  const [strength, setStrength] = useState<Strength>(rule.strength);
  const [weight, setWeight] = useState<number | undefined>(rule.weight === 0 ? 1 : rule.weight);
  const isCrossed = min !== undefined && max !== undefined && min > max;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isCrossed) onEdit(editOf(rule, { min, max, strength, weight }));
      }}
    >
      {rule.min === null && rule.max === null ? null : (
        <>
          {rule.per !== 'difference' && (
            <BoundField rule={rule} label={say('web.at-least')} value={min} onChange={setMin} />
          )}
          {rule.per !== 'rule' && (
            <BoundField
              rule={rule}
              label={say('web.at-most')}
              value={max}
              error={isCrossed ? say('web.bounds-crossed') : undefined}
              onChange={setMax}
            />
          )}
        </>
      )}
      <StrengthControl strength={strength} onChange={setStrength} />
      {strength === 'soft' && (
        <OptionalNumber min={0} label={say(weightLabel(rule))} value={weight} onChange={setWeight} />
      )}
      <Button type="submit" size="xs" variant="default" disabled={isCrossed}>
        {say('web.write-rule')}
      </Button>
    </form>
  );
}

/** What one in the form is in the file: of shares, per cent are written. */
function factorOf(rule: RuleAnswer): number {
  return rule.kind === 'share' ? 100 : 1;
}

/** A bound as the form shows it. */
function shownBound(rule: RuleAnswer, side: 'min' | 'max'): number | undefined {
  const bound = rule[side];
  return bound === null ? undefined : Number((bound * factorOf(rule)).toFixed(3));
}

/** What the form says otherwise than the rule. */
function editOf(
  rule: RuleAnswer,
  form: {
    readonly min: number | undefined;
    readonly max: number | undefined;
    readonly strength: Strength;
    readonly weight: number | undefined;
  },
): RuleEdit {
  const { min, max, strength, weight } = form;
  const inFile = (bound: number | undefined): number | null =>
    bound === undefined ? null : bound / factorOf(rule);
  const moved = {
    ...(min !== shownBound(rule, 'min') && { min: inFile(min) }),
    ...(max !== shownBound(rule, 'max') && { max: inFile(max) }),
  };
  const isWeighted = strength === 'soft' && (rule.strength !== 'soft' || weight !== rule.weight);
  return {
    ...(Object.keys(moved).length > 0 && { bounds: moved }),
    ...(strength !== rule.strength && { strength }),
    ...(isWeighted && weight !== undefined && { weight }),
  };
}

/** One bound of a rule, in per cent where the rule is about a share. */
function BoundField(properties: {
  readonly rule: RuleAnswer;
  readonly label: string;
  readonly value: number | undefined;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  readonly onChange: (value: number | undefined) => void;
}): ReactNode {
  const { rule, ...rest } = properties;
  return (
    <OptionalNumber
      min={addsUp(rule) ? Number.NEGATIVE_INFINITY : 0}
      suffix={rule.kind === 'share' ? ' %' : ''}
      {...rest}
    />
  );
}

function StrengthControl(properties: {
  readonly strength: Strength;
  readonly onChange: (strength: Strength) => void;
}): ReactNode {
  const { strength, onChange } = properties;
  const { say } = useWording();
  return (
    <SegmentedControl
      size="xs"
      value={strength}
      aria-label={say('web.strength')}
      onChange={(value) => onChange(value === 'soft' || value === 'off' ? value : 'hard')}
      data={(['hard', 'soft', 'off'] as const).map((value) => ({
        value,
        label: say(`web.strength-${value}-short`),
      }))}
    />
  );
}
