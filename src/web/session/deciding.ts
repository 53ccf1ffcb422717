import { useMemo } from 'react';
import { useCase } from './case.tsx';
import { useSession } from './session.tsx';

/** What the board decides about somebody: a candidate or, in a placement, a person as well as one in a post. */
interface Deciding {
  readonly pin: (id: string) => void;
  readonly exclude: (id: string) => void;
  /** Takes back a pin or an exclusion. */
  readonly release: (id: string) => void;
}

/** Makes decisions that fit what is decided on: in a placement a person has no place on the plan by themselves. */
export function useDeciding(): Deciding {
  const { work, make } = useSession();
  const { plan } = useCase();
  return useMemo(() => {
    const isPerson = (id: string): boolean => plan !== undefined && plan.find(id) === undefined;
    const appointmentsOf = (person: string): readonly string[] =>
      work.members.filter((id) => plan?.find(id)?.candidate === person);
    return {
      pin: (id) => make({ do: isPerson(id) ? 'pin-person' : 'pin', id }),
      exclude: (id) =>
        make(
          isPerson(id)
            ? { do: 'exclude-person', id, appointments: appointmentsOf(id) }
            : { do: 'exclude', id },
        ),
      release: (id) => make({ do: 'release', id }),
    };
  }, [work.members, plan, make]);
}
