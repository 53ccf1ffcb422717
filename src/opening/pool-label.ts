import { readFile } from 'node:fs/promises';
import { textOfBytes } from '../rules/load.ts';
import { fields } from '../rules/conditions/condition-schema.ts';
import { idShape, textShape } from '../rules/schema.ts';
import { shapedYaml } from '../rules/problems/shaped-yaml.ts';
import { type Text, untranslated, textOf } from '../words/language.ts';
import type { Reading } from '../words/problem.ts';
import { isAbsent } from '../tables/cannot-read.ts';

/** What a pool says of itself. */
export interface PoolLabel {
  readonly title: Text;
  /** The id of the rule set that it is made for. */
  readonly rules?: string;
}

/** A file beside a pool, with what it is called and what it is for. */
const poolFileSchema = fields({ title: textShape, rules: idShape.optional() });

/**
 * What a pool says of itself in a file beside it, or every problem of that file. Where there is none,
 * the name of the pool is its title.
 */
export async function poolLabel(path: string, name: string): Promise<Reading<PoolLabel>> {
  const bytes = await bytesOf(path);
  return bytes === undefined
    ? { ok: true, value: { title: untranslated(name) } }
    : labelIn(bytes, `${name}/pool.yaml`, name);
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function labelIn(bytes: Uint8Array, file: string, name: string): Reading<PoolLabel> {
  const text = textOfBytes(bytes);
  if ('code' in text) return { ok: false, problems: [{ ...text, place: { file } }] };
  const read = shapedYaml(text.text, file, poolFileSchema);
  if (!read.ok) return read;
  const { title, rules } = read.value.written;
  return {
    ok: true,
    value: { title: textOf(title) ?? untranslated(name), ...(rules !== undefined && { rules }) },
  };
}
