import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import type { WorkbookChoice } from '../state/work.ts';
import { useOwnTable } from './use-own-table.ts';

/** Which sheet of the user's workbook is read; chosen where there are several. */
export function SheetChoice({ workbook }: { readonly workbook: WorkbookChoice }): ReactNode {
  const { say } = useWording();
  const { take } = useOwnTable();
  const { sheets } = useCase();
  if (sheets === undefined || sheets.all.length < 2) return null;
  return (
    <Select
      size="xs"
      mt="xs"
      mb="xs"
      label={say('web.sheet')}
      allowDeselect={false}
      value={sheets.read ?? null}
      data={[...new Set(sheets.all)]}
      onChange={(sheet) => {
        const isOther = sheet !== null && sheet !== sheets.read;
        if (isOther) void take({ ...workbook, sheet });
      }}
    />
  );
}
