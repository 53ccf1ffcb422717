import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import {
  measureOption,
  mostOption,
  poolOption,
  rulesOption,
  scenarioOption,
  timeLimitOption,
  unitsOption,
} from '../options.ts';

/** `slate tradeoff`: every best compromise between measures. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .addOption(scenarioOption(say))
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
