import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWording } from '../shared/language.tsx';
import { COMPARISONS, type ComparisonDraft } from './condition-draft.ts';
import type { PoolFact } from './pool-facts.ts';
import classes from './rule-builder.module.css';

type WithList = Extract<ComparisonDraft, { readonly operator: 'in' | 'notIn' }>;
type WithOne = Exclude<ComparisonDraft, WithList>;

function isOfList(part: ComparisonDraft): part is WithList {
  return part.operator === 'in' || part.operator === 'notIn';
}

/** A comparison to begin with: equal to the most frequent value, or holding it, or from a number on. */
export function comparisonWith({ fact, type, values, separator }: PoolFact): WithOne {
  const ordered = type === 'number' || type === 'date';
  const operator = ordered ? 'greaterThanInclusive' : separator === undefined ? 'equal' : 'contains';
  return { fact, operator, value: values[0]?.value ?? (type === 'boolean' ? true : '') };
}

/** The comparison in another way: with a list of what it was compared with, or with the first of its list. */
function comparedBy(part: ComparisonDraft, operator: ComparisonDraft['operator']): ComparisonDraft {
  const { fact } = part;
  const values = isOfList(part) ? part.value : part.value === '' ? [] : [part.value];
  return operator === 'in' || operator === 'notIn'
    ? { fact, operator, value: values }
    : { fact, operator, value: values[0] ?? '' };
}

/** What is offered: an order only where there is one, and where a cell holds several values, one among them. */
function mayCompare(operator: ComparisonDraft['operator'], known: PoolFact | undefined): boolean {
  const isOfSeveral = known?.separator !== undefined;
  if (operator === 'contains' || isOfSeveral) return operator === 'contains' && isOfSeveral;
  const ordered = known === undefined || known.type === 'number' || known.type === 'date';
  return ordered || ['equal', 'notEqual', 'in', 'notIn'].includes(operator);
}

/** One comparison as three fields: of which column, how, and with what. */
export function ComparisonFields(properties: {
  readonly part: ComparisonDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (part: ComparisonDraft) => void;
}): ReactNode {
  const { part, facts, onChange } = properties;
  const { say, fact: titleOf } = useWording();
  const known = facts.find(({ fact }) => fact === part.fact);
  const names = facts.map(({ fact }) => fact);
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
          if (operator !== undefined) onChange(comparedBy(part, operator));
        }}
        data={COMPARISONS.filter((each) => each === part.operator || mayCompare(each, known)).map((each) => ({
          value: each,
          label: say(`web.compare-${each}`),
        }))}
      />
      {isOfList(part) ? (
        <ListField part={part} known={known} onValue={(value) => onChange({ ...part, value })} />
      ) : (
        <ValueField part={part} known={known} onValue={(value) => onChange({ ...part, value })} />
      )}
    </>
  );
}

/** Several values: ticked where there are few of them, else written one after the other. */
export function ListField(properties: {
  readonly part: WithList;
  readonly known: PoolFact | undefined;
  readonly onValue: (value: WithList['value']) => void;
}): ReactNode {
  const { part, known, onValue } = properties;
  const { say, value: wordOf } = useWording();
  const { fact, value } = part;
  const offered = [...new Set([...(known?.values ?? []).map((each) => each.value), ...value])];
  if ((known?.values ?? []).length === 0) {
    return <WrittenList value={value} isNumber={known?.type === 'number'} onValue={onValue} />;
  }
  return (
    <div className={classes.list} role="group" aria-label={say('web.values')}>
      {offered.map((each) => (
        <Checkbox
          key={String(each)}
          size="xs"
          label={wordOf(fact, String(each))}
          checked={value.includes(each)}
          onChange={(event) =>
            onValue(event.currentTarget.checked ? [...value, each] : value.filter((one) => one !== each))
          }
        />
      ))}
    </div>
  );
}

function WrittenList(properties: {
  readonly value: WithList['value'];
  readonly isNumber: boolean;
  readonly onValue: (value: WithList['value']) => void;
}): ReactNode {
  const { value, isNumber, onValue } = properties;
  const { say } = useWording();
  const [text, setText] = useState(value.join('; '));
  return (
    <TextInput
      size="xs"
      w={200}
      aria-label={say('web.values')}
      placeholder={say('web.values-hint')}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const words = currentTarget.value.split(';').map((each) => each.trim());
        const filled = words.filter((each) => each !== '');
        onValue(isNumber ? filled.map(Number).filter((each) => !Number.isNaN(each)) : filled);
      }}
    />
  );
}

function ValueField(properties: {
  readonly part: WithOne;
  readonly known: PoolFact | undefined;
  readonly onValue: (value: WithOne['value']) => void;
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
