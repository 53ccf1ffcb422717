import { styleText } from 'node:util';

/** How a text is shown where colour is possible; nothing is told by colour alone. */
export type Paint = 'good' | 'bad' | 'open' | 'strong' | 'faint';

const STYLES = { good: 'green', bad: 'red', open: 'yellow', strong: 'bold', faint: 'dim' } as const;

/** Paints a text for standard output: only on a terminal, and never against NO_COLOR. */
export function paint(text: string, how: Paint | undefined): string {
  return how === undefined ? text : styleText(STYLES[how], text, { stream: process.stdout });
}
