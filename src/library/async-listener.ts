/** What a work is given of whoever asked for it: what stops it, and whom it tells how far it is. */
interface Heard<Told extends readonly number[]> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (...told: Told) => void | Promise<void>;
}

/**
 * Does a work whose listener may be asynchronous. Where a promise of the listener is rejected, the work is stopped
 * and fails with that reason, as it does where the listener throws. What the listener is still at when the work is
 * done is waited for.
 *
 * @param work is given the signal that stops it, and a listener whose promises it need not look at
 */
export async function withAsyncListener<Told extends readonly number[], Result>(
  { signal, onProgress }: Heard<Told>,
  work: (heard: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (...told: Told) => void;
  }) => Promise<Result>,
): Promise<Result> {
  if (onProgress === undefined) return work(signal === undefined ? {} : { signal });
  const failed = new AbortController();
  const heard: Promise<void>[] = [];
  const failures: unknown[] = [];
  const tell = (...told: Told): void => {
    const listening = onProgress(...told);
    if (listening === undefined) return;
    const listened = Promise.resolve(listening).catch((error: unknown) => {
      failures.push(error);
      failed.abort(error);
    });
    heard.push(listened);
  };
  const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  const [done] = await Promise.allSettled([work({ signal: stop, onProgress: tell })]);
  await Promise.all(heard);
  if (failures.length > 0) throw failures[0];
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
