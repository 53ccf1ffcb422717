import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathNamed, SHIPPED } from '../../opening/shipped.ts';
import { ID } from '../../rules/id.ts';
import { problem, type Problem } from '../../words/problem.ts';
import type { Cli } from '../context.ts';
import type { OptionValues } from '../options/options.ts';

/** A file that a command writes besides its answer; nothing is written where no name was given. */
export interface FileToWrite {
  readonly file: string | undefined;
  /** What is written; or why there is nothing to write, which is told like a file that cannot be. */
  readonly content: (() => string | Uint8Array | Promise<string | Uint8Array>) | Problem;
}

/** The file that an option names. */
export function fileIn(read: OptionValues, option: string): string | undefined {
  const file = read[option];
  return typeof file === 'string' ? file : undefined;
}

/** Options and arguments that name what is read; a scenario is `FILE` or `FILE#ID`. */
const INPUTS = ['pool', 'rules', 'units', 'scenario', 'scenarios', 'slate', 'map', 'letterhead'];

/** The files that a command line reads, shipped ones included. */
export function inputsIn(read: OptionValues): readonly string[] {
  return INPUTS.flatMap((name) => {
    const file = fileIn(read, name);
    return file === undefined ? [] : [inputNamed(name, file)];
  });
}

function inputNamed(option: string, named: string): string {
  if (option === 'pool') return pathNamed(named, SHIPPED, 'pool.csv');
  if (option === 'units') return pathNamed(named, SHIPPED, 'units.csv');
  if (option === 'rules' && ID.test(named)) return join(SHIPPED.rulesFolder, `${named}.yaml`);
  return pathNamed(option === 'scenario' ? named.replace(/#[^#]*$/, '') : named);
}

/**
 * Tries whether files can be written before the work begins, so that no answer is lost to a mistyped
 * name afterwards. What the files hold stays, and one that is not there yet is not there afterwards. A file
 * that is read, or that another option names, too, is not written.
 */
export async function unwritable(
  files: readonly (string | undefined)[],
  inputs: readonly string[] = [],
): Promise<readonly Problem[]> {
  const named = files.filter((file) => file !== undefined);
  const read = new Set(await Promise.all(inputs.map(identityOf)));
  const before = new Set<string>();
  const problems: Problem[] = [];
  for (const file of named) {
    const identity = await identityOf(file);
    const failure = read.has(identity)
      ? problem('cli.output-is-input', { file })
      : before.has(identity)
        ? problem('cli.output-named-twice', { file })
        : await failureOf(file, () => tryFile(file));
    before.add(identity);
    if (failure !== undefined) problems.push(failure);
  }
  return problems;
}

/**
 * By what a file can be told from others, whatever leads to it: what it is on the disk, or its path where it is
 * not there yet.
 */
async function identityOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true ? `${found.dev}:${found.ino}` : resolve(file);
}

async function tryFile(file: string): Promise<void> {
  const { target, isThere, isReplaced } = await targetOf(file);
  if (isThere) await (await open(target, 'a')).close();
  if (!isReplaced) return;
  const beside = besideOf(target);
  await (await open(beside, 'w')).close();
  await rm(beside);
}

/**
 * Writes the files that were asked for and notes each: every one whole, or not at all. What could not be
 * written is answered, so that the answer itself is shown all the same.
 */
export async function writeFiles(
  files: readonly FileToWrite[],
  { note, say }: Cli,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { file, content } of files) {
    if (file === undefined) continue;
    if (typeof content !== 'function') {
      problems.push(content);
      continue;
    }
    const bytes = await content();
    const failure = await failureOf(file, () => writeWhole(file, bytes));
    if (failure === undefined) note(say('cli.wrote', { file }));
    else problems.push(failure);
  }
  return problems;
}

/** Writes beside the file first, and puts it in its place once all of it is on the disk. */
async function writeWhole(file: string, bytes: string | Uint8Array): Promise<void> {
  const { target, isReplaced, mode } = await targetOf(file);
  if (!isReplaced) {
    await writeFile(target, bytes);
    return;
  }
  const beside = besideOf(target);
  try {
    // Whoever may not read the file must not read what is put in its place either, not even meanwhile.
    const handle = await open(beside, 'w', mode);
    try {
      if (mode !== undefined) await handle.chmod(mode);
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** The bits of a mode that say who may do what. */
const RIGHTS = 0o7777;

/** Where a name leads to; devices and pipes are written into, and never replaced. */
async function targetOf(file: string): Promise<{
  readonly target: string;
  readonly isThere: boolean;
  readonly isReplaced: boolean;
  /** The rights of the file that is there. */
  readonly mode: number | undefined;
}> {
  const target = await realpath(file).catch(() => file);
  const found = await stat(target).catch(() => undefined);
  return {
    target,
    isThere: found !== undefined,
    isReplaced: found?.isFile() !== false,
    mode: found && found.mode & RIGHTS,
  };
}

function besideOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.part`);
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
