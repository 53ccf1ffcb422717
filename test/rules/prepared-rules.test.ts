import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePreparedRules } from '../../src/package/prepared-rules.ts';
import { libraryBeside, listRuleSets, loadRuleSet, RULES_FOLDER } from '../../src/rules/load.ts';
import { preparedRuleSet } from '../../src/rules/prepared-rules.ts';
import { valueOf } from '../../src/words/problem.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slate-prepared-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What was prepared of a file in a folder of rules. */
function found(id: string, rules: string, name = join(rules, `${id}.yaml`)) {
  const text = readFileSync(join(rules, `${id}.yaml`), 'utf8');
  return preparedRuleSet(text, name, libraryBeside(rules).resolve, join(folder, 'prepared'));
}

test('the shipped rule sets that are prepared are what their files say', async () => {
  await writePreparedRules(join(folder, 'prepared'));
  const ids = (await listRuleSets()).map(({ id }) => id);
  const unprepared: string[] = [];
  for (const id of ids) {
    const read = valueOf(await loadRuleSet(join(RULES_FOLDER, `${id}.yaml`)));
    const prepared = await found(id, RULES_FOLDER);
    if (prepared === undefined) unprepared.push(id);
    else expect(prepared).toStrictEqual(read);
  }
  // It has bounds for slates of any size, and JSON has no infinity.
  expect(unprepared).toEqual(['norwegian-board']);
});

test('what was prepared holds in any folder, and no longer once one of its texts is another', async () => {
  await writePreparedRules(join(folder, 'prepared'));
  const rules = join(folder, 'own');
  mkdirSync(join(rules, 'retirement'), { recursive: true });
  const files = ['hai-duong-2020.yaml', 'directive-35.yaml'];
  for (const file of files) copyFileSync(join(RULES_FOLDER, file), join(rules, file));
  const prepared = await found('hai-duong-2020', rules);
  expect(prepared).toStrictEqual(valueOf(await loadRuleSet(join(rules, 'hai-duong-2020.yaml'), rules)));
  expect(new Set(prepared?.rules.map(({ origin }) => origin.file))).toEqual(
    new Set(files.map((file) => join(rules, file))),
  );

  const extended = join(rules, 'directive-35.yaml');
  writeFileSync(extended, `${readFileSync(extended, 'utf8')}\n`);
  expect(await found('hai-duong-2020', rules)).toBeUndefined();
  rmSync(extended);
  expect(await found('hai-duong-2020', rules)).toBeUndefined();
});

test('a text that nobody prepared is to be read', async () => {
  await writePreparedRules(join(folder, 'prepared'));
  const text = `${readFileSync(join(RULES_FOLDER, 'eu-board.yaml'), 'utf8')}\n# mine\n`;
  const { resolve } = libraryBeside(RULES_FOLDER);
  expect(await preparedRuleSet(text, 'mine.yaml', resolve, join(folder, 'prepared'))).toBeUndefined();
});
