import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { type PoolFact, toDeclare } from './pool-facts.ts';
import classes from './rule-builder.module.css';
import cards from './rule-cards.module.css';
import { type Term, termsIn, withTerms } from './rule-list.ts';
import type { RuleText } from './use-rule-text.ts';

/** What makes one slate better than another: points by columns of numbers, or yes and no. */
export function ObjectiveForm(properties: {
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
}): ReactNode {
  const { rules, facts } = properties;
  const { say, fact: titleOf } = useWording();
  const terms = useMemo(() => termsIn(rules.text), [rules.text]);
  const countable = facts.filter(({ type }) => type === 'number');
  if (terms === undefined) {
    return (
      <Panel title={say('web.objective-of-rules')}>
        <p>{say('web.objective-in-file')}</p>
      </Panel>
    );
  }
  const write = (next: readonly Term[]): void => {
    const names = next.map(({ fact }) => fact);
    const text = withTerms(rules.text, next, toDeclare(names, facts));
    if (text !== undefined) rules.edit(text);
  };
  const put = (index: number, term: Term): void =>
    write(terms.map((each, at) => (at === index ? term : each)));
  const free = countable.find(({ fact }) => terms.every((term) => term.fact !== fact));
  return (
    <Panel title={say('web.objective-of-rules')} flush>
      <div className={cards.add}>
        {terms.length === 0 && <p>{say('web.objective-none')}</p>}
        {terms.map((term, index) => (
          <div key={index} className={classes.comparison}>
            <NumberInput
              size="xs"
              w={88}
              aria-label={say('web.points-per')}
              value={term.weight}
              onChange={(weight) => typeof weight === 'number' && put(index, { ...term, weight })}
            />
            <span aria-hidden>×</span>
            <NativeSelect
              size="xs"
              aria-label={say('web.column')}
              value={term.fact}
              onChange={(event) => put(index, { ...term, fact: event.currentTarget.value })}
              data={[...new Set([...countable.map(({ fact }) => fact), term.fact])].map((fact) => ({
                value: fact,
                label: titleOf(fact),
              }))}
            />
            <ActionIcon
              size={28}
              aria-label={say('web.drop-term')}
              onClick={() => write(terms.filter((_each, at) => at !== index))}
            >
              <X size={15} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Plus size={14} aria-hidden />}
            disabled={free === undefined}
            onClick={() => free && write([...terms, { fact: free.fact, weight: 1 }])}
          >
            {say('web.add-term')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
