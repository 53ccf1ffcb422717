import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import { OptionalNumber } from '../shared/optional-number.tsx';
import { Panel } from '../shared/panel.tsx';
import { comparisonWith } from './comparison-fields.tsx';
import { type PoolFact, toDeclare, type ValueCount } from './pool-facts.ts';
import classes from './rule-cards.module.css';
import { NEW_DRAFT } from './rule-draft.ts';
import { writtenRule } from './written-rule.ts';
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

/** One value of a column, as the beginning of a rule. */
function Suggestion(properties: {
  readonly fact: PoolFact;
  readonly value: ValueCount;
  readonly of: number;
  readonly rules: RuleText;
}): ReactNode {
  const { fact, value, of, rules } = properties;
  const { say, value: wordOf } = useWording();
  const [side, setSide] = useState<'min' | 'max'>('min');
  const [bound, setBound] = useState<number>();
  const word = wordOf(fact.fact, String(value.value));
  const label = say('web.suggestion', { count: value.count, of, value: word });
  const add = (): void => {
    if (bound === undefined) return;
    const text = withQuota(rules.text, fact, value, { [side]: bound });
    if (text !== undefined) rules.edit(text);
    setBound(undefined);
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
        value={side}
        onChange={(event) => setSide(event.currentTarget.value === 'max' ? 'max' : 'min')}
        data={[
          { value: 'min', label: say('web.at-least') },
          { value: 'max', label: say('web.at-most') },
        ]}
      />
      <OptionalNumber
        w={80}
        min={0}
        max={of}
        aria-label={say('web.how-many-of-them')}
        value={bound}
        onChange={setBound}
      />
      <Button type="submit" size="xs" variant="default" disabled={bound === undefined}>
        {say('web.add-rule')}
      </Button>
    </form>
  );
}

/** The rules with a quota for those who have a value; `undefined` where the text cannot take one. */
function withQuota(
  text: string,
  fact: PoolFact,
  { value }: ValueCount,
  bounds: { readonly min?: number; readonly max?: number },
): string | undefined {
  const where = { join: 'all', parts: [{ ...comparisonWith(fact), value }] } as const;
  const rule = writtenRule({ ...NEW_DRAFT, where, min: bounds.min, max: bounds.max });
  return withNewRule(text, `${fact.fact} ${value}`, rule, toDeclare([fact.fact], [fact]))?.text;
}
