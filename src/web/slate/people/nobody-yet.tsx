import { Button } from '@mantine/core';
import { Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import classes from './nobody-yet.module.css';
import type { SlateAnswers } from '../use-slate-answers.ts';

/** The empty slate, and the one click that fills it. */
export function NobodyYet(properties: {
  readonly answers: SlateAnswers;
  /** What is empty, in words; absent: the slate. */
  readonly words?: string;
  /** Another way to begin. */
  readonly children?: ReactNode;
}): ReactNode {
  const { answers, words, children } = properties;
  const { say } = useWording();
  const { make } = useSession();
  const slate = answers.best.current ? answers.best.answer?.slates[0] : undefined;
  return (
    <div className={classes.empty}>
      <p>{words ?? say('web.empty-slate')}</p>
      <Button
        size="md"
        leftSection={<Sparkles size={18} aria-hidden />}
        disabled={slate === undefined}
        onClick={() => slate && make({ do: 'take', members: slate.members, from: 'proposal' })}
      >
        {say('web.propose')}
      </Button>
      {children}
    </div>
  );
}
