import { readFile } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import { cannotRead } from '../pool/cannot-read.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';

/** The name that standard input has in messages. */
const STDIN = '<stdin>';

/** Whether a file that the command line names is standard input. */
export function isStdin(file: string): boolean {
  return file === '-';
}

/** A file's name as messages show it. */
export function shownFile(file: string): string {
  return isStdin(file) ? STDIN : file;
}

/** Standard input as it comes, until the signal aborts. */
export function stdin(signal: AbortSignal): AsyncIterable<Buffer> {
  return addAbortSignal(signal, process.stdin);
}

/** What a file holds, or standard input. */
export async function bytesNamed(file: string, signal: AbortSignal): Promise<Reading<Buffer>> {
  try {
    const bytes = isStdin(file) ? await allOf(stdin(signal)) : await readFile(file);
    return { ok: true, value: bytes };
  } catch (error) {
    const found = cannotRead(error, file);
    if (found === undefined) throw error;
    return { ok: false, problems: [found] };
  }
}

async function allOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * Several inputs that are to come from standard input: it can be read once.
 *
 * @param inputs the file of each input, by how the command line names it.
 */
export function stdinTwice(inputs: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const names = Object.keys(inputs).filter((name) => inputs[name] !== undefined && isStdin(inputs[name]));
  return names.length > 1 ? [problem('cli.stdin-twice', { names })] : [];
}
