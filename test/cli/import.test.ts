import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type WrittenSheet, xlsxOf } from '../tables/xlsx.ts';
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

test('running numbers of several tables are told apart by the names of their files', async () => {
  const list = (name: string, born: string): string =>
    `STT,Họ và tên,Ngày sinh\n1,${name},${born}\n2,Hồ Hoa,1990\n`;
  const {
    'Sở Y tế.csv': health,
    'Sở Nội vụ.csv': home,
    'out.csv': out,
  } = filesWith({
    'Sở Y tế.csv': list('Đ/c Lê Văn An', '17/05/1980'),
    'Sở Nội vụ.csv': list('LÊ VĂN AN', '17/5/1980').replace('Hồ Hoa,1990', 'Hồ Hoa,1991'),
    'out.csv': '',
  });
  const ran = await slate(['pool', 'import', health, home, '--out', out, '--lang', 'en']);
  expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('the first is “so-y-te.1”')]);
  // However somebody is addressed, they are one person.
  expect(ran.stderr).toContain('so-noi-vu.1 has the name and the birth date of so-y-te.1');
  expect(ran.stderr.match(/has the name and the birth date/g)).toHaveLength(1);
  expect(readFileSync(out, 'utf8')).toBe(
    'id,name,birthDate\nso-y-te.1,Lê Văn An,1980-05-17\nso-y-te.2,Hồ Hoa,1990\nso-noi-vu.1,LÊ VĂN AN,1980-05-17\nso-noi-vu.2,Hồ Hoa,1991\n',
  );
  // A later delivery of one of them is known again.
  const diff = await slate(['pool', 'diff', out, home, '--json']);
  const { counts } = JSON.parse(diff.stdout) as { counts: Record<string, number> };
  expect(counts).toMatchObject({ new: 0, changed: 0, renumbered: 0, gone: 2 });
});

test('an id in two tables, and an output that is an input, are refused', async () => {
  const files = filesWith({ 'one.csv': ONE, 'two.csv': ONE });
  const ran = await slate(['pool', 'import', files['one.csv'], files['two.csv'], '--out', files['one.csv']]);
  expectRefused(ran);
  expect(ran.stderr.trim().split('\n')).toHaveLength(2);
  expect(readFileSync(files['one.csv'], 'utf8')).toBe(ONE);
});

test('sheets of a workbook are read as the tables of several units, and delivered again', async () => {
  const unit = (name: string, ...people: readonly (readonly string[])[]): WrittenSheet => ({
    name,
    rows: [['TT', 'Họ và tên', 'Ngày sinh'], ...people],
  });
  const { 'can-bo.xlsx': book, 'out.csv': out } = filesWith({
    'can-bo.xlsx': xlsxOf([unit('Sở A', ['1', 'Lê An', '1980']), unit('Sở B', ['1', 'Hồ Hoa', '1985'])]),
    'out.csv': '',
  });
  const asked = ['pool', 'import', book, '--out', out, '--lang', 'en'];
  expect((await slate([...asked, '--sheet', '*'])).stderr).toContain('“so-a.1”');
  expect(readFileSync(out, 'utf8')).toBe(
    'id,name,birthDate,unit\nso-a.1,Lê An,1980,Sở A\nso-b.1,Hồ Hoa,1985,Sở B\n',
  );
  const again = await slate(['pool', 'diff', out, book, '--sheet', 'Sở B', '--sheet', '1', '--json']);
  expect(JSON.parse(again.stdout)).toMatchObject({ lines: [] });
  const missing = await slate([...asked, '--sheet', 'Sở C']);
  expectRefused(missing);
  expect(missing.stderr).toContain('no sheet “Sở C”');
});
