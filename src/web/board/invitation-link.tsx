import { Button, TextInput } from '@mantine/core';
import { Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Invited } from '../api/people.ts';
import { useWording } from '../shared/language.tsx';
import { useTimes } from '../shared/times.ts';
import classes from './board-view.module.css';

/** The link of an invitation, which is shown this once, to be handed on. */
export function InvitationLink({ invited }: { readonly invited: Invited }): ReactNode {
  const { say } = useWording();
  const { moment } = useTimes();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard.writeText(invited.link).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className={classes.link} role="status">
      <p>{say('web.invitation-once', { until: moment(Date.parse(invited.endsAt)) })}</p>
      <div className={classes.line}>
        <TextInput
          size="xs"
          flex={1}
          readOnly
          aria-label={say('web.invitation-link')}
          value={invited.link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button size="xs" variant="default" leftSection={<Copy size={14} aria-hidden />} onClick={copy}>
          {isCopied ? say('web.link-copied') : say('web.copy')}
        </Button>
      </div>
    </div>
  );
}
