import { Group } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { DropArea } from '../../shared/drop-area.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { ColumnChooser } from '../columns/column-chooser.tsx';
import { FilterChips } from '../filters/filter-chips.tsx';
import { FilterChooser } from '../filters/filter-chooser.tsx';
import { type PeopleGroup, groupsOf } from '../filters/groups.ts';
import { KeyHelp } from '../key-help.tsx';
import { MemberRow } from './member-row.tsx';
import classes from './members-panel.module.css';
import { NobodyYet } from './nobody-yet.tsx';
import { NO_FILTERS, passes } from '../filters/people-filters.ts';
import type { Standings } from './standing.ts';
import { nextSorting, type Sorting, sortedBy } from '../filters/sorted-members.ts';
import { useColumns } from '../columns/use-columns.ts';
import type { SlateAnswers } from '../use-slate-answers.ts';
import { culpritsOf } from '../quotas/violations-panel.tsx';

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
  const columns = useColumns();
  const [sorting, setSorting] = useState<Sorting>();
  const [filters, setFilters] = useState(NO_FILTERS);
  const shown = useMemo(
    () => work.members.filter((id) => passes(people.byId.get(id), filters)),
    [work.members, people, filters],
  );
  const groups = useMemo(() => {
    if (sorting === undefined) return groupsOf(shown, people);
    return [{ key: undefined, ids: sortedBy(sorting, shown, people) }];
  }, [shown, people, sorting]);
  const faulty = useMemo(() => faultyIn(answers), [answers]);
  return (
    <Panel
      title={say('web.members', { count: work.members.length })}
      className={className}
      flush
      aside={
        <Group gap={2} wrap="nowrap">
          <FilterChooser filters={filters} onFilters={setFilters} />
          <ColumnChooser columns={columns} />
          <KeyHelp />
        </Group>
      }
    >
      <DropArea onPerson={(id) => make({ do: 'add', id })}>
        <FilterChips filters={filters} found={shown.length} of={work.members.length} onFilters={setFilters} />
        {work.members.length === 0 ? (
          <NobodyYet answers={answers} />
        ) : (
          <MembersTable
            groups={groups}
            facts={columns.shown}
            sorting={sorting}
            onSort={(fact) => setSorting(nextSorting(sorting, fact))}
            faulty={faulty}
            {...marks}
          />
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

interface Sorted {
  readonly facts: readonly string[];
  readonly sorting: Sorting | undefined;
  readonly onSort: (fact: string) => void;
}

function MembersTable(properties: Listed & Sorted & { readonly groups: readonly PeopleGroup[] }): ReactNode {
  const { groups, facts, sorting, onSort, ...marks } = properties;
  const starts = groups.map((_group, index) =>
    groups.slice(0, index).reduce((sum, { ids }) => sum + ids.length, 1),
  );
  return (
    <table className={classes.table}>
      <MembersHead facts={facts} sorting={sorting} onSort={onSort} />
      {groups.map((group, index) => (
        <GroupRows key={group.key ?? ''} group={group} first={starts[index] ?? 1} facts={facts} {...marks} />
      ))}
    </table>
  );
}

function MembersHead({ facts, sorting, onSort }: Sorted): ReactNode {
  const { say, fact } = useWording();
  const short = (each: string): string => {
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
        {['name', ...facts].map((each) => (
          <th key={each} scope="col" data-fact={each} aria-sort={sortOf(sorting, each)}>
            <button type="button" onClick={() => onSort(each)}>
              {short(each)}
              {sorting?.fact === each && <span aria-hidden>{sorting.descending ? ' ↓' : ' ↑'}</span>}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function sortOf(sorting: Sorting | undefined, fact: string): 'ascending' | 'descending' | undefined {
  if (sorting?.fact !== fact) return undefined;
  return sorting.descending ? 'descending' : 'ascending';
}

function GroupRows(
  properties: Listed & {
    readonly group: PeopleGroup;
    /** The number of its first member. */
    readonly first: number;
    readonly facts: readonly string[];
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
