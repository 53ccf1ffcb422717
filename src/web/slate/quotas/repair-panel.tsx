import { Button } from '@mantine/core';
import { Wrench } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Repaired } from '../../../slate/repair-answer.ts';
import { repairOf } from '../../api/explanations.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useQuestion } from '../../session/question.ts';
import { useSession } from '../../session/session.tsx';
import { Failure } from '../../shared/failure.tsx';
import { useWording } from '../../shared/language.tsx';
import { useNamed } from '../../shared/ids-as-names.ts';
import classes from './repair-panel.module.css';

/** The fewest changes that mend the slate in hand, each taken by one click. */
export function RepairPanel(): ReactNode {
  const { say } = useWording();
  const named = useNamed();
  const question = useQuestion();
  const { members } = useSession().work;
  const { answer, failure, asking } = useAnswer(
    useMemo(() => repairOf(question, members), [question, members]),
    150,
  );
  return (
    <div className={classes.panel} aria-busy={asking}>
      <h3>{say('web.repairs')}</h3>
      {failure !== undefined && <Failure failure={failure} />}
      {answer === undefined && asking && <p>{say('web.asking')}</p>}
      {answer !== undefined && answer.repairs.length === 0 && <p>{named(answer.message)}</p>}
      <ul>
        {answer?.repairs.map((repair, index) => (
          <RepairLine key={repair.slate.members.join()} repair={repair} isBest={index === 0} stale={asking} />
        ))}
      </ul>
    </div>
  );
}

function RepairLine(properties: {
  readonly repair: Repaired;
  readonly isBest: boolean;
  /** Whether the slate has changed since. */
  readonly stale: boolean;
}): ReactNode {
  const { repair, isBest, stale } = properties;
  const { say, points } = useWording();
  const named = useNamed();
  const { make } = useSession();
  return (
    <li>
      <Button
        size="xs"
        variant={isBest ? 'filled' : 'default'}
        leftSection={<Wrench size={14} aria-hidden />}
        disabled={stale}
        onClick={() => make({ do: 'take', members: repair.slate.members, from: 'repair' })}
      >
        {say('web.repair', { count: repair.changes })}
      </Button>
      <div>
        {repair.swaps.map((swap) => (
          <p key={`${swap.remove ?? ''} ${swap.add ?? ''}`}>{named(swap.message)}</p>
        ))}
        <small>{say('web.objective-then', { value: points(repair.slate.objective) })}</small>
      </div>
    </li>
  );
}
