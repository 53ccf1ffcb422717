import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './compare-works.module.css';

/** Who joins and who leaves from one slate to another, and how many stay. */
export function PeopleDiff(properties: {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  const { before, after, names } = properties;
  const { say } = useWording();
  const joined = after.filter((id) => !before.includes(id));
  const left = before.filter((id) => !after.includes(id));
  // Of an appointment, such as `HD-001@Ái Quốc/chair`, the person has the name.
  const nameOf = (id: string): string => {
    const [person = '', post] = id.split('@');
    const name = names.get(id) ?? names.get(person) ?? person;
    return post === undefined ? name : `${name} (${post})`;
  };
  const list = (kind: 'joined' | 'left', ids: readonly string[]): ReactNode => (
    <section data-diff={kind} className={classes.people}>
      <h3>{say(`web.difference-${kind}`, { count: ids.length })}</h3>
      <ul>
        {ids.map((id) => (
          <li key={id}>{nameOf(id)}</li>
        ))}
      </ul>
    </section>
  );
  return (
    <>
      <p className={classes.note}>{say('web.on-both', { count: after.length - joined.length })}</p>
      <div className={classes.lists}>
        {list('left', left)}
        {list('joined', joined)}
      </div>
    </>
  );
}
