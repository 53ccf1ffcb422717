import { decoded } from '../../tables/text/encoding.ts';
import { bytesOfFile } from '../../tables/read-file.ts';
import { problem, type Reading } from '../../words/problem.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** What a file of YAML or JSON holds, by its path. */
export async function yamlOfFile(file: string): Promise<Reading<YamlFile>> {
  const bytes = await bytesOfFile(file);
  return bytes.ok ? yamlOfBytes(bytes.value, file) : bytes;
}

/** What the bytes of a file of YAML or JSON hold. @param file its name in problems. */
export function yamlOfBytes(bytes: Uint8Array, file: string): Reading<YamlFile> {
  const text = decoded(bytes);
  if (!text.ok) return { ok: false, problems: [problem('rules.not-utf8', { guess: text.guess }, { file })] };
  const { yaml, problems } = readYaml(text.text, file);
  return yaml === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, value: yaml };
}
