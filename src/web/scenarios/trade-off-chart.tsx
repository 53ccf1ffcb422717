import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { TradeOff } from '../../scenarios/answers.ts';
import { ticksBetween } from '../charts/ticks.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './trade-off-chart.module.css';

const WIDTH = 640;
const HEIGHT = 260;
const EDGE = { left: 64, right: 16, top: 12, bottom: 40 };

/** Slates that no other one beats in both measures: the first upwards, the second to the right. */
export function TradeOffChart({ tradeOff }: { readonly tradeOff: TradeOff }): ReactNode {
  const { say, text, points: merit } = useWording();
  const [chosen, setChosen] = useState(0);
  const [up, right] = tradeOff.measures;
  const points = tradeOff.points
    .map(({ values, members }) => ({ up: values[0] ?? 0, right: values[1] ?? 0, members }))
    .toSorted((a, b) => a.right - b.right);
  const point = points[chosen];
  if (up === undefined || right === undefined || point === undefined) return <p>{say('web.no-slate')}</p>;
  const x = scale(
    points.map((each) => each.right),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const y = scale(
    points.map((each) => each.up),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const words = `${text(up.title)} ${merit(point.up)}, ${text(right.title)} ${merit(point.right)}`;
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || points[chosen + step] === undefined) return;
    event.preventDefault();
    setChosen(chosen + step);
  };
  return (
    <>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="slider"
        tabIndex={0}
        aria-label={say('web.trade-off')}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={chosen}
        aria-valuetext={words}
        onKeyDown={press}
      >
        <Axes x={x} y={y} titles={[text(right.title), text(up.title)]} />
        <polyline points={points.map((each) => `${x.at(each.right)},${y.at(each.up)}`).join(' ')} />
        {points.map((each, index) => (
          <circle
            key={`${each.up} ${each.right}`}
            cx={x.at(each.right)}
            cy={y.at(each.up)}
            r={index === chosen ? 7 : 4.5}
            data-chosen={index === chosen}
            onClick={() => setChosen(index)}
          />
        ))}
      </svg>
      <ChosenPoint words={words} members={point.members} />
    </>
  );
}

function ChosenPoint(properties: { readonly words: string; readonly members: readonly string[] }): ReactNode {
  const { words, members } = properties;
  const { say } = useWording();
  const { make } = useSession();
  return (
    <p role="status" className={classes.chosen}>
      {words}{' '}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => make({ do: 'take', members, from: 'scenario' })}
      >
        {say('web.take')}
      </Button>
    </p>
  );
}

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly at: (value: number) => number;
}

function scale(values: readonly number[], from: number, to: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least) * 0.06 || 1;
  const [low, high] = [least - room, most + room];
  return { low, high, at: (value) => from + ((to - from) * (value - low)) / (high - low) };
}

function Axes(properties: {
  readonly x: Scale;
  readonly y: Scale;
  readonly titles: readonly [right: string, up: string];
}): ReactNode {
  const { x, y, titles } = properties;
  const { number } = useWording();
  return (
    <g className={classes.axes}>
      {ticksBetween(y.low, y.high, 5).map((tick) => (
        <g key={tick}>
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y.at(tick)} y2={y.at(tick)} />
          <text x={EDGE.left - 8} y={y.at(tick)} dy="0.32em" textAnchor="end">
            {number(tick)}
          </text>
        </g>
      ))}
      {ticksBetween(x.low, x.high, 8).map((tick) => (
        <text key={tick} x={x.at(tick)} y={HEIGHT - EDGE.bottom + 16} textAnchor="middle">
          {number(tick)}
        </text>
      ))}
      <text x={WIDTH - EDGE.right} y={HEIGHT - 6} textAnchor="end">
        {titles[0]}
      </text>
      <text x={EDGE.left} y={EDGE.top - 1}>
        {titles[1]}
      </text>
    </g>
  );
}
