import { access, open, rm, writeFile } from 'node:fs/promises';
import { InputError, problem, type Problem } from '../words/problem.ts';
import type { Cli } from './context.ts';

/** A file that a command writes besides its answer; nothing is written where no name was given. */
export interface FileToWrite {
  readonly file: string | undefined;
  readonly text: () => string;
}

/** The file that an option names. */
export function fileIn(read: Readonly<Record<string, unknown>>, option: string): string | undefined {
  const file = read[option];
  return typeof file === 'string' ? file : undefined;
}

/**
 * Tries whether files can be written before the work begins, so that no answer is lost to a mistyped
 * name afterwards. What the files hold stays, and one that is not there yet is not there afterwards.
 */
export async function unwritable(files: readonly (string | undefined)[]): Promise<readonly Problem[]> {
  const named = files.filter((file) => file !== undefined);
  const tried = await Promise.all(named.map((file) => failureOf(file, () => tryFile(file))));
  return tried.filter((each) => each !== undefined);
}

async function tryFile(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  await (await open(file, 'a')).close();
  if (!isThere) await rm(file);
}

/** Writes the files that were asked for and notes each. @throws InputError for one that cannot be written. */
export async function writeFiles(files: readonly FileToWrite[], { note, say }: Cli): Promise<void> {
  for (const { file, text } of files) {
    if (file === undefined) continue;
    const failure = await failureOf(file, () => writeFile(file, text()));
    if (failure !== undefined) throw new InputError([failure]);
    note(say('cli.wrote', { file }));
  }
}

async function failureOf(file: string, write: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return problem('cli.cannot-write', { file, reason: String(error.code) });
  }
}
