import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf, running, SMALL } from './running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

const post = (path: string, body: object) => service.ask('POST', `/api/v1/${path}`, body);

describe('a report of record over HTTP', () => {
  test.each([
    ['check/report', { ...SMALL, slate: ['A', 'B'] }],
    ['propose/report', { ...SMALL, alternatives: 2 }],
    ['diagnose/report', { ...SMALL, decisions: { pin: ['A', 'C'] } }],
    ['repair/report', { ...SMALL, slate: ['A', 'C'] }],
    ['replace/report', { ...SMALL, slate: ['A', 'B'], candidate: 'A' }],
    ['why/report', { ...SMALL, candidate: 'A' }],
  ])('is one HTML file that is repeated: %s', async (path, body) => {
    const response = await post(path, { ...body, language: 'en' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=report.html');
    const report = await response.text();
    expect(report).toContain('<html lang="en">');
    const again = await (await post('replay', { report })).json();
    expect(again).toMatchObject({ same: true, tampered: [], differences: [] });
  });

  test('is refused with the places of what is wrong', async () => {
    const refused = await problemOf(await post('propose/report', { ...SMALL, pool: { name: 'nobody' } }));
    expect(refused.errors).toMatchObject([{ pointer: '/pool/name' }]);
    const none = await problemOf(await post('replay', { report: '<p>Hello' }));
    expect(none.errors).toMatchObject([{ code: 'records.not-a-report' }]);
    expect((await post('capacity/report', SMALL)).status).toBe(404);
  });
});
