import { describe, expect, test } from 'vitest';
import { expectRefused, filesWith, REFERENCE, slate } from '../run-slate.ts';

/** A command line that cannot be understood, and what is said of it in both languages. */
const WRONG: readonly (readonly [args: readonly string[], vi: string, en: string])[] = [
  [['chek'], 'không có lệnh “chek”; có phải ý là check?', 'there is no command “chek”; did you mean check?'],
  [
    ['check', 'a.csv', '--poool', 'b'],
    'không có tùy chọn --poool; có phải ý là --pool?',
    'there is no option --poool; did you mean --pool?',
  ],
  [['check'], 'thiếu đối số <slate>', 'the argument <slate> is missing'],
  [['propose'], 'thiếu tùy chọn --rules <id|file>', 'the option --rules <id|file> is missing'],
  [
    ['propose', '--pool'],
    'tùy chọn --pool <name|file> cần có giá trị',
    'the option --pool <name|file> needs a value',
  ],
  [
    ['check', 'a.csv', ...REFERENCE, '--keep', 'HD-001'],
    '--keep không có tác dụng nếu thiếu --repair',
    '--keep has no effect without --repair; add --repair, or leave --keep out',
  ],
  [
    ['propose', ...REFERENCE, '--solver', 'highs', '--solver', 'auto'],
    'tùy chọn --solver <name> có hai lần',
    'the option --solver <name> is given twice; keep one',
  ],
  [
    ['help', 'chek'],
    'không có lệnh “chek”; có phải ý là check?',
    'there is no command “chek”; did you mean check?',
  ],
  [['pool', 'help', 'impor'], 'không có lệnh “help”', 'there is no command “help”'],
  [
    ['pool', 'impor'],
    'không có lệnh “impor”; có phải ý là import?',
    'there is no command “impor”; did you mean import?',
  ],
  [
    ['propose', '--pool', '', '--rules', 'hai-duong-2020'],
    'tùy chọn --pool cần có giá trị',
    'the option --pool needs a value',
  ],
  [['propose', ...REFERENCE, '--pin', 'HD-001', ''], 'tùy chọn --pin cần', 'the option --pin needs a value'],
  [['propose', ...REFERENCE, '--proof', ''], 'tùy chọn --proof cần', 'the option --proof needs a value'],
  [['check', '', ...REFERENCE], 'đối số <slate> để trống', 'the argument <slate> has nothing in it'],
  [['store', 'find', ''], 'đối số <text> để trống', 'the argument <text> has nothing in it'],
  [
    ['store', 'backup', 'no-such-folder/board.backup'],
    'no-such-folder/board.backup',
    'no-such-folder/board.backup cannot be written (ENOENT)',
  ],
  [['rules', 'fixtures'], 'fixtures: đây là thư mục', 'fixtures: this is a folder; name the rule file in it'],
  [
    ['propose', '--pool', 'hai-duong', '--rules', 'package-lock.txt'],
    'không có bộ quy tắc “package-lock.txt”',
    'there is no rule set “package-lock.txt”',
  ],
  [
    ['rules', 'fixtures/hai-duong/slate.csv'],
    'slate.csv: theo tên thì đây không phải tệp quy tắc',
    'slate.csv: this is no rule file by its name',
  ],
  [['rules', 'a', 'b', 'c'], 'thừa đối số: b, c', 'too many arguments: b, c'],
  [['store', 'move', 'a', 'b', 'c'], 'thừa đối số: b, c', 'too many arguments: b, c'],
  [['jobs', 'show', 'a', 'b'], 'thừa đối số: b', 'too many arguments: b'],
  [
    ['propose', ...REFERENCE, '--alternatives', '0'],
    '--alternatives không thể là “0”; phải là số nguyên từ 1 đến 100',
    '--alternatives cannot be “0”; it must be a whole number from 1 to 100',
  ],
  [
    ['propose', ...REFERENCE, '--time-limit', 'soon'],
    '--time-limit không thể là “soon”; phải là số giây',
    '--time-limit cannot be “soon”; it must be a number of seconds',
  ],
  [
    ['propose', ...REFERENCE, '--near-best', '0.02'],
    '--near-best không thể là “0.02”; phải là tỷ lệ từ 0% đến 100%',
    '--near-best cannot be “0.02”; it must be a percentage from 0% to 100%',
  ],
  [
    ['propose', ...REFERENCE, '--solver', 'glpk'],
    '--solver không thể là “glpk”; chỉ được dùng auto, highs, javascript-lp-solver',
    '--solver cannot be “glpk”; allowed are auto, highs, javascript-lp-solver',
  ],
  [
    ['propose', ...REFERENCE, '--pin', 'NOBODY'],
    'không có nhân sự “NOBODY” trong nguồn nhân sự',
    'there is no candidate “NOBODY” in the pool',
  ],
  [
    ['propose', ...REFERENCE, '--pin', 'HD-004', '--exclude', 'HD-004'],
    '“HD-004” vừa bắt buộc có vừa không được đưa vào',
    '“HD-004” is both pinned and excluded',
  ],
  [
    ['propose', ...REFERENCE, '--apart', 'HD-004'],
    'cần ít nhất hai người khác nhau',
    'needs at least two different candidates',
  ],
];

describe('a wrong command line', () => {
  test.each(WRONG)('%j is answered in words', async (args, vi, en) => {
    const [inVietnamese, inEnglish] = await Promise.all([slate(args), slate([...args, '--lang', 'en'])]);
    expectRefused(inVietnamese);
    expect(inVietnamese.stderr).toContain(vi);
    expectRefused(inEnglish);
    expect(inEnglish.stderr).toContain(en);
  });

  test('is told all that is missing at once, and where help is', async () => {
    const ran = await slate(['propose', '--lang', 'en']);
    expect(ran.stderr).toContain('--pool <name|file> is missing');
    expect(ran.stderr).toContain('--rules <id|file> is missing');
    expect((await slate(['rules', '--no', '--lang', 'en'])).stderr).toContain('slate rules --help');
  });

  test('is told all wrong values at once, with what else is wrong', async () => {
    const values = ['--alternatives', '0', '--time-limit', 'soon', '--solver', 'glpk', '--differ', 'x'];
    const told = [
      '--alternatives cannot be “0”',
      '--time-limit cannot be “soon”',
      '--solver cannot be “glpk”',
      '--differ cannot be “x”',
    ];
    const twice = 'the option --near-best <percent> is given twice';
    const near = ['--near-best', '1%', '--near-best', '2%'];
    const run = (...args: readonly string[]) => slate(['propose', '--lang', 'en', ...args]);
    const [valid, repeated, unknown] = await Promise.all([
      run(...REFERENCE, ...values),
      run(...near, ...values),
      run(...values, '--poool', 'x'),
    ]);
    for (const ran of [valid, repeated, unknown]) {
      expectRefused(ran);
      for (const words of told) expect(ran.stderr).toContain(words);
    }
    expect(valid.stderr.trimEnd().split('\n').length).toBe(told.length + 1);
    expect(repeated.stderr).toContain(twice);
    expect(unknown.stderr).toContain('there is no option --poool');
  });

  test('tells no more problems than are of use, and all of them to programs', async () => {
    const strangers = Array.from({ length: 3000 }, (_each, at) => `X${at}`).join('\n');
    const { 's.csv': members } = filesWith({ 's.csv': `id\n${strangers}\n` });
    const check = ['check', members, ...REFERENCE, '--lang', 'en'];
    const ran = await slate(check);
    expectRefused(ran);
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1001);
    expect(ran.stderr).toContain('and 2,000 further problems; --json tells all of them');
    const all = await slate([...check, '--json']);
    expect(all.stderr.trimEnd().split('\n')).toHaveLength(3000);
  });

  test('names the table that lacks a column', async () => {
    const { 'p.csv': pool } = filesWith({ 'p.csv': 'id,name\nA,An\n' });
    const ran = await slate(['propose', '--pool', pool, '--rules', 'hai-duong-2020', '--lang', 'en']);
    expectRefused(ran);
    expect(ran.stderr).toContain(`${pool}: the candidates have no column “bloc”`);
  });

  test('refuses a language that it does not speak', async () => {
    const ran = await slate(['rules', '--lang', 'fr']);
    expectRefused(ran);
    expect(ran.stderr).toContain('--lang không thể là “fr”; chỉ được dùng vi, en');
  });
});

describe('help', () => {
  test('is shown, with exit code 2, where no command is named', async () => {
    const ran = await slate([]);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(/^Cách dùng: slate \[tùy chọn\] <lệnh>/);
  });

  test.each(['check', 'propose', 'rules', 'pool', 'serve'])(
    'of %s has examples, in either language',
    async (name) => {
      const [vi, en] = await Promise.all([slate([name, '--help']), slate(['help', name, '--lang', 'en'])]);
      expect([vi.code, en.code]).toEqual([0, 0]);
      expect(vi.stdout).toContain(`Cách dùng: slate ${name} [tùy chọn]`);
      expect(vi.stdout).toContain(`Ví dụ:\n  `);
      expect(vi.stdout).not.toMatch(/Usage|Options|Arguments|Examples|Commands/);
      expect(en.stdout).toContain(`Usage: slate ${name} [options]`);
      expect(en.stdout).toMatch(new RegExp(`Examples:\n(?:.*\n)*.*slate ${name}`));
    },
  );

  test('is of a part of a command, too', async () => {
    const ran = await slate(['help', 'pool', 'import', '--lang', 'en']);
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('Usage: slate pool import')]);
  });

  test('speaks the language of the locale', async () => {
    const ran = await slate(['--help'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(ran.stdout).toContain('Exit codes:');
  });

  test('and the version', async () => {
    const ran = await slate(['--version']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
