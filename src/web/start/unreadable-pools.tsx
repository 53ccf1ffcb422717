import type { ReactNode } from 'react';
import { POOLS } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useWording } from '../shared/language.tsx';
import { ProblemList } from './problem-list.tsx';
import classes from './unreadable-pools.module.css';

/** Pools of the service that cannot be chosen because a file of theirs cannot be read, and why. */
export function UnreadablePools(): ReactNode {
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
