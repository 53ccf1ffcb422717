/**
 * Somebody closed the threads while they worked: there is no answer, and no fault. Whoever asks again gets
 * new threads. Stable.
 */
export class ThreadsClosedError extends Error {
  constructor() {
    super('The threads were closed before there was an answer');
    this.name = 'ThreadsClosedError';
  }
}

/** Aborts when the threads that are open now are closed. */
let closing = new AbortController();

/** A signal that aborts where the given one does, and with a {@link ThreadsClosedError} once threads are closed. */
export function untilClosed(signal?: AbortSignal): AbortSignal {
  return AbortSignal.any(signal === undefined ? [closing.signal] : [signal, closing.signal]);
}

/** Ends whatever waits for threads; what is asked from now on waits for new ones. */
export function announceClosing(): void {
  const before = closing;
  closing = new AbortController();
  before.abort(new ThreadsClosedError());
}
