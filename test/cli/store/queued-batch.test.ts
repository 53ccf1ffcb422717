import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batchSchema } from '../../../src/batch/answers.ts';
import { ended, slate, startSlate } from '../run-slate.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slate-queued-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a batch is left to a worker, and the same line comes back to it', async () => {
  const data = ['--data', join(folder, 'data'), '--lang', 'en'];
  const line = ['batch', 'country/cases.csv', '--rules', 'commune-committee-2025', '--out', folder, '--json'];
  const asked = startSlate([...line, '--queue', ...data], { input: '' });
  const told = await new Promise<string>((resolve) => {
    let text = '';
    asked.stderr.on('data', (chunk) => {
      text += String(chunk);
      if (/Nobody works on it yet/.test(text)) resolve(text);
    });
  });
  expect(told).toMatch(/Job [0-9a-f-]{36}/);
  asked.kill('SIGINT');
  const left = await ended(asked);
  expect(JSON.parse(left.stdout)).toEqual({ left: true });

  const worker = startSlate(['worker', '--threads', '1', ...data], { input: '' });
  const again = await slate([...line, '--queue', ...data]);
  const batch = batchSchema.parse(JSON.parse(again.stdout));
  expect(batch).toMatchObject({ cases: 12, total: 12, complete: true, reused: 0 });
  expect(again.stderr).toContain(/Job [0-9a-f-]{36}/.exec(told)![0]);
  expect(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'))).toEqual(batch);
  worker.kill('SIGTERM');
  expect(await ended(worker)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('Stopped.') as string,
  });
});
