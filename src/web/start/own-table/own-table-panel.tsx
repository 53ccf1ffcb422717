import { Button, FileButton, NativeSelect, TextInput } from '@mantine/core';
import { Download, FileDiff, Trash2, Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  mappingIn,
  mappingToKeep,
  unreadWords,
  withColumn,
  withHeadingLine,
  withWord,
} from '../../pools/table-mapping.ts';
import { type KeptPool } from '../../pools/kept-pool.ts';
import { useKeptPools } from '../../pools/use-kept-pools.tsx';
import { useCase } from '../../session/case.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { fileName, saveText } from '../../shared/save-file.ts';
import type { Mapping } from '../../../pool/headings/mapping-schema.ts';
import type { TableLayoutAnswer } from '../../../service/answers/pool-answers.ts';
import type { OwnPoolChoice } from '../../state/work.ts';
import { ColumnRow, isGuessed } from './column-row.tsx';
import { lacksNames, NameColumn } from './name-column.tsx';
import { MENDING } from '../choices/go-to-mending.tsx';
import { DeliveryPanel } from './delivery-panel.tsx';
import classes from './own-table-panel.module.css';
import { OddNumbers } from './odd-numbers.tsx';
import { UnreadWords } from './unread-words.tsx';
import { useOwnTable } from './use-own-table.ts';

/** How the user's own table is read: what each column is taken for, beside what stands in it, to be set right. */
export function OwnTablePanel(properties: {
  readonly pool: OwnPoolChoice;
  readonly layout: TableLayoutAnswer;
}): ReactNode {
  const { pool, layout } = properties;
  const { say } = useWording();
  const { poolProblems } = useCase();
  const { chosen } = useKeptPools();
  const { readAnew } = useOwnTable();
  const { mapping } = pool;
  const { columns } = layout;
  const map = (next: Mapping): void => readAnew({ ...pool, mapping: next });
  const words = unreadWords(poolProblems, columns);
  const unsure = columns.filter((column) => isGuessed(column)).length;
  return (
    <>
      <Panel
        id={MENDING.reading}
        title={say('web.table')}
        flush
        aside={
          !poolProblems.some((problem) => lacksNames(problem)) && (
            <span>{say('web.columns-unsure', { count: unsure, of: columns.length })}</span>
          )
        }
      >
        <NameColumn
          columns={columns}
          onName={(heading) => map(withColumn(mapping, heading, { as: 'name' }))}
        />
        {chosen !== undefined && <TableName key={chosen.id} kept={chosen} />}
        <Reading pool={pool} layout={layout} onMap={map} />
        <UnreadWords
          words={words}
          onMean={({ fact, word }, value) => map(withWord(mapping, fact, word, value))}
        />
      </Panel>
      <OddNumbers />
      {columns.some(({ as }) => as === 'id') ? (
        <Delivery pool={pool} />
      ) : (
        <p className={classes.note}>{say('web.delivery-needs-ids')}</p>
      )}
    </>
  );
}

/** On which line the headings stand, what each column is taken for, and both as a file. */
function Reading(properties: {
  readonly pool: OwnPoolChoice;
  readonly layout: TableLayoutAnswer;
  readonly onMap: (mapping: Mapping) => void;
}): ReactNode {
  const { pool, layout, onMap } = properties;
  const { say } = useWording();
  const { ruleSet } = useCase();
  const { chosen } = useKeptPools();
  const { mapping } = pool;
  const { columns } = layout;
  const declared = Object.keys(ruleSet?.facts ?? {});
  return (
    <details className={classes.reading} open>
      <summary>{say('web.table-reading')}</summary>
      <HeadingLine layout={layout} mapping={mapping} onChange={onMap} />
      <ul className={classes.columns} tabIndex={0} aria-label={say('web.table-reading')}>
        {columns.map((column, at) => (
          <ColumnRow
            key={`${at} ${column.heading}`}
            column={column}
            mapping={mapping}
            declared={declared}
            onChange={(said) => onMap(withColumn(mapping, column.heading, said))}
          />
        ))}
      </ul>
      <MappingFile
        name={chosen?.title ?? pool.file}
        mapping={mappingToKeep(mapping, columns)}
        onLoad={onMap}
      />
    </details>
  );
}

/** The name under which the browser keeps the table, and how to part with it. */
function TableName({ kept }: { readonly kept: KeptPool }): ReactNode {
  const { say } = useWording();
  const { rename, remove } = useKeptPools();
  const [title, setTitle] = useState(kept.title);
  const isGone = kept.removed !== undefined;
  const leave = (): void => {
    const next = title.trim();
    if (next === '') setTitle(kept.title);
    else if (next !== kept.title) rename(kept.id, next);
  };
  return (
    <div className={classes.name}>
      <TextInput
        size="xs"
        label={say('web.table-name')}
        value={title}
        disabled={isGone}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
      {!isGone && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Trash2 size={14} aria-hidden />}
          onClick={() => remove(kept.id, true)}
        >
          {say('web.remove-table')}
        </Button>
      )}
    </div>
  );
}

/** On which line the headings stand: found, or said. */
function HeadingLine(properties: {
  readonly layout: TableLayoutAnswer;
  readonly mapping: Mapping | undefined;
  readonly onChange: (mapping: Mapping) => void;
}): ReactNode {
  const { layout, mapping, onChange } = properties;
  const { say } = useWording();
  const inShort = (cells: readonly string[]): string =>
    cells
      .filter((cell) => cell.trim() !== '')
      .slice(0, 4)
      .join(' · ');
  const lines = layout.top.map(({ line, cells }) => ({
    value: String(line),
    label: `${line}: ${inShort(cells)}`,
  }));
  const isListed = lines.some(({ value }) => value === String(layout.line));
  return (
    <NativeSelect
      size="xs"
      className={classes.line}
      label={say('web.headings-line')}
      value={String(layout.line)}
      data={isListed ? lines : [...lines, { value: String(layout.line), label: String(layout.line) }]}
      onChange={(event) => onChange(withHeadingLine(mapping, Number(event.currentTarget.value)))}
    />
  );
}

/** The way of reading as a file, for the next delivery of the same office. */
function MappingFile(properties: {
  readonly name: string;
  readonly mapping: Mapping;
  readonly onLoad: (mapping: Mapping) => void;
}): ReactNode {
  const { name, mapping, onLoad } = properties;
  const { say } = useWording();
  const [isNone, setIsNone] = useState(false);
  const load = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const read = await mappingIn(await file.text());
    setIsNone(read === undefined);
    if (read !== undefined) onLoad(read);
  };
  const title = fileName(name.replace(/\.\w+$/, ''));
  return (
    <div className={classes.file}>
      <Button
        size="xs"
        variant="default"
        leftSection={<Download size={14} aria-hidden />}
        onClick={() => saveText(`${title}.mapping.json`, JSON.stringify(mapping, undefined, 2))}
      >
        {say('web.save-mapping')}
      </Button>
      <FileButton accept=".json,.yaml,.yml" onChange={(file) => void load(file)}>
        {(button) => (
          <Button {...button} size="xs" variant="default" leftSection={<Upload size={14} aria-hidden />}>
            {say('web.load-mapping')}
          </Button>
        )}
      </FileButton>
      {isNone && <p role="alert">{say('web.no-mapping-file')}</p>}
    </div>
  );
}

/** Takes a new delivery of the table in hand, and shows what it says otherwise. */
function Delivery({ pool }: { readonly pool: OwnPoolChoice }): ReactNode {
  const { say } = useWording();
  const { poolProblems } = useCase();
  const [file, setFile] = useState<File>();
  if (poolProblems.length > 0) return null;
  if (file !== undefined) {
    return <DeliveryPanel pool={pool} file={file} onDone={() => setFile(undefined)} />;
  }
  return (
    <FileButton accept=".csv,.xlsx,.ods,.xls,text/csv" onChange={(chosen) => setFile(chosen ?? undefined)}>
      {(button) => (
        <Button
          {...button}
          size="xs"
          variant="default"
          className={classes.delivery}
          leftSection={<FileDiff size={14} aria-hidden />}
        >
          {say('web.new-delivery')}
        </Button>
      )}
    </FileButton>
  );
}
