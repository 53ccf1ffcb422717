import type { Command } from '@commander-js/extra-typings';
import type { PhraseCode } from '../words/catalogue.ts';
import type { Cli } from './context.ts';

/** A command as its file exports it. */
export interface CommandModule {
  /** Gives the command its arguments, options and action. Heavy parts are imported by the action. */
  readonly configure: (command: Command, cli: Cli) => void;
}

/** A command as the program lists it. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: PhraseCode & `cli.${string}-summary`;
  readonly examples: PhraseCode & `cli.${string}-examples`;
  readonly load: () => Promise<CommandModule>;
}

/**
 * All commands, in the order of the help. A further one is a file in `commands/`, a line here, and
 * its summary and examples in `words/`.
 */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'check',
    summary: 'cli.check-summary',
    examples: 'cli.check-examples',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'propose',
    summary: 'cli.propose-summary',
    examples: 'cli.propose-examples',
    load: () => import('./commands/propose.ts'),
  },
  {
    name: 'diagnose',
    summary: 'cli.diagnose-summary',
    examples: 'cli.diagnose-examples',
    load: () => import('./commands/diagnose.ts'),
  },
  {
    name: 'why',
    summary: 'cli.why-summary',
    examples: 'cli.why-examples',
    load: () => import('./commands/why.ts'),
  },
  {
    name: 'cost',
    summary: 'cli.cost-summary',
    examples: 'cli.cost-examples',
    load: () => import('./commands/cost.ts'),
  },
  {
    name: 'replace',
    summary: 'cli.replace-summary',
    examples: 'cli.replace-examples',
    load: () => import('./commands/replace.ts'),
  },
  {
    name: 'compare',
    summary: 'cli.compare-summary',
    examples: 'cli.compare-examples',
    load: () => import('./commands/compare.ts'),
  },
  {
    name: 'sweep',
    summary: 'cli.sweep-summary',
    examples: 'cli.sweep-examples',
    load: () => import('./commands/sweep.ts'),
  },
  {
    name: 'trade-off',
    summary: 'cli.trade-off-summary',
    examples: 'cli.trade-off-examples',
    load: () => import('./commands/trade-off.ts'),
  },
  {
    name: 'robustness',
    summary: 'cli.robustness-summary',
    examples: 'cli.robustness-examples',
    load: () => import('./commands/robustness.ts'),
  },
  {
    name: 'training',
    summary: 'cli.training-summary',
    examples: 'cli.training-examples',
    load: () => import('./commands/training.ts'),
  },
  {
    name: 'rules',
    summary: 'cli.rules-summary',
    examples: 'cli.rules-examples',
    load: () => import('./commands/rules.ts'),
  },
  {
    name: 'pool',
    summary: 'cli.pool-summary',
    examples: 'cli.pool-examples',
    load: () => import('./commands/pool.ts'),
  },
  {
    name: 'serve',
    summary: 'cli.serve-summary',
    examples: 'cli.serve-examples',
    load: () => import('./commands/serve.ts'),
  },
];
