import { ActionIcon } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { RuleReport, Report } from '../../check/check-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { addsUp, boundsWords, saysSize, valueWords } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import { useGroupedBy } from '../shared/use-grouped-by.ts';
import {
  type Bounds,
  amountDialOf,
  changeTo,
  dialOf,
  type QuotaDial,
  sizeChangeTo,
  sizeDial,
} from '../scenarios/quota-dial.ts';
import classes from './quota-tiles.module.css';

/** Every quota large enough to be read across a room, with keys that move its bounds. */
export function QuotaTiles(properties: {
  readonly report: Report | undefined;
  /** A newer answer is on its way. */
  readonly stale: boolean;
}): ReactNode {
  const { report, stale } = properties;
  const { say } = useWording();
  const quotas = useMemo(() => [...Map.groupBy(report?.rules ?? [], ({ id }) => id)], [report]);
  return (
    <section className={classes.tiles} aria-label={say('web.quotas')} data-stale={stale}>
      {quotas.map(([id, lines]) => (
        <Tile key={id} id={id} lines={lines} empty={report?.size === 0} />
      ))}
    </section>
  );
}

/** A line in figures: what there is, large, and what is needed. */
function useFigures(
  lines: readonly RuleReport[],
  shown: RuleReport,
): { readonly figure: string; readonly needed: string } {
  const { say, number, points, language } = useWording();
  const fact = useGroupedBy(shown.id);
  const { kind, actual, min, max, members } = shown;
  if (kind === 'require') {
    const count = members.length;
    if (count === 0) return { figure: say('web.all-satisfy'), needed: '' };
    return { figure: number(count), needed: say('web.some-fail', { count }) };
  }
  const unit = kind === 'share' ? 'share' : 'count';
  const needed = boundsWords(min, max, unit, language);
  if (lines.length === 1) {
    return { figure: addsUp(shown) ? points(actual) : valueWords(actual, unit, language), needed };
  }
  // A group of which nobody is on the slate, and of which nobody need be, says nothing of it.
  const counted = lines.filter((line) => line.actual > 0 || line.status !== 'kept');
  const kept = counted.filter(({ status }) => status === 'kept').length;
  return {
    figure: `${number(kept)}/${number(counted.length)}`,
    needed: say('web.each-group', { fact, needed }),
  };
}

function Tile(properties: {
  readonly id: string;
  readonly lines: readonly RuleReport[];
  /** Nobody is on the slate: nothing is kept or broken yet. */
  readonly empty: boolean;
}): ReactNode {
  const { id, lines, empty } = properties;
  const { text } = useWording();
  const broken = empty ? [] : lines.filter(({ status }) => status !== 'kept');
  const first = broken[0] ?? lines[0]!;
  const kept = empty ? 'empty' : 'kept';
  const state = broken.length === 0 ? kept : first.strength === 'soft' ? 'goal' : first.status;
  const { figure, needed } = useFigures(lines, first);
  return (
    <article className={classes.tile} data-state={state} data-quota={id}>
      <h2>{text(first.title)}</h2>
      <p className={classes.figure}>
        <b>{figure}</b> <span>{needed}</span>
      </p>
      {broken.length > 0 && <p className={classes.words}>{text(first.message)}</p>}
      <Steppers id={id} line={first} title={text(first.title)} />
    </article>
  );
}

/** Keys that move the bounds of a quota by one step: a member, one per cent, or a step of what adds up. */
function Steppers(properties: {
  readonly id: string;
  readonly line: RuleReport;
  readonly title: string;
}): ReactNode {
  const { id, line, title } = properties;
  const { say, language } = useWording();
  const { make } = useSession();
  const dial = useDial(id, line);
  if (dial === undefined) return null;
  const isAmount = addsUp(line);
  const turn = (bounds: Bounds): void =>
    make(
      id === 'size'
        ? { do: 'change-size', size: sizeChangeTo(dial, bounds) }
        : { do: 'change-rule', rule: id, change: changeTo(dial, bounds) },
    );
  return (
    <div className={classes.steppers}>
      {sidesOf(dial).map((side) => {
        const value = side === 'max' ? dial.now.max : dial.now.min;
        const name = { title, side: side === 'both' ? ('exactly' as const) : side };
        const step = (by: number): void =>
          turn(moved(dial, side, isAmount ? exact(value + by) : rounded(value + by)));
        return (
          <div key={side} role="group" aria-label={say('web.dial-of', name)}>
            <ActionIcon
              size={44}
              variant="default"
              disabled={value <= 0 && !isAmount}
              aria-label={say('web.dial-less', name)}
              onClick={() => step(-dial.step)}
            >
              <Minus size={20} aria-hidden />
            </ActionIcon>
            <span>{signed(side, valueWords(value, dial.unit, language))}</span>
            <ActionIcon
              size={44}
              variant="default"
              disabled={dial.unit === 'share' && value >= 1}
              aria-label={say('web.dial-more', name)}
              onClick={() => step(dial.step)}
            >
              <Plus size={20} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
    </div>
  );
}

function useDial(id: string, line: RuleReport): QuotaDial | undefined {
  const { ruleSet } = useCase();
  const { changes, members } = useSession().work;
  const top = Math.max(line.actual, members.length);
  if (ruleSet === undefined) return undefined;
  if (id === 'size') return saysSize(ruleSet) ? sizeDial(ruleSet.size, changes, top) : undefined;
  const rule = ruleSet.rules.find((each) => each.id === id);
  if (rule === undefined) return undefined;
  return addsUp(rule) ? amountDialOf(rule, changes) : dialOf(rule, changes, top);
}

type Side = 'min' | 'max' | 'both';

function sidesOf({ kind }: QuotaDial): readonly Side[] {
  if (kind === 'range') return ['min', 'max'];
  return [kind === 'exactly' ? 'both' : kind];
}

function moved({ now }: QuotaDial, side: Side, value: number): Bounds {
  if (side === 'both') return { min: value, max: value };
  return side === 'min'
    ? { min: value, max: Math.max(value, now.max) }
    : { min: Math.min(value, now.min), max: value };
}

/** Decimals that are added up stay those that somebody would write. */
function exact(value: number): number {
  return Number(value.toFixed(6));
}

/** Hundredths that are added up stay hundredths. */
function rounded(value: number): number {
  return Math.max(0, Math.round(value * 10_000) / 10_000);
}

function signed(side: Side, words: string): string {
  return `${{ min: '≥', max: '≤', both: '=' }[side]} ${words}`;
}
