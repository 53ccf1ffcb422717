import type { Command } from '@commander-js/extra-typings';
import { withCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import { measureOption, mostOption, timeLimitOption } from '../options.ts';

/** `slate tradeoff`: every best compromise between measures. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withCase(command, say)
    .addOption(measureOption(say))
    .addOption(mostOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async ({ pool, rules, units, scenario, measure = [], ...asked }) => {
        const { tradingOff } = await import('../trading-off.ts');
        return tradingOff({ pool, rules, units, scenario }, { measure, ...asked }, cli);
      }),
    );
}
