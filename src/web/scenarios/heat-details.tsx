import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sweep, SweepCell } from '../../scenarios/answers.ts';
import { useWording } from '../shared/language.tsx';
import type { Changes, RuleChange } from '../state/work.ts';
import { Exchange } from '../why/exchange.tsx';
import classes from './heat-map.module.css';

/** One combination in full: who comes and goes against the case as it stands, or why there is none. */
export function HeatDetails(properties: {
  readonly sweep: Sweep;
  readonly cell: SweepCell;
  readonly changes: Changes;
  readonly onChanges: (changes: Changes) => void;
}): ReactNode {
  const { sweep, cell, changes, onChanges } = properties;
  const { say, text, points } = useWording();
  const { objective, conflict, assurance, changes: exchange } = cell;
  return (
    <div className={classes.details} role="status">
      <p>
        <b>
          {sweep.variations
            .map(({ title, values }, index) => `${text(title)} ${values[cell.at[index] ?? 0] ?? ''}`)
            .join(', ')}
        </b>
        : {objective === undefined ? say('web.no-slate-short') : points(objective)}
        {assurance !== undefined && (
          <small> ({say(assurance === 'proven' ? 'web.proven' : 'web.not-proven')})</small>
        )}
      </p>
      {conflict !== undefined && <p>{text(conflict.message)}</p>}
      {exchange !== undefined && <Exchange leave={exchange.goes} enter={exchange.comes} />}
      <Button size="xs" variant="default" onClick={() => onChanges(changesAt(sweep, cell, changes))}>
        {say('web.set-dials')}
      </Button>
    </div>
  );
}

/** The quotas of a combination, laid over other changes. */
function changesAt(sweep: Sweep, { at }: SweepCell, changes: Changes): Changes {
  return sweep.variations.reduce((sum: Changes, { rule, side, values }, index) => {
    const value = boundIn(values[at[index] ?? 0] ?? '');
    const bounds: RuleChange = {
      ...(side !== 'max' && { min: value }),
      ...(side !== 'min' && { max: value }),
    };
    if (rule === undefined) {
      return { ...sum, size: { min: value, max: value, ...sum.size, ...numbersOf(bounds) } };
    }
    return { ...sum, rules: { ...sum.rules, [rule]: { ...sum.rules[rule], ...bounds } } };
  }, changes);
}

function numbersOf({ min, max }: RuleChange): { readonly min?: number; readonly max?: number } {
  return { ...(typeof min === 'number' && { min }), ...(typeof max === 'number' && { max }) };
}

/** A value as a sweep writes it: `11`, `20%`, `1/3`. */
function boundIn(text: string): number {
  const [numerator = '', denominator] = text.replace('%', '').split('/');
  const value = Number(numerator) / Number(denominator ?? 1);
  return text.includes('%') ? Number((value / 100).toFixed(9)) : value;
}
