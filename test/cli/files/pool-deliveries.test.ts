import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectRefused, filesWith, slate } from '../run-slate.ts';

test('a delivery is compared, accepted line by line and taken over; nobody is lost without a word', async () => {
  const files = filesWith({
    'before.csv': 'id,name,birthDate,unit\n1,An,1980-05-06,Đông\n2,Bình,1970-01-20,Tây\n3,Cúc,,Nam\n',
    'east.csv': 'id,name,birthDate,unit\n1,An,1980-06-05,Đông\n',
    'west.csv': 'id,name,birthDate,unit\n9,Bình,1970-01-20,Tây\n',
    'lines.csv': '',
    'pool.csv': '',
  });
  const [lines, pool] = [files['lines.csv'], files['pool.csv']];
  const delivery = [files['before.csv'], files['east.csv'], files['west.csv']];
  const diff = await slate(['pool', 'diff', ...delivery, '--out', lines, '--lang', 'en']);
  expect(diff.code).toBe(0);
  expect(diff.stdout).toContain('1980-05-06 → 1980-06-05 (day and month exchanged)');
  expect(diff.stdout).toContain('9 (2)');
  expect(diff.stdout).toContain(
    '0 new, 1 changed, 1 under another id, 0 perhaps there twice, 1 no longer there',
  );
  expect(diff.stdout).toContain('of 1 date that differs, 1 is the same but for day and month');
  const partial = await slate(['pool', 'diff', ...delivery, '--partial', '--json']);
  expect(JSON.parse(partial.stdout)).toMatchObject({ counts: { gone: 0 } });
  writeFileSync(lines, readFileSync(lines, 'utf8').replace('\n,renumbered', '\nx,renumbered'));
  const merged = await slate([
    'pool',
    'merge',
    ...delivery,
    '--accept',
    lines,
    '--out',
    pool,
    '--lang',
    'en',
  ]);
  expect(merged).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Not decided, so what was there stays: 1, 3'),
  });
  expect(readFileSync(pool, 'utf8')).toBe(
    'id,name,birthDate,unit\n1,An,1980-05-06,Đông\n9,Bình,1970-01-20,Tây\n3,Cúc,,Nam\n',
  );
  const all = await slate(['pool', 'merge', ...delivery, '--accept', 'all', '--out', pool, '--json']);
  expect(JSON.parse(all.stdout)).toMatchObject({ accepted: ['1', '9', '3'], undecided: [], candidates: 2 });
  const again = await slate(['pool', 'diff', pool, ...delivery.slice(1), '--lang', 'en']);
  expect(again.stdout).toBe('The delivery says nothing otherwise.\n');
});

test('what cannot be taken over is refused, and no input is written over', async () => {
  const { 'a.csv': a, 'b.csv': b } = filesWith({ 'a.csv': 'id,name\n1,An\n', 'b.csv': 'id,name\n1,Bình\n' });
  const missing = await slate(['pool', 'merge', a, b, '--lang', 'en']);
  expectRefused(missing);
  expect(missing.stderr).toContain('the option --accept is missing');
  const over = await slate(['pool', 'merge', a, b, '--accept', 'all', '--out', b, '--lang', 'en']);
  expectRefused(over);
  expect(readFileSync(b, 'utf8')).toBe('id,name\n1,Bình\n');
  const { 'lines.csv': lines } = filesWith({ 'lines.csv': 'accept,id\nx,7\n' });
  const unknown = await slate([
    'pool',
    'merge',
    a,
    b,
    '--accept',
    lines,
    '--out',
    `${a}.new`,
    '--lang',
    'en',
  ]);
  expectRefused(unknown);
  expect(unknown.stderr).toContain('lines.csv:2: id: the delivery says nothing otherwise of 7');
});
