import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { COMMANDS, FIRST_EXAMPLES } from '../../src/cli/commands.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { COMMAND, slate } from './run-slate.ts';

/** The examples under the help of each command are pasted: every one of them runs as it stands. */
const EXAMPLES = [...new Set([...FIRST_EXAMPLES, ...COMMANDS.flatMap(({ examples }) => examples)])];
const SERVING = EXAMPLES.filter(
  (line) => /^slate (?:serve|worker)\b/.test(line) && !line.includes('--print-config'),
);

/** A folder of somebody who installed Slate and has no file of their own. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slate-pasted-'));
  const command = join(folder, 'slate');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
  chmodSync(command, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A line as a shell takes it. */
function pasted(line: string): ChildProcess {
  const path = [folder, dirname(process.execPath), process.env['PATH']].join(delimiter);
  const child = spawn('sh', ['-c', line], {
    cwd: folder,
    env: { PATH: path, LANG: 'en_GB.UTF-8' },
    detached: true,
  });
  onTestFinished(() => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
  return child;
}

/** What a child says on standard error; until it ends, or until it has said something where that is enough. */
async function said(child: ChildProcess, enough?: RegExp): Promise<string> {
  let told = '';
  for await (const chunk of child.stderr!) {
    told += String(chunk);
    if (enough?.test(told) === true) break;
  }
  return told;
}

describe('the examples of the help', () => {
  test('are the same in both languages, and all of them are tried here', async () => {
    expect(EXAMPLES.length).toBeGreaterThan(35);
    for (const language of LANGUAGES) {
      const { stdout } = await slate(['propose', '--help', '--lang', language]);
      const { examples } = COMMANDS.find(({ name }) => name === 'propose')!;
      expect(stdout).toContain(examples.map((line) => `  ${line}`).join('\n'));
    }
  });

  test.each([
    ['keys add', 'slate keys add "Board office"', 'slate keys --data'],
    ['people invite', 'slate people invite an@', 'slate people --data'],
    ['people show', 'slate people show an@', 'slate people --data'],
    ['store keep', 'slate store keep pool', 'slate store backup'],
    ['rounds begin', 'slate rounds begin committee', 'slate rounds procedures'],
    ['rounds record', 'slate rounds record committee key-cadres', 'slate rounds procedures'],
    ['pool merge', '&& slate pool merge ', 'slate pool --pool'],
    ['assembly split', '&& slate assembly split ', '--number 30 --household'],
    ['rules test', 'slate rules test hai-duong-2020', 'rules.json'],
    ['audit verify', 'slate audit verify --data', 'slate audit --data'],
  ])('about %s stand in its own help, and those about other parts do not', async (part, own, other) => {
    const { stdout } = await slate([...part.split(' '), '--help', '--lang', 'en']);
    const [, examples] = stdout.split('\nExamples:\n');
    expect(examples).toContain(own);
    expect(examples).not.toContain(other);
    expect(await slate(['help', ...part.split(' '), '--lang', 'en'])).toMatchObject({ stdout });
  });

  const ending = EXAMPLES.filter((line) => !SERVING.includes(line));
  test.each(ending)('%s', async (line) => {
    const child = pasted(line);
    let shown = '';
    child.stdout!.on('data', (chunk) => (shown += String(chunk)));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    expect(await said(child)).not.toMatch(/--help shows|cannot|there is no|needs/);
    expect([0, 1]).toContain(await ended);
    expect(shown !== '' || line.includes(' > ')).toBe(true);
  });

  test.each(SERVING)('%s', async (line) => {
    // Somebody else may have the port; that is told, and the line was understood all the same.
    const told = await said(pasted(line), /Open http:|another program uses it|Working on the jobs/);
    expect(told).toMatch(/Open http:|another program uses it|Working on the jobs/);
  });
});

describe('the shipped slate and plan', () => {
  test.each([
    ['hai-duong/slate.csv', ['--pool', 'hai-duong', '--rules', 'hai-duong-2020']],
    [
      'hai-duong-wards/plan.csv',
      ['--pool', 'hai-duong-wards', '--units', 'hai-duong-wards', '--rules', 'ward-leadership-2020'],
    ],
  ])('%s keeps its rules', async (file, named) => {
    expect(await slate(['check', file, ...named, '--lang', 'en'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a shipped pool', () => {
  test('is listed with its rules, and told from names that there are not', async () => {
    const listed = await slate(['pool', '--lang', 'en']);
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout).toMatch(/^hai-duong-wards .* 200 +25 +ward-leadership-2020$/m);
    const unknown = await slate(['pool', '--pool', 'hai-dong', '--lang', 'en']);
    expect(unknown.code).toBe(2);
    for (const words of ['there is no pool “hai-dong”; the pools are ', 'hai-duong', 'ward-headcount'])
      expect(unknown.stderr).toContain(words);
  });

  test('stands back behind a file of that name', async () => {
    writeFileSync(join(folder, 'hai-duong'), 'id,name\nA,An\nB,Bình\n');
    const child = pasted('slate pool --pool hai-duong --json');
    let shown = '';
    child.stdout!.on('data', (chunk) => (shown += String(chunk)));
    await new Promise((resolve) => child.on('close', resolve));
    rmSync(join(folder, 'hai-duong'));
    expect(JSON.parse(shown)).toMatchObject({ size: 2 });
  });
});
