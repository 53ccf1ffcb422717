import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { focusOn, useAddress } from '../address/use-address.ts';
import { useWording } from '../shared/language.tsx';
import classes from './focus-drawer.module.css';

const PersonDetails = lazy(async () => ({ default: (await import('./person-details.tsx')).PersonDetails }));
const RuleDetails = lazy(async () => ({ default: (await import('./rule-details.tsx')).RuleDetails }));

/**
 * What stands open beside a view: a person or a rule, as the address says. The view stays in reach, so
 * that one person after the other can be looked at; Escape closes it and leads back to where one was,
 * or to the view where that is gone meanwhile.
 */
export function FocusDrawer(): ReactNode {
  const { say } = useWording();
  const { focus } = useAddress();
  const place = useRef<HTMLElement>(null);
  const came = useRef<Element>(null);
  const isOpen = focus !== undefined;
  const key = focus === undefined ? '' : `${focus.on} ${focus.id}`;
  useEffect(() => {
    if (key === '') return;
    const before = document.activeElement;
    if (place.current?.contains(before) !== true) came.current = before;
    place.current?.focus({ preventScroll: true });
  }, [key]);
  const close = (): void => {
    focusOn(undefined);
    const to = came.current?.isConnected === true ? came.current : document.querySelector('#main');
    if (to instanceof HTMLElement) to.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    const press = (event: KeyboardEvent): void => {
      const isTaken = event.defaultPrevented || document.querySelector('[aria-haspopup][aria-expanded=true]');
      if (event.key === 'Escape' && !isTaken) close();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  if (!isOpen) return null;
  const title = focus.on === 'rule' ? say('web.rule') : say('web.person');
  return (
    <aside
      ref={place}
      className={classes.drawer}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What is under way behind the drawer goes on.
        event.stopPropagation();
        close();
      }}
    >
      <div className={classes.head}>
        <span>{title}</span>
        <ActionIcon aria-label={say('web.close')} onClick={close}>
          <X size={18} aria-hidden />
        </ActionIcon>
      </div>
      <Suspense fallback={<p>{say('web.loading')}</p>}>
        {focus.on === 'person' ? (
          <PersonDetails key={focus.id} id={focus.id} />
        ) : (
          <RuleDetails key={focus.id} id={focus.id} />
        )}
      </Suspense>
    </aside>
  );
}
