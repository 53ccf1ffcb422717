import { afterAll, beforeAll, expect, test } from 'vitest';
import { diffPools, mergePools } from '../../src/library/deliveries.ts';
import { problemOf, running } from './running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

const post = (path: string, body: object) => service.ask('POST', `/api/v1/pools/${path}`, body);
const BEFORE = { csv: 'id,name,birthDate\n1,An,1980-05-06\n2,Bình,1970-01-20\n' };
const AFTER = [
  { csv: 'id,name,birthDate\n1,An,1980-06-05\n' },
  { csv: 'id,name,birthDate\n3,Bình,1970-01-20\n4,Cúc,\n' },
];
const LINES = [
  { id: '1', is: 'changed', cells: [{ heading: 'birthDate', isSwapped: true }] },
  { id: '3', is: 'renumbered', other: '2' },
  { id: '4', is: 'new' },
];
const MERGED = 'id,name,birthDate\n1,An,1980-05-06\n3,Bình,1970-01-20\n4,Cúc,\n';

test('a delivery is compared and taken over, over HTTP as in the library', async () => {
  const sources = { before: BEFORE, after: AFTER };
  const diff = await (await post('diff', sources)).json();
  expect(diff).toMatchObject({ lines: LINES, swapped: [{ heading: 'birthDate', swapped: 1, differing: 1 }] });
  expect(await (await post('merge', { ...sources, accept: ['3', '4'] })).json()).toEqual({
    csv: MERGED,
    accepted: 2,
    left: ['1'],
  });
  expect((await diffPools(sources)).lines).toMatchObject(LINES);
  expect(await mergePools(sources, ['3', '4'])).toBe(MERGED);
  await expect(mergePools(sources, ['9'])).rejects.toThrow('says nothing otherwise of 9');
});

test('what is wrong is told at its place', async () => {
  const bad = await problemOf(
    await post('diff', { before: BEFORE, after: [{ csv: 'id,name,birthDate\n1,An,x\n' }] }),
  );
  expect(bad.errors).toMatchObject([{ place: { file: 'after/0', line: 2 } }]);
  const twice = await problemOf(await post('diff', { before: BEFORE, after: [BEFORE, BEFORE] }));
  expect(twice.errors?.[0]).toMatchObject({ code: 'pool.id-in-two-files' });
  const unknown = await problemOf(await post('merge', { before: BEFORE, after: AFTER, accept: ['1', '9'] }));
  expect(unknown.errors).toMatchObject([{ pointer: '/accept/1' }]);
});
