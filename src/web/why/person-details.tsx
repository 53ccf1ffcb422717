import { Button, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { personNamed } from '../people/person.ts';
import { PersonInPlan } from '../placements/person-in-plan.tsx';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useCellWords } from '../shared/cell-words.ts';
import { useWording } from '../shared/language.tsx';
import { ageWords } from '../slate/columns/person-facts.tsx';
import { iconOf, type PersonAction } from '../slate/people/person-actions.tsx';
import classes from './details.module.css';
import { ReplaceSection } from './replace-section.tsx';
import { WhySection } from './why-section.tsx';
import { ownProperty } from '../../words/own-property.ts';

/** Everything that is known of one candidate, and what the board can decide about them. */
export function PersonDetails({ id }: { readonly id: string }): ReactNode {
  const { say, fact } = useWording();
  const words = useCellWords();
  const { people, plan } = useCase();
  const person = personNamed(id, people);
  if (person === undefined) return <p>{say('web.no-person', { id })}</p>;
  const facts = people.headings.filter((heading) => heading !== 'name' && person.cells[heading] !== '');
  return (
    <div className={classes.details}>
      <Title order={2}>{person.name}</Title>
      <p className={classes.lead}>
        {[person.cells['post'], person.cells['unit']].filter(Boolean).join(' · ')}
      </p>
      {plan === undefined ? (
        <>
          <Decisions id={id} />
          <WhySection id={id} />
          <ReplaceSection id={id} />
        </>
      ) : (
        <PersonInPlan plan={plan} id={id} person={person} />
      )}
      <h3>{say('web.facts')}</h3>
      <dl className={classes.facts}>
        {person.age !== undefined && (
          <div>
            <dt>{fact('age')}</dt>
            <dd>{ageWords(person.age)}</dd>
          </div>
        )}
        {facts.map((heading) => (
          <div key={heading}>
            <dt>{fact(heading)}</dt>
            <dd>{words(heading, ownProperty(person.cells, heading) ?? '')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Decisions({ id }: { readonly id: string }): ReactNode {
  const { say } = useWording();
  const { work, make } = useSession();
  const pinned = work.pin.includes(id);
  const excluded = work.exclude.includes(id);
  const actions: readonly PersonAction[] = [
    ...(work.members.includes(id) || excluded
      ? []
      : [{ deed: 'add', act: () => make({ do: 'add', id }) } as const]),
    { deed: pinned ? 'unpin' : 'pin', act: () => make({ do: pinned ? 'release' : 'pin', id }) },
    {
      deed: excluded ? 'readmit' : 'exclude',
      act: () => make({ do: excluded ? 'release' : 'exclude', id }),
    },
  ];
  return (
    <Group gap="xs">
      {actions.map(({ deed, act }) => {
        const Icon = iconOf(deed);
        return (
          <Button key={deed} variant="default" leftSection={<Icon size={15} aria-hidden />} onClick={act}>
            {say(`web.${deed}-short`)}
          </Button>
        );
      })}
    </Group>
  );
}
