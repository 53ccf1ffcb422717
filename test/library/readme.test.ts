import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIBRARY = pathToFileURL(join(ROOT, 'src/index.ts')).href;
const PAGE = readFileSync(join(ROOT, 'src/library/README.md'), 'utf8');

/** Each example of the page with what it prints. */
const EXAMPLES = [...PAGE.matchAll(/## (.+?)\n(?:(?!\n## ).)*?```ts\n(.*?)```\n\n```text\n(.*?)```/gs)].map(
  ([, title = '', code = '', printed = '']) => [title, code, printed] as const,
);

test('the page has examples', () => {
  expect(EXAMPLES.map(([title]) => title)).toEqual([
    'Open a question and ask it',
    'Decisions and proofs',
    'Objects and texts',
    'What is wrong is a value',
    'Time, stopping and progress',
    'Many cases',
  ]);
});

test.each(EXAMPLES)('%s: prints what the page says, and ends by itself', async (_, code, printed) => {
  const folder = mkdtempSync(join(tmpdir(), 'slate-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'example.ts');
  writeFileSync(file, code.replaceAll("'nomination-slate'", `'${LIBRARY}'`));
  const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: ROOT });
  expect(stdout).toBe(printed);
});
