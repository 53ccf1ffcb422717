import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './rule-builder.module.css';
import type { PoolFact } from './pool-facts.ts';
import { COMPARISONS, type Comparison, type Joined } from './rule-draft.ts';

/** Comparisons that must all hold, or of which one must, each as `[region] [is] [North]`. */
export function ConditionEditor(properties: {
  readonly label: string;
  readonly joined: Joined;
  readonly facts: readonly PoolFact[];
  readonly onChange: (joined: Joined) => void;
}): ReactNode {
  const { label, joined, facts, onChange } = properties;
  const { join, parts } = joined;
  const { say } = useWording();
  const put = (index: number, part: Comparison): void =>
    onChange({ join, parts: parts.map((each, at) => (at === index ? part : each)) });
  const first = facts.find(({ values }) => values.length > 0) ?? facts[0];
  return (
    <fieldset className={classes.condition}>
      <legend>{label}</legend>
      {parts.map((part, index) => (
        <div key={index} className={classes.comparison}>
          {index > 0 && (
            <NativeSelect
              size="xs"
              w={84}
              aria-label={say('web.join')}
              value={join}
              onChange={(event) =>
                onChange({ join: event.currentTarget.value === 'any' ? 'any' : 'all', parts })
              }
              data={(['all', 'any'] as const).map((each) => ({
                value: each,
                label: say(`web.join-${each}`),
              }))}
            />
          )}
          <ComparisonFields part={part} facts={facts} onChange={(changed) => put(index, changed)} />
          <ActionIcon
            size={28}
            aria-label={say('web.drop-condition')}
            onClick={() => onChange({ join, parts: parts.filter((_each, at) => at !== index) })}
          >
            <X size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<Plus size={14} aria-hidden />}
        disabled={first === undefined}
        onClick={() => first && onChange({ join, parts: [...parts, comparisonWith(first)] })}
      >
        {parts.length === 0 ? say('web.first-condition') : say('web.further-condition')}
      </Button>
    </fieldset>
  );
}

/** A comparison to begin with: equal to the most frequent value, or from a number on. */
export function comparisonWith({ fact, type, values }: PoolFact): Comparison {
  const operator = type === 'number' || type === 'date' ? 'greaterThanInclusive' : 'equal';
  return { fact, operator, value: values[0]?.value ?? (type === 'boolean' ? true : '') };
}

function ComparisonFields(properties: {
  readonly part: Comparison;
  readonly facts: readonly PoolFact[];
  readonly onChange: (part: Comparison) => void;
}): ReactNode {
  const { part, facts, onChange } = properties;
  const { say, fact: titleOf } = useWording();
  const known = facts.find(({ fact }) => fact === part.fact);
  const names = facts.map(({ fact }) => fact);
  const ordered = known === undefined || known.type === 'number' || known.type === 'date';
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={say('web.column')}
        value={part.fact}
        onChange={(event) => {
          const chosen = facts.find(({ fact }) => fact === event.currentTarget.value);
          if (chosen !== undefined) onChange(comparisonWith(chosen));
        }}
        data={[...new Set([...names, part.fact])].map((fact) => ({ value: fact, label: titleOf(fact) }))}
      />
      <NativeSelect
        size="xs"
        aria-label={say('web.comparison')}
        value={part.operator}
        onChange={(event) => {
          const operator = COMPARISONS.find((each) => each === event.currentTarget.value);
          if (operator !== undefined) onChange({ ...part, operator });
        }}
        data={COMPARISONS.filter((each) => ordered || each === 'equal' || each === 'notEqual').map(
          (each) => ({
            value: each,
            label: say(`web.compare-${each}`),
          }),
        )}
      />
      <ValueField part={part} known={known} onValue={(value) => onChange({ ...part, value })} />
    </>
  );
}

function ValueField(properties: {
  readonly part: Comparison;
  readonly known: PoolFact | undefined;
  readonly onValue: (value: Comparison['value']) => void;
}): ReactNode {
  const { part, known, onValue } = properties;
  const { say, value: wordOf } = useWording();
  const label = say('web.value');
  const type = known?.type ?? (typeof part.value === 'number' ? 'number' : 'text');
  if (type === 'number') {
    return (
      <NumberInput
        size="xs"
        w={96}
        aria-label={label}
        value={typeof part.value === 'boolean' ? '' : part.value}
        onChange={(value) => onValue(value)}
      />
    );
  }
  if (type === 'boolean') {
    return (
      <NativeSelect
        size="xs"
        aria-label={label}
        value={String(part.value)}
        onChange={(event) => onValue(event.currentTarget.value === 'true')}
        data={[
          { value: 'true', label: say('web.yes') },
          { value: 'false', label: say('web.no') },
        ]}
      />
    );
  }
  const values = known?.values ?? [];
  if (type === 'date' || values.length === 0) {
    return (
      <TextInput
        size="xs"
        w={140}
        type={type === 'date' ? 'date' : 'text'}
        aria-label={label}
        value={String(part.value)}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    );
  }
  const offered = [...new Set([...values.map(({ value }) => String(value)), String(part.value)])];
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={String(part.value)}
      onChange={(event) => onValue(event.currentTarget.value)}
      data={offered.map((each) => ({ value: each, label: wordOf(part.fact, each) }))}
    />
  );
}
