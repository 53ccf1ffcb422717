import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import { NumberField } from '../shared/number-field.tsx';
import classes from './sweep-panel.module.css';
import { hasSteps, type Range, rangeOf } from './sweep-range.ts';

/** Which quota is varied, and from where to where. */
export function RangeFields(properties: {
  readonly label: string;
  readonly range: Range;
  readonly onChange: (range: Range) => void;
}): ReactNode {
  const { label, range, onChange } = properties;
  const { say, text } = useWording();
  const { ruleSet } = useCase();
  const rules = (ruleSet?.rules ?? []).filter(hasSteps);
  const unit = range.isShare ? ' %' : '';
  const top = range.isShare ? 100 : 1_000;
  return (
    <div className={classes.range}>
      <Select
        size="xs"
        label={label}
        allowDeselect={false}
        searchable
        value={range.rule}
        data={rules.map(({ id, title }) => ({ value: id, label: text(title) }))}
        onChange={(id) => {
          const rule = rules.find((each) => each.id === id);
          if (rule !== undefined) onChange(rangeOf(rule));
        }}
      />
      <NumberField
        label={`${say('web.from')}${unit}`}
        value={range.from}
        min={0}
        max={range.to}
        onChange={(from) => onChange({ ...range, from })}
      />
      <NumberField
        label={`${say('web.to')}${unit}`}
        value={range.to}
        min={range.from}
        max={top}
        onChange={(to) => onChange({ ...range, to })}
      />
    </div>
  );
}
