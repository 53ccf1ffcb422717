import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLetterhead } from '../../src/papers/letterhead.ts';
import {
  ended,
  expectRefused,
  filesWith,
  REFERENCE,
  ROOT,
  slate,
  smallCase,
  startSlate,
} from './run-slate.ts';

const LETTERHEAD = `
superior: ĐẢNG BỘ TỈNH HẢI DƯƠNG
body: ĐẢNG BỘ THÀNH PHỐ HẢI DƯƠNG
place: Hải Dương
date: 2020-06-05
signer: BÍ THƯ
`;

/** The options of the small case, and a file beside it that is not there yet. */
function smallWith(women: number, name: string): { readonly args: readonly string[]; readonly out: string } {
  const files = smallCase(women);
  const args = ['--pool', files['pool.csv'], '--rules', files['rules.yaml']];
  return { args, out: join(dirname(files['pool.csv']), name) };
}

describe('--out', () => {
  test('writes what propose finds, with the letterhead of the office, and leaves nothing else behind', async () => {
    const { 'head.yaml': head } = filesWith({ 'head.yaml': LETTERHEAD });
    const out = join(dirname(head), 'slate.html');
    const ran = await slate(['propose', ...REFERENCE, '--out', out, '--letterhead', head]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(out);
    expect(ran.stdout).toContain('HD-007');
    const html = readFileSync(out, 'utf8');
    expect(html).toContain('ĐẢNG BỘ THÀNH PHỐ HẢI DƯƠNG');
    expect(html).toContain('Hải Dương, ngày 05 tháng 6 năm 2020');
    expect(readdirSync(dirname(out)).toSorted()).toEqual(['head.yaml', 'slate.html']);
  });

  test('writes a checked slate, what replaces a member, a way out and what why compares', async () => {
    const { args, out } = smallWith(2, 'out.csv');
    const impossible = smallWith(3, 'out.csv');
    const { 'slate.csv': given } = filesWith({ 'slate.csv': 'id\nA\nB\nC\n' });
    const run = async (words: readonly string[], file: string): Promise<string> => {
      const ran = await slate([...words, '--out', file, '--lang', 'en']);
      expect([0, 1]).toContain(ran.code);
      return readFileSync(file, 'utf8');
    };
    expect(await run(['check', given, ...args], out)).toMatch(/^id,name,gender,merit\nA,/);
    expect(await run(['replace', 'B', '--slate', given, ...args], out)).toMatch(/\nD,/);
    expect(await run(['why', 'E', ...args, '--which', '2'], out)).toMatch(/\nE,/);
    expect((await run(['diagnose', ...impossible.args], impossible.out)).split('\n')).toHaveLength(5);
  });

  test('writes the slate of a scenario with what its rules say, and that of a compromise', async () => {
    const { args, out } = smallWith(2, 'out.csv');
    const { 'scenarios.yaml': scenarios } = filesWith({
      'scenarios.yaml': [
        'scenarios:',
        '  - { id: none, title: { vi: Không nữ, en: No women }, rules: { women: { exactly: 0 } } }',
        '  - { id: never, title: { vi: Ba nữ, en: Three women }, rules: { women: { exactly: 3 } } }',
        '',
      ].join('\n'),
    });
    const words = ['compare', ...args, '--scenarios', scenarios, '--lang', 'en'];
    expect((await slate([...words, '--out', out, '--which', '2'])).code).toBe(0);
    expect(readFileSync(out, 'utf8').match(/^[A-E](?=,)/gm)).toEqual(['B', 'D', 'E']);
    const nothing = await slate([...words, '--out', join(dirname(out), 'no.csv'), '--which', '3']);
    expect(nothing.stderr).toContain('2');
    expect(existsSync(join(dirname(out), 'no.csv'))).toBe(false);
    const traded = ['trade-off', ...args, '--measure', 'objective', '--measure', 'women', '--out', out];
    expect((await slate([...traded, '--which', '1'])).code).toBe(0);
    expect(readFileSync(out, 'utf8').trim().split('\n')).toHaveLength(4);
  });

  test('says that there is nothing to write, and writes nothing', async () => {
    const { args, out } = smallWith(3, 'out.docx');
    const ran = await slate(['propose', ...args, '--out', out, '--lang', 'en']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('there is no slate 1 to write');
    expect(existsSync(out)).toBe(false);
  });

  test('is not done where there are fewer slates than the one that is asked for', async () => {
    const { args, out } = smallWith(1, 'slate.csv');
    const ran = await slate(['propose', ...args, '--which', '9', '--out', out, '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('there is no slate 9 to write');
    expect(existsSync(out)).toBe(false);
  });

  test('is refused before any work for another ending, unknown columns, or a letterhead with mistakes', async () => {
    const { args, out } = smallWith(1, 'out.pdf');
    const { 'head.yaml': head } = filesWith({ 'head.yaml': 'body: A\nsignature: B\n' });
    const ended = await slate(['propose', ...args, '--out', out, '--letterhead', head, '--lang', 'en']);
    expectRefused(ended);
    expect(ended.stderr).toContain('does not say its format');
    expect(ended.stderr).toContain(`${head}:2`);
    const columns = await slate([
      'propose',
      ...args,
      '--out',
      `${out}.csv`,
      '--columns',
      'gendre',
      '--lang',
      'en',
    ]);
    expectRefused(columns);
    expect(columns.stderr).toContain('did you mean gender');
    const useless = await slate(['propose', ...args, '--blind', '--lang', 'en']);
    expectRefused(useless);
    expect(useless.stderr).toContain('--out');
  });
});

describe('files', () => {
  test('that are read are never written, whatever leads to them', async () => {
    const { args } = smallWith(1, 'out.csv');
    const pool = args[1]!;
    const link = join(dirname(pool), 'link.csv');
    symlinkSync(pool, link);
    const before = readFileSync(pool, 'utf8');
    for (const out of [pool, link]) {
      const ran = await slate(['propose', ...args, '--out', out, '--lang', 'en']);
      expectRefused(ran);
      expect(ran.stderr).toContain('is read, and cannot be written');
    }
    expect(readFileSync(pool, 'utf8')).toBe(before);
  });

  test('that two options name are refused', async () => {
    const { args, out } = smallWith(1, 'out.csv');
    const ran = await slate(['propose', ...args, '--out', out, '--proof', out, '--lang', 'en']);
    expectRefused(ran);
    expect(ran.stderr).toContain('two options');
  });

  test.skipIf(!existsSync('/dev/full'))('that find no room leave the answer on the screen', async () => {
    const { args } = smallWith(1, 'out.csv');
    const full = join(dirname(args[1]!), 'full.csv');
    symlinkSync('/dev/full', full);
    const ran = await slate(['propose', ...args, '--out', full, '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('Trần Văn Bình');
    expect(ran.stderr).toContain('ENOSPC');
  });
});

test('tables show what the rules read', async () => {
  const { args } = smallWith(1, 'out.csv');
  const { stdout } = await slate(['propose', ...args, '--lang', 'en']);
  expect(stdout).toMatch(/No\. +Id +Name +Gender +Merit/);
});

describe('the papers in the guide', () => {
  const guide = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const section = /\n## Papers\n(.*?)\n## /s.exec(guide)?.[1] ?? '';

  test('are written by the commands that it shows', async () => {
    const commands = [...section.matchAll(/^npx slate (.*)$/gm)].map(([, words]) => words!.split(' '));
    expect(commands.length).toBeGreaterThan(3);
    const folder = dirname(filesWith({ 'marker.txt': '' })['marker.txt']);
    for (const words of commands) {
      const ran = await ended(startSlate(words, { input: '', cwd: folder }));
      const written = words.findIndex((word) => word === '--out' || word === '--report');
      const told = written === -1 ? '' : words[written + 1]!;
      expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining(told)]);
    }
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['roster.docx', 'report.html']));
  });

  test('have the letterhead that it shows', async () => {
    const shown = /```yml\n(.*?)```/s.exec(section)![1]!;
    const { 'head.yaml': head } = filesWith({ 'head.yaml': shown });
    expect(await readLetterhead(head)).toMatchObject({ ok: true, value: { signer: 'BÍ THƯ' } });
  });
});
