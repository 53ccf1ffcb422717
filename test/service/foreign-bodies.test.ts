import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addKey } from '../../src/store/keys.ts';
import { type Role, ROLES } from '../../src/store/roles.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type Document, operationsOf, type Placed, type Sound } from './fuzz/made-up-request.ts';
import { KEEPER, keptThings, MARK, type Prepare } from './kept-things.ts';
import { running, SMALL_CSV, SMALL_YAML, until } from './running.ts';

/** What names something that is nobody's, with why. */
const OF_NO_BODY: ReadonlyMap<string, string> = new Map([
  ['GET /api/v1/rule-sets/{id}', 'stands in the folder of rules, which is of all who may ask'],
  ['GET /api/v1/pools/{name}', 'stands in the folder of pools, which is of all who may ask'],
  ['GET /api/v1/units/{name}', 'stands in the folder of pools, which is of all who may ask'],
]);

let folder: string;
let store: Store;
let service: Awaited<ReturnType<typeof running>>;
let kept: ReadonlyMap<string, Prepare>;
let operations: readonly Placed[];
/** Milliseconds that only end what hangs. */
const PATIENCE = 150_000;

const keys = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slate-foreign-'));
  store = await openStore({ folder });
  for (const body of [KEEPER.body, 'ward'])
    for (const role of ROLES)
      keys.set(
        `${body} ${role}`,
        (await addKey(store.db, { who: 'test', body }, { name: `${role} of ${body}`, role })).key,
      );
  service = await running({ people: 'keys', store: { folder } });
  kept = await keptThings(store, () => batch);
  const batch = answerBatch();
  const answer = await service.ask('GET', '/openapi.json', undefined, by('ward reader'));
  operations = operationsOf((await answer.json()) as Document);
});
afterAll(async () => {
  await service.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function by(who: string, headers: Readonly<Record<string, string>> = {}) {
  return { headers: { ...headers, authorization: `Bearer ${keys.get(who)!}`, 'accept-language': 'en' } };
}

async function answerBatch(): Promise<string> {
  const cases = [{ id: 'one', title: MARK, pool: { csv: SMALL_CSV }, rules: { yaml: SMALL_YAML } }];
  const asked = await service.ask('POST', '/api/v1/batches', { cases }, by('city reader'));
  const at = asked.headers.get('location')!;
  await until(async () => {
    const looked = await service.ask('GET', at, undefined, by('city reader'));
    return 'result' in ((await looked.json()) as object);
  });
  return at.split('/').at(-1)!;
}

/** What somebody is answered, without the names that they asked with. */
async function answered({ method, path }: Placed, sound: Sound, who: string) {
  const names = Object.values(sound.parameters ?? {});
  const address = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => sound.parameters![name]!);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), PATIENCE);
  try {
    const init = { ...by(who, sound.headers), signal: over.signal };
    const response = await service.ask(method, address, sound.body, init);
    const text = response.status < 300 && path.endsWith('/events') ? '' : await response.text();
    if (text === '') await response.body?.cancel();
    const unnamed = names.reduce((left, name) => left.replaceAll(name, 'NAME'), text);
    return { status: response.status, text: unnamed.replace(/"instance":"[^"]*"/, '') };
  } finally {
    clearTimeout(timer);
  }
}

/** The same request about what nobody has: names as long and of the same letters. */
function aboutNothing(sound: Sound): Sound {
  const parameters = Object.fromEntries(
    Object.entries(sound.parameters ?? {}).map(([name, value]) => [
      name,
      ['id', 'name'].includes(name) ? value.replaceAll(/[0-9a-f]/g, '1') : value,
    ]),
  );
  const body = sound.body && 'id' in sound.body ? { ...sound.body, id: parameters['id'] } : sound.body;
  return { ...sound, parameters, ...(body && { body }) };
}

test('what a board keeps is for every role of another board as if it were not there', async () => {
  const named = operations.filter(({ path }) => path.includes('{'));
  const nameOf = ({ method, path }: Placed): string => `${method} ${path}`;
  expect(named.map(nameOf).filter((each) => !kept.has(each))).toEqual([...OF_NO_BODY.keys()]);
  expect(named.length).toBeGreaterThan(40);
  for (const placed of named.filter((each) => kept.has(nameOf(each)))) {
    const prepare = kept.get(nameOf(placed))!;
    const sound = await prepare();
    const seen: Record<string, number> = {};
    for (const role of ROLES) {
      const about = { [role]: await answered(placed, sound, `ward ${role}`) };
      expect([nameOf(placed), about]).toEqual([
        nameOf(placed),
        { [role]: await answered(placed, aboutNothing(sound), `ward ${role}`) },
      ]);
      seen[role] = about[role]!.status;
    }
    expect([nameOf(placed), Object.values(seen).every((status) => status >= 400)]).toEqual([
      nameOf(placed),
      true,
    ]);
    // It is there all the same, and was not touched: its own board is answered.
    const own = await answered(placed, sound, `city ${'administrator' satisfies Role}`);
    expect([nameOf(placed), own.status < 300]).toEqual([nameOf(placed), true]);
  }
});

test('no list and no figures tell one board of another', async () => {
  for (const prepare of kept.values()) await prepare();
  const lists = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'));
  expect(lists.length).toBeGreaterThan(20);
  const tellsOwn: string[] = [];
  for (const placed of lists)
    for (const role of ROLES) {
      const { text } = await answered(placed, {}, `ward ${role}`);
      expect([placed.path, role, text.includes(MARK), text.includes('of city')]).toEqual([
        placed.path,
        role,
        false,
        false,
      ]);
      const own = await answered(placed, {}, `city ${role}`);
      if (own.text.includes(MARK)) tellsOwn.push(placed.path);
    }
  // Its own board sees it: this test would notice.
  expect([...new Set(tellsOwn)]).toEqual(
    expect.arrayContaining(['/api/v1/drafts', '/api/v1/consultations', '/api/v1/people', '/api/v1/keys']),
  );
});

test('nothing of another board can be spoken of in a question', async () => {
  const draft = (await kept.get('GET /api/v1/drafts/{id}')!()).parameters!['id'];
  const begin = { name: 'c', procedure: { id: 'party-five-steps' }, seats: 2 };
  const ask = async (about: string | undefined) => {
    const placed = operations.find(
      ({ method, path }) => method === 'POST' && path.endsWith('/consultations'),
    )!;
    return answered(placed, { body: { ...begin, draft: about } }, 'ward drafter');
  };
  const foreign = await ask(draft);
  const nothing = await ask('nothing-has-this-name');
  expect(foreign.status).toBe(nothing.status);
  expect(foreign.status).toBeGreaterThanOrEqual(400);
});
