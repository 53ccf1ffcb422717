import type { PoolSource, UnitsSource } from '../opening/sources.ts';
import { bytesOfText } from '../opening/text-bytes.ts';
import { bytesOfFile } from '../tables/read-file.ts';
import type { Reading } from '../words/problem.ts';

/**
 * The bytes of a table of a case, as a file, a text or a list holds them. Those of a table by its name are its
 * name: what a service ships does not change while it runs.
 */
export async function bytesOfTable(source: PoolSource | UnitsSource): Promise<Reading<Uint8Array>> {
  if ('unreadable' in source) return { ok: false, problems: source.unreadable };
  if ('file' in source) return bytesOfFile(source.file);
  if ('csv' in source) return bytesOfText(source.csv, source.called ?? 'table');
  if ('base64' in source) return { ok: true, value: Buffer.from(source.base64, 'base64') };
  return { ok: true, value: Buffer.from(JSON.stringify(source)) };
}
