import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BatchResult, resultSchema } from './answers.ts';

/**
 * Where results are kept, so that a batch that was stopped goes on, and one that is asked again answers
 * anew only what changed. A result is found by its key, the hash of all that it was made from; the same key
 * kept twice is the same result.
 */
export interface KeptResults {
  /** Those that are known of these keys. */
  readonly find: (keys: ReadonlySet<string>) => Promise<ReadonlyMap<string, BatchResult>>;
  /** Keeps results, all of them or none. */
  readonly keep: (results: readonly BatchResult[]) => Promise<void>;
}

/** Results that last as long as the process. */
export function resultsInMemory(): KeptResults {
  const byKey = new Map<string, BatchResult>();
  return {
    find: async (keys) => new Map([...byKey].filter(([key]) => keys.has(key))),
    keep: async (results) => {
      for (const each of results) byKey.set(each.key, each);
    },
  };
}

/**
 * Results in a file of JSON lines. Lines are added at its end, each as a whole; one that a crash cut short is
 * no line, and is taken away before the next is added.
 */
export function resultsInFile(file: string): KeptResults {
  let mended: Promise<void> | undefined;
  return {
    find: async (keys) => {
      const lines = (await textIn(file)).split('\n');
      return new Map(lines.flatMap((line) => resultIn(line, keys)));
    },
    keep: async (results) => {
      mended ??= withoutTornLine(file);
      await mended;
      await appendFile(file, results.map((each) => `${JSON.stringify(each)}\n`).join(''));
    },
  };
}

async function textIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

const KEY = /"key":"(?<key>[0-9a-f]{64})"/;

/** The result of a line that is asked for. The key is looked at first, so that other lines cost next to nothing. */
function resultIn(line: string, keys: ReadonlySet<string>): readonly (readonly [string, BatchResult])[] {
  const key = KEY.exec(line)?.groups?.['key'];
  if (key === undefined || !keys.has(key)) return [];
  try {
    const read = resultSchema.safeParse(JSON.parse(line));
    return read.success ? [[key, read.data]] : [];
  } catch {
    return [];
  }
}

async function withoutTornLine(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const whole = Buffer.from(await textIn(file)).lastIndexOf(0x0a) + 1;
  const handle = await open(file, 'a');
  try {
    if ((await handle.stat()).size !== whole) await handle.truncate(whole);
  } finally {
    await handle.close();
  }
}
