import { ActionIcon, RangeSlider, Slider } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { boundsWords, valueWords } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import classes from './dial.module.css';
import { type Bounds, isTurned, type QuotaDial } from './quota-dial.ts';

/** One quota to be turned by hand or key, with a mark where the rule set has it. */
export function Dial(properties: {
  readonly title: string;
  readonly dial: QuotaDial;
  readonly onTurn: (bounds: Bounds) => void;
}): ReactNode {
  const { title, dial, onTurn } = properties;
  const { say, language } = useWording();
  const { unit, kind, base, now } = dial;
  const words = boundsWords(kind === 'max' ? null : now.min, kind === 'min' ? null : now.max, unit, language);
  const turned = isTurned(dial);
  return (
    <div className={classes.dial} data-turned={turned}>
      <div className={classes.head}>
        <span>{title}</span>
        <b>{words}</b>
        <ActionIcon
          size={22}
          aria-label={say('web.reset-quota', { title })}
          disabled={!turned}
          data-hidden={!turned}
          onClick={() => onTurn(base)}
        >
          <RotateCcw size={13} aria-hidden />
        </ActionIcon>
      </div>
      <Thumbs
        title={title}
        dial={dial}
        onTurn={onTurn}
        label={(value) => valueWords(value, unit, language)}
      />
    </div>
  );
}

function Thumbs(properties: {
  readonly title: string;
  readonly dial: QuotaDial;
  readonly onTurn: (bounds: Bounds) => void;
  readonly label: (value: number) => string;
}): ReactNode {
  const { title, dial, onTurn, label } = properties;
  const { say } = useWording();
  const { kind, base, now, top, step } = dial;
  const marks = [
    ...new Set(kind === 'range' ? [base.min, base.max] : [kind === 'max' ? base.max : base.min]),
  ];
  const shared = { min: 0, max: top, step, size: 4, label, marks: marks.map((value) => ({ value })) };
  if (kind === 'range') {
    return (
      <RangeSlider
        {...shared}
        minRange={0}
        value={[now.min, now.max]}
        thumbFromLabel={`${title}: ${say('web.at-least')}`}
        thumbToLabel={`${title}: ${say('web.at-most')}`}
        onChange={([min, max]) => onTurn({ min, max })}
      />
    );
  }
  return (
    <Slider
      {...shared}
      value={kind === 'max' ? now.max : now.min}
      thumbLabel={title}
      inverted={kind === 'min'}
      onChange={(value) =>
        onTurn({ min: kind === 'max' ? now.min : value, max: kind === 'min' ? now.max : value })
      }
    />
  );
}
