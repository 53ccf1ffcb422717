import { appendFile, type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BatchResult, resultSchema } from './answers.ts';
import { isAbsent } from '../tables/cannot-read.ts';
import { makeFolder } from '../tables/make-folder.ts';

/**
 * Where results are kept, so that a batch that was stopped goes on, and one that is asked again answers
 * anew only what changed. A result is found by its key, the hash of all that it was made from; the same key
 * kept twice is the same result.
 */
export interface KeptResults {
  /** Looks which of these keys are known. */
  readonly find: (keys: ReadonlySet<string>) => Promise<FoundResults>;
  /** Keeps results, all of them or none. */
  readonly keep: (results: readonly BatchResult[]) => Promise<void>;
}

/** Results that are known, each read when it is needed: all together may be more than memory holds. */
export interface FoundResults {
  readonly has: (key: string) => boolean;
  /** @throws Error for a key that is not known */
  readonly read: (key: string) => Promise<BatchResult>;
  readonly close: () => Promise<void>;
}

/** Results that last as long as the process. */
export function resultsInMemory(): KeptResults {
  const byKey = new Map<string, BatchResult>();
  return {
    find: async () => ({
      has: (key) => byKey.has(key),
      read: async (key) => byKey.get(key)!,
      close: async () => undefined,
    }),
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
    find: async (keys) => foundIn(file, keys),
    keep: async (results) => {
      mended ??= withoutTornLine(file);
      await mended;
      await appendFile(file, results.map((each) => `${JSON.stringify(each)}\n`).join(''));
    },
  };
}

/** Reads through a file once, and notes where the results of some keys stand. */
async function foundIn(file: string, keys: ReadonlySet<string>): Promise<FoundResults> {
  const handle = await opened(file);
  const lines = new Map<string, LinePlace>();
  const window = handle === undefined ? undefined : new Window(handle);
  for await (const { line, place } of window?.lines() ?? []) {
    const key = KEY.exec(line)?.groups?.['key'];
    // The key is looked at first, so that other lines cost next to nothing.
    if (key !== undefined && keys.has(key) && resultIn(line) !== undefined) lines.set(key, place);
  }
  return {
    has: (key) => lines.has(key),
    read: async (key) => {
      const result = resultIn(await window!.line(lines.get(key)!));
      if (result === undefined) throw new Error(`${file} was changed while it was read`);
      return result;
    },
    close: async () => handle?.close(),
  };
}

async function opened(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

const KEY = /"key":"(?<key>[0-9a-f]{64})"/;

function resultIn(line: string): BatchResult | undefined {
  try {
    return resultSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Where a line stands, in bytes. */
interface LinePlace {
  readonly at: number;
  readonly length: number;
}

/** Bytes that are read at once: lines that belong together stand together. */
const WIDTH = 262_144;

/** A file of lines, of which a part is in memory. */
class Window {
  readonly #handle: FileHandle;
  #at = 0;
  #bytes = Buffer.alloc(0);

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** All whole lines. */
  async *lines(): AsyncGenerator<{ readonly line: string; readonly place: LinePlace }> {
    let rest = Buffer.alloc(0);
    for (let at = 0; ;) {
      const bytes = await this.#read(at, WIDTH);
      if (bytes.length === 0) return;
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const from = at - rest.length;
      let began = 0;
      for (let end = all.indexOf(NEWLINE); end >= 0; end = all.indexOf(NEWLINE, began)) {
        yield {
          line: all.toString('utf8', began, end),
          place: { at: from + began, length: end - began },
        };
        began = end + 1;
      }
      rest = all.subarray(began);
      at += bytes.length;
    }
  }

  async line({ at, length }: LinePlace): Promise<string> {
    if (at < this.#at || at + length > this.#at + this.#bytes.length) {
      this.#bytes = await this.#read(at, Math.max(WIDTH, length));
      this.#at = at;
    }
    return this.#bytes.toString('utf8', at - this.#at, at - this.#at + length);
  }

  async #read(at: number, length: number): Promise<Buffer<ArrayBuffer>> {
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  }
}

const NEWLINE = 0x0a;

async function withoutTornLine(file: string): Promise<void> {
  makeFolder(dirname(file));
  const handle = await open(file, 'a+');
  try {
    let whole = 0;
    for await (const { place } of new Window(handle).lines()) whole = place.at + place.length + 1;
    if ((await handle.stat()).size !== whole) await handle.truncate(whole);
  } finally {
    await handle.close();
  }
}
