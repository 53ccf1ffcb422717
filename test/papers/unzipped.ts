import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../src/tables/workbook/zip-entries.ts';

/** The text of one file of a ZIP archive. */
export function unzipped(archive: Uint8Array, name: string): string {
  const entry = zipEntries(archive)?.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`the archive has no ${name}`);
  const bytes = Buffer.from(archive);
  const [nameLength, extra] = [26, 28].map((offset) => bytes.readUInt16LE(entry.offset + offset));
  const from = entry.offset + 30 + nameLength! + extra!;
  const content = bytes.subarray(from, from + entry.packed);
  return (entry.method === 0 ? content : inflateRawSync(content)).toString('utf8');
}
