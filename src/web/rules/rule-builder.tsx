import { NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import type { PoolFact } from './pool-facts.ts';
import classes from './rule-builder.module.css';
import { missingIn, MODES, type RuleDraft } from './rule-draft.ts';

/** One rule as a sentence with gaps: how many, of whom, by which columns and values of the table. */
export function RuleBuilder(properties: {
  readonly draft: RuleDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, facts, onChange } = properties;
  const { say, fact: titleOf } = useWording();
  const { mode } = draft;
  return (
    <div className={classes.builder}>
      <div className={classes.line}>
        <NativeSelect
          size="xs"
          label={say('web.kind')}
          value={mode}
          onChange={(event) => {
            const chosen = MODES.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) onChange(inMode(draft, chosen, facts));
          }}
          data={MODES.map((each) => ({ value: each, label: say(`web.kind-${each}`) }))}
        />
        {mode !== 'must' && <Bounds draft={draft} onChange={onChange} />}
        {mode === 'each' && (
          <NativeSelect
            size="xs"
            label={say('web.for-each')}
            value={draft.forEach}
            onChange={(event) => onChange({ ...draft, forEach: event.currentTarget.value })}
            data={[...new Set([...facts.map(({ fact }) => fact), draft.forEach])]
              .filter((fact) => fact !== '')
              .map((fact) => ({ value: fact, label: titleOf(fact) }))}
          />
        )}
      </div>
      <ConditionEditor
        label={mode === 'must' ? say('web.who-is-meant') : say('web.who-counts-here')}
        joined={draft.where}
        facts={facts}
        onChange={(where) => onChange({ ...draft, where })}
      />
      {mode === 'must' && (
        <ConditionEditor
          label={say('web.what-they-must')}
          joined={draft.satisfy}
          facts={facts}
          onChange={(satisfy) => onChange({ ...draft, satisfy })}
        />
      )}
      <div className={classes.line}>
        <SegmentedControl
          size="xs"
          value={draft.strength}
          aria-label={say('web.strength')}
          onChange={(value) => onChange({ ...draft, strength: value === 'soft' ? 'soft' : 'hard' })}
          data={(['hard', 'soft'] as const).map((value) => ({
            value,
            label: say(`web.strength-${value}-short`),
          }))}
        />
        {draft.strength === 'soft' && (
          <NumberInput
            size="xs"
            w={120}
            min={0}
            label={say('web.weight')}
            value={draft.weight}
            onChange={(weight) => onChange({ ...draft, weight: typeof weight === 'number' ? weight : 1 })}
          />
        )}
      </div>
    </div>
  );
}

function Bounds(properties: {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, onChange } = properties;
  const { say } = useWording();
  const isShare = draft.mode === 'share';
  const crossed = missingIn(draft) === 'crossed';
  const shared = { size: 'xs', w: 104, min: 0, ...(isShare && { suffix: ' %', max: 100 }) } as const;
  const written = (value: string | number): number | undefined =>
    typeof value === 'number' ? value : undefined;
  return (
    <>
      <NumberInput
        {...shared}
        label={say('web.at-least')}
        value={draft.min ?? ''}
        onChange={(value) => onChange({ ...draft, min: written(value) })}
      />
      <NumberInput
        {...shared}
        label={say('web.at-most')}
        value={draft.max ?? ''}
        error={crossed && say('web.bounds-crossed')}
        onChange={(value) => onChange({ ...draft, max: written(value) })}
      />
    </>
  );
}

/** The draft as another kind of rule: what it says of whom stays. */
function inMode(draft: RuleDraft, mode: RuleDraft['mode'], facts: readonly PoolFact[]): RuleDraft {
  if (mode !== 'each' || draft.forEach !== '') return { ...draft, mode };
  const forEach = facts.find(({ values }) => values.length > 1)?.fact ?? '';
  return { ...draft, mode, forEach, min: undefined, max: draft.max ?? 2 };
}
