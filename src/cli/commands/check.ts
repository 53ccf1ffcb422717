import type { Command } from '@commander-js/extra-typings';
import { withCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import { differOption, keepOption, repairOption, repairsOption, timeLimitOption } from '../options.ts';

/** `slate check SLATE`: does this slate keep the rules? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withCase(command, say)
    .argument('<slate>', say('cli.slate-argument', undefined))
    .addOption(repairOption(say))
    .addOption(keepOption(say))
    .addOption(repairsOption(say))
    .addOption(differOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (slate, { pool, rules, units, scenario, ...repair }) => {
        const { check } = await import('../checking.ts');
        return check(slate, { pool, rules, units, scenario }, repair, cli);
      }),
    );
}
