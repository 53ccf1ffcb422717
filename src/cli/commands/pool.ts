import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import { poolOption, rulesOption } from '../options.ts';

/** `slate pool`: who the candidates are, and what they can give a rule set. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .action(
      cli.answering(async ({ pool, rules }) => {
        const { poolAlone, poolAgainstRules } = await import('../pool-in-numbers.ts');
        return rules === undefined ? poolAlone(pool, cli) : poolAgainstRules({ pool, rules }, cli);
      }),
    );
}
