import { writeFile } from 'node:fs/promises';
import { BadInput, problem } from '../words/problem.ts';
import type { Cli } from './context.ts';

/** A file that a command writes besides its answer; nothing is written where no name was given. */
export interface FileToWrite {
  readonly file: string | undefined;
  readonly text: () => string;
}

/** Writes the files that were asked for and notes each. @throws BadInput for one that cannot be written. */
export async function writeFiles(files: readonly FileToWrite[], { note, say }: Cli): Promise<void> {
  for (const { file, text } of files) {
    if (file === undefined) continue;
    try {
      await writeFile(file, text());
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      throw new BadInput([problem('cli.cannot-write', { file, reason: String(error.code) })]);
    }
    note(say('cli.wrote', { file }));
  }
}
