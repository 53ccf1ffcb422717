import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const unpackedAsync = promisify(inflateRaw);

/** The bytes that were kept, of how they are kept. @throws Error where they are not what was kept */
export async function unpackedContent(kept: Uint8Array): Promise<Buffer> {
  return unpackedAsync(kept);
}
