import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import {
  apartOption,
  excludeOption,
  pinOption,
  poolOption,
  rulesOption,
  scenarioOption,
  timeLimitOption,
  togetherOption,
  unitsOption,
} from '../options.ts';

/** `slate why ID`: why is somebody on the best slate, or not? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .argument('<id>', say('cli.candidate-argument', undefined))
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .addOption(scenarioOption(say))
    .addOption(pinOption(say))
    .addOption(excludeOption(say))
    .addOption(togetherOption(say))
    .addOption(apartOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (id, options) => {
        const { askingWhy } = await import('../asking-why.ts');
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
        return askingWhy(id.normalize('NFC'), { pool, rules, units, scenario, decisions }, asked, cli);
      }),
    );
}
