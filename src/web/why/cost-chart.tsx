import type { KeyboardEvent, ReactNode } from 'react';
import type { CostStep, QuotaCost } from '../../explain/answers.ts';
import { ticksBetween } from '../charts/ticks.ts';
import { useWording } from '../shared/language.tsx';
import classes from './cost-chart.module.css';

const WIDTH = 400;
const HEIGHT = 190;
const LEFT = 52;
const BOTTOM = 26;
const TOP = 10;
const RIGHT = 12;
/** More numbers than these run into each other. */
const MOST_LABELS = 14;

/** The best merit over the bounds of a rule; where no slate exists, the ground is hatched. */
export function CostChart(properties: {
  readonly curve: QuotaCost['curves'][number];
  readonly chosen: number | undefined;
  readonly onChoose: (value: number) => void;
}): ReactNode {
  const { curve, chosen, onChoose } = properties;
  const { say, text } = useWording();
  const { steps } = curve;
  const xs = steps.map(({ value }) => value);
  const scale = scaleOf(steps);
  if (scale === undefined) return null;
  const { x, y } = scale;
  const press = (event: KeyboardEvent): void => {
    const at = xs.indexOf(chosen ?? Number.NaN);
    const next = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : undefined;
    const value = next === undefined ? undefined : xs[next];
    if (value === undefined) return;
    event.preventDefault();
    onChoose(value);
  };
  const path = steps
    .flatMap(({ objective }, index) => (objective === undefined ? [] : [`${x(index)},${y(objective)}`]))
    .join(' ');
  const current = steps.find(({ value }) => value === chosen);
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="slider"
      tabIndex={0}
      aria-label={say('web.cost-chart')}
      aria-valuemin={xs[0]}
      aria-valuemax={xs.at(-1)}
      aria-valuenow={chosen}
      aria-valuetext={current === undefined ? undefined : text(current.message)}
      onKeyDown={press}
    >
      <Grid scale={scale} />
      <polyline className={classes.line} points={path} />
      {steps.map((step, index) => (
        <Point
          key={step.value}
          step={step}
          x={x(index)}
          y={step.objective === undefined ? undefined : y(step.objective)}
          width={(WIDTH - LEFT - RIGHT) / steps.length}
          isChosen={step.value === chosen}
          isLabelled={isLabelled(steps, index)}
          onChoose={onChoose}
        />
      ))}
    </svg>
  );
}

/** Every so many steps have a number, and the present one; its neighbours make room for it. */
function isLabelled(steps: readonly CostStep[], index: number): boolean {
  const every = Math.ceil(steps.length / MOST_LABELS);
  const present = steps.findIndex((step) => step.present);
  return index === present || (index % every === 0 && (present < 0 || Math.abs(index - present) >= every));
}

function Grid({ scale }: { readonly scale: Scale }): ReactNode {
  const { number } = useWording();
  return ticksBetween(scale.bottom, scale.top, 4).map((tick) => (
    <g key={tick} className={classes.grid}>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={scale.y(tick)} y2={scale.y(tick)} />
      <text x={LEFT - 6} y={scale.y(tick)} dy="0.32em" textAnchor="end">
        {number(tick)}
      </text>
    </g>
  ));
}

interface Scale {
  readonly bottom: number;
  readonly top: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

/** Where steps and merits stand in the picture; `undefined` if no step has a slate. */
function scaleOf(steps: readonly CostStep[]): Scale | undefined {
  const merits = steps.flatMap(({ objective }) => (objective === undefined ? [] : [objective]));
  if (merits.length === 0) return undefined;
  const [low, high] = [Math.min(...merits), Math.max(...merits)];
  const room = Math.max((high - low) * 0.08, 0.5);
  const [bottom, top] = [low - room, high + room];
  return {
    bottom,
    top,
    x: (index) => LEFT + ((WIDTH - LEFT - RIGHT) * (index + 0.5)) / steps.length,
    y: (value) => TOP + ((HEIGHT - TOP - BOTTOM) * (top - value)) / (top - bottom),
  };
}

function Point(properties: {
  readonly step: CostStep;
  readonly x: number;
  readonly y: number | undefined;
  readonly width: number;
  readonly isChosen: boolean;
  readonly isLabelled: boolean;
  readonly onChoose: (value: number) => void;
}): ReactNode {
  const { step, x, y, width, isChosen, isLabelled, onChoose } = properties;
  const { number } = useWording();
  return (
    <g
      className={classes.step}
      data-status={step.status}
      data-present={step.present}
      data-chosen={isChosen}
      onClick={() => onChoose(step.value)}
    >
      <rect
        className={classes.ground}
        x={x - width / 2}
        y={TOP}
        width={width}
        height={HEIGHT - TOP - BOTTOM}
      />
      {y !== undefined && <circle cx={x} cy={y} r={isChosen ? 5.5 : 3.6} />}
      {isLabelled && (
        <text x={x} y={HEIGHT - 8} textAnchor="middle">
          {number(Number(step.value.toFixed(3)))}
        </text>
      )}
    </g>
  );
}
