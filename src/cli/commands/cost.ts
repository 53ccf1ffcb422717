import type { Command } from '@commander-js/extra-typings';
import { caseIn, withDecidedCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import { timeLimitOption } from '../options.ts';

/** `slate cost RULE`: what does each bound of a rule cost? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withDecidedCase(command, say)
    .argument('<rule>', say('cli.rule-argument', undefined))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (rule, options) => {
        const { pricing } = await import('../pricing.ts');
        const { named, asked } = caseIn(options);
        return pricing(rule, named, asked, cli);
      }),
    );
}
