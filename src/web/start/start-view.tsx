import { Button } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { goTo } from '../address/use-address.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { CapacityPanel } from './capacity/capacity-panel.tsx';
import { Lead } from './lead.tsx';
import { MendTables } from './own-table/mend-tables.tsx';
import { NoticesPanel } from './own-table/notices-panel.tsx';
import { PeopleTable } from './capacity/people-table.tsx';
import { PoolChoicePanel } from './pool-choice/pool-choice.tsx';
import { RulesChoicePanel } from './rules-choice.tsx';
import classes from './start-view.module.css';
import { UnitsChoicePanel } from './units-choice.tsx';
import { useCapacity } from './capacity/use-capacity.ts';

const OwnTablePanel = lazy(async () => ({
  default: (await import('./own-table/own-table-panel.tsx')).OwnTablePanel,
}));

/** Candidates, rules, and what the one can give the other. */
export function StartView(): ReactNode {
  const { say } = useWording();
  const { ready, poolProblems, unitsProblems, layout } = useCase();
  const { pool } = useSession().work;
  const capacity = useCapacity();
  return (
    <div className={classes.view}>
      <Lead />
      <div className={classes.choices}>
        <PoolChoicePanel />
        <RulesChoicePanel />
        <UnitsChoicePanel />
        <Button
          size="md"
          fullWidth
          disabled={!ready}
          rightSection={<ArrowRight size={18} aria-hidden />}
          onClick={() => goTo('slate')}
        >
          {say('web.go-to-slate')}
        </Button>
      </div>
      <div className={classes.findings}>
        {pool.kind !== 'shipped' && layout !== undefined && (
          <Suspense>
            <OwnTablePanel pool={pool} layout={layout} />
          </Suspense>
        )}
        <MendTables />
        <NoticesPanel asked={capacity} />
        {poolProblems.length === 0 && unitsProblems.length === 0 && <CapacityPanel asked={capacity} />}
        {poolProblems.length === 0 && <PeopleTable />}
      </div>
    </div>
  );
}
