import type { Command } from '@commander-js/extra-typings';
import type { Cli } from '../context.ts';
import { poolOption, rulesOption, timeLimitOption, unitsOption } from '../options.ts';

/** `slate compare`: scenarios side by side. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .argument('[id...]', say('cli.scenario-argument', undefined))
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .option('--scenario <file>', say('cli.scenario-file-option', undefined))
    .option('--no-base', say('cli.no-base-option', undefined))
    .option('--report <file>', say('cli.report-option', undefined))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (ids, { pool, rules, units, scenario, ...asked }) => {
        const { comparing } = await import('../comparing.ts');
        return comparing({ pool, rules, units, scenario }, { ids, ...asked }, cli);
      }),
    );
}
