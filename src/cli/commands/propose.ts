import type { Command } from '@commander-js/extra-typings';
import { caseIn, withDecidedCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import {
  alternativesOption,
  differOption,
  nearBestOption,
  solverOption,
  timeLimitOption,
} from '../options.ts';

/** `slate propose`: the best slate under the rules. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withDecidedCase(command, say)
    .addOption(alternativesOption(say))
    .addOption(differOption(say))
    .addOption(nearBestOption(say))
    .addOption(solverOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (options) => {
        const { proposing } = await import('../proposing.ts');
        const { named, asked } = caseIn(options);
        return proposing(named, asked, cli);
      }),
    );
}
