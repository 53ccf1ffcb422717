import { yamlOfFile } from '../rules/yaml/yaml-bytes.ts';
import { problem, type Reading } from '../words/problem.ts';
import { type Letterhead, letterheadSchema } from './letterhead-schema.ts';

/** Reads a letterhead from its file (YAML or JSON), with everything that is wrong with it at its line. */
export async function readLetterhead(file: string): Promise<Reading<Letterhead>> {
  const read = await yamlOfFile(file);
  if (!read.ok) return read;
  const yaml = read.value;
  const parsed = letterheadSchema.safeParse(yaml.data ?? {});
  if (parsed.success) return { ok: true, value: parsed.data };
  const allowed = Object.keys(letterheadSchema.shape);
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => {
      const path =
        issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
      return problem('papers.bad-letterhead', { allowed }, yaml.placeOf(path.map(String)));
    }),
  };
}
