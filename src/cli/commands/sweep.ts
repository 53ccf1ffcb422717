import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import {
  apartOption,
  excludeOption,
  pinOption,
  poolOption,
  rulesOption,
  scenarioOption,
  sweepTimeLimitOption,
  togetherOption,
  unitsOption,
  varyOption,
} from '../options.ts';

/** `slate sweep`: bounds over whole ranges. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .addOption(scenarioOption(say))
    .addOption(varyOption(say))
    .addOption(pinOption(say))
    .addOption(excludeOption(say))
    .addOption(togetherOption(say))
    .addOption(apartOption(say))
    .option('--csv <file>', say('cli.csv-option', undefined))
    .option('--report <file>', say('cli.report-option', undefined))
    .option('--picture <file>', say('cli.picture-option', undefined))
    .addOption(sweepTimeLimitOption(say))
    .action(
      cli.answering(async (options) => {
        const { sweeping } = await import('../sweeping.ts');
        const { pool, rules, units, scenario, pin = [], exclude = [], together = [], apart = [] } = options;
        const { vary = [], csv, report, picture, timeLimit } = options;
        const decisions = { pin, exclude, together, apart };
        return sweeping(
          { pool, rules, units, scenario, decisions },
          { vary, csv, report, picture, timeLimit },
          cli,
        );
      }),
    );
}
