import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAccount } from '../account/account.tsx';
import { useDraftName } from '../session/draft-name.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './draft-title.module.css';

/** The name of the open draft, written in place, and whether it is kept. */
export function DraftTitle(): ReactNode {
  const { say } = useWording();
  const { store, draft, rename, by, kept, unkept, refused, isReading } = useSession();
  const name = useDraftName();
  const isAlone = useAccount().session.people === 'one';
  const words = store.isShared
    ? {
        kept:
          by === undefined
            ? say(isAlone ? 'web.kept-alone' : 'web.kept-shared')
            : say('web.kept-with', { by }),
        unkept: say('web.unkept-shared'),
      }
    : { kept: say('web.kept'), unkept: say('web.unkept') };
  return (
    <div className={classes.title}>
      <TextInput
        variant="unstyled"
        size="sm"
        aria-label={say('web.draft-title')}
        placeholder={name === '' ? say('web.draft-untitled') : name}
        // What is too long for its field can be read all the same.
        title={draft.title}
        value={draft.title}
        readOnly={isReading}
        maxLength={120}
        onChange={(event) => rename(event.currentTarget.value)}
        // A draft without a name cannot be told from others.
        onBlur={() => {
          if (draft.title.trim() === '' && name !== '' && !isReading) rename(name);
        }}
      />
      <span className={unkept ? classes.unkept : classes.kept} role="status" data-kept={kept}>
        {isReading ? say('web.reading-only') : unkept ? (refused ?? words.unkept) : words.kept}
      </span>
    </div>
  );
}
