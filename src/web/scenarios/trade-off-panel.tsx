import { Button, Group, Select } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { tradeOffOf } from '../api/scenario-questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useUnchanged } from '../session/question.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { TradeOffChart } from './trade-off-chart.tsx';
import classes from './sweep-panel.module.css';

/** What must be given of one thing to have more of another: every slate that no other one beats in both. */
export function TradeOffPanel(): ReactNode {
  const { say, text } = useWording();
  const { ruleSet, ready } = useCase();
  const unchanged = useUnchanged();
  const rules = (ruleSet?.rules ?? []).filter(
    ({ kind, per }) => kind !== 'require' && kind !== 'average' && per === undefined,
  );
  const [measure, setMeasure] = useState(rules.find(({ kind }) => kind === 'count')?.id ?? '');
  const [asked, setAsked] = useState<string>();
  const { answer, failure, asking } = useAnswer(
    useMemo(
      () => (ready && asked !== undefined ? tradeOffOf(unchanged, ['objective', asked]) : undefined),
      [ready, asked, unchanged],
    ),
  );
  return (
    <Panel title={say('web.trade-off')}>
      <p className={classes.hint}>{say('web.trade-off-hint')}</p>
      <Group gap="sm" align="flex-end">
        <Select
          size="xs"
          label={say('web.trade-against')}
          allowDeselect={false}
          searchable
          value={measure}
          data={rules.map(({ id, title }) => ({ value: id, label: text(title) }))}
          onChange={(id) => id !== null && setMeasure(id)}
        />
        <Button size="xs" loading={asking} onClick={() => setAsked(measure)}>
          {say('web.trade-off-start')}
        </Button>
      </Group>
      {failure !== undefined && <Failure failure={failure} />}
      {answer !== undefined && <TradeOffChart tradeOff={answer} />}
    </Panel>
  );
}
