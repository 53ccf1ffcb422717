import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import {
  apartOption,
  changesOption,
  excludeOption,
  pinOption,
  poolOption,
  replacementsOption,
  rulesOption,
  scenarioOption,
  slateOption,
  timeLimitOption,
  togetherOption,
  unitsOption,
} from '../options.ts';

/** `slate replace ID`: who best replaces a member who withdraws? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .argument('<id>', say('cli.candidate-argument', undefined))
    .addOption(slateOption(say))
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .addOption(scenarioOption(say))
    .addOption(pinOption(say))
    .addOption(excludeOption(say))
    .addOption(togetherOption(say))
    .addOption(apartOption(say))
    .addOption(changesOption(say))
    .addOption(replacementsOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (id, options) => {
        const { replacing } = await import('../replacing.ts');
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
        return replacing(id.normalize('NFC'), { pool, rules, units, scenario, decisions }, asked, cli);
      }),
    );
}
