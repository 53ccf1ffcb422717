import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './compare-works.module.css';

/** Who is on a slate, and what the pool that it is taken from calls them. */
interface NamedSlate {
  readonly members: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Who joins and who leaves from one slate to another, and how many stay. Two tables may number other people
 * alike: who has the same id but another name is somebody else.
 */
export function PeopleDiff(properties: {
  readonly before: NamedSlate;
  readonly after: NamedSlate;
}): ReactNode {
  const { before, after } = properties;
  const { say } = useWording();
  const wasOn = new Set(before.members.map((id) => `${id} ${nameIn(before, id)}`));
  const isOn = new Set(after.members.map((id) => `${id} ${nameIn(after, id)}`));
  const joined = after.members.filter((id) => !wasOn.has(`${id} ${nameIn(after, id)}`));
  const left = before.members.filter((id) => !isOn.has(`${id} ${nameIn(before, id)}`));
  const list = (kind: 'joined' | 'left', slate: NamedSlate, ids: readonly string[]): ReactNode => (
    <section data-diff={kind} className={classes.people}>
      <h3>{say(`web.difference-${kind}`, { count: ids.length })}</h3>
      <ul>
        {ids.map((id) => (
          <li key={id}>{nameIn(slate, id)}</li>
        ))}
      </ul>
    </section>
  );
  return (
    <>
      <p className={classes.note}>{say('web.on-both', { count: after.members.length - joined.length })}</p>
      <div className={classes.lists}>
        {list('left', before, left)}
        {list('joined', after, joined)}
      </div>
    </>
  );
}

/** Of an appointment, such as `HD-001@Ái Quốc/chair`, the person has the name. */
function nameIn({ names }: NamedSlate, id: string): string {
  const [person = '', post] = id.split('@');
  const name = names.get(id) ?? names.get(person) ?? person;
  return post === undefined ? name : `${name} (${post})`;
}
