import { Button } from '@mantine/core';
import { ListPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { goTo } from '../address/use-address.ts';
import { starterRules, today } from './starter-rules.ts';

/** Begins a rule set of one's own, which demands nothing but a size, and leads to where rules are built. */
export function NewRules(): ReactNode {
  const { say } = useWording();
  const { people } = useCase();
  const { make } = useSession();
  const begin = (): void => {
    const yaml = starterRules(say('web.own-rules-title'), people.list.length, today());
    make({
      do: 'choose-rules',
      rules: { kind: 'own', id: 'my-rules', yaml },
      with: { units: undefined },
    });
    goTo('rules');
  };
  return (
    <Button
      size="xs"
      mt="xs"
      fullWidth
      variant="default"
      leftSection={<ListPlus size={16} aria-hidden />}
      onClick={begin}
    >
      {say('web.new-rules')}
    </Button>
  );
}
