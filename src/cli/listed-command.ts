import type { Command } from '@commander-js/extra-typings';
import type { PhraseCode } from '../words/catalogue.ts';
import type { Cli } from './context.ts';

/** A command as its file exports it. */
interface CommandModule {
  /** Gives the command its arguments, options and action. Heavy parts are imported by the action. */
  readonly configure: (command: Command, cli: Cli) => void;
}

/** A command as the program lists it. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: PhraseCode & `cli.${string}-summary`;
  /** Lines to paste, of which each runs as it stands wherever Slate is installed: what they name is shipped. */
  readonly examples: readonly string[];
  /** Lines that need a service of one's own besides. */
  readonly remoteExamples?: readonly string[];
  /**
   * Starts what the command will need, while the command itself is still loaded.
   *
   * @returns what ends it again.
   */
  readonly ahead?: () => Promise<() => Promise<void>>;
  readonly load: () => Promise<CommandModule>;
}
