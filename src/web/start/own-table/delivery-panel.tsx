import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { poolIn } from '../../api/questions.ts';
import { useAnswer } from '../../api/use-answer.ts';
import {
  DELIVERED_KINDS,
  deliveredLines,
  type DeliveredLine,
  type Rows,
  withDelivery,
} from '../../../pool/deliveries.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useCellWords } from '../../shared/cell-words.ts';
import { Failure } from '../../shared/failure.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import type { OwnPoolChoice } from '../../state/work.ts';
import { decoded } from '../../../tables/text/encoding.ts';
import { fileKind, isContainer, KIND_BYTES } from '../../../tables/file-kind.ts';
import classes from './delivery-panel.module.css';
import { ProblemList } from '../choices/problem-list.tsx';
import { workbookIn } from '../choices/workbook-file.ts';

/** What a new delivery of the table in hand says otherwise, to be accepted candidate by candidate. */
export function DeliveryPanel(properties: {
  readonly pool: OwnPoolChoice;
  readonly file: File;
  readonly onDone: () => void;
}): ReactNode {
  const { pool, file, onDone } = properties;
  const { say } = useWording();
  const { people } = useCase();
  const delivered = useDelivered(pool, file);
  const asked = useAnswer(
    useMemo(() => (delivered === undefined ? undefined : poolIn(delivered)), [delivered]),
  );
  const before = useMemo(
    (): Rows => ({ headings: people.headings, rows: people.list.map(({ cells }) => cells) }),
    [people],
  );
  const after = asked.answer?.pool;
  const close = (
    <Button size="xs" variant="default" onClick={onDone}>
      {say('web.cancel')}
    </Button>
  );
  return (
    <Panel title={say('web.delivery-of', { file: file.name })} flush aside={close}>
      {asked.failure !== undefined && <Failure failure={asked.failure} />}
      {after === undefined && asked.answer === undefined && asked.failure === undefined && (
        <p className={classes.note}>{say('web.loading')}</p>
      )}
      {after === undefined && asked.answer !== undefined && (
        <>
          <p className={classes.note}>{say('web.delivery-unreadable')}</p>
          <ProblemList problems={asked.answer.problems} />
        </>
      )}
      {after !== undefined && (
        <Lines pool={pool} file={file.name} before={before} after={after} onDone={onDone} />
      )}
    </Panel>
  );
}

/** The file as a table, read in the same way as the one in hand. */
function useDelivered({ mapping }: OwnPoolChoice, file: File): OwnPoolChoice | undefined {
  const [read, setRead] = useState<OwnPoolChoice>();
  useEffect(() => {
    let isWanted = true;
    const take = async (): Promise<void> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const head = bytes.subarray(0, KIND_BYTES);
      const isText = !isContainer(head) && fileKind(head) === 'text';
      const text = isText ? decoded(bytes) : undefined;
      // What is no UTF-8 goes as it is to the service, which says so.
      const own: OwnPoolChoice =
        text?.ok === true ? { kind: 'own', file: file.name, csv: text.text } : await workbookIn(file);
      if (isWanted) setRead({ ...own, ...(mapping !== undefined && { mapping }) });
    };
    void take();
    return () => {
      isWanted = false;
    };
  }, [file, mapping]);
  return read;
}

function Lines(properties: {
  readonly pool: OwnPoolChoice;
  readonly file: string;
  readonly before: Rows;
  readonly after: Rows;
  readonly onDone: () => void;
}): ReactNode {
  const { pool, file, before, after, onDone } = properties;
  const { say } = useWording();
  const { make } = useSession();
  const lines = useMemo(() => deliveredLines(before, after), [before, after]);
  const [refused, setRefused] = useState<ReadonlySet<string>>(
    // Who may be there twice is only added when somebody says so.
    () => new Set(lines.filter(({ is }) => is === 'twice').map(({ id }) => id)),
  );
  const accepted = lines.filter(({ id }) => !refused.has(id)).map(({ id }) => id);
  const turn = (ids: readonly string[], isAccepted: boolean): void =>
    setRefused((known) => {
      const next = new Set(known);
      for (const id of ids) {
        if (isAccepted) next.delete(id);
        else next.add(id);
      }
      return next;
    });
  const takeOver = (): void => {
    const csv = withDelivery(before, after, new Set(accepted));
    const gone = new Set(
      lines
        .filter(({ id, is }) => !refused.has(id) && (is === 'gone' || is === 'renumbered'))
        .map(({ id, is, other }) => (is === 'renumbered' ? other! : id)),
    );
    const ids = [...before.rows, ...after.rows].map((row) => row['id'] ?? '').filter((id) => !gone.has(id));
    const kept = pool.kept === undefined ? {} : { kept: pool.kept };
    make({ do: 'take-delivery', pool: { kind: 'own', file, csv, ...kept }, ids });
    onDone();
  };
  if (lines.length === 0) return <p className={classes.note}>{say('web.delivery-same')}</p>;
  return (
    <>
      {DELIVERED_KINDS.map((kind) => (
        <LinesOfKind
          key={kind}
          kind={kind}
          lines={lines.filter(({ is }) => is === kind)}
          refused={refused}
          onTurn={turn}
        />
      ))}
      <div className={classes.foot}>
        <Button size="xs" disabled={accepted.length === 0} onClick={takeOver}>
          {say('web.take-delivery', { count: accepted.length, of: lines.length })}
        </Button>
      </div>
    </>
  );
}

function LinesOfKind(properties: {
  readonly kind: DeliveredLine['is'];
  readonly lines: readonly DeliveredLine[];
  readonly refused: ReadonlySet<string>;
  readonly onTurn: (ids: readonly string[], isAccepted: boolean) => void;
}): ReactNode {
  const { kind, lines, refused, onTurn } = properties;
  const { say, fact } = useWording();
  const cellWords = useCellWords();
  if (lines.length === 0) return null;
  const ids = lines.map(({ id }) => id);
  const taken = ids.filter((id) => !refused.has(id)).length;
  const shown = (heading: string, cell: string): string => (cell === '' ? '–' : cellWords(heading, cell));
  return (
    <section className={classes.kind} data-kind={kind}>
      <Checkbox
        size="xs"
        label={<strong>{say(`web.delivered-${kind}`, { count: lines.length })}</strong>}
        checked={taken === ids.length}
        indeterminate={taken > 0 && taken < ids.length}
        onChange={(event) => onTurn(ids, event.currentTarget.checked)}
      />
      <ul>
        {lines.map(({ id, name, is, other, cells }) => (
          <li key={id}>
            <Checkbox
              size="xs"
              label={`${name} (${other === undefined ? id : say('web.also-known-as', { id, other })})`}
              checked={!refused.has(id)}
              onChange={(event) => onTurn([id], event.currentTarget.checked)}
            />
            {cells.length > 0 && (
              <small>
                {cells
                  .filter(({ heading }) => !((is === 'new' || is === 'twice') && heading === 'name'))
                  .map(({ heading, before, after, isSwapped }) =>
                    is === 'new' || is === 'twice'
                      ? `${fact(heading)}: ${shown(heading, after)}`
                      : `${fact(heading)}: ${say('web.cell-now', { before: shown(heading, before), after: shown(heading, after) })}${isSwapped === true ? ` (${say('web.day-and-month')})` : ''}`,
                  )
                  .join('; ')}
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
