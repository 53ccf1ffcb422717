import { readFile } from 'node:fs/promises';
import type { Reading } from '../words/problem.ts';
import { cannotRead } from './cannot-read.ts';

/** What a file holds, or why it cannot be read. */
export async function bytesOfFile(file: string): Promise<Reading<Buffer>> {
  return readable(file, () => readFile(file));
}

/** What is read from a file, or why that cannot be opened or read. @param file its name in problems. */
export async function readable<Value>(file: string, read: () => Promise<Value>): Promise<Reading<Value>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    const found = cannotRead(error, file);
    if (found === undefined) throw error;
    return { ok: false, problems: [found] };
  }
}
