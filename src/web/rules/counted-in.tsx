import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';

/** Whether a number means members, or per cent of the slate or of a bound. */
export function CountedIn(properties: {
  readonly value: 'members' | 'percent';
  /** What the per cent are of. */
  readonly percentOf: 'slate' | 'bound';
  readonly onChange: (value: 'members' | 'percent') => void;
}): ReactNode {
  const { value, percentOf, onChange } = properties;
  const { say } = useWording();
  return (
    <NativeSelect
      size="xs"
      label={say('web.counted-in')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value === 'percent' ? 'percent' : 'members')}
      data={[
        { value: 'members', label: say('web.counted-in-members') },
        {
          value: 'percent',
          label: percentOf === 'bound' ? say('web.counted-in-bound') : say('web.counted-in-percent'),
        },
      ]}
    />
  );
}
