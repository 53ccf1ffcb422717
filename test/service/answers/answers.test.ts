import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ruleSetAnswerSchema,
  ruleSetListSchema,
  rulesValidationSchema,
} from '../../../src/service/answers/answers.ts';
import { ruleTestsAnswerSchema } from '../../../src/service/answers/rule-tests-answer.ts';
import {
  poolAnswerSchema,
  poolListSchema,
  poolValidationSchema,
} from '../../../src/service/answers/pool-answers.ts';
import { capacityAnswerSchema } from '../../../src/slate/capacity-answer.ts';
import { proposalSchema } from '../../../src/slate/propose-answer.ts';
import { reportSchema } from '../../../src/check/check-answer.ts';
import { metric, REFERENCE, running, SMALL, SMALL_CSV, SMALL_YAML, SOON } from '../running.ts';
import { xlsxOf } from '../../tables/xlsx.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

test('proposes the best slate of the reference case, and checks it', async () => {
  const response = await service.ask('POST', '/api/v1/propose', REFERENCE);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const proposal = proposalSchema.parse(await response.json());
  expect(proposal.status).toBe('optimal');
  const slate = proposal.slates[0]!.members;
  const checked = await service.ask('POST', '/api/v1/check', { ...REFERENCE, slate });
  expect(reportSchema.parse(await checked.json())).toEqual(proposal.slates[0]!.report);
  await expect
    .poll(() => metric(service.ask, 'slate_questions_total{operation="propose",outcome="optimal"}'), SOON)
    .toBe(1);
  await expect
    .poll(() => metric(service.ask, 'slate_questions_total{operation="check",outcome="compliant"}'), SOON)
    .toBe(1);
});

test('takes candidates and rules with the question, and decisions on persons', async () => {
  const ask = async (question: object): Promise<readonly (readonly string[])[]> => {
    const response = await service.ask('POST', '/api/v1/propose', question);
    return proposalSchema.parse(await response.json()).slates.map(({ members }) => members);
  };
  expect(await ask(SMALL)).toEqual([['A', 'B']]);
  expect(await ask({ ...SMALL, decisions: { exclude: ['A'] } })).toEqual([['B', 'C']]);
  expect(await ask({ ...SMALL, decisions: { pin: ['D'], apart: [['A', 'D']] } })).toEqual([['C', 'D']]);
  expect(await ask({ ...SMALL, alternatives: 4 })).toHaveLength(4);
  const candidates = [
    { id: 'A', name: 'An', gender: 'female' },
    { id: 'B', name: 'Bình', gender: 'male' },
  ];
  expect(await ask({ ...SMALL, pool: { candidates } })).toEqual([['A', 'B']]);
});

test('answers the same question from memory as from the file', async () => {
  const ask = async () => {
    const response = await service.ask('POST', '/api/v1/propose', { ...SMALL, alternatives: 2 });
    return proposalSchema.omit({ solver: true }).parse(await response.json());
  };
  const first = await ask();
  expect(await ask()).toEqual(first);
});

test('holds the needs of rules against what the pool can give', async () => {
  const response = await service.ask('POST', '/api/v1/capacity', SMALL);
  const { capacity } = capacityAnswerSchema.parse(await response.json());
  expect(capacity.map(({ rule, available, enough }) => [rule, available, enough])).toEqual([
    ['size', 4, true],
    ['women', 2, true],
  ]);
});

test('lists and reads rule sets', async () => {
  const list = ruleSetListSchema.parse(await (await service.ask('GET', '/api/v1/rule-sets')).json());
  expect(list.ruleSets.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['directive-35', 'hai-duong-2020']),
  );
  const answer = await service.ask('GET', '/api/v1/rule-sets/hai-duong-2020');
  const ruleSet = ruleSetAnswerSchema.parse(await answer.json());
  const women = ruleSet.rules.find(({ id }) => id === 'women');
  expect(women).toMatchObject({ kind: 'count', min: 11, max: 11, strength: 'hard' });
  expect(women?.sentence.en).toMatch(/11/);
  expect(ruleSet.yaml).toMatch(/^id: hai-duong-2020$/m);
});

test('validates a rule file: all problems with line and column, or what it says', async () => {
  const ask = async (yaml: string) => {
    const response = await service.ask('POST', '/api/v1/rule-sets/validate?lang=en', { yaml });
    return rulesValidationSchema.parse(await response.json());
  };
  const good = await ask(SMALL_YAML);
  expect(good).toMatchObject({ valid: true, problems: [], ruleSet: { id: 'small' } });
  const bad = await ask(SMALL_YAML.replace('gender', 'gendre').replace('weight: 1', 'weight: heavy'));
  expect(bad.valid).toBe(false);
  expect(bad.problems.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
    ['rules.unknown-fact', 'rules', 8, 29],
    ['rules.wrong-type', 'rules', 10, 72],
  ]);
  expect(bad.problems[0]).toMatchObject({ pointer: '/yaml' });
  const beside = await ask(`${SMALL_YAML}scenarios: [{ id: more, rules: { woman: { min: 2 } } }]\n`);
  expect(beside).toMatchObject({
    valid: false,
    problems: [{ code: 'scenarios.no-rule', pointer: '/yaml', place: { file: 'rules', column: 34 } }],
  });
  expect(bad.problems[0]!.detail).toBe(bad.problems[0]!.message.en);
});

test('lists and reads pools', async () => {
  const list = poolListSchema.parse(await (await service.ask('GET', '/api/v1/pools')).json());
  expect(list.pools).toContainEqual({
    name: 'hai-duong',
    title: { vi: 'Ban Chấp hành Đảng bộ thành phố', en: 'City Party committee' },
    rules: 'hai-duong-2020',
    size: 120,
  });
  const pool = poolAnswerSchema.parse(await (await service.ask('GET', '/api/v1/pools/hai-duong')).json());
  expect(pool.rows).toHaveLength(120);
  expect(Object.keys(pool.rows[0]!)).toEqual(pool.headings);
});

test('validates rules that come as an object, and points into it', async () => {
  const ask = async (ruleSet: object) =>
    rulesValidationSchema.parse(
      await (await service.ask('POST', '/api/v1/rule-sets/validate?lang=en', { ruleSet })).json(),
    );
  const rule = { id: 'a', count: { min: 1 } };
  const sound = { id: 'x', size: 2, referenceDate: '2025-01-01', rules: [rule], objective: [] };
  expect(await ask(sound)).toMatchObject({ valid: true, ruleSet: { id: 'x' } });
  const { valid, problems } = await ask({ ...sound, rules: [rule, { ...rule, count: { mim: 1 } }] });
  expect(valid).toBe(false);
  expect(problems.map(({ pointer }) => pointer)).toContain('/ruleSet/rules/1/count/mim');
});

test('validates a pool: all problems with line and heading, or its table', async () => {
  const ask = async (csv: string) => {
    const response = await service.ask('POST', '/api/v1/pools/validate', { csv });
    return poolValidationSchema.parse(await response.json());
  };
  expect(await ask(SMALL_CSV)).toMatchObject({
    valid: true,
    pool: { size: 4, headings: ['id', 'name', 'gender'] },
  });
  const bad = await ask(SMALL_CSV.replace('Bình,male', 'Bình,neither').replace('D,', 'A,'));
  expect(bad.valid).toBe(false);
  expect(bad.problems.map(({ place }) => place)).toEqual([
    { file: 'pool', line: 3, field: 'gender' },
    { file: 'pool', line: 5, field: 'id' },
  ]);
  expect(bad.problems[0]).toMatchObject({ pointer: '/csv' });
});

test('says how a table was read, also where it cannot be', async () => {
  const csv = 'Danh sách\nThẻ,Họ và tên,Điểm\nT1,An,85\nT2,Bình,85\n';
  const ask = async (reading?: object) =>
    poolValidationSchema.parse(
      await (
        await service.ask('POST', '/api/v1/pools/validate', { csv, ...(reading && { reading }) })
      ).json(),
    );
  const guessed = await ask();
  expect(guessed.notices?.map(({ code }) => code)).toEqual(['notices.no-ids']);
  expect(guessed.layout).toMatchObject({
    line: 2,
    columns: [
      { heading: 'Thẻ', is: 'extra', as: 'Thẻ', sure: 0, samples: ['T1', 'T2'] },
      { heading: 'Họ và tên', is: 'fact', as: 'name', sure: 1, samples: ['An', 'Bình'] },
      { heading: 'Điểm', samples: ['85'] },
    ],
  });
  expect(guessed.layout?.top[0]).toEqual({ line: 1, cells: ['Danh sách'] });
  const said = await ask({ mapping: { columns: { Thẻ: 'id', Điểm: 'leave-out' } } });
  expect(said).toMatchObject({ valid: true, layout: { columns: [{ as: 'id' }, {}, { is: 'left-out' }] } });
});

test('validates a workbook: its sheets, and what looks odd in the one that is read', async () => {
  const rows = [
    ['id', 'name', 'unit'],
    ['A', 'An', 'Đông Sơn'],
    ['B', 'Bình', 'Đồng Sơn'],
  ];
  const base64 = xlsxOf([
    { name: 'Một', rows },
    { name: 'Hai', rows: rows.slice(0, 2) },
  ]).toString('base64');
  const ask = async (sheet?: string) => {
    const body = { base64, ...(sheet !== undefined && { reading: { sheet } }) };
    return poolValidationSchema.parse(
      await (await service.ask('POST', '/api/v1/pools/validate', body)).json(),
    );
  };
  const first = await ask();
  expect(first).toMatchObject({
    valid: true,
    pool: { size: 2 },
    sheets: { all: ['Một', 'Hai'], read: ['Một'], alike: ['Một', 'Hai'] },
  });
  expect(first.notices?.map(({ code }) => code)).toEqual(['notices.alike-sheets', 'notices.look-alikes']);
  expect(await ask('Hai')).toMatchObject({ pool: { size: 1 }, sheets: { read: ['Hai'] } });
  const both = await ask('*');
  expect(both).toMatchObject({ valid: false, sheets: { read: ['Một', 'Hai'] } });
  expect(both.problems).toMatchObject([
    { code: 'pool.id-in-two-files', place: { sheet: 'Hai', line: 2, field: 'id' } },
  ]);
  const missing = await ask('Ba');
  expect(missing).toMatchObject({ valid: false, problems: [{ code: 'pool.no-sheet' }] });
  expect(missing.sheets).toEqual({ all: ['Một', 'Hai'], read: [], alike: ['Một', 'Hai'] });
});

test('tells what looks odd in candidates beside what is wrong with the rest of a question', async () => {
  const pool = { csv: 'id,name\nA1,1. Lê An\n' };
  const refused = await service.ask('POST', '/api/v1/propose', { pool, rules: { id: 'no-rules' } });
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { errors: [{ code: 'service.no-rule-set' }], notices: [{ code: 'notices.tidied-names' }] },
  ]);
  const invalid = await service.ask('POST', '/api/v1/pools/validate', { csv: 'id,name\nA1,1. Lê An\n,B\n' });
  expect(await invalid.json()).toMatchObject({
    valid: false,
    problems: [{ code: 'pool.empty-id' }],
    notices: [{ code: 'notices.tidied-names' }],
  });
});

test('says that it lives, and that it is ready', async () => {
  expect(await (await service.ask('GET', '/healthz')).json()).toEqual({ status: 'alive' });
  expect(await (await service.ask('GET', '/readyz')).json()).toEqual({ status: 'ready' });
});

test.each([
  ['br', 'br'],
  ['gzip, deflate, br', 'gzip'],
  ['gzip;q=1, br;q=0.5', 'gzip'],
  ['identity, br;q=0.5', null],
  ['deflate', null],
])('compresses long answers as the client likes best: %s', async (accepted, compression) => {
  const headers = { 'accept-encoding': accepted };
  const long = await service.ask('GET', '/api/v1/pools/hai-duong', undefined, { headers });
  // Whatever is not compressed in a thread may be on its way out.
  expect(long.headers.get('content-encoding')).toBe(accepted === 'deflate' ? 'deflate' : compression);
  expect(long.headers.get('vary')).toMatch(/accept-encoding/i);
  const plain = await service.ask('GET', '/api/v1/pools/hai-duong', undefined, {
    headers: { 'accept-encoding': 'identity' },
  });
  expect(await long.json()).toEqual(await plain.json());
  const short = await service.ask('POST', '/api/v1/rule-sets/validate', { yaml: 'id: x' }, { headers });
  expect(short.headers.get('vary')).toMatch(/accept-encoding/i);
  expect(await short.json()).toMatchObject({ valid: false });
});

test('logs patterns and times, never persons or addresses', async () => {
  await (await service.ask('POST', '/api/v1/check', { ...SMALL, slate: ['A', 'Nguyễn'] })).arrayBuffer();
  await (await service.ask('GET', '/api/v1/pools/nguyen-van-an?who=Chi')).arrayBuffer();
  const lines = service.log.join('');
  expect(lines).toMatch(/"route":"\/api\/v1\/pools\/\{name\}"/);
  expect(lines).not.toMatch(/Nguy|nguyen|Bình|Chi|HD-\d/);
});

test('runs the tests of a rule file, and tells where they cannot be read', async () => {
  const yaml =
    'id: two\nsize: 2\nreferenceDate: 2020-06-05\nrules:\n  - {id: women, count: {where: {fact: gender, operator: equal, value: female}, min: 1}}\n';
  const pool = '[{id: A, gender: female}, {id: B, gender: male}, {id: C, gender: male}]';
  const tests = `tests:\n  - {test: One, pool: ${pool}, slate: [A, B], keeps: [women]}\n  - {test: None, pool: ${pool}, slate: [B, C], keeps: [women]}\n`;
  const ask = async (body: object) =>
    ruleTestsAnswerSchema.parse(await (await service.ask('POST', '/api/v1/rule-sets/test', body)).json());
  const run = await ask({ yaml, tests });
  expect(run).toMatchObject({ valid: true, problems: [] });
  expect(run.tests.map(({ passed, line }) => ({ passed, line }))).toEqual([
    { passed: true, line: 2 },
    { passed: false, line: 3 },
  ]);
  expect(run.tests[1]?.failures).toHaveLength(1);
  expect(run.coverage).toEqual([{ rule: 'women', shown: ['at-min'], open: ['below-min'] }]);
  const misread = await ask({ yaml, tests: 'tests:\n  - {test: One}\n' });
  expect(misread.valid).toBe(false);
  expect(misread.problems[0]).toMatchObject({ pointer: '/tests', place: { file: 'tests', line: 2 } });
});
