import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addKey } from '../../src/store/keys.ts';
import type { Database } from '../../src/store/database.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { isPostgres } from '../../src/store/schema/dialect.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { type RunningService, startService } from '../../src/service/server.ts';
import { onEachDatabase } from '../store/databases.ts';
import { SMALL_YAML, until } from './running.ts';

/** Made up, and in no file that is shipped. */
const PEOPLE = ['Lương Thị Kín Tiếng', 'Phùng Văn Lặng Lẽ', 'Quách Thị Im Ắng', 'Tạ Đình Riêng Tư'] as const;
const BORN = ['1961-11-23', '23/11/1961', '1972-02-14', '14/02/1972'] as const;
const LOGIN = 'luong.kin.tieng@board.example';
const ROWS = [
  ['A', PEOPLE[0], 'female', BORN[0]],
  ['B', PEOPLE[1], 'male', BORN[2]],
  ['C', PEOPLE[2], 'female', BORN[0]],
  ['D', PEOPLE[3], 'male', BORN[2]],
] as const;
const CSV = ['id,name,gender,birthDate', ...ROWS.map((row) => row.join(','))].join('\n');
/** The same people, of whom something cannot be read: what is said of it names them, and only whoever asked may hear it. */
const BROKEN = CSV.replace('female', 'fem4le').replace(BORN[2], BORN[3].replace('/02/', '/13/'));
const CANDIDATES = ROWS.map(([id, name, gender, birthDate]) => ({ id, name, gender, birthDate }));
const SECRETS: readonly string[] = [...PEOPLE, ...BORN, LOGIN, 'luong.kin.tieng'];

/** Which of the secrets stand in some bytes, however they are written there. */
function secretsIn(bytes: Uint8Array | string): readonly string[] {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes);
  const spellings = (secret: string): readonly (Buffer | string)[] => [
    secret,
    Buffer.from(secret, 'utf16le'),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').slice(0, -4),
    JSON.stringify(secret).slice(1, -1),
  ];
  return SECRETS.filter((secret) => spellings(secret).some((spelling) => buffer.includes(spelling)));
}

/** Every value of every table of a schema, what is packed unpacked. */
async function everythingIn(
  db: Database,
  tables: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        const at = `${table}.${column}`;
        const told = value instanceof Uint8Array ? unpackedIn(value) : JSON.stringify(value);
        const secrets = secretsIn(told ?? '');
        if (secrets.length > 0) found.set(at, [...new Set([...(found.get(at) ?? []), ...secrets])]);
      }
  }
  return found;
}

function unpackedIn(bytes: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(bytes);
  } catch {
    return bytes;
  }
}

async function tablesOf(db: Database): Promise<readonly string[]> {
  const names = isPostgres(db)
    ? sql<{
        name: string;
      }>`select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'slate_queue') and table_type = 'BASE TABLE'`
    : sql<{ name: string }>`select name from sqlite_master where type = 'table'`;
  return (await names.execute(db)).rows.map(({ name }) => name.replace(/^public\./, ''));
}

onEachDatabase(({ fresh }) => {
  let place: StorePlace;
  let store: Store;
  let service: RunningService;
  let key: string;
  const log: string[] = [];
  const headers: string[] = [];

  beforeAll(async () => {
    place = fresh();
    store = await openStore(place);
    const actor = { who: 'test', body: 'city' };
    key = (await addKey(store.db, actor, { name: PEOPLE[3], role: 'administrator' })).key;
    const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
    service = await startService({
      port: 0,
      logger,
      people: 'accounts',
      store: place,
      limits: { workers: 1, timeLimitMs: 20_000 },
    });
  });
  afterAll(async () => {
    await service.close();
    await store.close();
  });

  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ) => {
    const response = await fetch(service.address + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        origin: service.address,
        ...more,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    headers.push(JSON.stringify([...response.headers]));
    const answer = (await response.json()) as { readonly id: string; readonly status: unknown };
    return { status: response.status, answer };
  };
  const jobOf = async (path: string, body: unknown): Promise<string> => {
    const { status, answer } = await ask('POST', path, body);
    expect(status).toBe(202);
    const ended = async (): Promise<boolean> =>
      ['done', 'failed', 'cancelled'].includes(
        String((await ask('GET', `${path}/${answer.id}`)).answer.status),
      );
    await until(ended);
    return answer.id;
  };

  test(
    'nobody is named by the log, the figures, the queue or an address, whatever is asked',
    async () => {
      const base64 = Buffer.from(CSV).toString('base64');
      const asked = { pool: { csv: CSV }, rules: { yaml: SMALL_YAML } };
      const statuses = [
        await ask('POST', '/api/v1/documents', { kind: 'pool', name: 'people', base64 }),
        await ask('POST', '/api/v1/documents', {
          kind: 'pool',
          name: 'broken',
          base64: Buffer.from(BROKEN).toString('base64'),
        }),
        await ask('POST', '/api/v1/propose', asked),
        await ask('POST', '/api/v1/propose', { ...asked, pool: { csv: BROKEN } }),
        await ask('POST', '/api/v1/propose', { ...asked, rules: { yaml: `title: ${PEOPLE[0]}\n` } }),
        await ask('POST', '/api/v1/propose', `{"pool": {"csv": "${PEOPLE[0]}`),
        await ask('POST', '/api/v1/propose', { ...asked, [PEOPLE[0]]: BORN[0] }),
        await ask('POST', '/api/v1/check', { ...asked, slate: ['A', PEOPLE[1]] }),
        await ask('POST', '/api/v1/why', { ...asked, candidate: PEOPLE[2] }),
        await ask('POST', '/api/v1/pools/validate', { csv: BROKEN }),
        await ask(
          'GET',
          `/api/v1/pools/${encodeURIComponent(PEOPLE[0])}?${encodeURIComponent(PEOPLE[1])}=${BORN[0]}`,
        ),
        await ask('GET', `/${encodeURIComponent(PEOPLE[0])}`),
        await ask('PUT', '/api/v1/drafts/people', draftOf('first'), { 'if-none-match': '*' }),
        await ask('PUT', '/api/v1/drafts/people', draftOf('second'), { 'if-none-match': '*' }),
        await ask('POST', '/api/v1/session', { login: LOGIN, password: PEOPLE[0], code: '000000' }),
        await ask('POST', '/api/v1/people', { login: LOGIN, name: PEOPLE[0], role: 'reader' }),
        await ask('POST', '/api/v1/consultations', {
          name: 'people',
          title: 'People',
          procedure: { id: 'party-five-steps' },
          seats: 2,
        }),
        await ask(
          'PUT',
          '/api/v1/consultations/people/rounds/standing-committee-1',
          { slate: [PEOPLE[0], PEOPLE[1]] },
          { 'if-none-match': '*' },
        ),
      ].map(({ status }) => status);
      expect(statuses).toEqual([
        201, 422, 200, 422, 422, 400, 400, 422, 422, 200, 400, 404, 201, 412, 401, 201, 201, 201,
      ]);
      await jobOf('/api/v1/proposals', asked);
      await jobOf('/api/v1/proposals', { ...asked, pool: { candidates: CANDIDATES } });
      await jobOf('/api/v1/batches', {
        rules: { yaml: SMALL_YAML },
        cases: [
          { id: 'one', pool: { csv: CSV } },
          { id: 'two', pool: { csv: BROKEN } },
          { id: 'three', pool: { base64 } },
        ],
      });
      expect(log.length).toBeGreaterThan(20);
      expect(secretsIn(log.join(''))).toEqual([]);
      expect(secretsIn(headers.join(''))).toEqual([]);
      const figures = await fetch(`${service.address}/metrics`, {
        headers: { authorization: `Bearer ${key}` },
      });
      expect(figures.status).toBe(200);
      expect(secretsIn(await figures.text())).toEqual([]);
      const queues = (await tablesOf(store.db)).filter((name) => /^job_chunks$|^slate_queue\./.test(name));
      expect(queues.length).toBeGreaterThan(0);
      expect([...(await everythingIn(store.db, queues))]).toEqual([]);
      // Beside the queue people are in what was asked, and nowhere else: answers know them by their ids.
      const besides = await everythingIn(store.db, ['jobs', 'job_needs', 'job_inputs', 'job_cells']);
      expect([...besides.keys()].toSorted()).toEqual(['job_inputs.bytes']);
    },
    PATIENCE,
  );

  test(
    'who is removed for good stands nowhere any more, not even in jobs; hashes and counts stay',
    async () => {
      const before = await sql<{ n: number | string }>`select count(*) as n from jobs`.execute(store.db);
      expect(Number(before.rows[0]!.n)).toBe(3);
      const { answer: drawn } = await ask('GET', '/api/v1/people');
      const { people } = drawn as unknown as { people: readonly { id: string }[] };
      for (const { id } of people)
        expect(await ask('DELETE', `/api/v1/people/${id}`)).toMatchObject({ status: 200 });
      // What the draft held was made of that pool, and goes with it.
      for (const [path, removed] of [
        ['documents/pool/people/1', true],
        ['drafts/people', false],
        ['consultations/people', true],
      ] as const)
        expect(await ask('DELETE', `/api/v1/${path}`)).toMatchObject({ status: 200, answer: { removed } });
      const left = await everythingIn(store.db, await tablesOf(store.db));
      // The name that was given to a key is that of whoever is to answer for what was done with it.
      const ofKey = [...left].filter(([, secrets]) => secrets.some((secret) => secret !== PEOPLE[3]));
      expect(ofKey).toEqual([]);
      expect([...left.keys()].filter((at) => /^jobs?_?/.test(at))).toEqual([]);
      const { answer } = await ask('GET', '/api/v1/documents');
      expect(answer).toMatchObject({
        documents: [{ name: 'people', entries: 4, sha256: createHash('sha256').update(CSV).digest('hex') }],
      });
      expect((await verifyAudit(store.db)).faults).toEqual([]);
    },
    PATIENCE,
  );
});

/** Solving waits for threads; this only ends what hangs. */
const PATIENCE = 120_000;

function draftOf(title: string): object {
  return { format: 'slate-draft-1', id: 'people', title, texts: [CSV] };
}
