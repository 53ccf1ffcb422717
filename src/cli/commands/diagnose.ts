import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import {
  apartOption,
  conflictsOption,
  excludeOption,
  pinOption,
  poolOption,
  rangesOption,
  relaxationsOption,
  rulesOption,
  scenarioOption,
  timeLimitOption,
  togetherOption,
  unitsOption,
} from '../options.ts';

/** `slate diagnose`: why does no slate exist, and what would make one possible? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .addOption(scenarioOption(say))
    .addOption(pinOption(say))
    .addOption(excludeOption(say))
    .addOption(togetherOption(say))
    .addOption(apartOption(say))
    .addOption(conflictsOption(say))
    .addOption(relaxationsOption(say))
    .addOption(rangesOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (options) => {
        const { diagnosing } = await import('../diagnosing.ts');
        const {
          pool,
          rules,
          units,
          scenario,
          pin = [],
          exclude = [],
          together = [],
          apart = [],
          ...asked
        } = options;
        return diagnosing(
          { pool, rules, units, scenario, decisions: { pin, exclude, together, apart } },
          asked,
          cli,
        );
      }),
    );
}
