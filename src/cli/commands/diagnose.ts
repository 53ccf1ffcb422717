import type { Command } from '@commander-js/extra-typings';
import { caseIn, withDecidedCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import { conflictsOption, rangesOption, relaxationsOption, timeLimitOption } from '../options.ts';

/** `slate diagnose`: why does no slate exist, and what would make one possible? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withDecidedCase(command, say)
    .addOption(conflictsOption(say))
    .addOption(relaxationsOption(say))
    .addOption(rangesOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (options) => {
        const { diagnosing } = await import('../diagnosing.ts');
        const { named, asked } = caseIn(options);
        return diagnosing(named, asked, cli);
      }),
    );
}
