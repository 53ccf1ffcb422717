import { type ReactNode } from 'react';
import { POOLS, RULE_SETS } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import type { PoolChoice } from '../state/work.ts';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { Choice } from './choice.tsx';
import { base64Of } from './base64.ts';
import { type ShippedPool, withPool } from './fitting.ts';
import { withOwnTable } from './own-table.ts';
import { GoToMending } from './go-to-mending.tsx';
import { SheetChoice } from './sheet-choice.tsx';
import { TextDrop } from './text-drop.tsx';
import { UnreadablePools } from './unreadable-pools.tsx';

/** Names of files that a dialogue offers; what a file is, its content tells. */
const TABLES = '.csv,.xlsx,.ods,.xls,text/csv';

/** Chooses the candidates: a pool of the service, or a table of the user's own. */
export function PoolChoicePanel(): ReactNode {
  const { say, text, language } = useWording();
  const { work, make } = useSession();
  const { people, poolProblems, ruleSet } = useCase();
  const pools = useAnswer(POOLS).answer?.pools ?? [];
  const ruleSets = useAnswer(RULE_SETS).answer?.ruleSets ?? [];
  const { pool, rules } = work;
  const choose = (shipped: ShippedPool): void =>
    make({
      do: 'choose-pool',
      pool: { kind: 'shipped', name: shipped.name },
      with: withPool(
        {
          shipped: rules.kind === 'shipped' ? rules.id : undefined,
          titles: ruleSet?.titles !== undefined,
        },
        shipped,
        { pools, ruleSets },
      ),
    });
  const takeOwn = async (own: PoolChoice): Promise<void> =>
    make({
      do: 'choose-pool',
      pool: own,
      with: await withOwnTable(own, work, say('web.own-rules-title'), language),
    });
  const takeBytes = async (file: File): Promise<void> =>
    takeOwn({ kind: 'workbook', file: file.name, base64: await base64Of(file) });
  const ownDetail =
    poolProblems.length > 0
      ? say('web.problems', { count: poolProblems.length })
      : say('web.candidates', { count: people.list.length });
  return (
    <Panel title={say('web.pool')}>
      {pools.map((shipped) => (
        <Choice
          key={shipped.name}
          group="pool"
          checked={pool.kind === 'shipped' && pool.name === shipped.name}
          title={text(shipped.title)}
          detail={
            shipped.units === undefined
              ? say('web.candidates', { count: shipped.size })
              : say('web.with-units', { candidates: shipped.size, units: shipped.units })
          }
          onChoose={() => choose(shipped)}
        />
      ))}
      <UnreadablePools />
      {pool.kind !== 'shipped' && pool.file !== '' && (
        <Choice group="pool" checked title={pool.file} detail={ownDetail} onChoose={() => undefined} />
      )}
      {pool.kind === 'workbook' && <SheetChoice workbook={pool} />}
      <GoToMending table="pool" count={poolProblems.length} />
      <TextDrop
        accept={TABLES}
        label={say('web.drop-csv')}
        hint={say('web.drop-csv-hint')}
        onText={(csv, file) => void takeOwn({ kind: 'own', file, csv })}
        onOther={(file) => void takeBytes(file)}
      />
    </Panel>
  );
}
