import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import { type RuleDraft, UNIT_MODES } from './rule-draft.ts';

/** Whether a rule about posts counts appointments, or the units that have one; where there are no units it counts people. */
export function PerField(properties: {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, onChange } = properties;
  const { say } = useWording();
  const { ruleSet } = useCase();
  const isOfPosts = ruleSet?.titles !== undefined && ruleSet.list === undefined;
  if (!UNIT_MODES.has(draft.mode) || (!isOfPosts && draft.per === 'member')) return null;
  return (
    <NativeSelect
      size="xs"
      label={say('web.counted-in')}
      value={draft.per}
      onChange={({ currentTarget: { value } }) =>
        onChange(value === 'unit' ? { ...draft, per: 'unit', forEach: [] } : { ...draft, per: 'member' })
      }
      data={(['member', 'unit'] as const).map((value) => ({ value, label: say(`web.counted-per-${value}`) }))}
    />
  );
}
