import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchSchema } from '../../src/batch/answers.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { slate } from './run-slate.ts';

const RULES = `id: two
title: Two
referenceDate: 2025-07-01
size: 2
facts: { merit: number }
rules: [{ id: women, count: { where: { fact: gender, operator: equal, value: female }, min: 1 } }]
objective: [{ fact: merit, weight: 1 }]
scenarios: [{ id: more, rules: { women: { min: 2 } } }]
`;
const HEAD = 'id,name,gender,merit\n';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slate-batch-cli-'));
  writeFileSync(join(folder, 'two.yaml'), RULES);
  writeFileSync(join(folder, 'a.csv'), `${HEAD}A,An,male,9\nB,Bình,female,4\nC,Cường,male,3\n`);
  writeFileSync(join(folder, 'b.csv'), `${HEAD}A,An,male,9\nC,Cường,male,3\n`);
  writeFileSync(join(folder, 'cases.csv'), 'id,pool\na,a.csv\nb,b.csv\nlost,lost.csv\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('slate batch', () => {
  it('answers every case, and again only what is not known, in either language', async () => {
    const line = ['batch', join(folder, 'cases.csv'), '--rules', join(folder, 'two.yaml'), '--under', 'more'];
    const out = ['--out', join(folder, 'out')];
    const ran = await slate([...line, ...out, '--json', '--lang', 'en']);
    expect(ran.code).toBe(1);
    const batch = batchSchema.parse(JSON.parse(ran.stdout));
    expect(batch).toMatchObject({
      cases: 3,
      total: 6,
      withSlate: 1,
      withoutSlate: 3,
      unreadable: 2,
      reused: 0,
    });
    for (const name of ['results.jsonl', 'summary.json', 'cases.csv', 'cases.parquet', 'report.html']) {
      expect(existsSync(join(folder, 'out', name))).toBe(true);
    }
    expect(JSON.parse(readFileSync(join(folder, 'out', 'summary.json'), 'utf8'))).toEqual(batch);
    const again = await slate([...line, ...out, '--lang', 'vi']);
    expect(again.stdout).toContain('4 trong 6 trả lời đã có từ trước.');
    expect(again.stdout).toContain('Những quy tắc gây vướng mắc');
    expect(again.stdout).toContain('- lost:');
    expect(again.stdout).toContain('1 hồ sơ không lập được danh sách theo bộ quy tắc hiện hành');
    expect(again.stdout).toContain('- b: “Ít nhất 1 người là nữ”');
  });

  it('tells everything that is wrong with the line at once', async () => {
    const ran = await slate(['batch', join(folder, 'nowhere.csv'), '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('nowhere.csv');
    expect(ran.stderr).toContain('--out');
    const unknown = await slate([
      'batch',
      join(folder, 'cases.csv'),
      '--rules',
      join(folder, 'two.yaml'),
      '--under',
      'mroe',
      '--out',
      join(folder, 'no'),
      '--lang',
      'en',
    ]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('more');
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  it('is shown in the README by a line that the examples of the help have, too', () => {
    const { examples } = COMMANDS.find(({ name }) => name === 'batch')!;
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(examples.filter((line) => readme.includes(`npx ${line}\n`))).toHaveLength(1);
  });
});
