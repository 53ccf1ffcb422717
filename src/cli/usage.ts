import type { CommanderError, CommandUnknownOpts } from '@commander-js/extra-typings';
import { nearest } from '../rules/nearest.ts';
import { problem, type Problem } from '../words/problem.ts';

/** Thrown where the command line cannot be understood: all that is wrong, and whose help tells more. */
export class BadUsage extends Error {
  readonly problems: readonly Problem[];
  /** `slate check`, for the hint at its help. */
  readonly command: string;
  constructor(problems: readonly Problem[], command: string) {
    super('bad usage');
    this.name = 'BadUsage';
    this.problems = problems;
    this.command = command;
  }
}

/**
 * What commander found wrong, in our words. Commander tells the kind by a code and the name only
 * inside its English message, between quotation marks; a kind not known here keeps that message.
 */
export function usageProblem(error: CommanderError, command: CommandUnknownOpts): Problem {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand': {
      const names = command.commands.map((each) => each.name());
      return problem('cli.unknown-command', { name: quoted, meant: nearest(quoted, names) });
    }
    case 'commander.unknownOption':
      return problem('cli.unknown-option', { option: quoted, meant: nearest(quoted, longOptions(command)) });
    case 'commander.missingArgument':
      return problem('cli.missing-argument', { name: `<${quoted}>` });
    case 'commander.optionMissingArgument':
      return problem('cli.missing-value', { option: quoted });
    case 'commander.excessArguments':
      return problem('cli.too-many-arguments', {
        found: command.args.slice(command.registeredArguments.length).join(', '),
      });
    default:
      return problem('cli.bad-usage', { message: error.message.replace(/^error: /, '') });
  }
}

/** The long options of a command and of those above it. */
function longOptions(command: CommandUnknownOpts): readonly string[] {
  const own = command.options.flatMap(({ long }) => (long === undefined || long === null ? [] : [long]));
  return command.parent === null ? own : [...own, ...longOptions(command.parent)];
}
