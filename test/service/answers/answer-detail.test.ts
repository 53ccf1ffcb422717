import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAnswerSchema } from '../../../src/check/check-answer.ts';
import { proposalSchema } from '../../../src/slate/propose-answer.ts';
import { running, SMALL } from '../running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

async function answered(path: string, body: unknown): Promise<unknown> {
  const response = await service.ask('POST', `/api/v1/${path}`, body);
  expect(response.status).toBe(200);
  return response.json();
}

describe('an answer', () => {
  test('leaves reports out where they are not wanted, and nothing else', async () => {
    const full = proposalSchema.parse(await answered('propose', SMALL));
    const none = (await answered('propose', { ...SMALL, report: 'none' })) as typeof full;
    expect(none.slates[0]).not.toHaveProperty('report');
    const { report, ...rest } = full.slates[0]!;
    expect(report.rules).toHaveLength(2);
    expect(none.slates[0]).toEqual(rest);
  });

  test('tells of what is not kept alone, where that is wanted', async () => {
    const asked = { ...SMALL, slate: ['A', 'C'] };
    const full = checkAnswerSchema.parse(await answered('check', asked));
    const short = checkAnswerSchema.parse(await answered('check', { ...asked, report: 'violations' }));
    expect(short).toEqual({ ...full, rules: full.rules.filter(({ status }) => status !== 'kept') });
    expect(short.rules.map(({ id }) => id)).toEqual(['women']);
  });

  test('is in one language, where one is wanted', async () => {
    const full = checkAnswerSchema.parse(await answered('check', { ...SMALL, slate: ['A', 'B'] }));
    const english = await answered('check', { ...SMALL, slate: ['A', 'B'], language: 'en' });
    expect(english).toEqual({
      ...full,
      rules: full.rules.map((rule) => ({ ...rule, title: rule.title.en, message: rule.message.en })),
    });
  });

  test('that is looked up is sent once, as long as it stays the same', async () => {
    const first = await service.ask('GET', '/api/v1/rule-sets');
    const tag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('vary')).toMatch(/Accept-Language/);
    const again = await service.ask('GET', '/api/v1/rule-sets', undefined, {
      headers: { 'if-none-match': tag },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});
