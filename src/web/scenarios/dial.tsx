import { ActionIcon, NumberInput, Slider } from '@mantine/core';
import { MoveHorizontal, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { valueWords } from '../shared/bounds.ts';
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
  const { unit, base, now } = dial;
  const [isSplit, setSplit] = useState(false);
  const isExact = dial.kind === 'exactly';
  // What is to be exactly so many may be made a range of, and is one once its bounds differ.
  const kind = isExact && (isSplit || now.min !== now.max) ? 'range' : dial.kind;
  const turned = isTurned(dial);
  return (
    <div className={classes.dial} data-turned={turned}>
      <div className={classes.head}>
        <span>{title}</span>
        {isExact && (
          <ActionIcon
            size={22}
            aria-label={say('web.as-range', { title })}
            aria-pressed={kind === 'range'}
            onClick={() => {
              if (now.min !== now.max) onTurn({ min: now.min, max: now.min });
              setSplit(kind !== 'range');
            }}
          >
            <MoveHorizontal size={13} aria-hidden />
          </ActionIcon>
        )}
        <Numbers title={title} dial={{ ...dial, kind }} onTurn={onTurn} />
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
        dial={{ ...dial, kind }}
        onTurn={onTurn}
        label={(value) => valueWords(value, unit, language)}
      />
    </div>
  );
}

/** The bounds as numbers to be written, in members or per cent. */
function Numbers(properties: {
  readonly title: string;
  readonly dial: QuotaDial;
  readonly onTurn: (bounds: Bounds) => void;
}): ReactNode {
  const { title, dial, onTurn } = properties;
  const { say } = useWording();
  const { kind, unit, now, top } = dial;
  const factor = unit === 'share' ? 100 : 1;
  const field = (sign: string, label: string, value: number, turn: (value: number) => void): ReactNode => (
    <NumberInput
      key={sign}
      size="xs"
      w={unit === 'share' ? 86 : 66}
      hideControls
      min={0}
      max={top * factor}
      clampBehavior="strict"
      decimalScale={unit === 'share' ? 1 : 0}
      prefix={`${sign} `}
      suffix={unit === 'share' ? ' %' : ''}
      aria-label={say('web.write-bound', { title, label })}
      value={Number((value * factor).toFixed(1))}
      onChange={(written) => typeof written === 'number' && turn(written / factor)}
    />
  );
  const least = (min: number): void => onTurn({ min, max: Math.max(min, now.max) });
  const most = (max: number): void => onTurn({ min: Math.min(now.min, max), max });
  const exact = (value: number): void => onTurn({ min: value, max: value });
  if (kind === 'exactly') return field('=', '', now.min, exact);
  return (
    <>
      {kind !== 'max' && field('≥', say('web.at-least'), now.min, least)}
      {kind !== 'min' && field('≤', say('web.at-most'), now.max, most)}
    </>
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
