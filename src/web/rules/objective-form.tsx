import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { comparisonWith } from './comparison-fields.tsx';
import { NO_PARTS } from './condition-draft.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { AddButton, DropButton } from './line-buttons.tsx';
import {
  factsOfObjective,
  isComplete,
  type Level,
  type Objective,
  objectiveOf,
  type Term,
  writtenObjectiveOf,
} from './objective-draft.ts';
import { likelyPoints, type PoolFact, toDeclare } from './pool-facts.ts';
import classes from './rule-builder.module.css';
import cards from './rule-cards.module.css';
import { withObjective, writtenObjective } from './rule-list.ts';
import type { RuleText } from './use-rule-text.ts';

/** What makes one slate better than another: points by columns and by kinds of people, on one level or several. */
export function ObjectiveForm(properties: {
  readonly rules: RuleText;
  /** The rules that are shown: while they are no YAML, the last that were. */
  readonly text: string;
  readonly facts: readonly PoolFact[];
}): ReactNode {
  const { rules, text, facts } = properties;
  const { say } = useWording();
  const read = useMemo(() => objectiveOf(writtenObjective(text)), [text]);
  if (read === undefined) {
    return (
      <Panel title={say('web.objective-of-rules')}>
        <p>{say('web.objective-in-file')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={say('web.objective-of-rules')} flush>
      <Form key={JSON.stringify(read)} read={read} rules={rules} facts={facts} />
    </Panel>
  );
}

function Form(properties: {
  readonly read: Objective;
  readonly rules: RuleText;
  readonly facts: readonly PoolFact[];
}): ReactNode {
  const { read, rules, facts } = properties;
  const { say } = useWording();
  // What is not whole yet stands here alone; what is, in the file at once.
  const [draft, setDraft] = useState(read);
  const { isLevelled, levels } = draft;
  const write = (next: Objective): void => {
    setDraft(next);
    if (!isComplete(next)) return;
    const declared = toDeclare(factsOfObjective(next), facts);
    rules.edit(withObjective(rules.text, writtenObjectiveOf(next), declared));
  };
  const split = (): void => {
    const first = levels.map((each) => ({
      ...each,
      title: isLevelled ? each.title : say('web.level-number', { number: 1 }),
      softRules: isLevelled ? each.softRules : true,
    }));
    const title = say('web.level-number', { number: levels.length + 1 });
    write({ isLevelled: true, levels: [...first, { title, terms: [], softRules: false }] });
  };
  const isEmpty = !isLevelled && levels.every(({ terms }) => terms.length === 0);
  return (
    <div className={cards.add}>
      {isEmpty && <p>{say('web.objective-none')}</p>}
      {levels.map((level, index) => (
        <LevelFields
          key={index}
          level={level}
          isLevelled={isLevelled}
          facts={facts}
          onChange={(changed) => write({ ...draft, levels: levels.with(index, changed) })}
          onDrop={() => write({ isLevelled: levels.length > 1, levels: levels.toSpliced(index, 1) })}
        />
      ))}
      <div>
        <AddButton words={say('web.add-level')} onClick={split} />
      </div>
    </div>
  );
}

function LevelFields(properties: {
  readonly level: Level;
  readonly isLevelled: boolean;
  readonly facts: readonly PoolFact[];
  readonly onChange: (level: Level) => void;
  readonly onDrop: () => void;
}): ReactNode {
  const { level, isLevelled, facts, onChange, onDrop } = properties;
  const { terms } = level;
  const countable = facts.filter(({ type }) => type === 'number');
  const put = (next: readonly Term[]): void => onChange({ ...level, terms: next });
  return (
    <fieldset className={isLevelled ? classes.part : classes.condition}>
      {isLevelled && <LevelHead level={level} onChange={onChange} onDrop={onDrop} />}
      {terms.map((term, index) => (
        <TermFields
          key={index}
          term={term}
          countable={countable}
          facts={facts}
          onChange={(changed) => put(terms.with(index, changed))}
          onDrop={() => put(terms.toSpliced(index, 1))}
        />
      ))}
      <FurtherTerm terms={terms} countable={countable} facts={facts} onChange={put} />
    </fieldset>
  );
}

/** What a level is called, and whether the goals count on it. */
function LevelHead(properties: {
  readonly level: Level;
  readonly onChange: (level: Level) => void;
  readonly onDrop: () => void;
}): ReactNode {
  const { level, onChange, onDrop } = properties;
  const { say } = useWording();
  const { title, softRules } = level;
  return (
    <div className={classes.line}>
      {typeof title === 'string' && (
        <TextInput
          size="xs"
          label={say('web.level')}
          value={title}
          onChange={(event) => onChange({ ...level, title: event.currentTarget.value })}
        />
      )}
      <Checkbox
        size="xs"
        label={say('web.level-goals')}
        checked={softRules}
        onChange={(event) => onChange({ ...level, softRules: event.currentTarget.checked })}
      />
      <DropButton label={say('web.drop-level')} onClick={onDrop} />
    </div>
  );
}

/** Adds points by a column that has none yet, or for a kind of people. */
function FurtherTerm(properties: {
  readonly terms: readonly Term[];
  readonly countable: readonly PoolFact[];
  readonly facts: readonly PoolFact[];
  readonly onChange: (terms: readonly Term[]) => void;
}): ReactNode {
  const { terms, countable, facts, onChange } = properties;
  const { say } = useWording();
  const free = likelyPoints(countable.filter(({ fact }) => terms.every((term) => term.fact !== fact)));
  const first = facts.find(({ values }) => values.length > 0);
  const byColumn = (fact: string): void => onChange([...terms, { fact, where: NO_PARTS, weight: 1 }]);
  const byKind = (fact: PoolFact): void =>
    onChange([...terms, { fact: '', where: { join: 'all', parts: [comparisonWith(fact)] }, weight: 1 }]);
  return (
    <div className={classes.line}>
      <AddButton
        words={say('web.add-term')}
        disabled={free === undefined}
        onClick={() => free && byColumn(free.fact)}
      />
      <AddButton
        words={say('web.add-kind-term')}
        disabled={first === undefined}
        onClick={() => first && byKind(first)}
      />
    </div>
  );
}

function TermFields(properties: {
  readonly term: Term;
  readonly countable: readonly PoolFact[];
  readonly facts: readonly PoolFact[];
  readonly onChange: (term: Term) => void;
  readonly onDrop: () => void;
}): ReactNode {
  const { term, countable, facts, onChange, onDrop } = properties;
  const { say, fact: titleOf } = useWording();
  const columns = [...new Set([...countable.map(({ fact }) => fact), term.fact])].filter(
    (fact) => fact !== '',
  );
  return (
    <div className={classes.comparison}>
      <NumberInput
        size="xs"
        w={88}
        aria-label={say('web.points-per')}
        value={term.weight}
        onChange={(weight) => typeof weight === 'number' && onChange({ ...term, weight })}
      />
      <span aria-hidden>×</span>
      <NativeSelect
        size="xs"
        aria-label={say('web.column')}
        value={term.fact}
        onChange={(event) => onChange({ ...term, fact: event.currentTarget.value })}
        data={[
          { value: '', label: say('web.per-member') },
          ...columns.map((fact) => ({ value: fact, label: titleOf(fact) })),
        ]}
      />
      <DropButton label={say('web.drop-term')} onClick={onDrop} />
      {(term.where.parts.length > 0 || term.fact === '') && (
        <ConditionEditor
          label={say('web.who-counts-here')}
          joined={term.where}
          facts={facts}
          onChange={(where) => onChange({ ...term, where })}
        />
      )}
    </div>
  );
}
