import type { Language } from '../words/language.ts';
import { phrase, type PhraseCode, type PhraseParameters } from '../words/catalogue.ts';
import type { Problem } from '../words/problem.ts';
import type { ExitCode } from './exit-code.ts';

/** Says a sentence in the language of the command line. */
export type Say = <Code extends PhraseCode>(code: Code, parameters: PhraseParameters<Code>) => string;

/** Says sentences in one language. */
export function sayIn(language: Language): Say {
  return (code, parameters) => phrase(language, code, parameters);
}

/** What a command found: its exit code, and the answer for programs and for people. */
export interface Answer {
  readonly exit: ExitCode;
  /** What `--json` prints. */
  readonly json: unknown;
  /** Why files besides the answer could not be written; the answer is shown all the same. */
  readonly unwritten?: readonly Problem[];
  /** What people read: lines without a line end at the last one. Only asked for where it is shown. */
  readonly text: () => string;
}

/** What was found wrong with the words of a command line before its command began. */
interface Slips {
  readonly problems: Problem[];
  /** Whose help tells more: `slate check`. */
  command: string;
}

/** What every command is given. */
export interface Cli {
  readonly language: Language;
  readonly env: NodeJS.ProcessEnv;
  readonly say: Say;
  /** Whoever reads the inputs of a command refuses them where there are any; they are told with the rest. */
  readonly slips: Slips;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
  /** Columns of the terminal; `undefined` where the output is no terminal and lines may have any length. */
  readonly width: number | undefined;
  /** Writes a line to standard error, for people. */
  readonly note: (text: string) => void;
  /** Writes over the last such line, on a terminal alone: how far a long task is. `''` clears it. */
  readonly progress: (text: string) => void;
  /** Makes a command's action of its work: sets the exit code and prints the answer as asked. */
  readonly answering: <Parameters extends readonly unknown[]>(
    work: (...parameters: Parameters) => Promise<Answer>,
  ) => (...parameters: Parameters) => Promise<void>;
}
