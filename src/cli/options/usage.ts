import type { CommanderError, CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { nearest } from '../../rules/problems/nearest.ts';
import { problem, type Problem } from '../../words/problem.ts';

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
 * What commander found wrong, in our words. It stops at the first unknown option; all of them are told,
 * and which arguments are missing besides.
 *
 * @param argv the words of the command line, without the name of the program.
 */
export function usageProblems(
  error: CommanderError,
  command: CommandUnknownOpts,
  argv: readonly string[],
): readonly Problem[] {
  const unknown = error.code === 'commander.unknownOption' ? unknownOptions(command, argv) : [];
  if (unknown.length === 0) return [usageProblem(error, command)];
  // What follows an unknown option may be its value or an argument; it is given the benefit of the doubt.
  const given = command.args.filter((word) => !word.startsWith('-')).length;
  const missing = command.registeredArguments.slice(given).filter(({ required }) => required);
  return [
    ...unknown.map((option) => unknownOption(option, command)),
    ...missing.map((argument) => problem('cli.missing-argument', { name: `<${argument.name()}>` })),
  ];
}

/**
 * One thing that commander found wrong. It tells the kind by a code and the name only inside its
 * English message, between quotation marks; a kind not known here keeps that message.
 */
function usageProblem(error: CommanderError, command: CommandUnknownOpts): Problem {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return unknownCommand(quoted, command);
    case 'commander.unknownOption':
      return unknownOption(quoted, command);
    case 'commander.missingArgument':
      return problem('cli.missing-argument', { name: `<${quoted}>` });
    case 'commander.optionMissingArgument':
      return problem('cli.missing-value', { option: quoted });
    case 'commander.excessArguments':
      if (command.commands.length > 0 && command.registeredArguments.length === 0)
        return unknownCommand(command.args[0] ?? '', command);
      return problem('cli.too-many-arguments', {
        found: command.args.slice(command.registeredArguments.length).join(', '),
      });
    default:
      return problem('cli.bad-usage', { message: error.message.replace(/^error: /, '') });
  }
}

/** That a command has no such part, and which one may be meant. */
export function unknownCommand(name: string, command: CommandUnknownOpts): Problem {
  const names = command.commands.map((each) => each.name());
  return problem('cli.unknown-command', { name, meant: nearest(name, names) });
}

function unknownOption(option: string, command: CommandUnknownOpts): Problem {
  const long = optionsOf(command).flatMap((each) => each.long ?? []);
  return problem('cli.unknown-option', { option, meant: nearest(option, long) });
}

/** What looks like a long option but is not one, in the order in which it was written. */
function unknownOptions(command: CommandUnknownOpts, argv: readonly string[]): readonly string[] {
  // Before the name of a command only the options of the program itself are known.
  if (command.parent === null) return [];
  const known = new Map(optionsOf(command).flatMap((each) => (each.long ? [[each.long, each]] : [])));
  const unknown = new Set<string>();
  for (let at = 0; at < argv.length && argv[at] !== '--'; at += 1) {
    const [name = ''] = argv[at]!.split('=');
    const option = known.get(name);
    if (option?.required === true && name === argv[at]) at += 1;
    else if (option === undefined && name.startsWith('--') && name !== '--help') unknown.add(name);
  }
  return [...unknown];
}

/** The options of a command and of those above it. */
function optionsOf(command: CommandUnknownOpts): readonly Option[] {
  return command.parent === null ? command.options : [...command.options, ...optionsOf(command.parent)];
}
