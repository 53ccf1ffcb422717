import type { ReactNode } from 'react';
import type { Invited } from '../api/people.ts';
import { useWording } from '../shared/language.tsx';
import { useTimes } from '../shared/times.ts';
import { ShownOnce } from './shown-once.tsx';

/** The link of an invitation, which is shown this once, to be handed on. */
export function InvitationLink({ invited }: { readonly invited: Invited }): ReactNode {
  const { say } = useWording();
  const { moment } = useTimes();
  return (
    <ShownOnce
      hint={say('web.invitation-once', { until: moment(Date.parse(invited.endsAt)) })}
      label={say('web.invitation-link')}
      value={invited.link}
    />
  );
}
