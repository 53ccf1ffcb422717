import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { DATED_FACTS, datedFact } from '../../words/dated-fact.ts';
import { useWording } from '../shared/language.tsx';
import { factsIn, type RuleDraft } from './rule-draft.ts';

/** The day of its own on which a rule counts ages and appraisals, where it asks for any. */
export function DayField(properties: {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}): ReactNode {
  const { draft, onChange } = properties;
  const { say } = useWording();
  const isDated = factsIn(draft).some((fact) => DATED_FACTS.includes(datedFact(fact).fact));
  if (!isDated && draft.at === undefined) return null;
  return (
    <TextInput
      size="xs"
      w={180}
      type="date"
      label={say('web.rule-day')}
      value={draft.at ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...draft, at: value === '' ? undefined : value })
      }
    />
  );
}
