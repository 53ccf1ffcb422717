import type { Command } from '@commander-js/extra-typings';
import { caseIn, withDecidedCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import { sweepTimeLimitOption, varyOption } from '../options.ts';

/** `slate sweep`: bounds over whole ranges. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withDecidedCase(command, say)
    .addOption(varyOption(say))
    .option('--csv <file>', say('cli.csv-option', undefined))
    .option('--report <file>', say('cli.report-option', undefined))
    .option('--picture <file>', say('cli.picture-option', undefined))
    .addOption(sweepTimeLimitOption(say))
    .action(
      cli.answering(async (options) => {
        const { sweeping } = await import('../sweeping.ts');
        const { named, asked } = caseIn(options);
        return sweeping(named, { ...asked, vary: asked.vary ?? [] }, cli);
      }),
    );
}
