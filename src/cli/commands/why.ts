import type { Command } from '@commander-js/extra-typings';
import { caseIn, withDecidedCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import { timeLimitOption } from '../options.ts';

/** `slate why ID`: why is somebody on the best slate, or not? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withDecidedCase(command, say)
    .argument('<id>', say('cli.candidate-argument', undefined))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (id, options) => {
        const { askingWhy } = await import('../asking-why.ts');
        const { named, asked } = caseIn(options);
        return askingWhy(id.normalize('NFC'), named, asked, cli);
      }),
    );
}
