import { readable } from '../tables/read-file.ts';
import type { Reading } from '../words/problem.ts';
import type { TextSource } from './sources.ts';

/** All bytes of a text, or why its stream cannot be read. @param called its name in problems. */
export async function bytesOfText(text: TextSource, called: string): Promise<Reading<Buffer>> {
  if (typeof text === 'string') return { ok: true, value: Buffer.from(text) };
  if (text instanceof Uint8Array) return { ok: true, value: asBuffer(text) };
  return readable(called, async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of text) chunks.push(chunk);
    return Buffer.concat(chunks);
  });
}

/** The same bytes as Node's own kind of them. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
