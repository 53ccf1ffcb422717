import { Alert, Button } from '@mantine/core';
import { Eye, Unlink } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { isBrokenLink } from '../address/address.ts';
import { readingHash, stopReading } from '../address/reading.ts';
import { newDraft } from '../session/first-draft.ts';
import { newId } from '../session/new-id.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './conflicts.module.css';

/** Says that the link by which the page was opened could not be read, until it is closed. */
export function BrokenLink(): ReactNode {
  const { say } = useWording();
  const { draft } = useSession();
  const [isTold, setTold] = useState(() =>
    isBrokenLink(readingHash(location.hash) ?? location.hash, draft.id),
  );
  if (!isTold) return null;
  return (
    <Alert
      color="red"
      variant="light"
      mb="xl"
      title={say('web.link-broken')}
      icon={<Unlink aria-hidden />}
      role="alert"
      withCloseButton
      closeButtonLabel={say('web.close')}
      onClose={() => setTold(false)}
    >
      {say('web.link-broken-detail')}
    </Alert>
  );
}

/** Says that a draft that was submitted, approved or withdrawn is not changed any more, and goes on in a copy. */
export function ClosedDraft(): ReactNode {
  const { say } = useWording();
  const { state, draft, open } = useSession();
  if (state === 'draft') return null;
  return (
    <section className={classes.conflicts} role="status">
      <h2>{say(`web.closed-${state}`)}</h2>
      <Button size="compact-sm" variant="default" onClick={() => open({ ...draft, id: newId() })}>
        {say('web.go-on-in-copy')}
      </Button>
    </section>
  );
}

/** Says that what is open is for reading alone, and offers a copy to work on. */
export function ReadingOnly(): ReactNode {
  const { say } = useWording();
  const { isReading, refusals, work, open } = useSession();
  if (!isReading) return null;
  const copy = (): void => {
    stopReading();
    open(newDraft(work));
  };
  return (
    <Alert mb="md" variant="light" title={say('web.reading-only')} icon={<Eye aria-hidden />}>
      <p>{refusals > 0 ? say('web.reading-refused') : say('web.reading-only-detail')}</p>
      <Button size="xs" variant="default" onClick={copy}>
        {say('web.make-copy')}
      </Button>
    </Alert>
  );
}
