import { useCallback, useState } from 'react';

/** What may fail, and why it failed when it was last tried. */
interface Attempts {
  /** `undefined` while it is tried again, and once it went well. */
  readonly failure: Error | undefined;
  /** Whether it is being tried. */
  readonly isTrying: boolean;
  readonly attempt: (deed: () => Promise<unknown>) => Promise<void>;
}

/** Tries what a service may refuse, and keeps the refusal to be shown. */
export function useAttempt(): Attempts {
  const [failure, setFailure] = useState<Error>();
  const [tries, setTries] = useState(0);
  const attempt = useCallback(async (deed: () => Promise<unknown>): Promise<void> => {
    setFailure(undefined);
    setTries((before) => before + 1);
    try {
      await deed();
    } catch (error) {
      setFailure(asError(error));
    } finally {
      setTries((before) => before - 1);
    }
  }, []);
  return { failure, isTrying: tries > 0, attempt };
}

/** What was thrown, as an error: anything can be thrown. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
