import type { Command } from '@commander-js/extra-typings';
import { caseIn, withDecidedCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import { changesOption, replacementsOption, slateOption, timeLimitOption } from '../options.ts';

/** `slate replace ID`: who best replaces a member who withdraws? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withDecidedCase(command, say)
    .argument('<id>', say('cli.candidate-argument', undefined))
    .addOption(slateOption(say))
    .addOption(changesOption(say))
    .addOption(replacementsOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (id, options) => {
        const { replacing } = await import('../replacing.ts');
        const { named, asked } = caseIn(options);
        return replacing(id.normalize('NFC'), named, asked, cli);
      }),
    );
}
