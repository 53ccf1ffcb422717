import { Group, ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { AccountMenu } from '../account/account-menu.tsx';
import { VIEWS } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { useWording } from '../shared/language.tsx';
import { DraftTitle } from './draft-title.tsx';
import classes from './header.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { ShareLink } from './share-link.tsx';
import { Redo2, Undo2 } from 'lucide-react';
import { useSession } from '../session/session.tsx';
import { useTeller } from '../session/use-teller.ts';
import { lastStepOf } from '../state/history.ts';
import { deedIn } from '../shared/action-words.ts';

/** What stands above every view. */
export function Header(): ReactNode {
  const { say } = useWording();
  const { view } = useAddress();
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <a data-finger className={classes.mark} href="#/start" aria-label={say('web.name')}>
          <img src="/mark.svg" alt="" width={26} height={26} />
          <span>{say('web.name')}</span>
        </a>
        <DraftTitle />
        <Group gap={4} wrap="nowrap" className={classes.tools}>
          <UndoRedo />
          <ShareLink />
          <SchemeSwitch />
          <LanguageSwitch />
          <AccountMenu />
        </Group>
      </div>
      <nav className={classes.nav} aria-label={say('web.navigation')}>
        {VIEWS.filter((each) => each !== 'board').map((each) => (
          <a key={each} href={`#/${each}`} aria-current={each === view ? 'page' : undefined}>
            {say(`web.view-${each}`)}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** Takes the last step back, or does it again; each says which step that is. */
function UndoRedo(): ReactNode {
  const teller = useTeller();
  const { wording } = teller;
  const { history, hand, make } = useSession();
  const last = history.past[lastStepOf(history, hand)]?.did;
  const next = history.future[0]?.did;
  const named = (label: string, did: typeof last): string =>
    did === undefined ? label : `${label}: ${deedIn(did, teller)}`;
  const undo = named(wording.say('web.undo'), last);
  const redo = named(wording.say('web.redo'), next);
  return (
    <>
      <Tooltip label={undo}>
        <ActionIcon aria-label={undo} disabled={last === undefined} onClick={() => make({ do: 'undo' })}>
          <Undo2 size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redo}>
        <ActionIcon aria-label={redo} disabled={next === undefined} onClick={() => make({ do: 'redo' })}>
          <Redo2 size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
