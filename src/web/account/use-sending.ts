import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { ask, type Asked } from '../api/service.ts';
import { useLanguage } from '../shared/language.tsx';
import { asError } from '../shared/use-attempt.ts';

/** A form that is sent to the service. */
export interface Sending {
  readonly failure: Error | undefined;
  readonly isSending: boolean;
  readonly send: (event: FormEvent) => void;
}

/** Sends a form once at a time, and keeps why it was refused. */
export function useSending<Answer extends z.ZodType>(
  asked: () => Asked<Answer>,
  onAnswer: (answer: z.output<Answer>) => void,
): Sending {
  const language = useLanguage();
  const [failure, setFailure] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const failed = (error: unknown): void => setFailure(asError(error));
    const answered = (answer: z.output<Answer>): void => {
      setFailure(undefined);
      onAnswer(answer);
    };
    ask(asked(), language)
      .then(answered, failed)
      .finally(() => setSending(false));
  };
  return { failure, isSending, send };
}
