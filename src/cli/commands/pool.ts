import type { Command } from '@commander-js/extra-typings';
import { caseIn, withCase } from '../case-options.ts';
import type { Cli } from '../context.ts';

/** `slate pool`: who the candidates are, and what they can give a rule set. */
export function configure(command: Command, cli: Cli): void {
  withCase(command, cli.say).action(
    cli.answering(async (named) => {
      const { poolAlone, poolAgainstRules } = await import('../pool-in-numbers.ts');
      const { pool, ...further } = named;
      const isAlone = Object.values(further).every((each) => each === undefined);
      return isAlone ? poolAlone(pool, cli) : poolAgainstRules(caseIn(named).named, cli);
    }),
  );
}
