import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';

/** `slate rules [ID|FILE]`: the rule sets, or what one of them says. */
export function configure(command: Command, cli: Cli): void {
  command.argument('[id|file]', cli.say('cli.rules-argument', undefined)).action(
    cli.answering(async (idOrFile) => {
      const { listed, told } = await import('../rules-in-words.ts');
      return idOrFile === undefined ? listed(cli) : told(idOrFile, cli);
    }),
  );
}
