import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { ComparisonFields, comparisonWith } from './comparison-fields.tsx';
import { isGroup, type JoinedDraft, type PartDraft } from './condition-draft.ts';
import { AddButton, DropButton } from './line-buttons.tsx';
import type { PoolFact } from './pool-facts.ts';
import classes from './rule-builder.module.css';

/** Comparisons that must all hold, or of which one must, each as `[region] [is] [North]`; groups of them stand inside. */
export function ConditionEditor(properties: {
  readonly label: string;
  readonly joined: JoinedDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (joined: JoinedDraft) => void;
}): ReactNode {
  const { label, joined, facts, onChange } = properties;
  return (
    <fieldset className={classes.condition}>
      <legend>{label}</legend>
      <Parts joined={joined} facts={facts} onChange={onChange} />
    </fieldset>
  );
}

const JOINS = ['all', 'any', 'none'] as const;

/** The parts of a condition, or of a group inside one. */
function Parts(properties: {
  readonly joined: JoinedDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (joined: JoinedDraft) => void;
}): ReactNode {
  const { joined, facts, onChange } = properties;
  const { join, parts } = joined;
  const put = (next: JoinedDraft['parts']): void => onChange({ ...joined, parts: next });
  return (
    <>
      {(parts.length > 1 || join === 'none') && (
        <JoinSelect join={join} onChange={(chosen) => onChange({ ...joined, join: chosen })} />
      )}
      {parts.map((part, index) => (
        <Part
          key={index}
          part={part}
          facts={facts}
          onChange={(changed) => put(parts.with(index, changed))}
          onDrop={() => put(parts.toSpliced(index, 1))}
        />
      ))}
      <FurtherPart parts={parts} facts={facts} onChange={put} />
    </>
  );
}

/** Whether all parts must hold, one of them, or none. */
function JoinSelect(properties: {
  readonly join: JoinedDraft['join'];
  readonly onChange: (join: JoinedDraft['join']) => void;
}): ReactNode {
  const { join, onChange } = properties;
  const { say } = useWording();
  return (
    <NativeSelect
      size="xs"
      aria-label={say('web.join-of')}
      value={join}
      onChange={({ currentTarget: { value } }) => onChange(JOINS.find((each) => each === value) ?? 'all')}
      data={JOINS.map((each) => ({ value: each, label: say(`web.join-${each}`) }))}
    />
  );
}

/** One comparison, or a group of them. */
function Part(properties: {
  readonly part: PartDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (part: PartDraft) => void;
  readonly onDrop: () => void;
}): ReactNode {
  const { part, facts, onChange, onDrop } = properties;
  const { say } = useWording();
  if (!isGroup(part)) {
    return (
      <div className={classes.comparison}>
        <ComparisonFields part={part} facts={facts} onChange={onChange} />
        <DropButton label={say('web.drop-condition')} onClick={onDrop} />
      </div>
    );
  }
  return (
    <div className={classes.group}>
      <fieldset className={classes.part}>
        <legend>{say('web.condition-group')}</legend>
        <Parts joined={part} facts={facts} onChange={onChange} />
      </fieldset>
      <DropButton label={say('web.drop-condition-group')} onClick={onDrop} />
    </div>
  );
}

/** Adds a comparison, or a group of two. */
function FurtherPart(properties: {
  readonly parts: JoinedDraft['parts'];
  readonly facts: readonly PoolFact[];
  readonly onChange: (parts: JoinedDraft['parts']) => void;
}): ReactNode {
  const { parts, facts, onChange } = properties;
  const { say } = useWording();
  const first = facts.find(({ values }) => values.length > 0) ?? facts[0];
  const add = (part: (fact: PoolFact) => PartDraft) => (): void => {
    if (first !== undefined) onChange([...parts, part(first)]);
  };
  const group = (fact: PoolFact): PartDraft => ({
    join: 'any',
    parts: [comparisonWith(fact), comparisonWith(fact)],
  });
  return (
    <div className={classes.line}>
      <AddButton
        words={parts.length === 0 ? say('web.first-condition') : say('web.further-condition')}
        disabled={first === undefined}
        onClick={add(comparisonWith)}
      />
      {parts.length > 0 && <AddButton words={say('web.add-condition-group')} onClick={add(group)} />}
    </div>
  );
}
