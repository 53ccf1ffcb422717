import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  ArrowLeftRight,
  Ban,
  CircleMinus,
  EllipsisVertical,
  type LucideIcon,
  Pin,
  PinOff,
  Plus,
  RotateCcw,
} from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWording } from '../../shared/language.tsx';
import { useUnderFinger } from '../../shared/under-finger.ts';
import classes from './person-actions.module.css';
import { focusNext } from './row-focus.ts';

/** What can be done with a person, wherever they are listed: its sign, and the key that does it on their row. */
const DEEDS = {
  add: { icon: Plus, key: 'A' },
  'swap-in': { icon: ArrowLeftRight, key: 'A' },
  'exchange-in': { icon: ArrowLeftRight, key: 'A' },
  pin: { icon: Pin, key: 'P' },
  unpin: { icon: PinOff, key: 'P' },
  swap: { icon: ArrowLeftRight, key: 'S' },
  remove: { icon: CircleMinus, key: 'Del' },
  exclude: { icon: Ban, key: 'X' },
  readmit: { icon: RotateCcw, key: 'X' },
} as const satisfies Readonly<Record<string, { readonly icon: LucideIcon; readonly key: string }>>;

/** One thing that can be done with one person now. */
export interface PersonAction {
  readonly deed: keyof typeof DEEDS;
  readonly act: () => void;
  /** Whether it is under way. */
  readonly pressed?: boolean;
  /** Whether the row goes away by it, so that the hand needs another one to stay on. */
  readonly leaves?: boolean;
}

/** The sign of what can be done. */
export function iconOf(deed: PersonAction['deed']): LucideIcon {
  return DEEDS[deed].icon;
}

/** Does what a key on a row of a person stands for; false if it stands for nothing. */
export function actByKey(event: KeyboardEvent<HTMLElement>, actions: readonly PersonAction[]): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const key = event.key === 'Delete' || event.key === 'Backspace' ? 'Del' : event.key.toUpperCase();
  const action = actions.find(({ deed }) => DEEDS[deed].key === key);
  if (action === undefined) return false;
  event.preventDefault();
  if (action.leaves === true) focusNext(event.currentTarget);
  action.act();
  return true;
}

/** What can be done with one person, as buttons or, under a finger, as a list with words. */
export function PersonActions(properties: {
  readonly name: string;
  readonly actions: readonly PersonAction[];
}): ReactNode {
  return useUnderFinger() ? <ActionList {...properties} /> : <ActionIcons {...properties} />;
}

function ActionIcons(properties: {
  readonly name: string;
  readonly actions: readonly PersonAction[];
}): ReactNode {
  const { name, actions } = properties;
  const { say } = useWording();
  return actions.map(({ deed, act, pressed }) => {
    const { icon: Icon, key } = DEEDS[deed];
    const label = say(`web.${deed}`, { name });
    return (
      <Tooltip key={deed} label={`${label} (${key})`}>
        <ActionIcon size={26} aria-label={label} aria-pressed={pressed} tabIndex={-1} onClick={act}>
          <Icon size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  });
}

function ActionList(properties: {
  readonly name: string;
  readonly actions: readonly PersonAction[];
}): ReactNode {
  const { name, actions } = properties;
  const { say } = useWording();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={44} aria-label={say('web.actions-with', { name })}>
          <EllipsisVertical size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ deed, act }) => {
          const Icon = iconOf(deed);
          return (
            <Menu.Item
              key={deed}
              className={classes.item}
              leftSection={<Icon size={18} aria-hidden />}
              onClick={act}
            >
              {say(`web.${deed}-short`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
