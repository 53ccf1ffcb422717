import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { beginConsultation } from '../../../src/store/consultation/consultations.ts';
import { connect } from '../../../src/store/database.ts';
import { keepDocument, listDocuments } from '../../../src/store/documents/documents.ts';
import { migrate, STEP_NAMES } from '../../../src/store/schema/migrations.ts';
import { openStore } from '../../../src/store/store.ts';
import { verifyAudit } from '../../../src/store/audit/verify-audit.ts';
import { InputError } from '../../../src/words/problem.ts';
import { onEachDatabase } from '../databases.ts';

const AN = { who: 'an', body: 'own' };

onEachDatabase(({ fresh }) => {
  // SQLite makes its folder when the store is opened.
  test.each(STEP_NAMES)(
    'a store as of %s is brought to the tables of today, with all it holds',
    async (step) => {
      const place = fresh();
      const before = await connect(place);
      await migrate(before, step);
      await keepDocument(before, AN, { kind: 'pool', name: 'ward', bytes: Buffer.from('id'), entries: 1 });
      await before.destroy();
      const { db, close } = await openStore(place);
      expect(await listDocuments(db, 'own')).toMatchObject([{ name: 'ward', version: 1 }]);
      const procedure = { id: 'x', title: { vi: 'x', en: 'x' }, stages: [] };
      await beginConsultation(db, AN, { name: 'x', title: 'x', procedure, seats: 1, units: 1 });
      expect((await verifyAudit(db)).faults).toEqual([]);
      await close();
    },
  );

  test('a step that is cut off leaves nothing of it', async () => {
    const place = fresh();
    const db = await connect(place);
    await migrate(db, STEP_NAMES[0]);
    // The second step makes `keys` first, and then cannot make this one.
    await sql`create table withdrawn_keys (id text)`.execute(db);
    await expect(migrate(db)).rejects.toThrow('cannot migrate');
    await sql`drop table withdrawn_keys`.execute(db);
    await migrate(db);
    await db.destroy();
  });

  test('a store of a later version is left as it is', async () => {
    const place = fresh();
    const { db, close } = await openStore(place);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2099-01-01')`.execute(db);
    await close();
    const opening = openStore(place);
    await expect(opening).rejects.toThrow(InputError);
    await expect(opening).rejects.toThrow('a later version of Slate has written this store');
  });
});
