import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemOf, running } from './running.ts';

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running();
});
afterAll(() => service.close());

const post = (path: string, body: object) => service.ask('POST', `/api/v1/${path}`, body);
const CATEGORIES = 'category,name,min,max\ngender,Female,1,1\ngender,Male,1,1\n';
const RESPONDENTS = 'id,gender\n1,Female\n2,Male\n3,Female\n';

test('the files of an assembly become rules and a pool, are proposed of, and split', async () => {
  const imported = (await (
    await post('assemblies/import', { categories: CATEGORIES, respondents: RESPONDENTS, number: 2 })
  ).json()) as { readonly rules: string; readonly pool: string };
  expect(imported).toMatchObject({ people: 3, categories: 1, values: 2 });
  const { rules, pool } = imported;
  const { slates } = (await (
    await post('propose', { pool: { csv: pool }, rules: { yaml: rules } })
  ).json()) as { readonly slates: readonly { readonly members: readonly string[] }[] };
  const members = slates[0]!.members;
  expect(members).toContain('2');
  const split = await (await post('assemblies/split', { respondents: RESPONDENTS, members })).json();
  expect(split).toMatchObject({ counts: { selected: 2, remaining: 1 } });
});

test('what is wrong is told with its place', async () => {
  const bad = await problemOf(
    await post('assemblies/import', { categories: CATEGORIES.replace('1,1', '-1,1'), number: 2 }),
  );
  expect(bad.errors).toMatchObject([
    { code: 'assemblies.not-whole', place: { file: 'categories', line: 2, field: 'min' } },
  ]);
  const unknown = await problemOf(
    await post('assemblies/split', { respondents: RESPONDENTS, members: ['1', '9'] }),
  );
  expect(unknown.errors).toMatchObject([{ pointer: '/members/1' }]);
});
