import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectRefused, filesWith, slate, smallCase } from './run-slate.ts';

const POOL = ['--pool', 'fixtures/hai-duong/pool.csv'];
const RULES = ['--rules', 'hai-duong-2020'];
const NO_POOL = ['--pool', 'no-pool.csv'];
const NO_RULES = ['--rules', 'no-rules'];
const NO_SUCH_POOL = 'no-pool.csv: there is no such file';
const NO_SUCH_RULES = 'there is no rule set “no-rules”';
const BAD_LIMIT = ['--time-limit', '-1'];
const NOT_SECONDS = '--time-limit cannot be “-1”';

/** Command lines of which several parts are wrong, and what is told of each part. */
const WRONG: readonly (readonly [args: readonly string[], told: readonly string[]])[] = [
  [
    ['propose', ...NO_POOL, ...NO_RULES, ...BAD_LIMIT, '--alternatives', 'x', '--scenario', 'no-file.yaml'],
    [NO_SUCH_POOL, NO_SUCH_RULES, NOT_SECONDS, '--alternatives cannot be “x”', 'no-file.yaml: there is no'],
  ],
  [
    [
      'propose',
      ...POOL,
      ...NO_RULES,
      '--pin',
      'NOBODY',
      'HD-004',
      '--exclude',
      'HD-004',
      '--apart',
      'HD-005',
    ],
    [
      NO_SUCH_RULES,
      'there is no candidate “NOBODY” in the pool',
      '“HD-004” is both pinned and excluded',
      'needs at least two different candidates',
    ],
  ],
  [
    ['propose', '--differ', '0'],
    ['--differ cannot be “0”', '--pool <name|file> is missing', '--rules <id|file> is missing'],
  ],
  [
    ['check', 'no-slate.csv', ...POOL, ...NO_RULES, '--keep', 'NOBODY', ...BAD_LIMIT],
    [
      'no-slate.csv: there is no such file',
      NO_SUCH_RULES,
      '--keep has no effect without --repair',
      'there is no candidate “NOBODY”',
      NOT_SECONDS,
    ],
  ],
  [
    ['check', '-', '--pool', '-', ...NO_RULES, '--differ', 'x'],
    [
      'not <slate> and --pool together',
      NO_SUCH_RULES,
      '--differ cannot be “x”',
      '--differ has no effect without --repair',
    ],
  ],
  [
    ['replace', 'NOBODY', ...POOL, ...NO_RULES, '--further-changes', '-3'],
    [
      '--slate <file> is missing',
      'there is no candidate “NOBODY”',
      NO_SUCH_RULES,
      '--further-changes cannot be “-3”',
    ],
  ],
  [
    ['replace', 'HD-001', '--slate', 'fixtures/hai-duong/slate-by-hand.csv', ...NO_POOL, ...RULES],
    [NO_SUCH_POOL, '“HD-001” is not on the slate'],
  ],
  [
    ['why', 'NOBODY', ...POOL, ...NO_RULES, ...BAD_LIMIT],
    ['there is no candidate “NOBODY”', NO_SUCH_RULES, NOT_SECONDS],
  ],
  [
    ['cost', 'women2', ...NO_POOL, ...RULES, ...BAD_LIMIT],
    ['there is no rule “women2”; did you mean “women”?', NO_SUCH_POOL, NOT_SECONDS],
  ],
  [
    ['diagnose', ...NO_POOL, ...RULES, '--conflicts', 'many', '--relaxations', '-1'],
    [NO_SUCH_POOL, '--conflicts cannot be “many”', '--relaxations cannot be “-1”'],
  ],
  [
    [
      ...['sweep', ...NO_POOL, ...RULES, '--vary', 'women', '--vary', 'nothing=1..2', ...BAD_LIMIT],
      ...['--csv', 'no-folder/a.csv', '--report', 'no-folder/a.html'],
    ],
    [
      NO_SUCH_POOL,
      '“women” does not say what to vary',
      'the rule set has no rule “nothing”',
      NOT_SECONDS,
      'no-folder/a.csv cannot be written',
      'no-folder/a.html cannot be written',
    ],
  ],
  [
    ['sweep', ...NO_POOL, ...RULES, '--vary', 'women=1..200', '--vary', 'under-40=1..200'],
    [NO_SUCH_POOL, '40,000'],
  ],
  [
    ['sweep', ...NO_RULES],
    [NO_SUCH_RULES, '--pool <name|file> is missing', 'nothing is varied'],
  ],
  [
    ['compare', 'nobody', ...NO_POOL, ...RULES, '--report', 'no-folder/a.html', ...BAD_LIMIT],
    [NO_SUCH_POOL, 'has no scenarios', 'no-folder/a.html cannot be written', NOT_SECONDS],
  ],
  [
    ['compare', ...NO_POOL, ...NO_RULES, '--scenarios', 'no-file.yaml'],
    [NO_SUCH_POOL, NO_SUCH_RULES, 'no-file.yaml: there is no such file'],
  ],
  [
    ['trade-off', ...NO_POOL, ...RULES, '--measure', 'beauty', '--most', '0'],
    [NO_SUCH_POOL, '“beauty” cannot be measured', 'two or three different measures', '--most cannot be “0”'],
  ],
  [
    [
      'robustness',
      'no-slate.csv',
      ...NO_POOL,
      '--rules',
      'ward-leadership-2020',
      '--units',
      'no-units',
      '--out',
      '3',
    ],
    [
      'no-slate.csv: there is no',
      NO_SUCH_POOL,
      'there is no table of units “no-units”',
      '--out cannot be “3”; it must be a whole number from 1 to 2',
    ],
  ],
  [
    ['pool', ...NO_POOL, ...NO_RULES],
    [NO_SUCH_POOL, NO_SUCH_RULES],
  ],
  [
    ['check', '--poool', '--bar=3', ...BAD_LIMIT],
    ['there is no option --poool', 'there is no option --bar', '<slate> is missing', NOT_SECONDS],
  ],
];

describe('a command', () => {
  test.each(WRONG)('%j tells all that is wrong at once', async (args, told) => {
    const ran = await slate([...args, '--lang', 'en']);
    expectRefused(ran);
    for (const words of told) expect(ran.stderr).toContain(words);
    // Each thing once: a line each, and perhaps where help is.
    const lines = ran.stderr.trimEnd().split('\n');
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length - told.length).toBeLessThanOrEqual(1);
  });

  test('that takes no inputs refuses what it does not understand all the same', async () => {
    const [rules, serve] = await Promise.all([
      slate(['rules', '--lang', 'fr']),
      slate(['serve', '--port', 'x', '--lang', 'en']),
    ]);
    expectRefused(rules);
    expect(rules.stderr).toContain('--lang không thể là “fr”');
    expectRefused(serve);
    expect(serve.stderr).toContain('--port cannot be “x”');
  });

  test('that is refused leaves no empty file behind, and none that was there empty', async () => {
    const files = { ...smallCase(1), ...filesWith({ 'kept.csv': 'mine' }) };
    const [asked, kept] = [join(dirname(files['pool.csv']), 'new.html'), files['kept.csv']];
    const ran = await slate([
      ...['sweep', '--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--vary', 'men=1'],
      ...['--report', asked, '--csv', kept],
    ]);
    expectRefused(ran);
    expect(existsSync(asked)).toBe(false);
    expect(existsSync(kept)).toBe(true);
  });
});

test('what looks odd in the candidates is told beside what is wrong with rules, options and other tables', async () => {
  const odd = 'Mã,Họ và tên,Khối,Trình độ,Trình độ chuyên môn\nA1,1. Lê An,Đảng,x,y\n';
  const { 'odd.csv': pool, 'bad.csv': bad } = filesWith({ 'odd.csv': odd, 'bad.csv': 'id,name\n,B\n' });
  const outranked = '“Trình độ chuyên môn” says it more exactly than “Trình độ”';
  const said = '“1. Lê An” is read as “Lê An”';
  const told = async (...args: readonly string[]): Promise<string> => {
    const ran = await slate([...args, '--lang', 'en']);
    expectRefused(ran);
    return ran.stderr;
  };
  for (const text of [
    await told('propose', '--pool', pool, ...NO_RULES, ...BAD_LIMIT),
    await told('pool', 'import', pool, bad),
    await told('pool', 'diff', bad, pool),
  ]) {
    expect(text).toContain(outranked);
    expect(text).toContain(said);
  }
});
