import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { ComparisonFields, comparisonWith } from './comparison-fields.tsx';
import { isGroup, type JoinedDraft } from './condition-draft.ts';
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
  const { say } = useWording();
  const put = (next: JoinedDraft['parts']): void => onChange({ ...joined, parts: next });
  const first = facts.find(({ values }) => values.length > 0) ?? facts[0];
  const isJoined = parts.length > 1 || join === 'none';
  return (
    <>
      {isJoined && (
        <NativeSelect
          size="xs"
          aria-label={say('web.join-of')}
          value={join}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...joined, join: JOINS.find((each) => each === value) ?? 'all' })
          }
          data={JOINS.map((each) => ({ value: each, label: say(`web.join-${each}`) }))}
        />
      )}
      {parts.map((part, index) => {
        const change = (changed: typeof part): void =>
          put(parts.map((each, at) => (at === index ? changed : each)));
        return (
          <div key={index} className={isGroup(part) ? classes.group : classes.comparison}>
            {isGroup(part) ? (
              <fieldset className={classes.part}>
                <legend>{say('web.condition-group')}</legend>
                <Parts joined={part} facts={facts} onChange={change} />
              </fieldset>
            ) : (
              <ComparisonFields part={part} facts={facts} onChange={change} />
            )}
            <ActionIcon
              size={28}
              aria-label={isGroup(part) ? say('web.drop-condition-group') : say('web.drop-condition')}
              onClick={() => put(parts.filter((_each, at) => at !== index))}
            >
              <X size={15} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      <div className={classes.line}>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Plus size={14} aria-hidden />}
          disabled={first === undefined}
          onClick={() => first && put([...parts, comparisonWith(first)])}
        >
          {parts.length === 0 ? say('web.first-condition') : say('web.further-condition')}
        </Button>
        {parts.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() =>
              first && put([...parts, { join: 'any', parts: [comparisonWith(first), comparisonWith(first)] }])
            }
          >
            {say('web.add-condition-group')}
          </Button>
        )}
      </div>
    </>
  );
}
