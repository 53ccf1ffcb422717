import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { focusOn, useAddress } from '../address/use-address.ts';
import { useWording } from '../shared/language.tsx';
import { PersonDetails } from './person-details.tsx';
import { RuleDetails } from './rule-details.tsx';

/** What stands open beside a view: a person or a rule, as the address says. */
export function FocusDrawer(): ReactNode {
  const { say } = useWording();
  const { focus } = useAddress();
  return (
    <Drawer
      opened={focus !== undefined}
      onClose={() => focusOn(undefined)}
      position="right"
      size="md"
      title={focus?.on === 'rule' ? say('web.rule') : say('web.person')}
      closeButtonProps={{ 'aria-label': say('web.close') }}
      overlayProps={{ backgroundOpacity: 0.18 }}
    >
      {focus?.on === 'person' && <PersonDetails key={focus.id} id={focus.id} />}
      {focus?.on === 'rule' && <RuleDetails key={focus.id} id={focus.id} />}
    </Drawer>
  );
}
