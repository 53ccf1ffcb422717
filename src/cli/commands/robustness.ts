import type { Command } from '@commander-js/extra-typings';
import { withCase } from '../case-options.ts';
import type { Cli } from '../context.ts';
import { outOption, timeLimitOption } from '../options.ts';

/** `slate robustness SLATE`: what if members drop out? */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  withCase(command, say)
    .argument('<slate>', say('cli.slate-argument', undefined))
    .addOption(outOption(say))
    .addOption(timeLimitOption(say))
    .action(
      cli.answering(async (slate, { pool, rules, units, scenario, ...asked }) => {
        const { standingFirm } = await import('../standing-firm.ts');
        return standingFirm(slate, { pool, rules, units, scenario }, asked, cli);
      }),
    );
}
