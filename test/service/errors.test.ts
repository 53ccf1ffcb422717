import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LONG, metric, problemOf, REFERENCE, running, SMALL, until, withFolder } from './running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running({ limits: { bodyBytes: 20_000 } });
});
afterAll(() => service.close());

const propose = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  service.ask('POST', '/api/v1/propose', body, { headers: { 'accept-language': 'en', ...headers } });

describe('400: a body of the wrong shape, with a pointer to each field', () => {
  test.each([
    ['no JSON', '{', [['service.not-json', '']]],
    ['a list', [], [['service.wrong-type', '']]],
    [
      'nothing in it',
      {},
      [
        ['service.missing', '/pool'],
        ['service.missing', '/rules'],
      ],
    ],
    ['a misspelt field', { ...SMALL, altenatives: 2 }, [['service.unknown-key', '/altenatives']]],
    ['two sources of a pool', { ...SMALL, pool: { csv: '', name: 'a' } }, [['service.one-of', '/pool']]],
    ['no source of rules', { ...SMALL, rules: {} }, [['service.one-of', '/rules']]],
    ['a number for a text', { ...SMALL, rules: { yaml: 3 } }, [['service.wrong-type', '/rules/yaml']]],
    ['a name that is a path', { ...SMALL, pool: { name: '../x' } }, [['service.bad-name', '/pool/name']]],
    ['too few', { ...SMALL, alternatives: 0 }, [['service.range', '/alternatives']]],
    ['half a slate', { ...SMALL, alternatives: 1.5 }, [['service.wrong-type', '/alternatives']]],
    ['no such solver', { ...SMALL, solver: 'abacus' }, [['service.choice', '/solver']]],
    [
      'a person for persons',
      { ...SMALL, decisions: { pin: 'A' } },
      [['service.wrong-type', '/decisions/pin']],
    ],
    [
      'a number among ids',
      { ...SMALL, decisions: { apart: [['A', 1]] } },
      [['service.wrong-type', '/decisions/apart/0/1']],
    ],
  ])('%s', async (_name, body, expected) => {
    const { status, errors, type } = await problemOf(await propose(body));
    expect(status).toBe(400);
    expect(type).toBe('urn:slate:problem:bad-request');
    expect(errors?.map(({ code, pointer }) => [code, pointer])).toEqual(expected);
  });

  test.each([
    ['robustness', { slate: ['A'], out: 3 }, 'service.choice', '/out', 'allowed: 1 and 2'],
    ['diagnose', { sizeCost: 'dear' }, 'service.wrong-type', '/sizeCost', 'a number is needed'],
    ['diagnose', { sizeCost: -1 }, 'service.range', '/sizeCost', 'at least 0'],
  ])('%s %j', async (path, body, code, pointer, words) => {
    const { errors } = await problemOf(await service.ask('POST', `/api/v1/${path}`, { ...SMALL, ...body }));
    expect(errors).toMatchObject([{ code, pointer, message: { en: expect.stringContaining(words) } }]);
  });

  test.each([
    [
      { ...SMALL, altenatives: 2 },
      '/altenatives',
      'there is no field “altenatives” here; did you mean “alternatives”?',
    ],
    [
      { ...SMALL, decisions: { pins: ['A'] } },
      '/decisions/pins',
      'there is no field “pins” here; did you mean “pin”?',
    ],
    [
      { ...SMALL, decisions: { everybody: [] } },
      '/decisions/everybody',
      'there is no field “everybody” here; allowed: pin, exclude, together, and apart',
    ],
    [
      { ...SMALL, pool: { ...SMALL.pool, delimiter: ';' } },
      '/pool/delimiter',
      'there is no field “delimiter” here; allowed: name, csv, reading, base64, candidates, and columns',
    ],
    [
      { ...SMALL, pool: { names: 'hai-duong' } },
      '/pool/names',
      'there is no field “names” here; did you mean “name”?',
    ],
  ])('the field that was probably meant: %j', async (body, pointer, words) => {
    const { errors } = await problemOf(await propose(body));
    expect(errors).toMatchObject([{ code: 'service.unknown-key', pointer, detail: words }]);
  });

  test.each([
    [
      { ...SMALL, pool: { csv: '', name: 'a' } },
      '/pool',
      'give exactly one of name, csv, base64, and candidates',
    ],
    [{ ...SMALL, pool: {} }, '/pool', 'give exactly one of name, csv, base64, and candidates'],
    [{ ...SMALL, rules: { id: 'a', yaml: 3 } }, '/rules', 'give exactly one of id, yaml, and ruleSet'],
    [{ ...SMALL, units: { name: 3, csv: 4 } }, '/units', 'give exactly one of name, csv, and units'],
    [{ ...SMALL, units: 'wards' }, '/units', 'found a string, but an object is needed'],
  ])('a source that is none, or two: %j', async (body, pointer, words) => {
    const { errors } = await problemOf(await propose(body));
    expect(errors).toMatchObject([{ pointer, detail: words }]);
  });

  test.each([
    ['{"a": 1,\n "b" 2}', 2, 6, 'a colon is missing'],
    ['{"a": 1\n "b": 2}', 2, 2, 'a comma is missing'],
    ['{"a": 1,}', 1, 9, 'a comma too many'],
    ['{"a": [1, 2', 1, 12, 'breaks off'],
    ['{"a": 1}\n{}', 2, 1, 'something follows the end'],
    ['{"a": "x\ny"}', 1, 7, 'a string is broken'],
    ["{'a': 1}", 1, 2, 'not a string in double quotes'],
    ['{"a": TRUE}', 1, 7, 'not a string in double quotes'],
    ['// x\n{}', 1, 1, 'not a string in double quotes'],
  ])('where it is no JSON: %j', async (body, line, column, words) => {
    const { errors, status } = await problemOf(await propose(body));
    expect(status).toBe(400);
    expect(errors).toMatchObject([
      {
        code: 'service.not-json',
        pointer: '',
        place: { file: 'body', line, column },
        detail: expect.stringContaining(`line ${line}, column ${column}: `),
      },
    ]);
    expect(errors?.[0]?.detail).toContain(words);
  });

  test.each([
    ['{"pool": {"csv": ""}, "pool": {"csv": ""}}', ['/pool 1:23 1:2']],
    ['{"pool": {"csv": "id",\n "csv": ""}}', ['/pool/csv 2:2 1:11']],
    [
      '{"pool": {"candidates": [{"id": "A"}, {"a/b": 1, "a\\u002fb": 1}]}}',
      ['/pool/candidates/1/a~1b 1:50 1:40'],
    ],
    ['{"a": 1, "a": 2, "a": 3}', ['/a 1:10 1:2', '/a 1:18 1:2']],
    ['{"__proto__": 1, "__proto__": 2}', ['/__proto__ 1:18 1:2']],
  ])('a key that stands twice, at any depth, and where both stand: %j', async (body, expected) => {
    const { errors, status } = await problemOf(await propose(body));
    expect(status).toBe(400);
    const repeated = errors?.filter(({ code }) => code === 'service.repeated-key');
    const told = repeated?.map(({ pointer, place, detail }) => {
      const [, line, column] = /first in line (\d+), column (\d+);/.exec(detail) ?? [];
      return `${pointer} ${place?.line}:${place?.column} ${line}:${column}`;
    });
    expect(told).toEqual(expected);
  });

  test('a field whose name would be dropped, at any depth', async () => {
    const { errors, status } = await problemOf(
      await propose(
        '{"pool": {"name": "hai-duong"}, "rules": {"id": "hai-duong-2020"}, "scenario": {"rules": {"__proto__": {"min": 1}}}}',
      ),
    );
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ code: 'service.dropped-key', pointer: '/scenario/rules/__proto__' }]);
  });

  test('a key that stands twice, beside whatever else is wrong', async () => {
    const { errors } = await problemOf(await propose('{"rules": {"id": "a"}, "rules": 3, "size": 1}'));
    expect(errors?.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['service.repeated-key', '/rules'],
      ['service.missing', '/pool'],
      ['service.wrong-type', '/rules'],
      ['service.unknown-key', '/size'],
    ]);
  });

  test('nesting without end is refused like any other text', async () => {
    const { errors, status } = await problemOf(await propose('['.repeat(19_000)));
    expect([status, errors?.[0]?.code]).toEqual([400, 'service.not-json']);
  });

  test.each([
    ['in a candidate', (nest: string) => `{"pool":{"candidates":[{"id":${nest}}]},"rules":{"id":"x"}}`, 4],
    ['in a rule set', (nest: string) => `{"pool":{"name":"x"},"rules":{"ruleSet":${nest}}}`, 2],
    ['in a scenario', (nest: string) => `{"pool":{"name":"x"},"rules":{"id":"x"},"scenario":${nest}}`, 1],
  ])('nesting by the thousand %s', async (_name, bodyWith, above) => {
    const nest = '['.repeat(9_000) + ']'.repeat(9_000);
    const { errors, status } = await problemOf(await propose(bodyWith(nest)));
    expect([status, errors?.length, errors?.[0]?.code]).toEqual([400, 1, 'service.too-deep']);
    expect(errors?.[0]?.pointer?.match(/\/0/g)?.length).toBeGreaterThan(100 - above - 1);
    // One level less than too deep is told by its shape alone.
    const least = '['.repeat(100 - above) + ']'.repeat(100 - above);
    const shape = await problemOf(await propose(bodyWith(least)));
    expect(shape.errors?.map(({ code }) => code)).not.toContain('service.too-deep');
  });

  test('no body at all', async () => {
    const { errors } = await problemOf(await service.ask('POST', '/api/v1/propose'));
    expect(errors).toMatchObject([{ code: 'service.no-body', pointer: '' }]);
  });

  test('bytes that are no UTF-8', async () => {
    const body = new Uint8Array([0x7b, 0xff, 0x7d]);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${service.address}/api/v1/propose`, { method: 'POST', headers, body });
    expect((await problemOf(response)).errors).toMatchObject([{ code: 'service.not-utf8' }]);
  });
});

describe('422: an input with errors, all at once', () => {
  test('a pool, with what the rules find in it beyond', async () => {
    const candidates = [
      { id: 'A', name: 'An', gender: 'femal', merit: 'many' },
      { id: 'B', name: 'Ba', gender: 'male', merit: 3 },
    ];
    const rules = {
      yaml: SMALL.rules.yaml.replace('rules:', 'facts: { merit: number, zone: text }\nrules:'),
    };
    const { errors } = await problemOf(await propose({ pool: { candidates }, rules }));
    expect(errors?.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['pool.bad-choice', '/pool/candidates/0/gender'],
      ['pool.bad-number', '/pool/candidates/0/merit'],
      ['pool.declared-column-missing', '/pool'],
    ]);
  });

  test('a scenario, and what sound rules find in sound candidates, in units and in decisions', async () => {
    const rules = { yaml: SMALL.rules.yaml.replace('rules:', 'facts: { merit: number }\nrules:') };
    const { errors } = await problemOf(
      await propose({
        pool: { csv: 'id,name,gender,merit\nA,An,female,many\n' },
        rules,
        units: { csv: 'name\nX\nX\n' },
        scenario: { rules: { women: { exactly: 'a' } } },
        decisions: { pin: ['Z'] },
      }),
    );
    expect(errors?.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['pool.bad-number', '/pool/csv'],
      ['rules.not-whole', '/scenario/rules/women/exactly'],
      ['placements.repeated-unit', '/units/csv'],
      ['slate.unknown-person', '/decisions/pin/0'],
    ]);
  });

  test('units where there are none to fill, and none where there are', async () => {
    const units = { csv: 'name\nX\n' };
    const wards = { pool: { name: 'hai-duong-wards' }, rules: { id: 'ward-leadership-2020' } };
    for (const [body, code] of [
      [{ ...SMALL, units }, 'placements.no-titles'],
      [wards, 'placements.units-needed'],
    ] as const)
      expect((await problemOf(await propose(body))).errors).toMatchObject([{ code, pointer: '/units' }]);
  });

  test('pool and rules, each with its place', async () => {
    const { errors, status } = await problemOf(
      await propose({ pool: { csv: 'id,name\nA,An\nA,Ba\n' }, rules: { yaml: 'id: x\nsize: big\n' } }),
    );
    expect(status).toBe(422);
    expect(errors).toContainEqual(
      expect.objectContaining({ pointer: '/pool/csv', place: { file: 'pool', line: 3, field: 'id' } }),
    );
    expect(errors?.filter(({ pointer }) => pointer === '/rules/yaml').length).toBeGreaterThan(0);
  });

  test('candidates as a list carry pointers to their cells', async () => {
    const candidates = [{ id: 'A', name: 'An', gender: 'neither' }];
    const { errors } = await problemOf(await propose({ ...SMALL, pool: { candidates } }));
    expect(errors).toMatchObject([{ pointer: '/pool/candidates/0/gender' }]);
  });

  test('an empty list of candidates', async () => {
    const { errors } = await problemOf(await propose({ ...SMALL, pool: { candidates: [] } }));
    expect(errors).toMatchObject([{ code: 'pool.empty-list', pointer: '/pool/candidates' }]);
  });

  test('names that nothing has', async () => {
    const response = await propose({ pool: { name: 'nowhere' }, rules: { id: 'nothing' } });
    const { errors } = await problemOf(response);
    expect(errors?.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['service.no-pool', '/pool/name'],
      ['service.no-rule-set', '/rules/id'],
    ]);
  });

  test('decisions on people who are not in the pool', async () => {
    const decisions = {
      pin: ['A', 'Z', 'B', 'Z'],
      exclude: ['B'],
      together: [['A', 'C'], ['D'], ['B', 'Y', 'C']],
      apart: [['D', 'D']],
    };
    const { errors } = await problemOf(await propose({ ...SMALL, decisions }));
    expect(errors?.map(({ code, pointer, place }) => [code, pointer, place])).toEqual([
      ['slate.unknown-person', '/decisions/pin/1', undefined],
      ['slate.unknown-person', '/decisions/pin/3', undefined],
      ['slate.unknown-person', '/decisions/together/2/1', undefined],
      ['slate.pinned-and-excluded', '/decisions/pin/2', undefined],
      ['slate.small-group', '/decisions/together/1', undefined],
      ['slate.small-group', '/decisions/apart/0', undefined],
    ]);
  });

  test('a slate with strangers and repetitions', async () => {
    const response = await service.ask('POST', '/api/v1/check', { ...SMALL, slate: ['A', 'Z', 'A'] });
    const { errors } = await problemOf(response);
    expect(errors?.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['pool.unknown-member', '/slate/1'],
      ['slate.repeated-person', '/slate/2'],
    ]);
  });
});

describe('addresses, methods and types', () => {
  test('404 for what is nowhere: an address, a pool, a rule set, a job', async () => {
    for (const path of [
      '/api/v1/nothing',
      '/api/v1/pools/none',
      '/api/v1/rule-sets/none',
      '/api/v1/pools/..%2Fx',
    ]) {
      expect([path, (await problemOf(await service.ask('GET', path))).status]).toEqual([path, 404]);
    }
    expect((await problemOf(await service.ask('GET', '/api/v1/proposals/none'))).status).toBe(404);
  });

  test('404 for a rule set names those that there are, and no field of a body that was never sent', async () => {
    const response = await service.ask('GET', '/api/v1/rule-sets/none?lang=en');
    const { detail, errors } = await problemOf(response);
    expect(detail).toMatch(/^there is no rule set “none”; the rule sets are .*hai-duong-2020.*[^.]$/);
    expect(errors?.map(({ code, pointer }) => [code, pointer])).toEqual([['service.no-rule-set', undefined]]);
  });

  test('404 for a mistyped address, without HTML for a program', async () => {
    expect((await problemOf(await service.ask('GET', '/openapi.yaml'))).status).toBe(404);
  });

  test('400 for an address that is broken, and a body that does not unpack', async () => {
    const address = await problemOf(await service.ask('GET', '/api/%E0%A4?lang=en'));
    expect([address.status, address.detail]).toEqual([400, expect.stringContaining('hexadecimal')]);
    const headers = { 'content-encoding': 'gzip' };
    const body = await problemOf(
      await service.ask('POST', '/api/v1/propose?lang=en', 'no gzip', { headers }),
    );
    expect([body.status, body.detail]).toEqual([400, expect.stringContaining('Content-Encoding')]);
  });

  test.each([
    ['/api/v1/pools?lang=fr', ['lang', 'found “fr” for the query parameter “lang”; allowed: vi and en']],
    ['/api/v1/pools?lang=', ['lang', 'found “” for the query parameter “lang”; allowed: vi and en']],
    ['/api/v1/pools?lang=vi&lang=en', ['lang', 'the query parameter “lang” is given 2 times; give it once']],
    ['/docs?long=en', ['long', 'there is no query parameter “long” here; did you mean “lang”?']],
    ['/openapi.json?format=yaml', ['format', 'there is no query parameter “format” here; allowed: lang']],
    ['/api/v1/proposals/none?wait=1', ['wait', 'there is no query parameter “wait” here; allowed: lang']],
    ['/api/v1/rule-sets/none/events?x', undefined],
    ['/api/v1/rule-sets/a?x', ['x', 'there is no query parameter “x” here; allowed: lang']],
  ])('400 for query parameters that would be ignored: %s', async (path, expected) => {
    const headers = { 'accept-language': 'en' };
    const { status, errors } = await problemOf(await service.ask('GET', path, undefined, { headers }));
    expect(status).toBe(expected === undefined ? 404 : 400);
    expect(errors?.map(({ pointer, place, detail }) => [pointer, place, detail])).toEqual(
      expected && [[undefined, { file: 'query', field: expected[0] }, expected[1]]],
    );
  });

  test('400 names all query parameters that are wrong, and the log none', async () => {
    const response = await service.ask('POST', '/api/v1/propose?nguyen=1&lang=fr&van=2', SMALL);
    const { errors } = await problemOf(response);
    expect(errors?.map(({ place }) => place?.field)).toEqual(['nguyen', 'lang', 'van']);
    const id = response.headers.get('x-request-id')!;
    const logged = () => service.log.find((each) => each.includes(id));
    await until(async () => logged() !== undefined);
    const line = logged();
    expect(line).toContain('"route":"/api/v1/propose"');
    expect(line).not.toContain('nguyen');
  });

  test('who asks for health or figures may say more in the address', async () => {
    for (const path of ['/healthz?x=1', '/readyz?x=1', '/metrics?x=1', '/?x=1']) {
      expect([path, (await service.ask('GET', path)).status]).toEqual([path, 200]);
    }
  });

  test('415 says which encodings there are', async () => {
    const headers = { 'content-encoding': 'rot13' };
    const { status, detail } = await problemOf(
      await service.ask('POST', '/api/v1/propose?lang=en', SMALL, { headers }),
    );
    expect([status, detail]).toEqual([415, expect.stringContaining('gzip, deflate or br')]);
  });

  test('405 says what is allowed', async () => {
    const response = await service.ask('GET', '/api/v1/propose');
    expect(response.headers.get('allow')).toBe('POST');
    expect((await problemOf(response)).status).toBe(405);
    const other = await service.ask('DELETE', '/api/v1/rule-sets/small');
    expect(other.headers.get('allow')).toBe('GET, HEAD');
    const options = await service.ask('OPTIONS', '/api/v1/rule-sets/validate');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST']);
    expect((await problemOf(await service.ask('POST', '/'))).status).toBe(405);
    const cancel = '/api/v1/sweeps/none/cancel';
    expect((await problemOf(await service.ask('GET', cancel))).status).toBe(405);
    const ofJob = await service.ask('OPTIONS', cancel);
    expect([ofJob.status, ofJob.headers.get('allow')]).toEqual([204, 'POST']);
    expect((await problemOf(await service.ask('POST', `${cancel}?a=b`))).status).toBe(400);
  });

  test('413 says the limit, also of what only grows when it is unpacked', async () => {
    const { status, detail } = await problemOf(
      await propose({ ...SMALL, pool: { csv: 'x'.repeat(20_000) } }),
    );
    expect([status, detail]).toEqual([413, expect.stringContaining('0.02 MB')]);
    const body = gzipSync(JSON.stringify({ ...SMALL, pool: { csv: 'x'.repeat(1_000_000) } }));
    expect(body.length).toBeLessThan(20_000);
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const compressed = await fetch(`${service.address}/api/v1/propose`, { method: 'POST', headers, body });
    expect((await problemOf(compressed)).status).toBe(413);
  });

  test('415 for a body of another type, in another encoding or compressed in another way', async () => {
    expect((await problemOf(await propose('a=b', { 'content-type': 'text/plain' }))).status).toBe(415);
    const latin = { 'content-type': 'application/json; charset=latin1' };
    expect((await problemOf(await propose(SMALL, latin))).status).toBe(415);
    const compressed = { 'content-encoding': 'zip' };
    expect((await problemOf(await propose(SMALL, compressed))).status).toBe(415);
  });
});

test('errors are in the language that the client likes, and in Vietnamese for want of one', async () => {
  const detail = async (path: string, language?: string): Promise<string> => {
    const headers = language === undefined ? {} : { 'accept-language': language };
    const response = await service.ask('GET', path, undefined, { headers });
    return `${response.headers.get('content-language')}: ${(await problemOf(response)).title}`;
  };
  expect(await detail('/api/x', 'en-GB,en;q=0.9')).toBe('en: Not found');
  expect(await detail('/api/x', 'fr')).toBe('vi: Không tìm thấy');
  expect(await detail('/api/x')).toBe('vi: Không tìm thấy');
  expect(await detail('/api/x?lang=en', 'vi')).toBe('en: Not found');
});

test('429 after too many requests', async () => {
  const narrow = await running({ limits: { requestsPerMinute: 2 } });
  try {
    const statuses: number[] = [];
    for (let each = 0; each < 3; each += 1) {
      statuses.push((await narrow.ask('GET', '/api/v1/pools')).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    const response = await narrow.ask('GET', '/api/v1/pools');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    await problemOf(response);
    expect((await narrow.ask('GET', '/healthz')).status).toBe(200);
  } finally {
    await narrow.close();
  }
});

test('500 without details, neither to the client nor about persons in the log', async () => {
  // A folder where a file should be: nobody foresaw it.
  await withFolder({ 'nguyen.yaml/inside': '' }, async (rulesFolder) => {
    const broken = await running({ rulesFolder });
    try {
      const response = await broken.ask('GET', '/api/v1/rule-sets/nguyen?lang=en');
      const text = await response.clone().text();
      const { status, instance, errors } = await problemOf(response);
      expect([status, errors]).toEqual([500, undefined]);
      expect(text).not.toMatch(/EISDIR|nguyen|reader|\.ts/);
      const failure = broken.log.find((line) => line.includes('"failed"'));
      expect(failure).toContain(instance?.slice('urn:uuid:'.length));
      expect(failure).not.toMatch(/nguyen/);
    } finally {
      await broken.close();
    }
  });
});

test('503 with Retry-After when the queue is full; hanging up makes room again', async () => {
  const narrow = await running({ limits: { queue: 1 } });
  try {
    const hangUp = new AbortController();
    const { signal } = hangUp;
    const first = narrow.ask('POST', '/api/v1/propose', LONG, { signal }).catch(() => 'gone');
    const open = 'slate_open_questions{threads="solve"}';
    await until(async () => (await metric(narrow.ask, open)) === 1);
    const second = narrow.ask('POST', '/api/v1/propose', LONG, { signal }).catch(() => 'gone');
    await until(async () => (await metric(narrow.ask, open)) === 2);
    const refused = await narrow.ask('POST', '/api/v1/propose', REFERENCE);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await problemOf(refused)).toMatchObject({ status: 503, type: 'urn:slate:problem:busy' });
    hangUp.abort();
    expect(await Promise.all([first, second])).toEqual(['gone', 'gone']);
    const hungUp = 'slate_questions_total{operation="propose",outcome="hung-up"}';
    await until(async () => (await metric(narrow.ask, hungUp)) === 2);
    expect((await narrow.ask('POST', '/api/v1/propose', REFERENCE)).status).toBe(200);
  } finally {
    await narrow.close();
  }
});
