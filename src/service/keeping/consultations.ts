import { z } from 'zod';
import { nameSchema } from '../../questions/case-schema.ts';
import { readBallots } from '../../rounds/ballots.ts';
import { type Procedure, procedureIn } from '../../rounds/procedure.ts';
import { procedureIds, shippedProcedure } from '../../rounds/shipped-procedures.ts';
import {
  reportConsultation,
  stageInWords,
  consultationSummary,
} from '../../store/consultation/consultation-report.ts';
import {
  beginConsultation,
  findConsultation,
  listConsultations,
} from '../../store/consultation/consultations.ts';
import type { Database } from '../../store/database.ts';
import { recordRound } from '../../store/consultation/record-round.ts';
import type { RoundEntry } from '../../store/consultation/round-entry.ts';
import { removeRounds } from '../../store/consultation/rounds.ts';
import { inEachLanguage } from '../../words/language.ts';
import { describeProblem, placedAt, problem, type Reading, valueOf } from '../../words/problem.ts';
import { Refusal } from '../answers/problem-document.ts';
import {
  consultationAnswerSchema,
  consultationBegunSchema,
  consultationsAnswerSchema,
  proceduresAnswerSchema,
  roundRecordedSchema,
} from './consultation-answers.ts';
import { newConsultationSchema, roundEntrySchema } from './consultation-requests.ts';
import { removedSchema } from './keeping-answers.ts';
import { keeping } from './keeping-route.ts';

const tag = 'Rounds';
const parameters = z.object({ name: nameSchema });
const path = '/api/v1/consultations/{name}';

/** The procedures that are shipped. */
export const proceduresRoute = keeping({
  operation: 'listProcedures',
  role: 'reader',
  method: 'get',
  path: '/api/v1/procedures',
  tag,
  summary: 'List the procedures of consultation that come with Slate, stage by stage',
  answer: proceduresAnswerSchema,
  handle: async () => {
    const read = await Promise.all((await procedureIds()).map(shippedProcedure));
    return {
      answer: {
        procedures: read.map(valueOf).map(({ stages, ...procedure }) => ({
          ...procedure,
          stages: stages.map((stage) => ({ ...stageInWords(stage), by: stage.carry.by })),
        })),
      },
    };
  },
});

/** All consultations. */
export const consultationsRoute = keeping({
  operation: 'listConsultations',
  role: 'reader',
  method: 'get',
  path: '/api/v1/consultations',
  tag,
  summary: 'List the consultations, without their rounds',
  answer: consultationsAnswerSchema,
  handle: async ({ store, actor }) => ({
    answer: { consultations: (await listConsultations(store.db, actor.body)).map(consultationSummary) },
  }),
});

/** Begins a consultation. */
export const beginConsultationRoute = keeping({
  operation: 'beginConsultation',
  role: 'drafter',
  method: 'post',
  path: '/api/v1/consultations',
  tag,
  summary: 'Begin a consultation: a procedure, for so many seats, about a draft if one is named',
  body: newConsultationSchema,
  answer: consultationBegunSchema,
  byState: true,
  handle: async ({ store, actor, body: { name, title = name, procedure, seats, units, draft } }) => {
    const begun = await beginConsultation(store.db, actor, {
      name,
      title,
      procedure: valueOf(await procedureOf(procedure)),
      seats,
      units,
      ...(draft !== undefined && { draft }),
    });
    switch (begun.kind) {
      case 'taken':
        throw Refusal.of('wrong-state', 'rounds.taken', { name });
      case 'no-draft': {
        const place = { file: 'body', field: '/draft' };
        throw Refusal.listing('bad-input', [problem('store.no-draft', { id: draft ?? '' }, place)]);
      }
      case 'begun': {
        const { consultation, isNew } = begun;
        return {
          status: isNew ? 201 : 200,
          answer: { consultation: consultationSummary(consultation), isNew },
        };
      }
    }
  },
});

/** What a text of a procedure has wrong is told with its line, what is named with the field that names it. */
async function procedureOf(
  source: z.output<typeof newConsultationSchema>['procedure'],
): Promise<Reading<Procedure>> {
  if ('yaml' in source) return procedureIn(Buffer.from(source.yaml), 'procedure');
  const read = await shippedProcedure(source.id);
  if (read.ok) return read;
  const place = { file: 'body', field: '/procedure/id' };
  return { ok: false, problems: read.problems.map((each) => placedAt(each, place)) };
}

/** One consultation. */
export const consultationRoute = keeping({
  operation: 'getConsultation',
  role: 'reader',
  method: 'get',
  path,
  tag,
  summary: "Read a consultation round by round, with each person's way through",
  parameters,
  answer: consultationAnswerSchema,
  handle: async ({ store, actor, parameters: { name } }) => {
    const report = await reportConsultation(store.db, actor.body, name);
    if (report === undefined) throw await notThere(store.db, actor.body, name);
    return { answer: report };
  },
});

/** Records a round. */
export const recordRoundRoute = keeping({
  operation: 'recordRound',
  role: 'drafter',
  method: 'put',
  path: `${path}/rounds/{stage}`,
  tag,
  summary: 'Count a round and keep it on top of the version that was seen (If-Match), or as a new one',
  parameters: parameters.extend({ stage: nameSchema }),
  body: roundEntrySchema,
  answer: roundRecordedSchema,
  conditional: true,
  handle: async ({ store, actor, parameters: { name, stage }, body, preconditions: { seen } }) => {
    if (seen === undefined) throw Refusal.of('precondition-required', 'store.no-precondition', undefined);
    const { pool } = body;
    const named = { name, stage, ...(pool !== undefined && { pool }) };
    const recorded = await recordRound(store.db, actor, named, await entryOf(body), seen);
    switch (recorded.kind) {
      case 'unknown':
        throw await notThere(store.db, actor.body, name);
      case 'conflict': {
        const { version, writtenBy: by } = recorded.newest;
        throw Refusal.of('precondition-failed', 'store.conflict', { version, by });
      }
      case 'recorded': {
        const { round, isNew } = recorded;
        const notices = recorded.notices.map((notice) =>
          inEachLanguage((language) => describeProblem(notice, language)),
        );
        const status = isNew && round.version === 1 ? 201 : 200;
        return { status, answer: { round, isNew, notices }, version: round.version };
      }
    }
  },
});

/** The entry of a round, its people placed in the body. @throws Refusal with all that is wrong with a table */
async function entryOf({
  slate,
  ballots,
  table,
  encoding,
  of,
  number,
  choose,
}: z.output<typeof roundEntrySchema>): Promise<RoundEntry> {
  if (ballots !== undefined && table !== undefined) {
    const place = { file: 'body', field: '/table' };
    throw Refusal.listing('bad-input', [problem('rounds.table-twice', undefined, place)]);
  }
  const bytes = table === undefined ? undefined : Buffer.from(table, 'base64');
  const written =
    bytes === undefined ? undefined : valueOf(await readBallots(bytes, 'table', { of, encoding }));
  return {
    ...(slate && { slate: { people: slate, placeOf: placesIn('/slate') } }),
    ...(ballots && { ballots: { people: ballots.map(withoutGaps), placeOf: placesIn('/ballots') } }),
    ...(written && { ballots: { people: written.ballots, placeOf: written.placeOf } }),
    ...(bytes && { table: bytes }),
    ...(number !== undefined && { number }),
    ...(choose && { chosen: choose }),
  };
}

function placesIn(list: string): (index: number) => { readonly file: string; readonly field: string } {
  return (index) => ({ file: 'body', field: `${list}/${index}` });
}

/** Without fields that hold `undefined`. */
function withoutGaps({
  id,
  name,
  votes,
  withdrew,
}: NonNullable<z.output<typeof roundEntrySchema>['ballots']>[number]) {
  return {
    id,
    ...(name !== undefined && { name }),
    ...(votes !== undefined && { votes }),
    ...(withdrew !== undefined && { withdrew }),
  };
}

/** Removes who stood in a consultation. */
export const removeConsultationRoute = keeping({
  operation: 'removeConsultation',
  role: 'administrator',
  method: 'delete',
  path,
  tag,
  summary: 'Remove for good who stood in the rounds of a consultation; counts and hashes stay',
  parameters,
  answer: removedSchema,
  handle: async ({ store, actor, parameters: { name } }) => {
    const found = await findConsultation(store.db, actor.body, name);
    if (found === undefined) throw await notThere(store.db, actor.body, name);
    return { answer: { removed: await removeRounds(store.db, actor, name) } };
  },
});

async function notThere(db: Database, body: string, name: string): Promise<Refusal> {
  const allowed = (await listConsultations(db, body)).map((each) => each.name);
  return Refusal.of('not-found', 'rounds.no-consultation', { name, allowed });
}
