import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWording } from '../shared/language.tsx';
import { OptionalNumber } from '../shared/optional-number.tsx';
import type { RuleDraft } from './rule-draft.ts';
import { type Bound, sizeOfBound, typedShare, writtenShare } from './share-bound.ts';

interface BoundProperties {
  readonly label: string;
  readonly value: Bound | undefined;
  readonly w?: number;
  readonly min?: number;
  readonly max?: number;
  readonly error?: ReactNode;
  readonly onChange: (value: Bound | undefined) => void;
}

/** A bound of a rule, which may be left out: a number, or of a share per cent or a fraction. */
export function BoundField(properties: BoundProperties & { readonly mode: RuleDraft['mode'] }): ReactNode {
  const { mode, value, ...rest } = properties;
  if (mode === 'share') return <ShareField {...rest} value={value} />;
  return <OptionalNumber {...rest} value={value === undefined ? undefined : sizeOfBound(value)} />;
}

/** A part of a whole, typed as `25`, `25 %` or `1/4`. */
function ShareField(properties: BoundProperties): ReactNode {
  const { label, value, w = 104, error, onChange } = properties;
  const { say } = useWording();
  const [typed, setTyped] = useState('');
  // What was typed is shown as long as it says the bound that the rule has.
  const isTyped = typedShare(typed) === value;
  const shown = isTyped ? typed : value === undefined ? '' : writtenShare(value);
  const isUnread = isTyped && value === undefined && typed.trim() !== '';
  return (
    <TextInput
      size="xs"
      w={w}
      label={label}
      placeholder="%"
      value={shown}
      error={isUnread ? say('web.no-share') : error}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(typedShare(currentTarget.value));
      }}
    />
  );
}
