import {
  Command,
  type CommandUnknownOpts,
  type CommanderError,
  type Help,
} from '@commander-js/extra-typings';
import { VERSION } from '../opening/version.ts';
import { COMMANDS, FIRST_EXAMPLES } from './commands.ts';
import type { Cli } from './context.ts';
import { isRepeatable, languageOption } from './options/options.ts';
import { BadUsage, unknownCommand, usageProblems } from './options/usage.ts';
import { InputError, problem, type Problem } from '../words/problem.ts';

/** Parses a command line and runs what it asks for. Throws {@link BadUsage}, or a commander error of code 0 after help. */
interface Program {
  readonly run: (argv: readonly string[]) => Promise<void>;
}

/**
 * The program with all its commands, in one language. Only the modules of commands that `argv` names
 * are loaded: the others are known by name and summary, which is all that the help shows of them.
 *
 * @param json told whether `--json` was given, before any command runs
 */
export async function programOf(
  argv: readonly string[],
  cli: Cli,
  json: (asked: boolean) => void,
): Promise<Program> {
  const { say, slips } = cli;
  const empty: Problem[] = [];
  const program = new Command('slate')
    .description(say('cli.about', undefined))
    .version(VERSION, '-V, --version', say('cli.version-option', undefined))
    .option('--json', say('cli.json-option', undefined))
    .addOption(languageOption(say))
    .helpCommand(false);
  // Commander stops at the first wrong value; all of them are told, with what the inputs have wrong.
  program.hook('preAction', (_program, command) => {
    json(program.opts().json === true);
    slips.command = pathOf(command);
    empty.push(...emptyArguments(command));
    if (empty.length > 0) throw new BadUsage([...slips.problems, ...empty], pathOf(command));
  });
  localise(program, argv, cli);
  collectWrongValues(program, slips.problems);
  program.addHelpText('after', `\n${examplesIn(FIRST_EXAMPLES, cli)}\n\n${say('cli.exit-codes', undefined)}`);
  let end = async (): Promise<void> => undefined;
  for (const listed of COMMANDS) {
    const command = program.command(listed.name).description(say(listed.summary, undefined));
    localise(command, argv, cli);
    const examples = [...listed.examples, ...(listed.remoteExamples ?? [])];
    addExamples(command, examples, cli);
    if (argv.includes(listed.name)) {
      if (!asksForHelp(argv)) end = (await listed.ahead?.()) ?? end;
      (await listed.load()).configure(command, cli);
      for (const part of command.commands) addExamples(part, examplesOf(part, examples), cli);
    }
    collectWrongValues(command, slips.problems);
    collectRepeated(command, slips.problems);
    for (const each of [command, ...command.commands]) collectEmpty(each, empty);
  }
  const help = program
    .command('help')
    .description(say('cli.help-command', undefined))
    .argument('[command...]', say('cli.help-of', undefined))
    .action((names) => commandNamed(program, names).outputHelp());
  localise(help, argv, cli);
  return {
    run: async (args) => {
      try {
        await program.parseAsync([...args], { from: 'user' });
      } finally {
        await end();
      }
    },
  };
}

function asksForHelp(argv: readonly string[]): boolean {
  return argv[0] === 'help' || argv.includes('-h') || argv.includes('--help');
}

/** The command that these words name: `pool import`. @throws BadUsage */
function commandNamed(command: CommandUnknownOpts, [name, ...rest]: readonly string[]): CommandUnknownOpts {
  if (name === undefined) return command;
  const part = command.commands.find((each) => each.name() === name);
  if (part === undefined) throw new BadUsage([unknownCommand(name, command)], pathOf(command));
  return commandNamed(part, rest);
}

/** Arguments that are given without anything in them, as a variable of a script may be that was never set. */
function emptyArguments({ args, registeredArguments }: CommandUnknownOpts): readonly Problem[] {
  return args.flatMap((word, at) => {
    const argument = registeredArguments[Math.min(at, registeredArguments.length - 1)];
    return word === '' && argument !== undefined
      ? [problem('cli.empty-argument', { name: `<${argument.name()}>` })]
      : [];
  });
}

/** Notes options that are given without anything in them; where a value is read, its reader tells that. */
function collectEmpty(command: CommandUnknownOpts, empty: Problem[]): void {
  for (const option of command.options) {
    if (option.parseArg !== undefined && !isRepeatable(option)) continue;
    command.on(`option:${option.name()}`, (text: string) => {
      if (text === '') empty.push(problem('cli.missing-value', { option: option.long ?? option.flags }));
    });
  }
}

/** Makes a command speak the language and throw, with all that is wrong so far, instead of ending the process. */
function localise(command: CommandUnknownOpts, argv: readonly string[], { say, slips }: Cli): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('cli.heading-usage', undefined),
    'Arguments:': say('cli.heading-arguments', undefined),
    'Options:': say('cli.heading-options', undefined),
    'Global Options:': say('cli.heading-global-options', undefined),
    'Commands:': say('cli.heading-commands', undefined),
  };
  const help: Partial<Help> = {
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) =>
      usage
        .replace('[options]', say('cli.usage-options', undefined))
        .replace('[command]', say('cli.usage-command', undefined)),
  };
  command
    .configureHelp(help)
    .helpOption('-h, --help', say('cli.help-option', undefined))
    .configureOutput({ outputError: () => undefined })
    .exitOverride((error: CommanderError) => {
      if (error.exitCode === 0 || error.code === 'commander.help') throw error;
      const asked = innermost(command);
      throw new BadUsage([...slips.problems, ...usageProblems(error, asked, argv)], pathOf(asked));
    });
}

/** The command that was asked for, where one has commands of its own: they tell what is wrong to the one above. */
function innermost(command: CommandUnknownOpts): CommandUnknownOpts {
  const part = command.commands.find((each) => each.name() === command.args[0]);
  return part === undefined ? command : innermost(part);
}

/** Notes what is wrong with the values of options, and reads on. */
function collectWrongValues(command: CommandUnknownOpts, wrong: Problem[]): void {
  for (const option of command.options) {
    const { parseArg } = option;
    if (parseArg === undefined) continue;
    option.argParser((text, before: unknown) => {
      try {
        return parseArg(text, before);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        wrong.push(...error.problems);
        return before;
      }
    });
  }
}

/** Notes an option that has one value and is given two: neither may win silently. */
function collectRepeated(command: CommandUnknownOpts, wrong: Problem[]): void {
  for (const option of command.options) {
    if (!option.required || option.variadic || isRepeatable(option)) continue;
    let given = 0;
    command.on(`option:${option.name()}`, () => {
      given += 1;
      if (given === 2) wrong.push(problem('cli.given-twice', { option: option.flags }));
    });
  }
}

/** Ends the help of a command with its examples, if it has any. */
function addExamples(command: CommandUnknownOpts, examples: readonly string[], cli: Cli): void {
  if (examples.length > 0) command.addHelpText('after', `\n${examplesIn(examples, cli)}`);
}

/** The examples of a command in which a part of it is run, be it as one step of several: `slate pool diff …`. */
function examplesOf(part: CommandUnknownOpts, examples: readonly string[]): readonly string[] {
  const step = `${pathOf(part)} `;
  return examples.filter((line) => line.split(' && ').some((each) => `${each} `.startsWith(step)));
}

/** The last part of a help. */
function examplesIn(examples: readonly string[], { say }: Cli): string {
  return [say('cli.heading-examples', undefined), ...examples.map((line) => `  ${line}`)].join('\n');
}

/** `slate check`. */
function pathOf(command: CommandUnknownOpts): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}
