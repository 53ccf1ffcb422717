import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** A whole number between two others, both inclusive; what lies outside cannot be written. */
export function NumberField(properties: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { onChange, ...rest } = properties;
  return (
    <NumberInput
      size="xs"
      w={150}
      clampBehavior="strict"
      allowDecimal={false}
      onChange={(value) => typeof value === 'number' && onChange(value)}
      {...rest}
    />
  );
}
