import { useCallback, useState } from 'react';

/** What may fail, and why it failed when it was last tried. */
interface Attempts {
  /** `undefined` while it is tried again, and once it went well. */
  readonly failure: Error | undefined;
  readonly attempt: (deed: () => Promise<unknown>) => Promise<void>;
}

/** Tries what a service may refuse, and keeps the refusal to be shown. */
export function useAttempt(): Attempts {
  const [failure, setFailure] = useState<Error>();
  const attempt = useCallback(async (deed: () => Promise<unknown>): Promise<void> => {
    setFailure(undefined);
    try {
      await deed();
    } catch (error) {
      setFailure(asError(error));
    }
  }, []);
  return { failure, attempt };
}

/** What was thrown, as an error: anything can be thrown. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
