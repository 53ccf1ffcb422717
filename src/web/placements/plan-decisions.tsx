import { Button, Group } from '@mantine/core';
import { Ban, Pin, PinOff, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Person } from '../people/person.ts';
import { useDeciding } from '../session/deciding.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';

/** What the board can decide about somebody: whether they get a post at all, and about one post. */
export function PlanDecisions(properties: {
  readonly person: Person;
  /** The post that it is about. */
  readonly appointment: string | undefined;
}): ReactNode {
  const { person, appointment } = properties;
  return (
    <>
      {appointment !== undefined && <DecisionOn id={appointment} about="post" />}
      <DecisionOn id={person.id} about="person" />
    </>
  );
}

function DecisionOn({ id, about }: { readonly id: string; readonly about: 'post' | 'person' }): ReactNode {
  const { say } = useWording();
  const { pin, exclude, release } = useDeciding();
  const { work } = useSession();
  const isPinned = work.pin.includes(id);
  const isExcluded = work.exclude.includes(id);
  const icon = { size: 15, 'aria-hidden': true } as const;
  return (
    <Group gap="xs" mb="xs">
      <Button
        size="xs"
        variant="default"
        leftSection={isPinned ? <PinOff {...icon} /> : <Pin {...icon} />}
        onClick={() => (isPinned ? release(id) : pin(id))}
      >
        {say(isPinned ? `web.unpin-${about}` : `web.pin-${about}`)}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={isExcluded ? <RotateCcw {...icon} /> : <Ban {...icon} />}
        onClick={() => (isExcluded ? release(id) : exclude(id))}
      >
        {say(isExcluded ? `web.readmit-${about}` : `web.exclude-${about}`)}
      </Button>
    </Group>
  );
}
