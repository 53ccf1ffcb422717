import { ActionIcon, Slider } from '@mantine/core';
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
  const { kind, base, now } = dial;
  const least = (min: number): void => onTurn({ min, max: Math.max(min, now.max) });
  const most = (max: number): void => onTurn({ min: Math.min(now.min, max), max });
  const shared = { dial, words: label };
  switch (kind) {
    case 'range':
      // Two thumbs on one rail would stand on each other where the bounds are near.
      return (
        <div className={classes.pair}>
          <span aria-hidden>≥</span>
          <Rail
            {...shared}
            label={`${title}: ${say('web.at-least')}`}
            value={now.min}
            mark={base.min}
            onTurn={least}
          />
          <span aria-hidden>≤</span>
          <Rail
            {...shared}
            label={`${title}: ${say('web.at-most')}`}
            value={now.max}
            mark={base.max}
            onTurn={most}
          />
        </div>
      );
    case 'max':
      return <Rail {...shared} label={title} value={now.max} mark={base.max} onTurn={most} />;
    case 'min':
      return <Rail {...shared} label={title} value={now.min} mark={base.min} onTurn={least} />;
    default:
      return (
        <Rail
          {...shared}
          label={title}
          value={now.min}
          mark={base.min}
          onTurn={(value) => onTurn({ min: value, max: value })}
        />
      );
  }
}

function Rail(properties: {
  readonly dial: QuotaDial;
  readonly label: string;
  readonly value: number;
  /** Where the rule set has it. */
  readonly mark: number;
  readonly words: (value: number) => string;
  readonly onTurn: (value: number) => void;
}): ReactNode {
  const { dial, label, value, mark, words, onTurn } = properties;
  return (
    <Slider
      min={0}
      max={dial.top}
      step={dial.step}
      size={4}
      thumbSize={16}
      label={words}
      thumbLabel={label}
      thumbProps={{ 'aria-valuetext': words(value) }}
      marks={[{ value: mark }]}
      value={value}
      onChange={onTurn}
    />
  );
}
