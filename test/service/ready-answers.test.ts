import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ReadyAnswers } from '../../src/service/ready-answers.ts';
import type { InTime } from '../../src/service/workers/worker-pool.ts';
import { running, SMALL_CSV, SMALL_YAML, withFolder } from './running.ts';

const FILES = { 'pools/small/pool.csv': SMALL_CSV, 'rules/small.yaml': SMALL_YAML };
const LISTS = { route: { operation: 'listPools' }, raw: { parameters: {}, language: 'en' } } as const;

/** Counts how often something is asked. */
function asking(reply: (time: number) => InTime) {
  let times = 0;
  const ask = async (): Promise<InTime> => reply((times += 1));
  return { ask, times: () => times };
}

const answer = (text: string): InTime => ({
  kind: 'answer',
  json: new TextEncoder().encode(text),
  outcome: 'answered',
});

function inFolders<Result>(use: (ready: ReadyAnswers, folder: string) => Promise<Result>): Promise<Result> {
  return withFolder(FILES, (folder) =>
    use(new ReadyAnswers({ poolsFolder: join(folder, 'pools'), rulesFolder: join(folder, 'rules') }), folder),
  );
}

test('what was looked up is made once, for each language, way of packing and name', async () => {
  await inFolders(async (ready) => {
    const { ask, times } = asking((time) => answer(`answer ${time}`));
    const first = await ready.of(LISTS, ask);
    expect(first).toMatchObject({ kind: 'answer', tag: expect.stringMatching(/^"[0-9a-f]{64}"$/) });
    expect(await ready.of(LISTS, ask)).toBe(first);
    expect(times()).toBe(1);
    const others = [
      { ...LISTS, raw: { ...LISTS.raw, language: 'vi' } },
      { ...LISTS, compression: 'br' },
      { ...LISTS, raw: { ...LISTS.raw, parameters: { name: 'small' } } },
      { ...LISTS, route: { operation: 'getPool' } },
    ] as const;
    for (const other of others) expect(await ready.of(other, ask)).not.toBe(first);
    expect(times()).toBe(5);
    for (const other of others) await ready.of(other, ask);
    expect(times()).toBe(5);
  });
});

test('a file that changes, comes or goes has it made again', async () => {
  await inFolders(async (ready, folder) => {
    const { ask, times } = asking((time) => answer(`answer ${time}`));
    const changes = [
      () => writeFile(join(folder, 'pools/small/pool.csv'), `${SMALL_CSV}E,Em,female\n`),
      () => writeFile(join(folder, 'pools/small/pool.yaml'), 'title: Small\n'),
      () => writeFile(join(folder, 'pools/small/units.csv'), 'id\nU\n'),
      () => writeFile(join(folder, 'rules/small.test.yaml'), 'tests: []\n'),
      () => rm(join(folder, 'rules/small.yaml')),
    ];
    for (const [index, change] of changes.entries()) {
      await ready.of(LISTS, ask);
      await ready.of(LISTS, ask);
      expect(times()).toBe(index + 1);
      await change();
    }
    await ready.of(LISTS, ask);
    expect(times()).toBe(changes.length + 1);
  });
});

test('a file that changes while it is read leaves nothing ready', async () => {
  await inFolders(async (ready, folder) => {
    const { ask, times } = asking((time) => answer(`answer ${time}`));
    await ready.of(LISTS, async () => {
      await writeFile(join(folder, 'pools/small/pool.yaml'), 'title: Small\n');
      return ask();
    });
    await ready.of(LISTS, ask);
    expect(times()).toBe(2);
  });
});

test('a refusal is not kept', async () => {
  await inFolders(async (ready) => {
    const { ask, times } = asking(() => ({ kind: 'refused', status: 404, problems: [] }));
    await ready.of(LISTS, ask);
    expect(await ready.of(LISTS, ask)).toMatchObject({ kind: 'refused' });
    expect(times()).toBe(2);
  });
});

test('who wants the same at once shares one asking, and not its failure', async () => {
  await inFolders(async (ready) => {
    const { ask, times } = asking((time) => answer(`answer ${time}`));
    const all = await Promise.all(Array.from({ length: 20 }, () => ready.of(LISTS, ask)));
    expect(new Set(all).size).toBe(1);
    expect(times()).toBe(1);
    const other = { ...LISTS, compression: 'gzip' } as const;
    const failing = ready.of(other, () => Promise.reject(new Error('hung up')));
    const waiting = ready.of(other, ask);
    await expect(failing).rejects.toThrow('hung up');
    expect(await waiting).toMatchObject({ kind: 'answer' });
    expect(times()).toBe(2);
  });
});

test('a service answers its lists with the same bytes, and with others once a file has changed', async () => {
  await withFolder(FILES, async (folder) => {
    const service = await running({
      poolsFolder: join(folder, 'pools'),
      rulesFolder: join(folder, 'rules'),
    });
    try {
      const list = async (): Promise<readonly [string | null, string]> => {
        const response = await service.ask('GET', '/api/v1/pools');
        return [response.headers.get('etag'), await response.text()];
      };
      const first = await list();
      expect(JSON.parse(first[1])).toMatchObject({ pools: [{ name: 'small', size: 4 }] });
      expect(await list()).toEqual(first);
      await writeFile(join(folder, 'pools/small/pool.csv'), `${SMALL_CSV}E,Em,female\n`);
      const second = await list();
      expect(JSON.parse(second[1])).toMatchObject({ pools: [{ name: 'small', size: 5 }] });
      expect(second[0]).not.toBe(first[0]);
    } finally {
      await service.close();
    }
  });
});
