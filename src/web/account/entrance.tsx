import { Group } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { SchemeSwitch } from '../shell/scheme-switch.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './entrance.module.css';

/** The frame of what stands before the page: nothing of it is known to whoever is not let in. */
export function Entrance(properties: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const { title, children } = properties;
  const { say } = useWording();
  useEffect(() => {
    document.title = `${title} – ${say('web.name')}`;
  }, [title, say]);
  return (
    <div className={classes.entrance}>
      <header className={classes.head}>
        <img src="/mark.svg" alt="" width={26} height={26} />
        <span className={classes.name}>{say('web.name')}</span>
        <Group gap={4} wrap="nowrap" className={classes.tools}>
          <SchemeSwitch />
          <LanguageSwitch />
        </Group>
      </header>
      <main className={classes.card}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
