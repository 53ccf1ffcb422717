import type { ReactNode } from 'react';
import type { ProblemItem } from '../../../service/answers/answers.ts';
import { useWording } from '../../shared/language.tsx';
import classes from './problem-list.module.css';

/** Problems that no cell shows, each with its line. */
export function ProblemList({ problems }: { readonly problems: readonly ProblemItem[] }): ReactNode {
  const { say, text } = useWording();
  if (problems.length === 0) return null;
  return (
    <ul className={classes.list}>
      {problems.map((problem) => (
        <li
          key={`${problem.place?.file ?? ''} ${problem.place?.sheet ?? ''} ${problem.place?.line ?? ''} ${problem.detail}`}
        >
          {problem.place?.sheet !== undefined && <b>{problem.place.sheet} · </b>}
          {problem.place?.line !== undefined && <b>{say('web.line', { line: problem.place.line })} </b>}
          {text(problem.message)}
        </li>
      ))}
    </ul>
  );
}
