import { inflateRawSync } from 'node:zlib';
import { zipEntries, type ZipEntry } from './zip-entries.ts';

/** What is wrong with an archive before anything in it is looked at. */
export type ZipFault = 'broken' | 'too-large';

/** Bytes that an archive may have once unpacked, in all; a workbook of 100,000 rows of 20 cells has some hundred million. */
const MOST_UNPACKED = 512 << 20;
/** Files that an archive may have. */
const MOST_ENTRIES = 10_000;
/** Bytes that zlib wants to have room for at least. */
const LEAST_CHUNK = 64;
const MOST_CHUNK = 128 << 20;
const HEAD_MARK = 0x0403_4b50;
const HEAD_RECORD = 30;

/**
 * Whether an archive can be unpacked safely: what its directory claims is not too much, and every entry
 * really has as many bytes as it claims, no matter how little it is packed into. `undefined`: it can.
 *
 * Entries are inflated one after another into room of the size that they claim, never more.
 */
export function zipFault(bytes: Uint8Array): ZipFault | undefined {
  const entries = zipEntries(bytes);
  if (entries === undefined) return 'broken';
  const claimed = claimedTooMuch(entries);
  if (claimed !== undefined) return claimed;
  for (const entry of entries) if (unzippedEntry(bytes, entry) === undefined) return 'broken';
  return undefined;
}

/** Whether the directory of an archive claims more than is unpacked. */
export function claimedTooMuch(entries: readonly ZipEntry[]): ZipFault | undefined {
  const isTooMuch =
    entries.length > MOST_ENTRIES || entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED;
  return isTooMuch ? 'too-large' : undefined;
}

/** What an entry of an archive holds; `undefined` where that is not what its directory claims. */
export function unzippedEntry(
  bytes: Uint8Array,
  { method, packed, size, offset }: ZipEntry,
): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + HEAD_RECORD > view.byteLength || view.getUint32(offset, true) !== HEAD_MARK) return undefined;
  const begin = offset + HEAD_RECORD + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (begin + packed > bytes.length) return undefined;
  const held = bytes.subarray(begin, begin + packed);
  if (method === 0) return packed === size ? held : undefined;
  if (method !== 8) return undefined;
  if (size === 0) return packed <= 2 ? new Uint8Array() : undefined;
  try {
    // Room for all of it at once, where that is not very much: putting pieces together takes its time.
    const chunkSize = Math.min(size + LEAST_CHUNK, MOST_CHUNK);
    const content = inflateRawSync(held, { maxOutputLength: size, chunkSize });
    return content.length === size ? content : undefined;
  } catch {
    return undefined;
  }
}
