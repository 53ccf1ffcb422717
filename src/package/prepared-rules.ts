import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { libraryBeside, listRuleSets, RULES_FOLDER } from '../rules/load.ts';
import { parseRuleSet } from '../rules/parse-rule-set.ts';
import { prepared, preparedName } from '../rules/prepared-rules.ts';
import { valueOf } from '../words/problem.ts';

/** Reads the rule sets that come with the package once and for all, and writes what came of it into a folder. */
export async function writePreparedRules(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { id } of await listRuleSets()) {
    const file = join(RULES_FOLDER, `${id}.yaml`);
    const text = await readFile(file, 'utf8');
    const written = await prepared(file, libraryBeside(RULES_FOLDER), async ({ resolve, idsNear }) =>
      valueOf(await parseRuleSet(text, file, resolve, idsNear)),
    );
    if (written !== undefined) await writeFile(join(folder, preparedName(text)), written);
  }
}
