import { inflateRawSync } from 'node:zlib';
import { zipEntries, type ZipEntry } from './zip-entries.ts';

/** What is wrong with an archive before anything in it is looked at. */
export type ZipFault = 'broken' | 'too-large';

/** Bytes that an archive may have once unpacked, in all; a workbook of 100,000 rows of 20 cells has some hundred million. */
const MOST_UNPACKED = 512 << 20;
/** Files that an archive may have. */
const MOST_ENTRIES = 10_000;
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
  if (entries.length > MOST_ENTRIES) return 'too-large';
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED) return 'too-large';
  for (const entry of entries) if (!isHonest(bytes, entry)) return 'broken';
  return undefined;
}

function isHonest(bytes: Uint8Array, { method, packed, size, offset }: ZipEntry): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + HEAD_RECORD > view.byteLength || view.getUint32(offset, true) !== HEAD_MARK) return false;
  const begin = offset + HEAD_RECORD + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (begin + packed > bytes.length) return false;
  if (method === 0) return packed === size;
  if (method !== 8) return false;
  if (size === 0) return packed <= 2;
  try {
    return inflateRawSync(bytes.subarray(begin, begin + packed), { maxOutputLength: size }).length === size;
  } catch {
    return false;
  }
}
