import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectRefused, filesWith, slate, smallCase } from './run-slate.ts';

/** A case of which one seat is for a woman, and where its report goes. */
function reported(): { readonly asked: readonly string[]; readonly file: string } {
  const { 'pool.csv': pool, 'rules.yaml': rules } = smallCase(2);
  const { report } = filesWith({ report: '' });
  return { asked: ['--pool', pool, '--rules', rules, '--lang', 'en'], file: `${report}.html` };
}

describe('--report', () => {
  test('writes a report that slate replay repeats, and that tells of every change', async () => {
    const { asked, file } = reported();
    const proposed = await slate(['propose', ...asked, '--report', file]);
    expect([proposed.code, proposed.stderr]).toEqual([0, `Wrote ${file}\n`]);
    const same = await slate(['replay', file, '--lang', 'en']);
    expect([same.code, same.stderr]).toEqual([0, '']);
    expect(same.stdout).toMatch(/^The same answer as on .*, and nothing in the report was changed\.\n/);
    expect(same.stdout).toContain('The proof in the report holds');
    writeFileSync(file, readFileSync(file, 'utf8').replace('</h1>', '!</h1>'));
    const changed = await slate(['replay', file, '--lang', 'vi']);
    expect([changed.code, changed.stdout]).toEqual([
      1,
      expect.stringContaining('nhưng báo cáo đã bị sửa sau đó'),
    ]);
    const json = await slate(['replay', file, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ same: false, tampered: [{ code: 'records.tampered' }] });
  });

  test('is without names by --blind, and then repeated with the table', async () => {
    const { asked, file } = reported();
    const [, pool = ''] = asked;
    expect((await slate(['propose', ...asked, '--report', file, '--blind'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain('Trần Văn Bình');
    const without = await slate(['replay', file, '--lang', 'en']);
    expect([without.code, without.stderr]).toEqual([
      2,
      expect.stringContaining('give the table that it was made of, pool.csv'),
    ]);
    const same = await slate(['replay', file, '--pool', pool, '--lang', 'en']);
    expect([same.code, same.stdout]).toEqual([
      0,
      expect.stringContaining('nothing in the report was changed'),
    ]);
  });

  test.each([
    ['check', ['A', 'B', 'C']],
    ['check --repair', ['A', 'B', 'C']],
    ['why A', []],
    ['diagnose', []],
  ] as const)('is an option of slate %s', async (command, members) => {
    const { asked, file } = reported();
    const [name = '', ...words] = command.split(' ');
    const members_ = filesWith({ 'slate.csv': `id\n${members.join('\n')}\n` })['slate.csv'];
    const positional = members.length === 0 ? [] : [members_];
    await slate([name, ...positional, ...words, ...asked, '--report', file]);
    expect(existsSync(file)).toBe(true);
    expect((await slate(['replay', file])).code).toBe(0);
  });

  test('is refused for what it cannot be, before the work begins', async () => {
    const { asked, file } = reported();
    const named = await slate(['propose', ...asked, '--report', `${file}.docx`]);
    expectRefused(named);
    expect(named.stderr).toContain('a report of record is HTML');
    const none = filesWith({ 'none.html': '<p>Hello' })['none.html'];
    const read = await slate(['replay', none, '--lang', 'en']);
    expectRefused(read);
    expect(read.stderr).toContain('this is no report of record');
    const missing = await slate(['replay', `${file}.gone`, '--lang', 'en']);
    expectRefused(missing);
  });
});
