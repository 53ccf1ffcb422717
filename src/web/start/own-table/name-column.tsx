import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReadColumn } from '../../pools/table-mapping.ts';
import { useCase } from '../../session/case.tsx';
import { useWording } from '../../shared/language.tsx';
import classes from './own-table-panel.module.css';

/** Asks which column holds the names, where no heading says it: nothing else can go on before. */
export function NameColumn(properties: {
  readonly columns: readonly ReadColumn[];
  readonly onName: (heading: string) => void;
}): ReactNode {
  const { columns, onName } = properties;
  const { say } = useWording();
  const { poolProblems } = useCase();
  if (!poolProblems.some((problem) => lacksNames(problem))) return null;
  const headed = columns.filter(({ heading }) => heading !== '');
  return (
    <div className={classes.names}>
      <NativeSelect
        label={say('web.which-are-names')}
        value=""
        onChange={({ currentTarget: { value } }) => onName(value)}
        data={[
          { value: '', label: '…' },
          ...headed.map(({ heading, samples }) => ({
            value: heading,
            label: [heading, samples.join(', ')].join(': '),
          })),
        ]}
      />
    </div>
  );
}

/** Whether a table cannot be read for want of a column of names. */
export function lacksNames(problem: {
  readonly code: string;
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
}): boolean {
  return problem.code === 'pool.missing-column' && problem.parameters?.['column'] === 'name';
}
