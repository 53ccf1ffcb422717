import { Group } from '@mantine/core';
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
import { UndoRedo } from './undo-redo.tsx';

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
