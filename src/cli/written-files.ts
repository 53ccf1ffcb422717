import { open, writeFile } from 'node:fs/promises';
import { BadInput, problem, type Problem } from '../words/problem.ts';
import type { Cli } from './context.ts';

/** A file that a command writes besides its answer; nothing is written where no name was given. */
export interface FileToWrite {
  readonly file: string | undefined;
  readonly text: () => string;
}

/**
 * Tries whether files can be written before the work begins, so that no answer is lost to a mistyped
 * name afterwards. A file that is not there yet is there then, and empty.
 *
 * @throws BadInput for all that cannot.
 */
export async function claimFiles(files: readonly (string | undefined)[]): Promise<void> {
  const tried = files.map(async (file) => {
    if (file === undefined) return undefined;
    return failureOf(file, async () => (await open(file, 'a')).close());
  });
  const problems = (await Promise.all(tried)).filter((each) => each !== undefined);
  if (problems.length > 0) throw new BadInput(problems);
}

/** Writes the files that were asked for and notes each. @throws BadInput for one that cannot be written. */
export async function writeFiles(files: readonly FileToWrite[], { note, say }: Cli): Promise<void> {
  for (const { file, text } of files) {
    if (file === undefined) continue;
    const failure = await failureOf(file, () => writeFile(file, text()));
    if (failure !== undefined) throw new BadInput([failure]);
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
