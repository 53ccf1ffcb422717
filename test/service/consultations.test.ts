import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consultationAnswerSchema } from '../../src/service/keeping/consultation-answers.ts';
import { running } from './running.ts';

let folder: string;
let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slate-consultations-'));
  service = await running({ store: { folder } });
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const response = await service.ask(method, `/api/v1${path}`, body, {
    headers: { 'accept-language': 'en', ...headers },
  });
  const answer = (await response.json()) as Readonly<Record<string, never>>;
  return { status: response.status, tag: response.headers.get('etag'), answer };
}

const NEW = { 'if-none-match': '*' };
const begin = (name: string, more: object = {}) =>
  ask('POST', '/consultations', { name, procedure: { id: 'party-five-steps' }, seats: 2, ...more });
const record = (
  name: string,
  stage: string,
  entry: object,
  headers: Readonly<Record<string, string>> = NEW,
) => ask('PUT', `/consultations/${name}/rounds/${stage}`, entry, headers);

test('the shipped procedures are told, stage by stage', async () => {
  const { answer } = await ask('GET', '/procedures');
  expect(answer).toMatchObject({
    procedures: [
      { id: 'election-consultations' },
      { id: 'party-five-steps', stages: [{ by: 'everybody' }, {}, {}, {}, {}] },
    ],
  });
});

test('people go from round to round over HTTP, each with what happened to them', async () => {
  expect(await begin('c')).toMatchObject({
    status: 201,
    answer: { isNew: true, consultation: { units: 1 } },
  });
  expect((await begin('c')).status).toBe(200);
  expect((await begin('c', { seats: 3 })).status).toBe(409);
  expect(await record('c', 'standing-committee-1', { slate: ['A', 'B', 'C'] }, {})).toMatchObject({
    status: 428,
  });
  expect(await record('c', 'standing-committee-1', { slate: ['A', 'B', 'C'] })).toMatchObject({
    status: 201,
    tag: '"1"',
    answer: { round: { carried: 3 }, notices: [] },
  });
  expect((await record('c', 'standing-committee-1', { slate: ['A'] })).status).toBe(412);
  const table = Buffer.from('Mã,Họ tên,Số phiếu\nA,An,9\nB,Bình,5\nC,Chi,7\n').toString('base64');
  expect((await record('c', 'key-cadres', { table, of: 10 })).status).toBe(201);
  const ballots = [
    { id: 'A', votes: { for: 6, of: 11 } },
    { id: 'C', votes: { for: 12, of: 22 } },
  ];
  expect(await record('c', 'standing-committee-2', { ballots })).toMatchObject({
    answer: {
      round: { carried: 2, tied: 0 },
      notices: [{ en: expect.stringContaining('counted of different numbers') }],
    },
  });
  const report = await ask('GET', '/consultations/c');
  expect(consultationAnswerSchema.safeParse(report.answer).error).toBeUndefined();
  expect(report.answer).toMatchObject({
    stages: [
      {},
      {},
      { most: 2, round: { people: [{ outcome: { kind: 'carried' } }, {}] } },
      {},
      { least: 3 },
    ],
    ways: [{ id: 'A' }, { id: 'C', name: 'Chi' }, { id: 'B', steps: [{}, { outcome: { why: 'votes' } }] }],
    history: [{ number: 1 }, { number: 2 }, { number: 3 }],
  });
  expect(await ask('DELETE', '/consultations/c')).toMatchObject({ status: 200, answer: { removed: true } });
  expect((await ask('GET', '/consultations/c')).answer).toMatchObject({ ways: [] });
  expect((await ask('GET', '/audit/verification')).answer).toMatchObject({ faults: [] });
  expect((await ask('GET', '/consultations')).answer).toMatchObject({ consultations: [{ name: 'c' }] });
});

describe('what is wrong', () => {
  test.each([
    ['a procedure that there is not', { procedure: { id: 'party' } }, '/procedure/id'],
    ['a draft that is not kept', { draft: 'nobody' }, '/draft'],
  ])('with beginning: %s', async (_what, more, pointer) => {
    expect(await begin('x', more)).toMatchObject({ status: 422, answer: { errors: [{ pointer }] } });
  });

  test('with a procedure of one’s own is told at its line', async () => {
    const yaml =
      'id: ours\ntitle: Ours\nstages: [{ id: a, title: A, carry: { by: votes, moreThan: half } }]\n';
    const refused = await begin('x', { procedure: { yaml } });
    expect(refused).toMatchObject({ status: 422, answer: { errors: [{ place: { line: 3 } }] } });
  });

  test('with a round is told all at once, where it stands', async () => {
    await begin('w');
    const entry = { slate: ['A', 'A'], ballots: [{ id: 'B', votes: { for: 3, of: 2 } }], number: 3 };
    const refused = await record('w', 'standing-committee-1', entry);
    expect(refused).toMatchObject({
      status: 422,
      answer: {
        errors: [
          { code: 'rounds.no-number' },
          { pointer: '/slate/1' },
          { pointer: '/ballots/0' },
          { pointer: '/ballots/0' },
        ],
      },
    });
    const table = Buffer.from('id,votes\nA,x\nB,y\n').toString('base64');
    const misread = await record('w', 'standing-committee-1', { table });
    expect(misread).toMatchObject({
      status: 422,
      answer: { errors: [{ place: { line: 2 } }, { place: { line: 3 } }] },
    });
    expect((await record('w', 'standing-committee-1', { table, ballots: [] })).status).toBe(422);
    expect((await record('w', 'nowhere', {})).status).toBe(422);
    expect((await record('w', 'key-cadres', {})).status).toBe(422);
    expect((await record('nobody', 'key-cadres', {})).status).toBe(404);
    expect((await ask('GET', '/consultations/nobody')).status).toBe(404);
    expect((await ask('DELETE', '/consultations/nobody')).status).toBe(404);
  });
});

test('a name is in no line of the log', () => {
  expect(service.log.length).toBeGreaterThan(5);
  expect(service.log.join('')).not.toMatch(/Bình|Chi/);
});
