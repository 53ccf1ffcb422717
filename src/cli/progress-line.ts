import type { Say } from './context.ts';

/** Goes to the begin of the line and clears it. */
export const CLEARED = '\r\u001B[K';
const SECOND = 1000;

/**
 * Writes over one line of a terminal how far a long task is, with the seconds it has taken so far, so
 * that people see it work while a single step takes long. `''` clears the line. Elsewhere it says nothing.
 */
export function progressLine(
  terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  say: Say,
): (text: string) => void {
  let shown = '';
  let seconds = 0;
  let ticking: NodeJS.Timeout | undefined;
  const write = (): void => {
    const taken = seconds === 0 ? '' : ` ${say('cli.seconds-so-far', { seconds })}`;
    terminal.write(`${CLEARED}${shown}${taken}`);
  };
  return (text) => {
    if (!terminal.isTTY || (text === '' && shown === '')) return;
    shown = text;
    if (text === '') {
      clearInterval(ticking);
      [ticking, seconds] = [undefined, 0];
      terminal.write(CLEARED);
      return;
    }
    write();
    ticking ??= setInterval(() => {
      seconds += 1;
      write();
    }, SECOND).unref();
  };
}
