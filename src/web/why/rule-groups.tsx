import type { ReactNode } from 'react';
import type { RuleReport } from '../../check/check-answer.ts';
import { useCase } from '../session/case.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import { useGroupedBy } from '../shared/use-grouped-by.ts';
import { useNamed } from '../shared/ids-as-names.ts';
import classes from './details.module.css';

/** Up to so many groups all stand open; of more, those that are in order are folded away. */
const MOST_OPEN = 8;

/** Who counts for a rule on the slate in hand, group by group; groups that are broken first. */
export function RuleGroups({ lines }: { readonly lines: readonly RuleReport[] }): ReactNode {
  const { say } = useWording();
  const fact = useGroupedBy(lines[0]?.id ?? '');
  const isFew = lines.length <= MOST_OPEN;
  const open = isFew ? lines : lines.filter(({ status }) => status !== 'kept');
  const folded = isFew ? [] : lines.filter(({ status }) => status === 'kept');
  return (
    <>
      {open.map((line) => (
        <GroupLine key={line.group ?? ''} line={line} />
      ))}
      {folded.length > 0 && (
        <details className={classes.folded}>
          <summary>{say('web.groups-in-order', { count: folded.length, fact })}</summary>
          {folded.map((line) => (
            <GroupLine key={line.group ?? ''} line={line} />
          ))}
        </details>
      )}
    </>
  );
}

function GroupLine({ line }: { readonly line: RuleReport }): ReactNode {
  const { say } = useWording();
  const named = useNamed();
  const { people } = useCase();
  const { group, message, members } = line;
  return (
    <section>
      <h3>{group === undefined ? say('web.who-counts') : nameOfPerson(group, people)}</h3>
      <p>{named(message)}</p>
      <ul className={classes.people}>
        {members.map((member) => (
          <li key={member}>
            <NameButton id={member} look="pill" />
          </li>
        ))}
      </ul>
    </section>
  );
}
