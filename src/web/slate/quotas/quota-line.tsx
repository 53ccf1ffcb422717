import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RuleReport } from '../../../check/check-answer.ts';
import { focusOn } from '../../address/use-address.ts';
import { type BoundUnit, boundsWords, valueWords } from '../../shared/bounds.ts';
import { useWording } from '../../shared/language.tsx';
import { useGroupedBy } from '../../shared/use-grouped-by.ts';
import { Gauge } from './gauge.tsx';
import classes from './quota-line.module.css';

/** One rule with the lines of its groups. */
export interface Quota {
  readonly id: string;
  /** One line, or one for each group. */
  readonly lines: readonly RuleReport[];
}

/** One quota: its name, what it has against what it needs, a gauge, and in words what is wrong. */
export function QuotaLine(properties: {
  readonly quota: Quota;
  readonly empty: boolean;
  readonly onLight: (ids: readonly string[] | undefined) => void;
}): ReactNode {
  const { quota, empty, onLight } = properties;
  const { say, text } = useWording();
  const first = quota.lines[0]!;
  const broken = empty ? [] : quota.lines.filter(({ status }) => status !== 'kept');
  const shown = broken[0] ?? first;
  const ids = (broken.length > 0 ? broken : quota.lines).flatMap(({ members, undecided }) => [
    ...members,
    ...(undecided ?? []),
  ]);
  const source = first.source === undefined ? '' : say('web.source-is', { source: text(first.source) });
  const state = empty ? 'empty' : stateOf(shown);
  return (
    <Tooltip label={source} disabled={source === ''} position="right">
      <button
        type="button"
        className={classes.line}
        data-state={state}
        disabled={quota.id === 'size'}
        onClick={() => focusOn({ on: 'rule', id: quota.id })}
        onMouseEnter={() => onLight(ids)}
        onFocus={() => onLight(ids)}
        onBlur={() => onLight(undefined)}
      >
        <span className={classes.title}>{text(first.title)}</span>
        <Figures quota={quota} broken={broken.length} />
        {quota.lines.length === 1 && first.kind !== 'require' && <Gauge line={first} state={state} />}
        {broken.slice(0, 3).map((line) => (
          <span key={line.group ?? ''} className={classes.words}>
            {text(line.message)}
          </span>
        ))}
        {source !== '' && <span className="visually-hidden">{source}</span>}
      </button>
    </Tooltip>
  );
}

function stateOf({ status, strength }: RuleReport): 'goal' | RuleReport['status'] {
  return status !== 'kept' && strength === 'soft' ? 'goal' : status;
}

function Figures({ quota, broken }: { readonly quota: Quota; readonly broken: number }): ReactNode {
  const { say, number, language } = useWording();
  const { lines } = quota;
  const groupedBy = useGroupedBy(quota.id);
  const first = lines[0]!;
  if (lines.length > 1) {
    // A group of which nobody is on the slate, and of which nobody need be, says nothing of it.
    const counted = lines.filter(({ actual, status }) => actual > 0 || status !== 'kept').length;
    const words = { kept: counted - broken, of: counted, fact: groupedBy };
    return <span className={classes.figures}>{say('web.groups-kept', words)}</span>;
  }
  if (first.kind === 'require') {
    const count = first.members.length;
    return (
      <span className={classes.figures}>
        {count === 0 ? say('web.all-satisfy') : say('web.some-fail', { count })}
      </span>
    );
  }
  const unit = unitOf(first);
  return (
    <span className={classes.figures}>
      <b>{unit === 'count' ? number(first.actual) : valueWords(first.actual, unit, language)}</b>
      <span> {boundsWords(first.min, first.max, unit, language)}</span>
    </span>
  );
}

function unitOf({ kind }: RuleReport): BoundUnit {
  return kind === 'share' ? 'share' : 'count';
}
