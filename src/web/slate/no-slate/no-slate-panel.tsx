import { CircleX } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { conflictsOf, waysOutOf } from '../../api/explanations.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useQuestion } from '../../session/question.ts';
import { Failure } from '../../shared/failure.tsx';
import { useWording } from '../../shared/language.tsx';
import { useNamed } from '../../shared/ids-as-names.ts';
import { ConflictCard } from './conflict-card.tsx';
import classes from './no-slate-panel.module.css';
import { RelaxationCard } from './relaxation-card.tsx';

/** No slate exists: which rules contradict each other in this pool, and every cheap way out. */
export function NoSlatePanel(): ReactNode {
  const { say } = useWording();
  const named = useNamed();
  const question = useQuestion();
  const { answer, failure, asking } = useAnswer(useMemo(() => conflictsOf(question), [question]));
  return (
    <section className={classes.panel} aria-label={say('web.no-slate')} aria-busy={asking}>
      <h2>
        <CircleX size={20} aria-hidden /> {say('web.no-slate')}
      </h2>
      {failure !== undefined && <Failure failure={failure} />}
      <p role="status">{answer === undefined || asking ? say('web.diagnosing') : named(answer.message)}</p>
      <WaysOut />
      {answer !== undefined && answer.conflicts.length > 0 && (
        <>
          <h3>
            {say('web.conflicts', { count: answer.conflicts.length })}{' '}
            {!answer.conflictsFound.complete && say('web.conflicts-more')}
          </h3>
          <div className={classes.cards}>
            {answer.conflicts.map((conflict) => (
              <ConflictCard key={conflict.rules.join()} conflict={conflict} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

/** The ways out, which may take longer to find than what they are a way out of. */
function WaysOut(): ReactNode {
  const { say } = useWording();
  const question = useQuestion();
  const { answer, failure, asking } = useAnswer(useMemo(() => waysOutOf(question), [question]));
  return (
    <>
      <h3>
        {say('web.ways-out')} {answer?.relaxationsFound.more === true && say('web.ways-more')}
      </h3>
      {asking && <p role="status">{say('web.asking')}</p>}
      {failure !== undefined && <Failure failure={failure} />}
      {answer !== undefined && answer.relaxations.length === 0 && !asking && failure === undefined && (
        <p>{say(answer.relaxationsFound.stopped ? 'web.ways-out-time' : 'web.no-ways-out')}</p>
      )}
      <div className={classes.cards}>
        {answer?.relaxations.map((relaxation) => (
          <RelaxationCard
            key={relaxation.changes.map(({ rule, side }) => `${rule} ${side ?? ''}`).join()}
            relaxation={relaxation}
          />
        ))}
      </div>
      {answer?.relaxationsFound.assurance === 'one-solver' && <small>{say('web.ways-unproven')}</small>}
    </>
  );
}
