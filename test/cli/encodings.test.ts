import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesWith, slate } from './run-slate.ts';

const TABLES = {
  'pool.csv': 'id,name,gender\nA,Lê Bắc,female\nB,Trần Văn Bình,male\nC,Ngô Nam,male\n',
  'units.csv': 'name,kind,secretary\nBắc,ward,A\nNam,ward,\n',
  'plan.csv': 'unit,title,id\nBắc,secretary,A\nNam,secretary,B\n',
};
const RULES =
  'id: posts\nreferenceDate: 2020-06-05\ntitles: [{ id: secretary, title: S }]\nrules: [{ id: w, count: { where: { fact: gender, operator: equal, value: female }, min: 1 } }]\n';

/** The bytes of a text whose letters with marks are written by these. */
function bytesWith(letters: Readonly<Record<string, string>>): (text: string) => Buffer {
  return (text) =>
    Buffer.from(
      text.replaceAll(/[\u0080-\uffff]/g, (letter) => letters[letter] ?? '?'),
      'latin1',
    );
}

const ENCODED: readonly (readonly [encoding: string, encode: (text: string) => Buffer])[] = [
  ['windows-1258', bytesWith({ ắ: '\xe3\xec', ê: '\xea', ầ: '\xe2\xcc', ă: '\xe3', ì: 'i\xcc', ô: '\xf4' })],
  ['utf-16le', (text) => Buffer.from(text, 'utf16le')],
  ['tcvn3', bytesWith({ ắ: '\xbe', ê: '\xaa', ầ: '\xc7', ă: '\xa8', ì: '\xd7', ô: '\xab' })],
];

async function checked(
  tables: Readonly<Record<keyof typeof TABLES, string | Buffer>>,
  more: readonly string[],
) {
  const files = filesWith({ ...tables, 'rules.yaml': RULES, 'report.html': '' });
  const { 'pool.csv': pool, 'units.csv': units, 'plan.csv': plan, 'rules.yaml': rules } = files;
  const named = ['--pool', pool, '--units', units, '--rules', rules, '--lang', 'en', ...more];
  return { ran: await slate(['check', plan, ...named]), files, named };
}

test.each(ENCODED)('one --encoding is for candidates, units and plan: %s', async (encoding, encode) => {
  const encoded = {
    'pool.csv': encode(TABLES['pool.csv']),
    'units.csv': encode(TABLES['units.csv']),
    'plan.csv': encode(TABLES['plan.csv']),
  };
  const { ran: plain } = await checked(TABLES, []);
  const { ran, files, named } = await checked(encoded, ['--encoding', encoding]);
  expect([ran.code, ran.stdout]).toEqual([0, plain.stdout]);
  // A plan that Slate wrote is UTF-8, whatever the tables of the office are in.
  const { ran: mixed } = await checked({ ...encoded, 'plan.csv': TABLES['plan.csv'] }, [
    '--encoding',
    encoding,
  ]);
  expect([mixed.code, mixed.stdout]).toEqual([0, plain.stdout]);
  // A report of record knows how they were read.
  const report = `${files['report.html']}.html`;
  expect((await slate(['check', files['plan.csv'], ...named, '--report', report])).code).toBe(0);
  const replayed = await slate(['replay', report, '--lang', 'en']);
  expect(replayed.code).toBe(0);
});

test('each of several tables may have an encoding of its own', async () => {
  const [first, encode] = ENCODED[0]!;
  const [second, encodeOther] = ENCODED[2]!;
  const {
    'a.csv': a,
    'b.csv': b,
    'c.csv': c,
    'out.csv': out,
  } = filesWith({
    'a.csv': encode('id,name,unit\nA,Trần A,Bắc\n'),
    'b.csv': encodeOther('id,name,unit\nB,Lê Bắc,Bắc\n'),
    'c.csv': 'id,name,unit\nC,Lê C,Bắc\n',
    'out.csv': '',
  });
  const named = ['pool', 'import', a, b, c, '--out', out, '--lang', 'en'];
  const said = ['--encoding', first, '--encoding', `${b}=${second}`];
  const ran = await slate([...named, ...said]);
  expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('c.csv: another encoding is said')]);
  expect(readFileSync(out, 'utf8')).toBe('id,name,unit\nA,Trần A,Bắc\nB,Lê Bắc,Bắc\nC,Lê C,Bắc\n');
  const strange = await slate([...named, '--encoding', `d.csv=${first}`]);
  expect(strange.stderr).toContain('--encoding speaks of d.csv');
  const twice = await slate([...named, '--encoding', first, '--encoding', first]);
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('--encoding is given twice')]);
});

test('a table that is not UTF-8 is told where nobody says its encoding', async () => {
  const [, encode] = ENCODED[0]!;
  const { ran } = await checked({ ...TABLES, 'units.csv': encode(TABLES['units.csv']) }, []);
  expect([ran.code, ran.stderr]).toEqual([
    2,
    expect.stringMatching(/units\.csv:2: this line is not UTF-8 text, but probably Windows-1258/),
  ]);
});

test('ballots and the lines of a delivery come in the encodings of spreadsheets, too', async () => {
  const [encoding, encode] = ENCODED[0]!;
  const {
    'before.csv': before,
    'after.csv': after,
    'lines.csv': lines,
    'out.csv': out,
  } = filesWith({
    'before.csv': 'id,name,homeUnit\nA,An,Bắc\n',
    'after.csv': 'id,name,homeUnit\nA,An,Nam\n',
    'lines.csv': encode('accept;id;name\nx;A;Bắc\n'),
    'out.csv': '',
  });
  const merged = `${out}.csv`;
  const said = ['--accept', lines, '--encoding', encoding, '--out', merged];
  expect((await slate(['pool', 'merge', before, after, ...said])).code).toBe(0);
  expect(readFileSync(merged, 'utf8')).toBe('id,name,homeUnit\nA,An,Nam\n');
  const { 'b.csv': ballots } = filesWith({
    'b.csv': Buffer.from('id;đồng ý;tổng số phiếu\nA;9;10\n', 'utf16le'),
  });
  const data = `${out}.d`;
  const begun = ['rounds', 'begin', 'c', '--procedure', 'party-five-steps', '--seats', '1', '--data', data];
  expect((await slate(begun)).code).toBe(0);
  const { 's.csv': stands } = filesWith({ 's.csv': Buffer.from('mã\nA\n', 'utf16le') });
  const record = [
    'rounds',
    'record',
    'c',
    'standing-committee-1',
    '--slate',
    stands,
    '--encoding',
    'utf-16le',
    '--data',
    data,
  ];
  const first = await slate([...record, '--lang', 'en']);
  expect(first.stdout).toContain('1 person go');
  const second = await slate([
    'rounds',
    'record',
    'c',
    'key-cadres',
    ballots,
    '--encoding',
    'utf-16le',
    '--data',
    data,
    '--lang',
    'en',
  ]);
  expect(second.stdout).toContain('1 person go');
});
