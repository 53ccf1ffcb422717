import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { MENDING } from '../choices/go-to-mending.tsx';
import { mendedSheet } from '../../state/work.ts';
import { MendTable } from './mend-table.tsx';
import { ProblemList } from '../choices/problem-list.tsx';
import { useOwnTable } from './use-own-table.ts';

/** The user's own tables as far as they cannot be read: the candidates, the units. */
export function MendTables(): ReactNode {
  const { say } = useWording();
  const { poolProblems, unitsProblems, layout, sheets, sheetText } = useCase();
  const { mend } = useOwnTable();
  const { work, make } = useSession();
  const { pool, units } = work;
  const text =
    pool.kind === 'own' ? pool.csv : pool.kind === 'workbook' ? (mendedSheet(pool) ?? sheetText) : undefined;
  // A cell of a workbook that is mended makes a text of its sheet; the other sheets stay as they are.
  const mended = (csv: string): void => {
    if (pool.kind === 'own') mend({ ...pool, csv });
    const [sheet] = sheets?.read ?? [];
    if (pool.kind !== 'workbook' || sheets === undefined || sheet === undefined) return;
    const tables = { ...pool.mended?.tables, [sheet]: csv };
    mend({ ...pool, sheet, mended: { sheets: sheets.all, tables } });
  };
  return (
    <>
      {text !== undefined && poolProblems.length > 0 && (
        <MendTable
          id={MENDING.pool}
          title={say('web.mend')}
          csv={text}
          problems={poolProblems}
          headings={layout?.columns.map(({ heading }) => heading)}
          factOf={layout && ((column) => layout.columns[column]?.as)}
          onMend={mended}
        />
      )}
      {pool.kind === 'workbook' && text === undefined && poolProblems.length > 0 && (
        <Panel id={MENDING.pool} title={pool.file} flush>
          <Text size="sm" c="dimmed" px="md" pb="sm">
            {say('web.mend-workbook')}
          </Text>
          <ProblemList problems={poolProblems} />
        </Panel>
      )}
      {units?.kind === 'own' && unitsProblems.length > 0 && (
        <MendTable
          id={MENDING.units}
          title={say('web.mend-units')}
          csv={units.csv}
          problems={unitsProblems}
          onMend={(csv) => make({ do: 'mend-units', units: { ...units, csv } })}
        />
      )}
    </>
  );
}
