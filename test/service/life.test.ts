import { expect, test } from 'vitest';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { LONG, metric, problemOf, REFERENCE, running, SOON, until } from './running.ts';

const OPEN = 'slate_open_questions{threads="solve"}';

test('stopping lets what runs come to its end, and takes nothing new', async () => {
  const service = await running({ limits: { drainMs: 600_000 } });
  const answer = service.ask('POST', '/api/v1/propose', { ...REFERENCE, alternatives: 3, differ: 4 });
  await until(async () => (await metric(service.ask, OPEN)) === 1);
  const closed = service.close();
  const proposal = proposalSchema.parse(await (await answer).json());
  expect(proposal.slates).toHaveLength(3);
  await closed;
  await expect(service.ask('GET', '/healthz')).rejects.toThrow('fetch failed');
  // Closing twice is closing once.
  await service.close();
});

test('it says that it is not ready while it still answers, before it takes no more connections', async () => {
  const service = await running({ limits: { noticeMs: 12_000 } });
  expect((await service.ask('GET', '/readyz')).status).toBe(200);
  // What takes long the first time has been done by then.
  expect((await service.ask('GET', '/api/v1/rule-sets')).status).toBe(200);
  const closed = service.close();
  const notReady = await service.ask('GET', '/readyz');
  expect([notReady.status, notReady.headers.get('retry-after')]).toEqual([503, '1']);
  expect((await service.ask('GET', '/api/v1/rule-sets')).status).toBe(200);
  await closed;
  await expect(service.ask('GET', '/healthz')).rejects.toThrow('fetch failed');
});

test('what runs beyond the deadline is refused, and its solve is stopped', async () => {
  const service = await running({ limits: { drainMs: 100 } });
  const answer = service.ask('POST', '/api/v1/propose', LONG);
  await until(async () => (await metric(service.ask, OPEN)) === 1);
  const closed = service.close();
  expect(await problemOf(await answer)).toMatchObject({ status: 503, type: 'urn:slate:problem:stopping' });
  await closed;
});

test('a long solve keeps neither lists nor checks waiting', async () => {
  const service = await running();
  const hangUp = new AbortController();
  const long = service.ask('POST', '/api/v1/propose', LONG, { signal: hangUp.signal }).catch(() => 'gone');
  await until(async () => (await metric(service.ask, OPEN)) === 1);
  const check = await service.ask('POST', '/api/v1/check', { ...REFERENCE, slate: ['HD-001'] });
  expect(check.status).toBe(200);
  await expect.poll(() => metric(service.ask, OPEN), SOON).toBe(1);
  hangUp.abort();
  expect(await long).toBe('gone');
  await service.close();
});

test('a port that is taken is an error with its code', async () => {
  const service = await running();
  const port = Number(new URL(service.address).port);
  await expect(running({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await service.close();
});
