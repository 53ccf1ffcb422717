import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder } from '../../src/tables/make-folder.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'slate-folder-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('makes a folder and those above it, for those who may see them, and again', () => {
  const folder = join(home, 'a/b/c');
  makeFolder(folder, 0o700);
  makeFolder(folder, 0o700);
  expect(statSync(folder).isDirectory()).toBe(true);
  expect(statSync(join(home, 'a')).mode & 0o777).toBe(0o700);
});

test('says what is in the way', () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(file)).toThrow('EEXIST');
  expect(() => makeFolder(join(file, 'below'))).toThrow('ENOTDIR');
  const nowhere = join(home, 'link');
  symlinkSync(join(home, 'gone'), nowhere);
  expect(() => makeFolder(nowhere)).toThrow('EEXIST');
});

test.runIf(existsSync('/proc/self'))('ends where nothing can be made', () => {
  expect(() => makeFolder('/proc/slate/results')).toThrow('ENOENT');
});
