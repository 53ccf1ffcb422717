import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';

/** One of the columns of the table, or none where that may be. */
export function ColumnSelect(properties: {
  readonly label: string;
  readonly value: string;
  readonly columns: readonly string[];
  /** What no column is called; absent: there must be one. */
  readonly none?: string | undefined;
  readonly onChange: (fact: string) => void;
}): ReactNode {
  const { label, value, columns, none, onChange } = properties;
  const { fact: titleOf } = useWording();
  const offered = [...new Set([...columns, value])].filter((fact) => fact !== '');
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...(none === undefined && value !== '' ? [] : [{ value: '', label: none ?? '…' }]),
        ...offered.map((fact) => ({ value: fact, label: titleOf(fact) })),
      ]}
    />
  );
}
