import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  lstatSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeFiles } from '../../../src/cli/files/written-files.ts';

const said: string[] = [];
// A file is written without asking more of the command than to note it.
const cli = { note: (line: string) => void said.push(line), say: (code: string) => code } as never;

test('a file that only its owner may read stays so when it is written anew, also behind a link', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slate-out-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [file, link, other] = ['people.csv', 'link.csv', 'new.csv'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, 'before');
  chmodSync(file, 0o600);
  symlinkSync(file, link);
  const content = (): string => 'after';
  expect(
    await writeFiles(
      [
        { file: link, content },
        { file: other, content },
      ],
      cli,
    ),
  ).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe('after');
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect((statSync(other).mode & 0o777).toString(8)).toBe((0o666 & ~process.umask()).toString(8));
});
