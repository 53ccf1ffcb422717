import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { useLanguage } from '../shared/language.tsx';
import { ask, type Asked, Unreachable } from './service.ts';

/** What is known of a question: the last answer stays while a newer one is on its way. */
export interface Answering<Answer> {
  /** The last answer, possibly of an earlier question. */
  readonly answer: Answer | undefined;
  /** Why the present question has no answer. */
  readonly failure: Error | undefined;
  /** Whether the present question is being asked. */
  readonly asking: boolean;
  /** Whether `answer` answers the present question. */
  readonly current: boolean;
}

interface Known<Answer> {
  readonly of: unknown;
  readonly answer: Answer | undefined;
  readonly failure: Error | undefined;
}

/** Milliseconds after which a service that could not be reached is asked again. */
const RETRY = 2_000;

/**
 * Asks a question whenever it becomes another object; the latest wins, and an older one still on its way is
 * aborted. While the service cannot be reached it is asked again and again. Keep the question in a `useMemo`.
 * `undefined` asks nothing.
 *
 * @param patience milliseconds that a question must stand before it is asked.
 */
export function useAnswer<Answer extends z.ZodType>(
  question: Asked<Answer> | undefined,
  patience = 0,
): Answering<z.output<Answer>> {
  const language = useLanguage();
  const [known, setKnown] = useState<Known<z.output<Answer>>>(NOTHING_KNOWN);
  useEffect(() => {
    if (question === undefined) return undefined;
    const aborting = new AbortController();
    const { signal } = aborting;
    const answered = (answer: z.output<Answer>): void => {
      if (!signal.aborted) setKnown({ of: question, answer, failure: undefined });
    };
    let timer: ReturnType<typeof setTimeout>;
    const failed = (failure: unknown): void => {
      const error = failure instanceof Error ? failure : new Error(String(failure));
      if (!signal.aborted) setKnown((before) => ({ of: question, answer: before.answer, failure: error }));
      if (!signal.aborted && error instanceof Unreachable) timer = setTimeout(send, RETRY);
    };
    const send = (): void => void ask(question, language, signal).then(answered, failed);
    timer = setTimeout(send, patience);
    return () => {
      clearTimeout(timer);
      aborting.abort();
    };
  }, [question, patience, language]);
  const isOfThis = question !== undefined && known.of === question;
  return {
    answer: question === undefined ? undefined : known.answer,
    failure: isOfThis ? known.failure : undefined,
    asking: question !== undefined && !isOfThis,
    current: isOfThis && known.failure === undefined,
  };
}

const NOTHING_KNOWN = { of: undefined, answer: undefined, failure: undefined };
