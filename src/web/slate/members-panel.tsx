import { type ReactNode, useMemo } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { DropArea } from '../shared/drop-area.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { type PeopleGroup, groupsOf } from './groups.ts';
import { KeyHelp } from './key-help.tsx';
import { MemberRow } from './member-row.tsx';
import classes from './members-panel.module.css';
import { NobodyYet } from './nobody-yet.tsx';
import type { Standings } from './standing.ts';
import { factsShown, type ShownFact } from './person-facts.tsx';
import type { SlateAnswers } from './use-slate-answers.ts';
import { culpritsOf } from './violations-panel.tsx';

interface Marks {
  /** Whom a quota counts that the hand is on; all others stand back. */
  readonly lit: ReadonlySet<string> | undefined;
  /** How everybody stands in the slates near the best, where that is known. */
  readonly standings: Standings | undefined;
  /** Who is about to be swapped. */
  readonly leaving: string | undefined;
  readonly onSwap: (id: string | undefined) => void;
}

/** The members of the slate in hand, by bloc. */
export function MembersPanel(
  properties: Marks & { readonly className?: string | undefined; readonly answers: SlateAnswers },
): ReactNode {
  const { className, answers, ...marks } = properties;
  const { say } = useWording();
  const { people } = useCase();
  const { work, make } = useSession();
  const groups = useMemo(() => groupsOf(work.members, people), [work.members, people]);
  const faulty = useMemo(() => faultyIn(answers), [answers]);
  return (
    <Panel
      title={say('web.members', { count: work.members.length })}
      className={className}
      flush
      aside={<KeyHelp />}
    >
      <DropArea onPerson={(id) => make({ do: 'add', id })}>
        {groups.length === 0 ? (
          <NobodyYet answers={answers} />
        ) : (
          <MembersTable groups={groups} faulty={faulty} {...marks} />
        )}
      </DropArea>
    </Panel>
  );
}

/** Who does not satisfy what every member must. */
function faultyIn({ report }: SlateAnswers): ReadonlySet<string> {
  const rules = report.current ? (report.answer?.rules ?? []) : [];
  const broken = rules.filter(({ kind, strength }) => kind === 'require' && strength === 'hard');
  return new Set(broken.flatMap(culpritsOf));
}

interface Listed extends Marks {
  /** Who does not satisfy what every member must. */
  readonly faulty: ReadonlySet<string>;
}

function MembersTable({ groups, ...marks }: Listed & { readonly groups: readonly PeopleGroup[] }): ReactNode {
  const { people } = useCase();
  const facts = useMemo(() => factsShown(people.headings), [people]);
  const starts = groups.map((_group, index) =>
    groups.slice(0, index).reduce((sum, { ids }) => sum + ids.length, 1),
  );
  return (
    <table className={classes.table}>
      <MembersHead facts={facts} />
      {groups.map((group, index) => (
        <GroupRows key={group.key ?? ''} group={group} first={starts[index] ?? 1} facts={facts} {...marks} />
      ))}
    </table>
  );
}

function MembersHead({ facts }: { readonly facts: readonly ShownFact[] }): ReactNode {
  const { say, fact } = useWording();
  const short = (each: ShownFact): string => {
    switch (each) {
      case 'appraisal':
        return say('web.appraisals');
      case 'politicalTheory':
        return say('web.theory');
      case 'source':
        return say('web.found-by');
      default:
        return fact(each);
    }
  };
  return (
    <thead>
      <tr>
        <th scope="col">{say('web.number')}</th>
        <th scope="col">{fact('name')}</th>
        {facts.map((each) => (
          <th key={each} scope="col" data-fact={each}>
            {short(each)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function GroupRows(
  properties: Listed & {
    readonly group: PeopleGroup;
    /** The number of its first member. */
    readonly first: number;
    readonly facts: readonly ShownFact[];
  },
): ReactNode {
  const { group, first, facts, lit, faulty, standings, leaving, onSwap } = properties;
  const { value } = useWording();
  const { key, ids } = group;
  const title = key === undefined ? '' : value('bloc', key);
  return (
    <tbody>
      {key !== undefined && (
        <tr className={classes.group}>
          <th scope="rowgroup" colSpan={facts.length + 2}>
            {title.charAt(0).toLocaleUpperCase() + title.slice(1)} <span>{ids.length}</span>
          </th>
        </tr>
      )}
      {ids.map((id, index) => (
        <MemberRow
          key={id}
          id={id}
          number={first + index}
          facts={facts}
          dim={lit !== undefined && !lit.has(id)}
          faulty={faulty.has(id)}
          standing={standings?.get(id)}
          leaving={leaving === id}
          onSwap={onSwap}
        />
      ))}
    </tbody>
  );
}
