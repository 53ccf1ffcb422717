import { ActionIcon, Tooltip } from '@mantine/core';
import { ArrowLeftRight, Ban, CircleMinus, Pin, PinOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';

/** What can be done with a member. */
export type MemberAction = 'pin' | 'exclude' | 'remove' | 'swap';

/** What can be done with one member, as buttons. */
export function MemberActions(properties: {
  readonly name: string;
  readonly pinned: boolean;
  readonly leaving: boolean;
  readonly actions: Readonly<Record<MemberAction, () => void>>;
}): ReactNode {
  const { name, pinned, leaving, actions } = properties;
  const { say } = useWording();
  const size = { size: 15, 'aria-hidden': true } as const;
  const buttons = [
    {
      label: pinned ? say('web.unpin', { name }) : say('web.pin', { name }),
      key: 'P',
      icon: pinned ? <PinOff {...size} /> : <Pin {...size} />,
      act: actions.pin,
    },
    { label: say('web.swap', { name }), key: 'S', icon: <ArrowLeftRight {...size} />, act: actions.swap },
    { label: say('web.remove', { name }), key: 'Del', icon: <CircleMinus {...size} />, act: actions.remove },
    { label: say('web.exclude', { name }), key: 'X', icon: <Ban {...size} />, act: actions.exclude },
  ];
  return buttons.map(({ label, key, icon, act }) => (
    <Tooltip key={key} label={`${label} (${key})`}>
      <ActionIcon
        size={26}
        aria-label={label}
        aria-pressed={key === 'S' ? leaving : undefined}
        tabIndex={-1}
        onClick={act}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  ));
}
