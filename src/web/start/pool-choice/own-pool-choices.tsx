import type { ReactNode } from 'react';
import { useKeptPools } from '../../pools/use-kept-pools.tsx';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import { Choice } from '../choices/choice.tsx';
import { GoToMending } from '../choices/go-to-mending.tsx';
import { TextDrop } from '../choices/text-drop.tsx';
import { useOwnTable } from '../own-table/use-own-table.ts';
import { workbookIn } from '../choices/workbook-file.ts';
import { ActionIcon, Select, Text } from '@mantine/core';
import { RotateCcw, X } from 'lucide-react';
import classes from './removed-pools.module.css';
import type { WorkbookChoice } from '../../state/work.ts';

/** Names of files that a dialogue offers; what a file is, its content tells. */
const TABLES = '.csv,.xlsx,.ods,.xls,text/csv';

/** What is set right by saying what the columns are read as. */
const COLUMN_FAULTS: ReadonlySet<string> = new Set(['pool.missing-column', 'pool.duplicate-heading']);

/** The user's own tables: those that the browser keeps, and a place to drop another one. */
export function OwnPoolChoices(): ReactNode {
  const { say } = useWording();
  const { pool } = useSession().work;
  const { people, poolProblems } = useCase();
  const { present, chosen, isUnkept } = useKeptPools();
  const { take } = useOwnTable();
  const isListed = chosen !== undefined && chosen.removed === undefined;
  const isUnlisted = pool.kind !== 'shipped' && pool.file !== '' && !isListed;
  const isOfColumns = poolProblems.some(({ code }) => COLUMN_FAULTS.has(code));
  const detail =
    poolProblems.length > 0
      ? say('web.problems', { count: poolProblems.length })
      : say('web.candidates', { count: people.list.length });
  return (
    <>
      {isUnlisted && (
        <Choice
          group="pool"
          checked
          title={chosen?.title ?? pool.file}
          detail={detail}
          onChoose={() => undefined}
        />
      )}
      {present.map((each) => (
        <Choice
          key={each.id}
          group="pool"
          checked={each === chosen}
          title={each.title}
          detail={each === chosen ? detail : each.pool.file}
          onChoose={() => void take(each.pool)}
        />
      ))}
      {isUnkept && (
        <Text size="xs" role="status">
          {say('web.tables-unkept')}
        </Text>
      )}
      <RemovedPools />
      {pool.kind === 'workbook' && <SheetChoice workbook={pool} />}
      <GoToMending table={isOfColumns ? 'reading' : 'pool'} count={poolProblems.length} />
      <TextDrop
        accept={TABLES}
        label={say('web.drop-csv')}
        hint={say('web.drop-csv-hint')}
        onText={(csv, file) => take({ kind: 'own', file, csv })}
        onOther={(file) => workbookIn(file).then(take)}
      />
    </>
  );
}

/** Tables that were thrown away: each can be taken out again, or deleted for good. */
function RemovedPools(): ReactNode {
  const { say } = useWording();
  const { removed, remove, forget } = useKeptPools();
  if (removed.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={say('web.removed-tables')}>
      {removed.map(({ id, title }) => (
        <li key={id}>
          <span>{say('web.table-removed', { title })}</span>
          <ActionIcon aria-label={say('web.restore-table', { title })} onClick={() => remove(id, false)}>
            <RotateCcw size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={say('web.forget-table', { title })} onClick={() => forget(id)}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

/** In place of the name of a sheet, as the service takes it: all with candidates under the same headings. */
const ALL_SHEETS = '*';

/** Which sheet of the user's workbook is read, or all that are alike; chosen where there are several. */
function SheetChoice({ workbook }: { readonly workbook: WorkbookChoice }): ReactNode {
  const { say } = useWording();
  const { take } = useOwnTable();
  const { sheets } = useCase();
  if (sheets === undefined || sheets.all.length < 2) return null;
  const read = sheets.read.length > 1 ? ALL_SHEETS : sheets.read[0];
  return (
    <Select
      size="xs"
      mt="xs"
      mb="xs"
      label={say('web.sheet')}
      allowDeselect={false}
      value={read ?? null}
      data={[
        ...new Set(sheets.all),
        ...(sheets.alike.length > 1
          ? [{ value: ALL_SHEETS, label: say('web.all-sheets', { sheets: sheets.alike.length }) }]
          : []),
      ]}
      onChange={(sheet) => {
        const isOther = sheet !== null && sheet !== read;
        if (isOther) void take({ ...workbook, sheet });
      }}
    />
  );
}
