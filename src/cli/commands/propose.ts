import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import {
  alternativesOption,
  apartOption,
  differOption,
  excludeOption,
  nearBestOption,
  pinOption,
  poolOption,
  rulesOption,
  scenarioOption,
  solverOption,
  timeLimitOption,
  togetherOption,
  unitsOption,
} from '../options.ts';

/** `slate propose`: the best slate under the rules. */
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
    .addOption(alternativesOption(say))
    .addOption(differOption(say))
    .addOption(nearBestOption(say))
    .addOption(solverOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (options) => {
        const { proposing } = await import('../proposing.ts');
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
        const decisions = { pin, exclude, together, apart };
        return proposing({ pool, rules, units, scenario, decisions }, asked, cli);
      }),
    );
}
