import { CircleX } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { conflictsOf } from '../api/explanations.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useUnchanged } from '../session/question.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { ConflictCard } from '../slate/no-slate/conflict-card.tsx';
import type { Changes } from '../state/work.ts';
import classes from './live-conflict.module.css';

/** Under these quotas no slate exists: the contradictions, once the hand rests. */
export function LiveConflict({ changes }: { readonly changes: Changes }): ReactNode {
  const { say } = useWording();
  const unchanged = useUnchanged();
  const { answer, failure, current } = useAnswer(
    useMemo(() => conflictsOf({ ...unchanged, changes }), [unchanged, changes]),
    300,
  );
  return (
    <>
      <p className={classes.head}>
        <CircleX size={20} aria-hidden /> {say('web.no-slate')}
      </p>
      {failure !== undefined && <Failure failure={failure} />}
      <div className={classes.cards}>
        {current &&
          answer?.conflicts
            .slice(0, 4)
            .map((conflict) => <ConflictCard key={conflict.rules.join()} conflict={conflict} />)}
      </div>
    </>
  );
}
