import { bytesOfFile } from '../tables/read-file.ts';
import { readYaml } from '../rules/yaml-file.ts';
import { decoded } from '../tables/encoding.ts';
import { problem, type Reading } from '../words/problem.ts';
import { type Letterhead, letterheadSchema } from './letterhead-schema.ts';

/** Reads a letterhead from its file (YAML or JSON), with everything that is wrong with it at its line. */
export async function readLetterhead(file: string): Promise<Reading<Letterhead>> {
  const bytes = await bytesOfFile(file);
  if (!bytes.ok) return bytes;
  const text = decoded(bytes.value);
  if (!text.ok) return { ok: false, problems: [problem('rules.not-utf8', { guess: text.guess }, { file })] };
  const { yaml, problems } = readYaml(text.text, file);
  if (yaml === undefined || problems.length > 0) return { ok: false, problems };
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
