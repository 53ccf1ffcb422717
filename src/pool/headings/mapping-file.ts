import { yamlOfBytes, yamlOfFile } from '../../rules/yaml/yaml-bytes.ts';
import type { YamlFile } from '../../rules/yaml/yaml-file.ts';
import { problem, type Reading } from '../../words/problem.ts';
import { type Mapping, mappingSchema } from './mapping-schema.ts';

/** Reads a mapping from its file, with everything that is wrong with it at its line. */
export async function readMappingFile(file: string): Promise<Reading<Mapping>> {
  const yaml = await yamlOfFile(file);
  return yaml.ok ? mappingIn(yaml.value) : yaml;
}

/** Reads a mapping from the bytes of a file that has this name. */
export function parseMapping(bytes: Uint8Array, file: string): Reading<Mapping> {
  const yaml = yamlOfBytes(bytes, file);
  return yaml.ok ? mappingIn(yaml.value) : yaml;
}

function mappingIn(yaml: YamlFile): Reading<Mapping> {
  const parsed = mappingSchema.safeParse(yaml.data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const allowed = Object.keys(mappingSchema.shape);
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path }) =>
      problem('pool.bad-mapping', { allowed }, yaml.placeOf(path.map(String))),
    ),
  };
}
