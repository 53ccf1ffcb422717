import { Alert, Button } from '@mantine/core';
import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { stopReading } from '../address/reading.ts';
import { newDraft } from '../session/first-draft.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';

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
