import { NumberInput, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import { DayField } from './day-field.tsx';
import { GivingWay } from './giving-way.tsx';
import { KindFields } from './kind-fields.tsx';
import type { PoolFact } from './pool-facts.ts';
import classes from './rule-builder.module.css';
import { OwnWordsFields } from './own-words-fields.tsx';
import { PerField } from './per-field.tsx';
import { LIST_MODES, MODES, type RuleDraft } from './rule-draft.ts';
import { weightLabelOf } from './weight-label.ts';
import { WithinFields } from './within-fields.tsx';

/** One rule as a sentence with gaps: how many, of whom, by which columns and values of the table. */
export function RuleBuilder(properties: {
  readonly draft: RuleDraft;
  readonly facts: readonly PoolFact[];
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, facts, onChange } = properties;
  const { say } = useWording();
  const { ruleSet } = useCase();
  const modes = MODES.filter(
    (each) => each === draft.mode || !LIST_MODES.has(each) || ruleSet?.list !== undefined,
  );
  return (
    <div className={classes.builder}>
      <KindFields draft={draft} modes={modes} facts={facts} onChange={onChange} />
      <PerField draft={draft} onChange={onChange} />
      <WithinFields draft={draft} onChange={onChange} />
      <DayField draft={draft} onChange={onChange} />
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
            w={168}
            min={0}
            label={say(weightLabelOf(draft))}
            value={draft.weight}
            onChange={(weight) => onChange({ ...draft, weight: typeof weight === 'number' ? weight : 1 })}
          />
        )}
      </div>
      {draft.strength === 'hard' && <GivingWay draft={draft} onChange={onChange} />}
      <OwnWordsFields draft={draft} onChange={onChange} />
    </div>
  );
}
