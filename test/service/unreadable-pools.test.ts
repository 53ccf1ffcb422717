import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { poolListSchema } from '../../src/service/answers/pool-answers.ts';
import { running, SMALL_CSV, SMALL_YAML } from './running.ts';

/** Pools of which each but one has something wrong, in another of its files. */
const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  good: { 'pool.csv': SMALL_CSV, 'pool.yaml': 'title: { vi: Tốt, en: Good }\n' },
  label: { 'pool.csv': SMALL_CSV, 'pool.yaml': 'title: { vi: Nhãn, en: Label }\ncolour: red\n' },
  people: {
    'pool.csv': SMALL_CSV.replace('Bình,male', 'Bình,Trần Bí Mật').replace('D,Dũng', 'A,Dũng'),
    'pool.yaml': 'title: [no]\n',
  },
  units: { 'pool.csv': SMALL_CSV, 'units.csv': 'name,kind\nNam,ward\n,ward\n' },
};

let poolsFolder: string;
let service: Awaited<ReturnType<typeof running>>;

beforeAll(async () => {
  poolsFolder = await mkdtemp(join(tmpdir(), 'slate-pools-'));
  for (const [name, files] of Object.entries(FILES)) {
    await mkdir(join(poolsFolder, name));
    for (const [file, text] of Object.entries(files)) await writeFile(join(poolsFolder, name, file), text);
  }
  service = await running({ poolsFolder });
});

afterAll(async () => {
  await service.close();
  await rm(poolsFolder, { recursive: true });
});

test('a pool that cannot be read keeps nobody from the others, and is told with all its errors', async () => {
  const response = await service.ask('GET', '/api/v1/pools?lang=en');
  expect(response.status).toBe(200);
  const { pools, unreadable } = poolListSchema.parse(await response.json());
  expect(pools).toEqual([{ name: 'good', title: { vi: 'Tốt', en: 'Good' }, size: 4 }]);
  const places = unreadable.map(({ name, problems }) => [
    name,
    ...problems.map(({ place }) => [place?.file, place?.line, place?.column ?? place?.field].join(':')),
  ]);
  expect(places).toEqual([
    ['label', 'label/pool.yaml:2:1'],
    ['people', 'people/pool.yaml:1:8', 'people/pool.csv:3:gender', 'people/pool.csv:5:id'],
    ['units', 'units/units.csv:3:name'],
  ]);
  expect(unreadable[0]?.problems[0]?.detail).toContain('colour');
});

test('the log says at the start which ones, where and what, and nothing that stands in a table', () => {
  const told = service.log
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .filter(({ msg }) => msg === 'pool cannot be read');
  expect(told.map(({ at }) => at)).toEqual([
    'label/pool.yaml:2:1',
    'people/pool.yaml:1:8',
    'people/pool.csv:3',
    'people/pool.csv:5',
    'units/units.csv:3',
  ]);
  expect(told[0]).toMatchObject({ level: 40, pool: 'label' });
  expect(told[0]?.['detail']).toContain('colour');
  expect(told[2]).toMatchObject({ code: 'pool.bad-choice', field: 'gender' });
  expect(service.log.join('')).not.toMatch(/Trần Bí Mật|Dũng/);
});

test('its candidates can be used by name all the same where only what it says of itself is wrong', async () => {
  const rules = { yaml: SMALL_YAML };
  const asked = (name: string) => service.ask('POST', '/api/v1/propose', { pool: { name }, rules });
  expect((await asked('label')).status).toBe(200);
  expect((await asked('people')).status).toBe(422);
});
