import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../service/running.ts';
import { ended, slate, startSlate } from './run-slate.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slate-jobs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('jobs are listed, cancelled, taken up again, and deleted', async () => {
  const data = ['--data', join(folder, 'data'), '--lang', 'en'];
  const jobs = async (...words: readonly string[]) => slate(['jobs', ...words, ...data]);
  expect(await jobs()).toMatchObject({ code: 0, stdout: 'There are no jobs.\n' });
  const line = ['batch', 'country/cases.csv', '--rules', 'commune-committee-2025', '--out', folder];
  const asked = startSlate([...line, '--queue', ...data], { input: '' });
  const id = await new Promise<string>((resolve) => {
    let text = '';
    asked.stderr.on('data', (chunk) => {
      text += String(chunk);
      const found = /Job ([0-9a-f-]{36})/.exec(text);
      if (found !== null) resolve(found[1]!);
    });
  });
  asked.kill('SIGINT');
  await ended(asked);

  const listed = await jobs('list');
  expect(listed.stdout).toMatch(new RegExp(`^${id} +batches +waits +0 of 12 `, 'm'));
  expect((await jobs('delete', id)).stderr).toContain('has not ended; slate jobs cancel stops it first');
  expect((await jobs('resume', id)).stderr).toContain('cannot be taken up again (waits)');
  expect(await jobs('cancel', id.slice(0, 8))).toMatchObject({ code: 0, stdout: `Job ${id}: cancelled\n` });
  expect(await jobs('cancel', id)).toMatchObject({ code: 2 });
  expect(await jobs('resume', 'last')).toMatchObject({ code: 0, stdout: `Job ${id}: waits\n` });

  const worker = startSlate(['worker', '--threads', '1', ...data], { input: '' });
  const shown = async () =>
    JSON.parse((await jobs('show', id, '--json')).stdout) as { readonly status: string };
  await until(async () => (await shown()).status === 'done');
  worker.kill('SIGTERM');
  await ended(worker);
  expect(await shown()).toMatchObject({
    id,
    operation: 'batches',
    progress: { done: 12, total: 12, secondsLeft: 0 },
    result: { batch: { cases: 12, complete: true } },
  });
  expect((await jobs('show', id)).stdout).toContain(`Job ${id}: done\nWhat: batches\nDone: 12 of 12`);
  const kept = /^It is forgotten with its result on \d{4}-\d\d-\d\d \d\d:\d\d \(UTC\), or sooner/m;
  expect((await jobs('show', id)).stdout).toMatch(kept);
  expect(await jobs('delete', id)).toMatchObject({ code: 0, stdout: `Job ${id} is deleted.\n` });
  expect(await jobs('show', id)).toMatchObject({ code: 2 });
  expect((await jobs('show', 'last')).stderr).toContain('there is no job “last”; slate jobs lists them');
});
