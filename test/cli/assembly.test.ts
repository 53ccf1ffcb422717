import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { xlsxOf } from '../tables/xlsx.ts';
import { expectRefused, filesWith, slate } from './run-slate.ts';

const SHIPPED = ['citizens-assembly/categories.csv', 'citizens-assembly/respondents.csv'] as const;

test('the files of an assembly are imported, proposed of and split', async () => {
  const { out } = filesWith({ out: '' });
  const folder = `${out}.d`;
  const [chosen, selected, remaining] = ['chosen.csv', 'selected.csv', 'remaining.csv'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const household = ['--household', 'primary_address1', 'primary_zip'];
  const imported = await slate([
    'assembly',
    'import',
    ...SHIPPED,
    '--number',
    '30',
    ...household,
    '--out',
    folder,
    '--lang',
    'en',
  ]);
  expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('200 respondents, of whom 30') });
  // What is drawn goes into one file, and `split` writes another as the selected.
  expect(imported.stdout).toContain('rules.yaml --out chosen.csv');
  const files = ['--pool', join(folder, 'pool.csv'), '--rules', join(folder, 'rules.yaml')];
  expect((await slate(['propose', ...files, '--out', chosen])).code).toBe(0);
  const parted = await slate([
    'assembly',
    'split',
    chosen,
    SHIPPED[1],
    ...household,
    '--selected',
    selected,
    '--remaining',
    remaining,
    '--json',
  ]);
  const { counts, ...rest } = { counts: JSON.parse(parted.stdout) as Record<string, number>, ...parted };
  expect(rest.code).toBe(0);
  expect(counts['selected']! + counts['remaining']! + counts['housemates']!).toBe(200);
  expect(readFileSync(selected, 'utf8').trim().split('\n')).toHaveLength(31);
  expect(readFileSync(remaining, 'utf8').trim().split('\n')).toHaveLength(1 + counts['remaining']!);
});

test('what is missing or wrong is told at once, and nothing is written', async () => {
  const { 'c.csv': categories } = filesWith({ 'c.csv': 'category,name,min,max\na,b,2,1\n' });
  const folder = `${categories}.d`;
  const wrong = await slate([
    'assembly',
    'import',
    categories,
    '--number',
    '2',
    '--out',
    folder,
    '--lang',
    'en',
  ]);
  expectRefused(wrong);
  expect(wrong.stderr).toContain('c.csv:2: min: the least, 2, is more than the most, 1');
  const missing = await slate(['assembly', 'import', categories, '--lang', 'en']);
  expectRefused(missing);
  expect(missing.stderr).toContain('the option --number is missing');
  expect(missing.stderr).toContain('the option --out is missing');
  expect(existsSync(folder)).toBe(false);
});

test('both files may be workbooks', async () => {
  const table = (text: string): Buffer =>
    xlsxOf([
      {
        name: 'Sheet1',
        rows: text
          .trim()
          .split('\n')
          .map((line) => line.split(',')),
      },
    ]);
  const { 'c.xlsx': categories, 'r.xlsx': respondents } = filesWith({
    'c.xlsx': table('category,name,min,max\nGender,Male,1,1\nGender,Female,1,1\n'),
    'r.xlsx': table('nationbuilder_id,first_name,last_name,Gender\n1,A,B,Male\n2,C,D,Female\n3,E,F,Male\n'),
  });
  const folder = `${categories}.d`;
  const said = ['--number', '2', '--out', folder, '--lang', 'en'];
  expect(await slate(['assembly', 'import', categories, respondents, ...said])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('3 respondents, of whom 2'),
  });
  expect(readFileSync(join(folder, 'pool.csv'), 'utf8')).toMatch(/^1,A B,Male,/m);
});
