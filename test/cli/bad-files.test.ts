import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectRefused, filesWith, REFERENCE, slate, smallCase } from './run-slate.ts';

describe('cells of columns that the rules declare', () => {
  test('are told with those of the pool, by line', async () => {
    const rules =
      'id: r\ntitle: R\nreferenceDate: 2020-06-05\nsize: 1\nfacts: { merit: number }\nrules: []\n';
    const files = filesWith({
      'pool.csv':
        'id,name,gender,birthDate,merit\nA,An,femal,1980-01-01,many\nB,Ba,female,2021-01-01,3\nC,Cả\n',
      'rules.yaml': rules,
    });
    const ran = await slate([
      'propose',
      '--pool',
      files['pool.csv'],
      '--rules',
      files['rules.yaml'],
      '--lang',
      'en',
    ]);
    expectRefused(ran);
    const lines = ran.stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(`${files['pool.csv']}:`, ''));
    expect(lines.map((line) => line.split(':').slice(0, 2).join())).toEqual([
      '2, gender',
      '2, merit',
      '3, birthDate',
    ]);
  });

  test('are told where the scenario or the units cannot be read either', async () => {
    const files = filesWith({
      'pool.csv': 'id,name,gender,merit\nA,An,femal,many\n',
      'rules.yaml':
        'id: r\ntitle: R\nreferenceDate: 2020-06-05\nsize: 1\nfacts: { merit: number }\nrules: []\n',
      'scenario.yaml': 'scenarios:\n  - id: a\n    size: none\n',
    });
    const ran = await slate([
      ...['propose', '--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--lang', 'en'],
      ...['--scenario', files['scenario.yaml'], '--units', 'no-units.csv'],
    ]);
    expectRefused(ran);
    for (const place of ['pool.csv:2: gender', 'pool.csv:2: merit', 'scenario.yaml:3:', 'no-units.csv:'])
      expect(ran.stderr).toContain(place);
  });

  test('are told beside a bad scenario, also where they are all that is wrong with the pool', async () => {
    const files = filesWith({
      'pool.csv': 'id,name,merit\nA,An,many\n',
      'rules.yaml':
        'id: r\ntitle: R\nreferenceDate: 2020-06-05\nsize: 1\nfacts: { merit: number }\nrules: []\n',
      'scenario.yaml': 'scenarios:\n  - id: a\n    size: none\n',
      'slate.csv': 'id\nA\n',
    });
    const named = ['--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--lang', 'en'];
    for (const command of [['propose'], ['check', files['slate.csv']]]) {
      const ran = await slate([...command, ...named, '--scenario', files['scenario.yaml']]);
      expectRefused(ran);
      for (const place of ['pool.csv:2: merit', 'scenario.yaml:3:']) expect(ran.stderr).toContain(place);
    }
  });
});

describe('a bad file', () => {
  test('has all its problems told, each with its place, in either language', async () => {
    const files = filesWith({
      'pool.csv': 'id,name,gender,birthDate\nA,An,femal,1980-01-02\nA,Bình,male,30/02/1980\n,Cúc,female,\n',
      'rules.yaml':
        'id: bad\ntitle: Bad\nreferenceDate: 2020-06-05\nsize: 3\nrules:\n  - id: x\n    count: { mni: 1 }\n',
    });
    const args = ['propose', '--pool', files['pool.csv'], '--rules', files['rules.yaml']];
    const [vi, en] = await Promise.all([slate(args), slate([...args, '--lang', 'en'])]);
    for (const ran of [vi, en]) {
      expectRefused(ran);
      for (const line of [2, 3, 4]) expect(ran.stderr).toContain(`${files['pool.csv']}:${line}: `);
      expect(ran.stderr).toContain(`${files['rules.yaml']}:7:`);
    }
    expect(en.stderr).toContain('gender: “femal” is not allowed here; allowed are female, male');
    expect(en.stderr).toContain('birthDate: there is no such day as “30/02/1980”');
    expect(vi.stderr.split('\n')).toHaveLength(en.stderr.split('\n').length);
  });

  test.each([
    ['missing', 'there is no such file', 'không tìm thấy tệp này'],
    ['folder', 'this is a folder', 'thư mục'],
    ['binary', 'the file is', ': tệp '],
    ['empty', 'the file is empty', 'trống'],
  ])('that is %s is told as such', async (kind, en, vi) => {
    const files = filesWith({ binary: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0]), empty: '' });
    const paths: Readonly<Record<string, string>> = {
      missing: `${files.empty}-not`,
      folder: dirname(files.empty),
      binary: files.binary,
      empty: files.empty,
    };
    const args = ['propose', '--pool', paths[kind]!, '--rules', 'hai-duong-2020'];
    const [inVietnamese, inEnglish] = await Promise.all([slate(args), slate([...args, '--lang', 'en'])]);
    expectRefused(inVietnamese);
    expect(inVietnamese.stderr).toContain(vi);
    expectRefused(inEnglish);
    expect(inEnglish.stderr).toContain(`${paths[kind]!}: ${en}`);
  });

  test('of three that are bad hides none', async () => {
    const ran = await slate([
      'check',
      'no-slate',
      '--pool',
      'no-pool',
      '--rules',
      'no-rules',
      '--lang',
      'en',
    ]);
    expectRefused(ran);
    expect(ran.stderr).toContain('no-slate: there is no such file');
    expect(ran.stderr).toContain('there is no pool “no-pool”');
    expect(ran.stderr).toContain('there is no rule set “no-rules”');
  });

  test('never reaches the terminal as it is', async () => {
    const noise = Buffer.from('\u001b[2Jscenarios \u0007 '.repeat(100));
    const files = filesWith({ 'noise.yaml': noise, 'bytes.yaml': Buffer.from([0xff, 0x00, 0xfe, 0x1b]) });
    for (const [file, words] of [
      [files['noise.yaml'], 'found the text'],
      [files['bytes.yaml'], 'the file is not UTF-8'],
    ] as const) {
      const args = ['compare', ...REFERENCE, '--scenarios', file, '--lang', 'en'];
      const ran = await slate(args);
      expectRefused(ran);
      expect(ran.stderr).toContain(words);
      expect(ran.stderr).not.toMatch(/[^\P{Cc}\n]/u);
      expect(ran.stderr.length).toBeLessThan(400);
    }
  });

  test('of rules that spell a value as cells may is told how it is read', async () => {
    const files = filesWith({
      'pool.csv': 'id,name,bloc\nA,An,khối Đảng\n',
      'rules.yaml':
        'id: x\nreferenceDate: 2020-06-05\nsize: 1\nrules:\n  - id: organs\n    count: { where: { fact: bloc, operator: in, value: [ward, khối Đảng] }, min: 1 }\n',
    });
    const args = ['propose', '--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--lang', 'en'];
    const ran = await slate(args);
    expectRefused(ran);
    expect(ran.stderr).toContain(
      `${files['rules.yaml']}:5:5: the rule organs compares bloc with “khối Đảng”`,
    );
    expect(ran.stderr).toContain('write party');
  });

  test('that lacks a column which the rules use is told which', async () => {
    const files = smallCase(1);
    const ran = await slate([
      'propose',
      '--pool',
      files['pool.csv'],
      '--rules',
      'directive-35',
      '--lang',
      'en',
    ]);
    expectRefused(ran);
    // A column “age” would not do: ages are worked out.
    expect(ran.stderr).toMatch(
      /“age”, which is used by .*, is worked out from birthDate, which the candidates/,
    );
  });
});
