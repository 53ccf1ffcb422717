import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectRefused, filesWith, slate } from './run-slate.ts';

const ONE = 'Mã,Họ và tên,Giới tính,Phái đoàn\nA1,Lê A,Nữ,x\n';
const TWO = 'DANH SÁCH;;;\nTT;Họ và tên;Ngày sinh;\n;;Nam;Nữ\n7;Trần B;;1985\n';

test('tables of several units are read as one pool, and the mapping is written where there is none', async () => {
  const files = filesWith({ 'one.csv': ONE, 'two.csv': TWO, 'map.yaml': '', 'out.csv': '' });
  const map = `${files['map.yaml']}.new`;
  const asked = [
    'pool',
    'import',
    files['one.csv'],
    files['two.csv'],
    '--map',
    map,
    '--out',
    files['out.csv'],
  ];
  const ran = await slate([...asked, '--lang', 'en']);
  expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('2 candidates from 2 files')]);
  expect(readFileSync(files['out.csv'], 'utf8')).toBe(
    'id,name,gender,Phái đoàn,birthDate\nA1,Lê A,female,x,\n7,Trần B,female,,1985\n',
  );
  expect(readFileSync(map, 'utf8')).toContain('Họ và tên: name');
  // Used again, it reads the same, and is sure of all that it says.
  const written = readFileSync(files['out.csv'], 'utf8');
  expect((await slate([...asked, '--lang', 'en'])).stdout).not.toContain('70 %');
  expect(readFileSync(files['out.csv'], 'utf8')).toBe(written);
});

test('what is written starts no formula, and is read as what it was', async () => {
  const { 'one.csv': one, 'out.csv': out } = filesWith({
    'one.csv': 'Mã,Họ và tên,Điện thoại,Ghi chú,Điểm\n=A1,@Lê,+84 912,-2+3,-5\n',
    'out.csv': '',
  });
  const again = `${out}.again`;
  expect((await slate(['pool', 'import', one, '--out', out])).code).toBe(0);
  const written = readFileSync(out, 'utf8');
  expect(written).toBe("id,name,Điện thoại,Ghi chú,Điểm\n'=A1,'@Lê,'+84 912,'-2+3,-5\n");
  expect((await slate(['pool', 'import', out, '--out', again])).code).toBe(0);
  expect(readFileSync(again, 'utf8')).toBe(written);
  // A delivery of the office's own table says nothing else, and a pool taken over is as safe.
  const diff = await slate(['pool', 'diff', out, one, '--json']);
  expect(JSON.parse(diff.stdout)).toMatchObject({ lines: [] });
  const merged = `${out}.merged`;
  expect((await slate(['pool', 'merge', out, one, '--accept', 'all', '--out', merged])).code).toBe(0);
  expect(readFileSync(merged, 'utf8')).toBe(written);
});

test('an id in two tables, and an output that is an input, are refused', async () => {
  const files = filesWith({ 'one.csv': ONE, 'two.csv': ONE });
  const ran = await slate(['pool', 'import', files['one.csv'], files['two.csv'], '--out', files['one.csv']]);
  expectRefused(ran);
  expect(ran.stderr.trim().split('\n')).toHaveLength(2);
  expect(readFileSync(files['one.csv'], 'utf8')).toBe(ONE);
});
