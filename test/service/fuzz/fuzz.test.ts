import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../../../fixtures/made-up/random.ts';
import { isAskedBySigningIn } from '../../../src/service/keeping/keeping-routes.ts';
import { addKey } from '../../../src/store/keys.ts';
import { type Role, ROLES } from '../../../src/store/roles.ts';
import { writing } from '../../../src/store/database.ts';
import { addPerson } from '../../../src/store/people/people.ts';
import { beginSession } from '../../../src/store/people/sessions.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { verifyAudit } from '../../../src/store/audit/verify-audit.ts';
import { grantIn } from '../../../src/service/configuration/login.ts';
import { CLIENT_SECRET, type Issuer, startIssuer } from '../issuer.ts';
import { problemOf, running, SMALL_CSV, SMALL_YAML, until } from '../running.ts';
import { SOUND_TEXTS, SOUND_VALUES, TEXTS } from './sound-values.ts';
import {
  type Document,
  madeUpRequest,
  type MadeUpRequest,
  operationsOf,
  type Placed,
} from './made-up-request.ts';
import { preparedRequests } from './prepared.ts';

/** How many requests; `SLATE_REQUESTS=20000` for a long run. */
const REQUESTS = Number(process.env['SLATE_REQUESTS'] ?? 300);
/** How many are under way at once. */
const AT_ONCE = 8;
/** A long run takes its time; this only ends what hangs. */
const PATIENCE = 120_000 + REQUESTS * 500;
/** How long somebody follows what goes on without end, in milliseconds. */
const FOLLOWING = 150;

/** A board of its own, whose people no other board may see: the name of one stands in everything that it keeps. */
const OTHERS = { board: 'ward', person: 'Trương Thị Kín Đáo' } as const;

/** Who asks: nobody, who holds a key of every role of one board, who is signed in there, and somebody of the other. */
type Asker = 'nobody' | Role | 'member' | 'other';
const ASKERS: readonly (readonly [Asker, number])[] = [
  ['nobody', 1],
  ['reader', 2],
  ['drafter', 4],
  ['approver', 2],
  ['administrator', 4],
  ['member', 2],
  ['other', 2],
];

let folder: string;
let service: Awaited<ReturnType<typeof running>>;
let document: Document;
/** What was done for somebody, and not refused. */
const granted = new Set<string>();
const keys = new Map<Asker, string>();
let store: Store;
let issuer: Issuer;
let prepared: Awaited<ReturnType<typeof preparedRequests>>;
let member: string;
/** Of the member, who signs out now and then. */
let session: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slate-fuzz-'));
  store = await openStore({ folder });
  for (const role of ROLES)
    keys.set(role, (await addKey(store.db, { who: 'test', body: 'city' }, { name: role, role })).key);
  const other = { name: 'other', role: 'administrator' } as const;
  keys.set('other', (await addKey(store.db, { who: 'test', body: OTHERS.board }, other)).key);
  const person = { login: 'member', name: 'Member', role: 'administrator' } as const;
  member = (await addPerson(store.db, { who: 'test', body: 'city' }, person))!.person;
  await signIn();
  issuer = await startIssuer();
  service = await running({
    people: 'accounts',
    store: { folder },
    openId: {
      issuer: issuer.address,
      clientId: 'slate',
      clientSecret: CLIENT_SECRET,
      title: 'Province',
      groupsClaim: 'groups',
      grants: [grantIn('office=city/drafter')!],
    },
    limits: { timeLimitMs: 2_000, longestTimeLimitMs: 3_000, jobTimeLimitMs: 2_000 },
  });
  const answer = await service.ask('GET', '/openapi.json', undefined, by('reader'));
  document = (await answer.json()) as Document;
  await issuer.open(service.address);
  const [report, batch] = [onceFor(writeReport), onceFor(answerBatch)];
  prepared = await preparedRequests({ store, issuer, address: service.address, report, batch });
  await keepOthers();
}, PATIENCE);
afterAll(async () => {
  await service.close();
  await issuer.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same for whoever asks. */
function onceFor<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

async function signIn(): Promise<void> {
  session = await writing(store.db, (tx) => beginSession(tx, member, 'city'));
}

function by(asker: Asker, headers: Readonly<Record<string, string>> = {}) {
  const key = keys.get(asker);
  const who = asker === 'member' ? { cookie: `slate=${session}` } : {};
  return { headers: { ...headers, ...who, ...(key !== undefined && { authorization: `Bearer ${key}` }) } };
}

/** A report of record, which costs a solve: one does for all. */
async function writeReport(): Promise<string> {
  const asked = { pool: { csv: SMALL_CSV }, rules: { yaml: SMALL_YAML }, slate: ['A', 'B'] };
  return (await service.ask('POST', '/api/v1/check/report', asked, by('reader'))).text();
}

/** A batch that is done, of which there are files. */
async function answerBatch(): Promise<string> {
  const [cases] = SOUND_VALUES.get('cases')!;
  const asked = await service.ask('POST', '/api/v1/batches', { cases }, by('reader'));
  const at = asked.headers.get('location')!;
  const look = async () => (await (await service.ask('GET', at, undefined, by('reader'))).json()) as object;
  await until(async () => 'result' in (await look()));
  return at.split('/').at(-1)!;
}

/** The other board keeps a pool, a draft, a consultation and a job, under names that are guessed at. */
async function keepOthers(): Promise<void> {
  const csv = SMALL_CSV.replace('Bình', OTHERS.person);
  const ask = async (method: string, path: string, body: object): Promise<void> => {
    const response = await service.ask(method, path, body, by('other', { 'if-none-match': '*' }));
    expect([path, response.status]).toEqual([path, path.endsWith('proposals') ? 202 : 201]);
  };
  const base64 = Buffer.from(csv).toString('base64');
  await ask('POST', '/api/v1/documents', { kind: 'pool', name: 'theirs', base64 });
  const draft = { format: 'slate-draft-1', id: 'theirs', title: OTHERS.person, texts: [csv] };
  await ask('PUT', '/api/v1/drafts/theirs', draft);
  const begun = { name: 'theirs', title: OTHERS.person, procedure: { id: 'party-five-steps' }, seats: 2 };
  await ask('POST', '/api/v1/consultations', begun);
  await ask('POST', '/api/v1/proposals', { pool: { csv }, rules: { yaml: SMALL_YAML } });
}

/** Texts that mean something, and what answers named: so that a request finds what another one made. */
class Texts {
  readonly #named = ['theirs', ...Array.from({ length: 8 }, () => 'one')];
  readonly #made = new Map<string, readonly string[]>();
  readonly #random: Random;
  constructor(random: Random) {
    this.#random = random;
  }

  readonly of = (field: string): readonly string[] => {
    if (field === '') return TEXTS;
    const own = SOUND_TEXTS.get(field) ?? [];
    return ['id', 'name', 'version', 'stage'].includes(field) ? [...own, ...this.#named] : own;
  };

  readonly madeAt = (path: string): readonly string[] => this.#made.get(path) ?? [];

  /** Remembers what was made, and what it is called. */
  learn(path: string, answer: string): void {
    const [, name] = /"(?:id|name|person)":"([^",}]{1,80})"/.exec(answer) ?? [];
    if (name === undefined) return;
    const made = [...this.madeAt(path), name];
    this.#made.set(path, made.slice(-4));
    this.#named[this.#random.whole(1, 8)] = name;
  }
}

/** What is wrong with how a request was answered; nothing if all is well. */
async function faultsOf(asked: MadeUpRequest, asker: Asker, texts: Texts): Promise<readonly string[]> {
  const over = new AbortController();
  const timer = asked.path.endsWith('/events') ? setTimeout(() => over.abort(), FOLLOWING) : undefined;
  const { method, address, body, path, operation } = asked;
  try {
    const response = await service.ask(method, address, body, {
      ...askedBy(asker, asked),
      signal: over.signal,
      redirect: 'manual',
    });
    const { status } = response;
    if (isGranted(response)) granted.add(`${method} ${path}`);
    const text = status >= 400 ? JSON.stringify(await problemIn(response, status)) : await response.text();
    if (asker !== 'other' && (status === 201 || status === 202))
      texts.learn(path.replace(/\/\{.*$/, ''), text);
    if (asker === 'member' && status === 401) await signIn();
    const isForAnybody = isAskedBySigningIn({ method, path }) || ['/healthz', '/readyz'].includes(path);
    return [
      ...((status === 503 || status === 429) && !response.headers.has('retry-after')
        ? ['no word of when to come again']
        : []),
      ...(status >= 500 && status !== 503 && status !== 504 ? ['a failure'] : []),
      ...(String(status) in operation.responses ? [] : ['a status that the document does not tell']),
      ...(asker === 'nobody' && status !== 401 && !isForAnybody ? ['let in without a key'] : []),
      ...(asker !== 'other' && text.includes(OTHERS.person) ? ['told of another board'] : []),
      ...(/node:internal|\.ts:\d|\.js:\d/.test(text) ? ['told of its own inside'] : []),
    ].map(
      (fault) =>
        `${fault}: ${status} ${asker} ${method} ${address.slice(0, 300)} ${body?.slice(0, 2_000) ?? ''} → ${text.slice(0, 300)}`,
    );
  } catch (error) {
    if (over.signal.aborted) return [];
    return [`${String(error)}: ${asker} ${method} ${address.slice(0, 300)} ${body?.slice(0, 2_000) ?? ''}`];
  } finally {
    clearTimeout(timer);
  }
}

/** With the rights of somebody, unless it comes with rights of its own. */
function askedBy(asker: Asker, { method, headers }: MadeUpRequest) {
  const all = { ...headers, ...(method !== 'GET' && { origin: service.address }) };
  return 'cookie' in headers ? { headers: all } : by(asker, all);
}

/** Whether what was asked was done. Somebody who signs in elsewhere is sent on either way. */
function isGranted({ status, headers }: Response): boolean {
  return status < 300 || (status === 303 && headers.get('location') !== '/#/not-signed-in');
}

/** The problem of an answer; a draft that met another one carries both, besides. */
async function problemIn(response: Response, status: number): Promise<unknown> {
  return status === 412
    ? response.json()
    : status === 503 && isReady(response)
      ? response.json()
      : problemOf(response);
}

function isReady({ url }: Response): boolean {
  return url.includes('/readyz');
}

test(
  `${REQUESTS} requests made up from the document are answered as it says, whoever asks`,
  async () => {
    const random = new Random(2_026);
    const texts = new Texts(random);
    const known = { texts: texts.of, madeAt: texts.madeAt };
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    let left = REQUESTS;
    const all = operationsOf(document);
    const ask = async (placed: Placed, asker: Asker, isPrepared: boolean): Promise<void> => {
      const sound = isPrepared ? await prepared.get(nameOf(placed))?.() : undefined;
      const asked = madeUpRequest(document, placed, random, known, sound);
      // Who was prepared for it is somebody with a session, too.
      const who = sound?.headers?.['cookie'] === undefined ? asker : 'member';
      faults.push(...(await faultsOf(asked, who, texts)));
    };
    const one = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await ask(random.pick(all), random.weighted(ASKERS), random.chance(PREPARED));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    // What chance has not come upon is asked on purpose, until it is done for somebody.
    for (const placed of all)
      for (let tries = TRIES; tries > 0 && !granted.has(nameOf(placed)); tries -= 1)
        await ask(placed, tries % 2 === 0 ? 'administrator' : 'member', true);
    expect(all.map(nameOf).filter((each) => !granted.has(each))).toEqual([]);
    expect(faults.slice(0, 20)).toEqual([]);
    // What failed inside is logged as such, whatever was answered.
    expect(service.log.filter((line) => line.includes('"failed"')).slice(0, 5)).toEqual([]);
    for (const line of service.log) count(statuses, line);
    // A run in which nearly all is refused at the door would show nothing.
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 422]));
    expect(statuses.get(200)!).toBeGreaterThan(REQUESTS / 20);
    expect((await verifyAudit(store.db)).faults).toEqual([]);
  },
  PATIENCE,
);

/** How often a request is prepared where that can be: the rest is left to chance. */
const PREPARED = 0.3;
/** How often something is asked on purpose before it counts as refused to everybody. */
const TRIES = 100;

function nameOf({ method, path }: Placed): string {
  return `${method} ${path}`;
}

function count(statuses: Map<number, number>, line: string): void {
  const [, status] = /"status":(\d+)/.exec(line) ?? [];
  if (status !== undefined) statuses.set(Number(status), (statuses.get(Number(status)) ?? 0) + 1);
}
