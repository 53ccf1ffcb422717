import { NumberInput, type NumberInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** A number that may be left out: where nothing, or no number, is written, it is `undefined`. */
export function OptionalNumber(
  properties: Omit<NumberInputProps, 'value' | 'onChange'> & {
    readonly value: number | undefined;
    readonly onChange: (value: number | undefined) => void;
  },
): ReactNode {
  const { value, onChange, ...rest } = properties;
  return (
    <NumberInput
      size="xs"
      w={104}
      value={value ?? ''}
      onChange={(written) => onChange(typeof written === 'number' ? written : undefined)}
      {...rest}
    />
  );
}
