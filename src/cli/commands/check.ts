import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import { poolOption, rulesOption, unitsOption } from '../options.ts';

/** `slate check SLATE`: does this slate keep the rules? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .argument('<slate>', say('cli.slate-argument', undefined))
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .action(
      cli.answering(async (slate, { pool, rules, units }) => {
        const { check } = await import('../checking.ts');
        return check(slate, { pool, rules, units }, cli);
      }),
    );
}
