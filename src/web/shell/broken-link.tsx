import { Alert } from '@mantine/core';
import { Unlink } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { isBrokenLink } from '../address/address.ts';
import { readingHash } from '../address/reading.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';

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
