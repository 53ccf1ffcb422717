import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MEDIA_TYPES } from '../../src/papers/paper.ts';
import { fileKind } from '../../src/tables/file-kind.ts';
import { problemOf, running, SMALL } from './running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

const ask = (path: string, body: object) => service.ask('POST', `/api/v1/${path}`, { ...SMALL, ...body });

describe('a paper over HTTP', () => {
  test.each([
    ['xlsx', 'xlsx'],
    ['docx', 'word'],
    ['html', 'web-page'],
    ['csv', 'text'],
  ] as const)('is a file of its own kind: %s', async (format, kind) => {
    const response = await ask('propose', { paper: { format } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(MEDIA_TYPES[format]);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename=slate.${format}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(fileKind(new Uint8Array(await response.arrayBuffer()))).toBe(kind);
  });

  test('is of the slate that is wanted, with its columns, in the language of the question', async () => {
    const second = await ask('propose', {
      alternatives: 2,
      paper: { format: 'csv', which: 2, columns: ['gender'] },
    });
    expect(await second.text()).toMatch(/^id,name,gender\n/);
    const html = await ask('check', {
      slate: ['A', 'B'],
      language: 'en',
      paper: { format: 'html', blind: true, letterhead: { body: 'The Board' } },
    });
    const text = await html.text();
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('The Board');
    expect(text).not.toContain('Bình');
  });

  test('is refused for what is not there, with its place', async () => {
    const column = await problemOf(await ask('propose', { paper: { format: 'csv', columns: ['gendre'] } }));
    expect(column.errors).toMatchObject([{ pointer: '/paper/columns', code: 'papers.no-column' }]);
    const which = await problemOf(await ask('propose', { paper: { format: 'csv', which: 2 } }));
    expect(which.errors).toMatchObject([{ pointer: '/paper/which', code: 'papers.no-such-slate' }]);
    expect((await ask('propose', { paper: { format: 'pdf' } })).status).toBe(400);
    expect((await ask('capacity', { paper: { format: 'csv' } })).status).toBe(400);
    expect((await ask('proposals', { paper: { format: 'csv' } })).status).toBe(400);
  });
});

test('a slate of an answer is taken as it is', async () => {
  const { slates } = (await (await ask('propose', {})).json()) as { slates: object[] };
  const answer = await ask('check', { slate: slates[0]! });
  expect(await answer.json()).toMatchObject({ compliant: true, size: 2 });
  const wrong = await problemOf(await ask('check', { slate: { members: ['A', 'Z'] } }));
  expect(wrong.errors).toMatchObject([{ pointer: '/slate/members/1' }]);
});
