import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { MENDING } from './go-to-mending.tsx';
import { MendTable } from './mend-table.tsx';
import { ProblemList } from './problem-list.tsx';
import { useOwnTable } from './use-own-table.ts';

/** The user's own tables as far as they cannot be read: the candidates, the units. */
export function MendTables(): ReactNode {
  const { say } = useWording();
  const { poolProblems, unitsProblems, layout } = useCase();
  const { mend } = useOwnTable();
  const { work, make } = useSession();
  const { pool, units } = work;
  return (
    <>
      {pool.kind === 'own' && poolProblems.length > 0 && (
        <MendTable
          id={MENDING.pool}
          title={say('web.mend')}
          csv={pool.csv}
          problems={poolProblems}
          headings={layout?.columns.map(({ heading }) => heading)}
          factOf={layout && ((column) => layout.columns[column]?.as)}
          onMend={(csv) => mend({ ...pool, csv })}
        />
      )}
      {pool.kind === 'workbook' && poolProblems.length > 0 && (
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
