import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** A field for a code of the second factor, which a telephone or a browser may fill in. */
export function CodeField(properties: {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}): ReactNode {
  const { onChange, ...rest } = properties;
  return (
    <TextInput
      {...rest}
      required
      withAsterisk={false}
      name="code"
      autoComplete="one-time-code"
      maxLength={40}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
