import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRuleSets, loadRuleSet } from '../../src/rules/load.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slate-rules-'));
  const write = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(folder, name), content);
  await write(
    'base.yaml',
    '\uFEFFid: base\ntitle: { vi: Gốc, en: Base }\nreferenceDate: 2020-06-05\nsize: 5\n',
  );
  await write('city.yaml', 'id: city\nextends: base\n');
  await write('national.yaml', 'id: national\nextends: directive-35\nsize: 40\n');
  await write('latin.yaml', new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xe9]));
  await write('broken.yaml', 'id: [broken\n');
  await write('notes.txt', 'not a rule set');
});
afterAll(() => rm(folder, { recursive: true }));

async function complaint(name: string, inFolder?: string): Promise<string> {
  const reading = await loadRuleSet(name, inFolder);
  return reading.ok ? '' : reading.problems.map((each) => describeProblem(each, 'en')).join('\n');
}

describe('loadRuleSet', () => {
  it('finds a rule set by id, and what it extends in the same folder', async () => {
    expect(valueOf(await loadRuleSet('city', folder))).toMatchObject({
      id: 'city',
      size: { min: 5, max: 5 },
    });
  });

  it('finds a rule set by path; what it extends beside it, or else among those that come with Slate', async () => {
    expect(valueOf(await loadRuleSet(join(folder, 'city.yaml'))).id).toBe('city');
    const national = valueOf(await loadRuleSet(join(folder, 'national.yaml')));
    expect(national.rules.map(({ id }) => id)).toContain('whole-term');
  });

  it('says what there is where there is no such rule set', async () => {
    expect(await complaint('cty', folder)).toContain(
      'there is no rule set “cty” (did you mean “city”?); there are base, broken, city, latin',
    );
    expect(await complaint('../rules', folder)).toContain('there is no rule set “../rules”;');
    expect(await complaint(join(folder, 'none.yaml'))).toContain('check the path');
  });

  it('refuses what is not UTF-8, and what is no file', async () => {
    expect(await complaint(join(folder, 'latin.yaml'))).toBe(
      `${join(folder, 'latin.yaml')}: the file is not UTF-8, but probably Windows-1252 (Western European); save it as UTF-8`,
    );
    expect(await complaint('broken', folder)).toContain('broken.yaml:1:5: this is not YAML: the bracket [');
  });
});

it('lists the rule sets of a folder, unreadable ones by their file name', async () => {
  const listed = await listRuleSets(folder);
  expect(listed.map(({ id, title }) => `${id}: ${title.vi}`)).toEqual([
    'base: Gốc',
    'broken: broken',
    'city: city',
    'latin: latin',
    'national: national',
  ]);
  expect(await listRuleSets(join(folder, 'nowhere'))).toEqual([]);
});

it('does not take a folder that cannot be read for one without rule sets', async () => {
  const ring = join(folder, 'ring');
  await symlink(ring, ring);
  expect(await complaint('city', ring)).toContain('cannot be read');
  await expect(listRuleSets(ring)).rejects.toMatchObject({ code: 'ELOOP' });
});
