import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import { hostOption, portOption } from '../options.ts';

/** `slate serve`: answers over HTTP until it is stopped. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .addOption(hostOption(say))
    .addOption(portOption(say))
    .action(async ({ host, port }) => {
      const { serve } = await import('../serving.ts');
      await serve({ host, port }, cli);
    });
}
