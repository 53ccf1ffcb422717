import { useMemo } from 'react';
import type { ProblemItem } from '../../service/answers/answers.ts';
import type { Asked } from '../api/service.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { z } from 'zod';
import { useSame } from '../shared/use-same.ts';

/** What the service has read of a thing that it has itself by name, or that is the user's own. */
export interface Read<Named, Own> {
  /** Of what the service has; absent until it is there. */
  readonly named: Named | undefined;
  /** Of what is the user's own; absent until it is there. */
  readonly own: Own | undefined;
  /** Everything that is wrong with what is the user's own. */
  readonly problems: readonly ProblemItem[];
  readonly failure: Error | undefined;
  readonly asking: boolean;
}

/** How a thing is asked for: by its name, or with all that stands in it. */
export type Asking<Named extends z.ZodType, Own extends z.ZodType> =
  | { readonly kind: 'named'; readonly asked: Asked<Named> }
  | { readonly kind: 'own'; readonly asked: Asked<Own> };

const NO_PROBLEMS: readonly ProblemItem[] = [];

/** Reads what is chosen, in one way or the other. Keep the choice the same object while it is the same. */
export function useRead<
  Choice,
  Named extends z.ZodType,
  Own extends z.ZodType<{ readonly problems: readonly ProblemItem[] }>,
>(
  choice: Choice,
  asking: (choice: Choice) => Asking<Named, Own> | undefined,
): Read<z.output<Named>, z.output<Own>> {
  const asked = useMemo(() => asking(choice), [choice, asking]);
  const named = useAnswer(asked?.kind === 'named' ? asked.asked : undefined);
  const own = useAnswer(asked?.kind === 'own' ? asked.asked : undefined);
  const isOwn = asked?.kind === 'own';
  return useSame({
    named: isOwn ? undefined : named.answer,
    own: isOwn ? own.answer : undefined,
    problems: own.answer?.problems ?? NO_PROBLEMS,
    failure: named.failure ?? own.failure,
    asking: named.asking || own.asking,
  });
}
