import { afterEach, describe, expect, test } from 'vitest';
import type { Ballot } from '../../../src/rounds/carry-on.ts';
import { shippedProcedure } from '../../../src/rounds/shipped-procedures.ts';
import type { Actor } from '../../../src/store/audit.ts';
import { reportConsultation } from '../../../src/store/consultation/consultation-report.ts';
import { beginConsultation, listConsultations } from '../../../src/store/consultation/consultations.ts';
import { copyStore } from '../../../src/store/copy.ts';
import type { Database } from '../../../src/store/database.ts';
import { keepDocument } from '../../../src/store/documents/documents.ts';
import { writeDraft } from '../../../src/store/drafts/drafts.ts';
import { OWN_BODY } from '../../../src/store/own-actor.ts';
import type { RoundEntry } from '../../../src/store/consultation/round-entry.ts';
import { recordRound } from '../../../src/store/consultation/record-round.ts';
import { readRounds, removeRounds, roundHistory } from '../../../src/store/consultation/rounds.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { verifyAudit } from '../../../src/store/audit/verify-audit.ts';
import { InputError, valueOf } from '../../../src/words/problem.ts';
import { onEachDatabase } from '../databases.ts';

const AN: Actor = { who: 'an', body: OWN_BODY };
const PARTY = valueOf(await shippedProcedure('party-five-steps'));
const BEGUN = { name: 'committee', title: 'Committee', procedure: PARTY, seats: 2, units: 1 };

const ballots = (votes: Readonly<Record<string, number | string>>, of = 10): RoundEntry => {
  const people = Object.entries(votes).map(([id, cast]): Ballot =>
    typeof cast === 'number' ? { id, votes: { for: cast, of } } : { id, withdrew: cast },
  );
  return { ballots: { people, placeOf: (at) => ({ file: 'ballots.csv', line: at + 2 }) } };
};
const slate = (...people: readonly string[]): RoundEntry => ({ slate: { people, placeOf: () => undefined } });

onEachDatabase(({ fresh }) => {
  const open: Store[] = [];
  const opened = async (): Promise<Store> => {
    const store = await openStore(fresh());
    open.push(store);
    return store;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });

  const record = (db: Database, stage: string, entry: RoundEntry, seen?: number, pool?: string) =>
    recordRound(db, AN, { name: 'committee', stage, ...(pool !== undefined && { pool }) }, entry, seen);
  async function refused(attempt: Promise<unknown>): Promise<readonly string[]> {
    const error: unknown = await attempt.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(InputError);
    return error instanceof InputError ? error.problems.map(({ code }) => code) : [];
  }

  test('a consultation is begun once, and about a draft that is kept', async () => {
    const { db } = await opened();
    expect(await beginConsultation(db, AN, { ...BEGUN, draft: 'd1' })).toEqual({ kind: 'no-draft' });
    expect(await beginConsultation(db, AN, BEGUN)).toMatchObject({ kind: 'begun', isNew: true });
    expect(await beginConsultation(db, AN, BEGUN)).toMatchObject({ kind: 'begun', isNew: false });
    expect(await beginConsultation(db, AN, { ...BEGUN, seats: 3 })).toEqual({ kind: 'taken' });
    expect(await beginConsultation(db, { ...AN, body: 'ward' }, { ...BEGUN, seats: 3 })).toMatchObject({
      isNew: true,
    });
    expect(await listConsultations(db, OWN_BODY)).toMatchObject([{ name: 'committee', procedure: PARTY }]);
    expect((await verifyAudit(db)).faults).toEqual([]);
  });

  test('people go from round to round, each with what happened to them', async () => {
    const { db } = await opened();
    const form = {
      format: 'slate-draft-1',
      id: 'd1',
      title: 'x',
      texts: [],
      work: { members: ['A', 'B', 'C', 'D'] },
    };
    await writeDraft(db, AN, form, 0);
    await keepDocument(db, AN, {
      kind: 'pool',
      name: 'ward',
      bytes: Buffer.from('id,name\nA,An\nB,Bình\nC,Chi\nD,Dũng\nE,Em\n'),
      entries: 5,
    });
    await beginConsultation(db, AN, { ...BEGUN, draft: 'd1' });
    expect(await refused(record(db, 'key-cadres', ballots({ A: 6 })))).toEqual(['rounds.earlier']);
    expect(await refused(record(db, 'nowhere', {}))).toEqual(['rounds.no-stage']);
    const first = await record(db, 'standing-committee-1', {}, 0, 'ward');
    expect(first).toMatchObject({
      kind: 'recorded',
      isNew: true,
      round: { number: 1, version: 1, carried: 4 },
    });
    expect(await record(db, 'standing-committee-1', {}, 0, 'ward')).toMatchObject({ kind: 'conflict' });
    // The pool goes along from round to round.
    expect(await refused(record(db, 'key-cadres', ballots({ A: 6, B: 6, C: 5, X: 9 })))).toEqual([
      'rounds.not-in-pool',
      'rounds.no-ballot',
    ]);
    await record(db, 'key-cadres', ballots({ A: 6, B: 9, C: 5, D: 'ill', E: 7 }));
    const third = await record(db, 'standing-committee-2', ballots({ A: 8, B: 9, E: 8 }));
    // Two seats and 30 % more: two people.
    expect(third).toMatchObject({ round: { carried: 1, tied: 2 }, notices: [{ code: 'rounds.tied' }] });
    expect(await refused(record(db, 'opinions', {}))).toEqual(['rounds.undecided']);
    expect(
      await refused(record(db, 'standing-committee-2', { ...ballots({ A: 8, B: 9, E: 8 }), chosen: ['B'] })),
    ).toEqual(['rounds.not-tied']);
    const chosen = await record(
      db,
      'standing-committee-2',
      { ...ballots({ A: 8, B: 9, E: 8 }), chosen: ['E'] },
      1,
    );
    expect(chosen).toMatchObject({ round: { version: 2, carried: 2, fellOut: 1, tied: 0 }, notices: [] });
    await record(db, 'opinions', {});
    expect(await refused(record(db, 'standing-committee-2', ballots({ A: 8, B: 9, E: 7 })))).toEqual([
      'rounds.later',
    ]);
    const last = await record(db, 'committee', ballots({ B: 9, E: 5 }));
    expect(last).toMatchObject({
      notices: [{ code: 'rounds.too-few', parameters: { number: 1, least: 3 } }],
    });

    const report = (await reportConsultation(db, OWN_BODY, 'committee'))!;
    const ways = report.ways.map(({ id, name, steps }) => [
      id,
      name,
      steps.map(({ number, joined, outcome }) => `${number}${joined ? ' joined' : ''} ${outcome.kind}`),
    ]);
    expect(ways).toEqual([
      ['B', 'Bình', ['1 carried', '2 carried', '3 carried', '4 carried', '5 carried']],
      ['E', 'Em', ['2 joined carried', '3 carried', '4 carried', '5 fell-out']],
      ['A', 'An', ['1 carried', '2 carried', '3 fell-out']],
      ['C', 'Chi', ['1 carried', '2 fell-out']],
      ['D', 'Dũng', ['1 carried', '2 fell-out']],
    ]);
    expect(report.ways[4]?.steps[1]?.outcome.text).toEqual({ en: 'withdrew: ill', vi: 'xin rút: ill' });
    expect(report.stages[2]).toMatchObject({ most: 2, round: { pool: 'pool/ward@1', notices: [] } });
    expect(report.stages[0]).toMatchObject({ round: { draft: 'draft/d1@1' } });
    expect(
      (await roundHistory(db, OWN_BODY, 'committee')).map(({ number, version }) => [number, version]),
    ).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [3, 2],
      [4, 1],
      [5, 1],
    ]);
    expect((await verifyAudit(db)).faults).toEqual([]);
    expect(await reportConsultation(db, 'others', 'committee')).toBeUndefined();
  });

  test('who fell out and stands again is told', async () => {
    const { db } = await opened();
    await beginConsultation(db, AN, BEGUN);
    await record(db, 'standing-committee-1', slate('A', 'B'));
    await record(db, 'key-cadres', ballots({ A: 9, B: 2 }));
    const again = await record(db, 'standing-committee-2', {
      ...slate('A', 'B'),
      ...ballots({ A: 9, B: 6 }),
    });
    expect(again).toMatchObject({ notices: [{ code: 'rounds.stands-again', parameters: { ids: ['B'] } }] });
  });

  test('an entry tells all that is wrong with it at once', async () => {
    const { db } = await opened();
    await beginConsultation(db, AN, BEGUN);
    expect(await refused(record(db, 'standing-committee-1', { number: 3, chosen: ['A'] }))).toEqual([
      'rounds.no-number',
      'rounds.no-choice',
    ]);
    await record(db, 'standing-committee-1', slate('A', 'B'));
    await record(db, 'key-cadres', ballots({ A: 9, B: 8 }));
    expect(await refused(record(db, 'standing-committee-2', {}))).toEqual(['rounds.needs-table']);
    const people: readonly Ballot[] = [{ id: 'A', votes: { for: 3, of: 2 } }, { id: 'B' }, { id: 'X' }];
    const entry = { ballots: { people, placeOf: (at: number) => ({ file: 'b', line: at + 2 }) } };
    expect(await refused(record(db, 'standing-committee-2', entry))).toEqual([
      'rounds.not-standing',
      'rounds.more-than-all',
      'rounds.no-votes',
      'rounds.no-votes',
    ]);
    const twice = { ballots: { people: [...people.slice(1), ...people.slice(1)], placeOf: () => undefined } };
    expect((await refused(record(db, 'key-cadres', twice))).filter((code) => code.endsWith('twice'))).toEqual(
      ['rounds.listed-twice', 'rounds.listed-twice'],
    );
    expect(await refused(record(db, 'key-cadres', {}, undefined, 'nowhere'))).toEqual(['store.no-document']);
    expect(await recordRound(db, AN, { name: 'nobody', stage: 'x' }, {})).toEqual({ kind: 'unknown' });
  });

  test('the first consultation of an election agrees on a number', async () => {
    const { db } = await opened();
    const procedure = valueOf(await shippedProcedure('election-consultations'));
    await beginConsultation(db, AN, { ...BEGUN, procedure, seats: 500, units: 182 });
    expect(await refused(record(db, 'first', {}))).toEqual(['rounds.needs-number']);
    expect(await record(db, 'first', { number: 975 })).toMatchObject({ notices: [] });
    expect(
      await record(db, 'second', { ballots: { people: [{ id: 'A' }], placeOf: () => undefined } }),
    ).toMatchObject({
      round: { carried: 1 },
      notices: [{ code: 'rounds.too-few', parameters: { number: 1, least: 864 } }],
    });
  });

  test('written by several at once, a round is written by one', async () => {
    const { db } = await opened();
    await beginConsultation(db, AN, BEGUN);
    const writes = await Promise.all(
      Array.from({ length: 6 }, (_each, at) => record(db, 'standing-committee-1', slate(`P${at}`), 0)),
    );
    expect(writes.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
    expect(writes.filter(({ kind }) => kind === 'conflict')).toHaveLength(5);
  });

  test('who stood is removed for good, and copied as removed', async () => {
    const { db } = await opened();
    await beginConsultation(db, AN, BEGUN);
    await record(db, 'standing-committee-1', slate('A'));
    await record(db, 'key-cadres', { ...ballots({ A: 9 }), table: Buffer.from('id,votes,of\nA,9,10\n') });
    expect(await removeRounds(db, AN, 'committee')).toBe(true);
    expect(await removeRounds(db, AN, 'committee')).toBe(false);
    expect(await readRounds(db, OWN_BODY, 'committee')).toMatchObject([
      { kind: 'removed', round: { carried: 1 } },
      { kind: 'removed', round: { carried: 1 } },
    ]);
    expect(await refused(record(db, 'standing-committee-2', ballots({ A: 9 })))).toEqual(['store.removed']);
    const report = await reportConsultation(db, OWN_BODY, 'committee');
    expect(report).toMatchObject({ ways: [], stages: [{ round: { notices: [] } }, {}, {}, {}, {}] });
    const to = await opened();
    expect(await copyStore(db, to.db)).toMatchObject({ consultations: 1, rounds: 2 });
    expect(await verifyAudit(to.db)).toEqual(await verifyAudit(db));
    expect((await verifyAudit(db)).faults).toEqual([]);
  });

  describe('rows of rounds', () => {
    test.each(['consultations', 'rounds'] as const)('in %s stand as they were written', async (table) => {
      const { db } = await opened();
      await beginConsultation(db, AN, BEGUN);
      await record(db, 'standing-committee-1', slate('A'));
      const column = table === 'rounds' ? { carried: 9 } : { seats: 9 };
      await expect(
        db
          .updateTable(table)
          .set(column as never)
          .execute(),
      ).rejects.toThrow('stand as they were written');
      await expect(db.deleteFrom(table).execute()).rejects.toThrow('stand as they were written');
    });
  });
});
