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

/** `slate cost RULE`: what does each bound of a rule cost? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .argument('<rule>', say('cli.rule-argument', undefined))
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
      cli.answering(async (rule, options) => {
        const { pricing } = await import('../pricing.ts');
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
        return pricing(rule, { pool, rules, units, scenario, decisions }, asked, cli);
      }),
    );
}
