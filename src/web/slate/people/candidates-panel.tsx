import { Button, Group } from '@mantine/core';
import { X } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { folded } from '../../../pool/synonyms.ts';
import type { Proposal } from '../../../slate/propose-answer.ts';
import type { Person } from '../../people/person.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { nameOfPerson } from '../../shared/action-words.ts';
import { DropArea } from '../../shared/drop-area.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { CandidateFilter, type Which } from '../filters/candidate-filter.tsx';
import { CandidateRow } from './candidate-row.tsx';
import classes from './candidates-panel.module.css';
import { candidatesOff } from './candidates-off.ts';
import { FilterChips } from '../filters/filter-chips.tsx';
import { FilterChooser } from '../filters/filter-chooser.tsx';
import { NO_FILTERS, passes } from '../filters/people-filters.ts';
import { ConsequenceNote } from './consequence-note.tsx';
import type { Standings } from './standing.ts';
import { type Consequences, type TitledConsequence, useConsequences } from './use-consequences.ts';

/** Rows that are shown at once, the best first; a search narrows the rest. Twice as many would make every click wait. */
const MOST_SHOWN = 100;

/** Everybody who is not on the slate: to be put on it, or in the place of a member. */
export function CandidatesPanel(properties: {
  readonly className?: string | undefined;
  readonly best: Proposal | undefined;
  /** How everybody stands in the slates near the best, where that is known. */
  readonly standings: Standings | undefined;
  /** Whose place is to be taken. */
  readonly leaving: string | undefined;
  readonly onSwapped: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { className, best, standings, leaving, onSwapped, onCancel } = properties;
  const { say } = useWording();
  const { people } = useCase();
  const { work, make } = useSession();
  const [search, setSearch] = useState('');
  const [which, setWhich] = useState<Which>('open');
  const [filters, setFilters] = useState(NO_FILTERS);
  const wanted = folded(useDeferredValue(search));
  const consequences = useConsequences(leaving);
  const { placeOf } = consequences;
  const found = useMemo(
    () => candidatesOff(people, work, { which, wanted, leaving, standings, placeOf }),
    [people, work, which, wanted, leaving, standings, placeOf],
  );
  const listed = useMemo(() => found.filter((person) => passes(person, filters)), [found, filters]);
  const takeOff = (id: string): void => {
    if (work.members.includes(id)) make({ do: 'remove', id });
  };
  return (
    <Panel
      title={say('web.candidates-off')}
      className={className}
      flush
      aside={
        <Group gap={4} wrap="nowrap">
          <span>{listed.length}</span>
          <FilterChooser filters={filters} onFilters={setFilters} />
        </Group>
      }
    >
      <DropArea onPerson={takeOff}>
        {leaving !== undefined && <Swapping name={nameOfPerson(leaving, people)} onCancel={onCancel} />}
        <CandidateFilter search={search} onSearch={setSearch} which={which} onWhich={setWhich} />
        <FilterChips filters={filters} found={listed.length} of={found.length} onFilters={setFilters} />
        <CandidateList
          listed={listed.slice(0, MOST_SHOWN)}
          excluded={which === 'excluded'}
          best={best}
          standings={standings}
          leaving={leaving}
          consequences={consequences}
          onSwapped={onSwapped}
        />
        {listed.length > MOST_SHOWN && (
          <p className={classes.more}>{say('web.more-by-search', { count: listed.length - MOST_SHOWN })}</p>
        )}
      </DropArea>
    </Panel>
  );
}

/** The rows of the panel; who is chosen joins the slate, in the place of somebody where it has none free. */
function CandidateList(properties: {
  readonly listed: readonly Person[];
  readonly excluded: boolean;
  readonly best: Proposal | undefined;
  readonly standings: Standings | undefined;
  readonly leaving: string | undefined;
  readonly consequences: Consequences;
  readonly onSwapped: () => void;
}): ReactNode {
  const { listed, excluded, best, standings, leaving, consequences, onSwapped } = properties;
  const { work, make } = useSession();
  const setAside = useMemo(() => reasonsSetAside(best), [best]);
  /** Who leaves when somebody joins: whose place is to be taken, or on a full slate the member it can best spare. */
  const leaverFor = (id: string): string | undefined => {
    const leaver = leaving ?? consequences.byId.get(id)?.leave?.[0];
    return leaver !== undefined && work.members.includes(leaver) ? leaver : undefined;
  };
  const choose = (id: string): void => {
    const out = leaverFor(id);
    make(out === undefined ? { do: 'add', id } : { do: 'swap', out, in: id });
    if (leaving !== undefined) onSwapped();
  };
  return (
    <ul className={classes.list}>
      {listed.map((person) => (
        <CandidateRow
          key={person.id}
          person={person}
          excluded={excluded}
          standing={standings?.get(person.id)}
          swapping={leaving !== undefined || (leaverFor(person.id) !== undefined && 'best')}
          setAside={setAside.get(person.id)}
          note={<Note of={consequences.byId.get(person.id)} leaving={leaving} />}
          onChoose={choose}
        />
      ))}
    </ul>
  );
}

/** Why somebody takes no part at all; who is set aside for some appointments alone still does. */
function reasonsSetAside(best: Proposal | undefined) {
  const whole = best?.setAside.filter(({ appointments }) => appointments === undefined);
  return new Map(whole?.map(({ candidate, message }) => [candidate, message]));
}

function Swapping({ name, onCancel }: { readonly name: string; readonly onCancel: () => void }): ReactNode {
  const { say } = useWording();
  return (
    <p className={classes.swapping} role="status">
      {say('web.choose-replacement', { name })}
      <Button size="compact-xs" variant="subtle" leftSection={<X size={13} aria-hidden />} onClick={onCancel}>
        {say('web.cancel')}
      </Button>
    </p>
  );
}

function Note(properties: {
  readonly of: TitledConsequence | undefined;
  readonly leaving: string | undefined;
}): ReactNode {
  const { of, leaving } = properties;
  const { people } = useCase();
  if (of === undefined) return null;
  const others = (of.leave ?? []).filter((id) => id !== leaving);
  return <ConsequenceNote of={of} instead={others.map((id) => nameOfPerson(id, people))} />;
}
