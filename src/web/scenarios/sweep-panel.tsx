import { Button, Group, Progress } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Sweep } from '../../scenarios/answers.ts';
import { sweepOf } from '../api/scenario-questions.ts';
import { useJob } from '../api/use-job.ts';
import { useCase } from '../session/case.tsx';
import { useUnchanged } from '../session/question.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import type { Changes } from '../state/work.ts';
import { HeatMap } from './heat-map.tsx';
import { RangeFields } from './range-fields.tsx';
import classes from './sweep-panel.module.css';
import { cellsIn, firstRanges, type Range, variationOf } from './sweep-range.ts';

/** More cells than a screen shows well. */
const MOST_CELLS = 2_000;

/** Two quotas over their ranges: every combination solved, as a map that can be clicked. */
export function SweepPanel(properties: {
  readonly changes: Changes;
  readonly onChanges: (changes: Changes) => void;
}): ReactNode {
  const { changes, onChanges } = properties;
  const { say } = useWording();
  const { ruleSet } = useCase();
  const unchanged = useUnchanged();
  const [ranges, setRanges] = useState<readonly Range[]>(() => firstRanges(ruleSet?.rules ?? []));
  const { result, failure, running, job, start, cancel } = useJob<Sweep>();
  const cells = cellsIn(ranges);
  const isSame = new Set(ranges.map(({ rule }) => rule)).size < ranges.length;
  const begin = (): void => start(sweepOf(unchanged, ranges.map(variationOf)));
  const set = (index: number, range: Range): void =>
    setRanges(ranges.map((each, at) => (at === index ? range : each)));
  const { done = 0, total = 1 } = job?.progress ?? {};
  return (
    <Panel title={say('web.sweep')}>
      <p className={classes.hint}>{say('web.sweep-hint')}</p>
      <div className={classes.ranges}>
        {ranges.map((range, index) => (
          <RangeFields
            key={index === 0 ? 'across' : 'down'}
            label={index === 0 ? say('web.across') : say('web.down')}
            range={range}
            onChange={(next) => set(index, next)}
          />
        ))}
      </div>
      <Group gap="sm" mt="xs">
        <Button disabled={running || isSame || cells > MOST_CELLS || cells === 0} onClick={begin}>
          {say('web.sweep-start', { cells })}
        </Button>
        {running && (
          <Button variant="default" onClick={cancel}>
            {say('web.stop')}
          </Button>
        )}
      </Group>
      {running && (
        <Progress value={(100 * done) / Math.max(total, 1)} mt="sm" aria-label={say('web.progress')} />
      )}
      {failure !== undefined && <Failure failure={failure} />}
      {result !== undefined && <HeatMap sweep={result} changes={changes} onChanges={onChanges} />}
    </Panel>
  );
}
