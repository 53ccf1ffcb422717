import { useCallback } from 'react';
import { personNamed } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { displacedBy, type Place, placedId } from './plan.ts';

/**
 * Puts somebody into a place: a candidate, or one who has another post in the plan already.
 *
 * @returns takes the id of the person or of their appointment, the place, and whose seat they take.
 */
export function useAppoint(): (id: string, place: Place, instead?: string) => void {
  const { work, make } = useSession();
  const { people, plan } = useCase();
  return useCallback(
    (id, place, instead) => {
      const person = personNamed(id, people);
      if (plan === undefined || person === undefined) return;
      const came = { ...place, id: placedId(person.id, place), candidate: person.id };
      const leave = displacedBy(came, work.members, plan, instead);
      make({ do: 'appoint', id: came.id, person: person.id, leave });
    },
    [people, plan, work.members, make],
  );
}
