import { Button } from '@mantine/core';
import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../../shared/language.tsx';

/** The parts of the view in which tables are mended. */
export const MENDING = { pool: 'mend-pool', units: 'mend-units', reading: 'table-reading' } as const;

/** Leads to the cells of a table that are to be mended; on a phone they are far below the file. */
export function GoToMending(properties: {
  readonly table: keyof typeof MENDING;
  readonly count: number;
}): ReactNode {
  const { table, count } = properties;
  const { say } = useWording();
  if (count === 0) return null;
  const go = (): void => {
    const part = document.querySelector<HTMLElement>(`#${MENDING[table]}`);
    part?.scrollIntoView();
    part?.querySelector<HTMLElement>(table === 'reading' ? 'select' : 'input[aria-invalid]')?.focus();
  };
  return (
    <Button
      size="xs"
      mb="xs"
      fullWidth
      variant="default"
      rightSection={<ArrowDown size={14} aria-hidden />}
      onClick={go}
    >
      {say('web.go-to-mending', { count })}
    </Button>
  );
}
