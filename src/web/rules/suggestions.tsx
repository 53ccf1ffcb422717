import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { comparisonWith } from './comparison-fields.tsx';
import { type PoolFact, toDeclare, type ValueCount } from './pool-facts.ts';
import classes from './rule-cards.module.css';
import { NEW_DRAFT, writtenRule } from './rule-draft.ts';
import { withNewRule } from './rule-list.ts';
import type { RuleText } from './use-rule-text.ts';

/** Values of a column that are worth a quota each: of more, none is. */
const MOST_VALUES = 6;

/** What the table itself suggests: “11 of your 30 are women; how many shall be on the slate?” */
export function Suggestions(properties: {
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
  /** Whether there is no rule yet, so that the first suggestion stands open. */
  readonly isFirst: boolean;
}): ReactNode {
  const { rules, facts, isFirst } = properties;
  const { say, fact: titleOf } = useWording();
  const { people } = useCase();
  const fitting = useMemo(
    () => facts.filter(({ values }) => values.length > 1 && values.length <= MOST_VALUES),
    [facts],
  );
  if (fitting.length === 0) return null;
  return (
    <Panel title={say('web.from-table')} flush>
      {fitting.map((fact, index) => (
        <details key={fact.fact} className={classes.card} open={isFirst && index === 0}>
          <summary>
            <strong>{titleOf(fact.fact)}</strong>
          </summary>
          <div className={classes.inside}>
            {fact.values.map((each) => (
              <Suggestion
                key={String(each.value)}
                fact={fact}
                value={each}
                of={people.list.length}
                rules={rules}
              />
            ))}
          </div>
        </details>
      ))}
    </Panel>
  );
}

function Suggestion(properties: {
  readonly fact: PoolFact;
  readonly value: ValueCount;
  readonly of: number;
  readonly rules: RuleText;
}): ReactNode {
  const { fact, value, of, rules } = properties;
  const { say, value: wordOf } = useWording();
  const [bound, setBound] = useState<'min' | 'max'>('min');
  const [number, setNumber] = useState<number | ''>('');
  const word = wordOf(fact.fact, String(value.value));
  const label = say('web.suggestion', { count: value.count, of, value: word });
  const add = (): void => {
    if (number === '') return;
    const draft = {
      ...NEW_DRAFT,
      where: { join: 'all', parts: [{ ...comparisonWith(fact), value: value.value }] },
      min: bound === 'min' ? number : undefined,
      max: bound === 'max' ? number : undefined,
    } as const;
    const added = withNewRule(
      rules.text,
      `${fact.fact} ${value.value}`,
      writtenRule(draft),
      toDeclare([fact.fact], [fact]),
    );
    if (added !== undefined) rules.edit(added.text);
    setNumber('');
  };
  return (
    <form
      className={classes.suggestion}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <span>{label}</span>
      <NativeSelect
        size="xs"
        aria-label={say('web.which-bound')}
        value={bound}
        onChange={(event) => setBound(event.currentTarget.value === 'max' ? 'max' : 'min')}
        data={[
          { value: 'min', label: say('web.at-least') },
          { value: 'max', label: say('web.at-most') },
        ]}
      />
      <NumberInput
        size="xs"
        w={80}
        min={0}
        max={of}
        aria-label={say('web.how-many-of-them')}
        value={number}
        onChange={(written) => setNumber(typeof written === 'number' ? written : '')}
      />
      <Button type="submit" size="xs" variant="default" disabled={number === ''}>
        {say('web.add-rule')}
      </Button>
    </form>
  );
}
