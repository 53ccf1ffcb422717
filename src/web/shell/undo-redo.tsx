import { ActionIcon, Tooltip } from '@mantine/core';
import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { lastStepOf } from '../state/history.ts';
import { useWording } from '../shared/language.tsx';
import { deedIn } from '../shared/action-words.ts';

/** Takes the last step back, or does it again; each says which step that is. */
export function UndoRedo(): ReactNode {
  const wording = useWording();
  const { people, ruleSet } = useCase();
  const { history, hand, make } = useSession();
  const last = history.past[lastStepOf(history, hand)]?.did;
  const next = history.future[0]?.did;
  const named = (label: string, did: typeof last): string =>
    did === undefined ? label : `${label}: ${deedIn(did, { wording, people, ruleSet })}`;
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
