import { readYaml } from '../rules/yaml-file.ts';
import { decoded } from '../tables/encoding.ts';
import { problem, type Reading } from '../words/problem.ts';
import { bytesOfFile } from '../tables/read-file.ts';
import { type Mapping, mappingSchema } from './mapping-schema.ts';

/** Reads a mapping from its file, with everything that is wrong with it at its line. */
export async function readMappingFile(file: string): Promise<Reading<Mapping>> {
  const bytes = await bytesOfFile(file);
  return bytes.ok ? parseMapping(bytes.value, file) : bytes;
}

/** Reads a mapping from the bytes of a file that has this name. */
export function parseMapping(bytes: Uint8Array, file: string): Reading<Mapping> {
  const text = decoded(bytes);
  if (!text.ok) return { ok: false, problems: [problem('rules.not-utf8', { guess: text.guess }, { file })] };
  const { yaml, problems } = readYaml(text.text, file);
  if (yaml === undefined || problems.length > 0) return { ok: false, problems };
  const parsed = mappingSchema.safeParse(yaml.data);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path }) =>
      problem(
        'pool.bad-mapping',
        { allowed: Object.keys(mappingSchema.shape) },
        yaml.placeOf(path.map(String)),
      ),
    ),
  };
}
