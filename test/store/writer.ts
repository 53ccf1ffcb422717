import { shippedProcedure } from '../../src/rounds/shipped-procedures.ts';
import { beginConsultation } from '../../src/store/consultation/consultations.ts';
import { keepDocument } from '../../src/store/documents/documents.ts';
import { newestDraft, writeDraft } from '../../src/store/drafts/drafts.ts';
import { OWN_BODY } from '../../src/store/own-actor.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { recordRound } from '../../src/store/consultation/record-round.ts';
import { openStore } from '../../src/store/store.ts';
import { valueOf } from '../../src/words/problem.ts';

/**
 * A process that writes to a store without end, and says of each write that it is done only once it is: a line
 * with its subject and its hash. It is there to be killed.
 */
const [place, name] = process.argv.slice(2);
if (place === undefined || name === undefined) throw new Error('a place and a name are needed');
const actor = { who: name, body: OWN_BODY };
// As the test wrote it.
const { db } = await openStore(JSON.parse(place) as StorePlace);
const done = (subject: string, sha256: string): void => void process.stdout.write(`${subject} ${sha256}\n`);

const procedure = valueOf(await shippedProcedure('party-five-steps'));
await beginConsultation(db, actor, { name, title: name, procedure, seats: 2, units: 1 });
let seen = (await newestDraft(db, OWN_BODY, name))?.version ?? 0;
for (let turn = 0; ; turn += 1) {
  const fresh = `${name} ${process.pid} ${turn}`;
  const bytes = Buffer.from(`id,name\n${fresh}\n${'x'.repeat(turn % 7 === 0 ? 200_000 : 20)}`);
  const { document } = await keepDocument(db, actor, { kind: 'pool', name, bytes, entries: 1 });
  done(`pool/${name}@${document.version}`, document.sha256);
  const form = { format: 'slate-draft-1', id: name, title: fresh, texts: [fresh, bytes.toString()] };
  const written = await writeDraft(db, actor, form, seen);
  if (written.kind !== 'written') throw new Error(`a draft of one writer met a ${written.kind}`);
  seen = written.draft.version;
  done(`draft/${name}@${seen}`, written.draft.sha256);
  const slate = { people: [fresh], placeOf: () => undefined };
  const recorded = await recordRound(db, actor, { name, stage: 'standing-committee-1' }, { slate });
  if (recorded.kind !== 'recorded') throw new Error(`a round of one writer met a ${recorded.kind}`);
  done(`round/${name}/1@${recorded.round.version}`, recorded.round.sha256);
}
