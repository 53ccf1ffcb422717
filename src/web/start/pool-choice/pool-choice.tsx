import { type ReactNode } from 'react';
import { POOLS, RULE_SETS } from '../../api/questions.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { takesUnits } from '../../../rules/lists/list-declaration.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { Choice } from '../choices/choice.tsx';
import { type ShippedPool, withPool } from '../choices/fitting.ts';
import { OwnPoolChoices } from './own-pool-choices.tsx';
import { Shipped } from './shipped.tsx';
import { ProblemList } from '../choices/problem-list.tsx';
import classes from './unreadable-pools.module.css';

/** Chooses the candidates: a pool of the service, or a table of the user's own. */
export function PoolChoicePanel(): ReactNode {
  const { say, text } = useWording();
  const { work, make } = useSession();
  const { ruleSet } = useCase();
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
          titles: ruleSet !== undefined && takesUnits(ruleSet),
        },
        shipped,
        { pools, ruleSets },
      ),
    });
  return (
    <Panel title={say('web.pool')}>
      <OwnPoolChoices />
      <Shipped title={say('web.shipped-pools')} isFolded={pool.kind !== 'shipped'}>
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
      </Shipped>
      <UnreadablePools />
    </Panel>
  );
}

/** Pools of the service that cannot be chosen because a file of theirs cannot be read, and why. */
function UnreadablePools(): ReactNode {
  const { say } = useWording();
  const unreadable = useAnswer(POOLS).answer?.unreadable ?? [];
  return unreadable.map(({ name, problems }) => (
    <details key={name} className={classes.pool}>
      <summary>{say('web.pool-unreadable', { name, count: problems.length })}</summary>
      {[...Map.groupBy(problems, ({ place }) => place?.file ?? name)].map(([file, found]) => (
        <div key={file}>
          <code>{file}</code>
          <ProblemList problems={found} />
        </div>
      ))}
    </details>
  ));
}
