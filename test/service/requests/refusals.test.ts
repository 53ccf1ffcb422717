import pino from 'pino';
import { expect, test } from 'vitest';
import { logFailure } from '../../../src/service/requests/refusals.ts';
import { InputError, problem } from '../../../src/words/problem.ts';

/** The line that the log has of an error. */
function logged(error: unknown): Readonly<Record<string, unknown>> {
  let line = '';
  logFailure(pino({}, { write: (text: string) => void (line += text) }), error, 'request-1');
  return JSON.parse(line) as Readonly<Record<string, unknown>>;
}

test('the log says by codes why a store cannot be opened and whom nobody reached', () => {
  const parameters = { at: '/data', reason: 'EACCES' };
  expect(logged(new InputError([problem('store.cannot-open', parameters)]))).toMatchObject({
    id: 'request-1',
    error: 'InputError',
    codes: ['store.cannot-open', 'EACCES'],
  });
  const refused = Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' });
  expect(logged(new TypeError('fetch failed', { cause: refused }))['codes']).toEqual(['ECONNREFUSED']);
});

test('the log repeats no message, which may name a person', () => {
  const line = JSON.stringify(logged(new Error('Nguyễn Thị Hoa is twice in the table')));
  expect(line).toContain('"failed"');
  expect(line).not.toContain('Hoa');
});
