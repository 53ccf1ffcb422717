import { z } from 'zod';
import { DirectReader } from '../../opening/reader.ts';
import type { TableReading } from '../../opening/sources.ts';
import { wrongVotes } from '../../rounds/ballots.ts';
import {
  type Ballot,
  carryOn,
  choiceProblems,
  type Count,
  type RoundResult,
  type NamedPerson,
  type Standee,
} from '../../rounds/carry-on.ts';
import { InputError, problem, type Place, type Problem, valueOf } from '../../words/problem.ts';
import type { Consultation } from './consultations.ts';
import { contentOf } from '../documents/contents.ts';
import type { Database, Writing } from '../database.ts';
import { documentSubject, findDocument } from '../documents/documents.ts';
import { readDraft } from '../drafts/drafts.ts';

/** People as somebody gave them, and where each of them stands in what was given. */
interface Given<Each> {
  readonly people: readonly Each[];
  readonly placeOf: (index: number) => Place | undefined;
}

/** What a round is recorded from. */
export interface RoundEntry {
  /** Who stands; absent: the members of the draft in the first round, later those whom the round before carried. */
  readonly slate?: Given<string>;
  readonly ballots?: Given<Ballot>;
  /** The table of the ballots as it was delivered. */
  readonly table?: Uint8Array;
  /** Of a stage that agrees on numbers: how many are to be named. */
  readonly number?: number;
  /** Who goes on of those who are tied. */
  readonly chosen?: readonly string[];
}

/** The pool in which everybody of a round stands. */
export interface RoundPool {
  /** `pool/hai-duong@2`. */
  readonly subject: string;
  /** Names by ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** A pool that is kept, by `hai-duong` or `hai-duong@2`. @throws InputError where there is none, or it cannot be read */
export async function roundPool(db: Database, body: string, named: string): Promise<RoundPool> {
  const [name = '', version] = named.split('@');
  const found = await findDocument(db, body, {
    kind: 'pool',
    name,
    ...(version !== undefined && { version: Number(version) }),
  });
  if (found === undefined)
    throw new InputError([problem('store.no-document', { named: `pool/${named}`, allowed: [] })]);
  const subject = documentSubject(found);
  const kept = await contentOf(db, body, found.sha256);
  if (kept.kind !== 'there')
    throw new InputError([problem('store.removed', { named: subject, at: found.removedAt ?? '' })]);
  // As `keepDocument` kept it.
  const reading = (found.reading ?? {}) as TableReading;
  const pool = valueOf(await new DirectReader().pool({ csv: kept.bytes, called: subject, reading }));
  return { subject, names: new Map(pool.ids.map((id, at) => [id, pool.names[at]!])) };
}

/** What a round is counted against. */
interface RoundGround {
  readonly consultation: Consultation;
  /** From 1. */
  readonly number: number;
  /** The people of the round before; absent in the first one. */
  readonly before: readonly Standee[] | undefined;
  readonly pool: RoundPool | undefined;
}

/** Counts a round. @throws InputError with everything that is wrong with the entry */
export async function countRound(
  tx: Writing,
  body: string,
  ground: RoundGround,
  entry: RoundEntry,
): Promise<RoundResult & { readonly draft?: string }> {
  const { consultation, number } = ground;
  const stage = consultation.procedure.stages[number - 1]!;
  const { standing, draft } = await standingIn(tx, body, ground, entry);
  const count: Count = {
    stage,
    seats: consultation,
    standing,
    fallen: new Set(ground.before?.filter(({ outcome }) => outcome.kind !== 'carried').map(({ id }) => id)),
    ballots: named(entry.ballots?.people ?? [], ground.pool),
    ...(entry.number !== undefined && { number: entry.number }),
    ...(entry.chosen !== undefined && { chosen: entry.chosen }),
  };
  const problems = [
    ...lacking(count, entry),
    ...repeated(entry.slate, (id) => id),
    ...repeated(entry.ballots, ({ id }) => id),
    ...strangers(count, entry, ground.pool),
    ...ballotProblems(count, entry),
  ];
  // Who is tied can only be told of ballots that are right.
  if (problems.length === 0 && entry.chosen !== undefined)
    problems.push(...choiceProblems(entry.chosen, count));
  if (problems.length > 0) throw new InputError(problems);
  return { ...carryOn(count), ...(draft !== undefined && { draft }) };
}

async function standingIn(
  tx: Writing,
  body: string,
  { consultation, before, pool }: RoundGround,
  { slate }: RoundEntry,
): Promise<{ readonly standing: readonly NamedPerson[]; readonly draft?: string }> {
  const known = new Map((before ?? []).map(({ id, name }) => [id, name]));
  if (slate !== undefined) {
    const people = slate.people.map((id) => personOf(id, known.get(id)));
    return { standing: named(people, pool) };
  }
  if (before !== undefined) {
    const carried = before.filter(({ outcome }) => outcome.kind === 'carried');
    return {
      standing: named(
        carried.map(({ id, name }) => personOf(id, name)),
        pool,
      ),
    };
  }
  if (consultation.draft === undefined) return { standing: [] };
  const read = await readDraft(tx, body, consultation.draft);
  if (read.kind !== 'there') return { standing: [] };
  const members = membersSchema.safeParse(read.form).data?.work.members ?? [];
  const { id, version } = read.draft;
  return {
    standing: named(
      members.map((each) => ({ id: each })),
      pool,
    ),
    draft: `draft/${id}@${version}`,
  };
}

/** What the page keeps of the slate in hand. */
const membersSchema = z.object({ work: z.object({ members: z.array(z.string()) }) });

function personOf(id: string, name: string | undefined): NamedPerson {
  return name === undefined ? { id } : { id, name };
}

function named<Each extends NamedPerson>(
  people: readonly Each[],
  pool: RoundPool | undefined,
): readonly Each[] {
  return people.map((each) => {
    const name = pool?.names.get(each.id) ?? each.name;
    return name === undefined ? each : { ...each, name };
  });
}

/** What the stage needs and the entry does not have, or has and the stage has no use for. */
function lacking({ stage }: Count, { ballots, number, chosen }: RoundEntry): readonly Problem[] {
  const { by } = stage.carry;
  const at = { stage: stage.id };
  const problems: Problem[] = [];
  if (by === 'number' && number === undefined) problems.push(problem('rounds.needs-number', at));
  if (by !== 'number' && number !== undefined) problems.push(problem('rounds.no-number', at));
  if ((by === 'votes' || by === 'agreement') && ballots === undefined)
    problems.push(problem('rounds.needs-table', { ...at, by }));
  if (by !== 'votes' && chosen !== undefined) problems.push(problem('rounds.no-choice', at));
  return problems;
}

/** Whoever is given twice; of tables their reader tells that by their lines. */
function repeated<Each>(given: Given<Each> | undefined, idOf: (each: Each) => string): readonly Problem[] {
  const ids = given?.people.map(idOf) ?? [];
  const first = new Map(ids.map((id, at) => [id, at] as const).toReversed());
  return ids.flatMap((id, at) =>
    first.get(id) === at
      ? []
      : [problem('rounds.listed-twice', { id, first: first.get(id)! + 1 }, given?.placeOf(at))],
  );
}

/** People who do not stand, and people whom the pool does not have. */
function strangers(
  { stage, standing, ballots }: Count,
  entry: RoundEntry,
  pool: RoundPool | undefined,
): readonly Problem[] {
  const stands = new Set(standing.map(({ id }) => id));
  // Where nobody stood before, the table says who does.
  const isOpen = stage.isOpen || stands.size === 0;
  const unknown = (id: string, place: Place | undefined): readonly Problem[] =>
    pool === undefined || pool.names.has(id)
      ? []
      : [problem('rounds.not-in-pool', { id, pool: pool.subject }, place)];
  const listed = new Set(entry.slate?.people ?? []);
  return [
    ...(entry.slate?.people ?? []).flatMap((id, at) => unknown(id, entry.slate?.placeOf(at))),
    ...standing.flatMap(({ id }) => (listed.has(id) ? [] : unknown(id, undefined))),
    ...ballots.flatMap(({ id }, at) => {
      const place = entry.ballots?.placeOf(at);
      if (stands.has(id)) return [];
      return isOpen ? unknown(id, place) : [problem('rounds.not-standing', { id, stage: stage.id }, place)];
    }),
  ];
}

function ballotProblems({ stage, standing, ballots }: Count, entry: RoundEntry): readonly Problem[] {
  const placed = (found: Problem, at: number): Problem => {
    const place = entry.ballots?.placeOf(at);
    return place === undefined ? found : { ...found, place };
  };
  const impossible = ballots.flatMap(({ votes }, at) => {
    const wrong = votes === undefined ? undefined : wrongVotes(votes);
    return wrong === undefined ? [] : [placed(wrong, at)];
  });
  if (stage.carry.by !== 'votes' || entry.ballots === undefined) return impossible;
  const cast = new Set(ballots.map(({ id }) => id));
  const without = ballots.flatMap(({ id, votes, withdrew }, at) =>
    votes === undefined && withdrew === undefined ? [placed(problem('rounds.no-votes', { id }), at)] : [],
  );
  const missing = standing.flatMap(({ id }) =>
    cast.has(id) ? [] : [problem('rounds.no-ballot', { id, stage: stage.id })],
  );
  return [...impossible, ...without, ...missing];
}
