import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import {
  outOption,
  poolOption,
  rulesOption,
  scenarioOption,
  timeLimitOption,
  unitsOption,
} from '../options.ts';

/** `slate robustness SLATE`: what if members drop out? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .argument('<slate>', say('cli.slate-argument', undefined))
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .addOption(scenarioOption(say))
    .addOption(outOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (slate, { pool, rules, units, scenario, ...asked }) => {
        const { standingFirm } = await import('../standing-firm.ts');
        return standingFirm(slate, { pool, rules, units, scenario }, asked, cli);
      }),
    );
}
