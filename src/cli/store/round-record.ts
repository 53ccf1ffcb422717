import { pathNamed } from '../../opening/shipped.ts';
import type { Encoding } from '../../tables/text/encoding.ts';
import { bytesOfFile } from '../../tables/read-file.ts';
import { readSlate } from '../../pool/read-slate.ts';
import { tableOf } from '../../pool/reading/workbook-table.ts';
import { readBallots } from '../../rounds/ballots.ts';
import { listConsultations } from '../../store/consultation/consultations.ts';
import type { Database } from '../../store/database.ts';
import type { RoundEntry } from '../../store/consultation/round-entry.ts';
import { recordRound } from '../../store/consultation/record-round.ts';
import { inEachLanguage } from '../../words/language.ts';
import { describeProblem, InputError, problem, type Problem, type Reading } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { TableEncodings } from '../options/table-encodings.ts';
import { paint } from '../printing/paint.ts';
import { withStore } from './store-access.ts';
import { printable } from '../printing/table.ts';
import type { OptionValues } from '../options/options.ts';

/** `slate rounds record`: reads what a command line gives for a round, counts it and keeps it. */
export async function recorded(
  {
    name,
    stage,
    ballots,
  }: { readonly name: string; readonly stage: string; readonly ballots: string | undefined },
  read: OptionValues,
  { say, language }: Cli,
): Promise<Answer> {
  const [entry, pool] = [await entryIn(ballots, read), poolIn(read)];
  return withStore(read, async ({ db }, actor) => {
    const found = await recordRound(db, actor, { name, stage, ...(pool !== undefined && { pool }) }, entry);
    if (found.kind === 'unknown') throw new InputError([await noConsultation(db, actor.body, name)]);
    // Whoever records by the command line has said nothing of a version that was seen.
    if (found.kind === 'conflict')
      throw new Error('a round that was read as it is has been written meanwhile');
    const { round, isNew, notices } = found;
    const { carried, fellOut, tied, number, version } = round;
    return {
      exit: EXIT.done,
      json: {
        round,
        isNew,
        notices: notices.map((each) => inEachLanguage((one) => describeProblem(each, one))),
      },
      text: () =>
        [
          say('cli.rounds-recorded', { subject: `round/${name}/${number}@${version}`, isNew }),
          say('cli.rounds-counts', {
            carried,
            fellOut,
            tied,
            ...(entry.number !== undefined && { number: entry.number }),
          }),
          ...notices.map((each) => paint(`! ${printable(describeProblem(each, language))}`, 'open')),
        ].join('\n'),
    };
  });
}

/** What a command line gives for a round. @throws InputError with everything that is wrong in all its files */
async function entryIn(ballots: string | undefined, read: OptionValues): Promise<RoundEntry> {
  const { slate, of, number, choose } = read;
  const encodings = TableEncodings.in(read);
  const said = { encoding: encodings.of(ballots), of: typeof of === 'number' ? of : undefined };
  const cast = ballots === undefined ? undefined : await ballotsIn(ballots, said);
  const stands = typeof slate === 'string' ? await slateIn(slate, encodings.of(slate)) : undefined;
  const problems = [
    ...encodings.ofOthersThan([ballots, typeof slate === 'string' ? slate : undefined]),
    ...[cast, stands].flatMap((each) => (each === undefined || each.ok ? [] : each.problems)),
  ];
  if (problems.length > 0) throw new InputError(problems);
  return {
    ...(cast?.ok === true && cast.value),
    ...(stands?.ok === true && { slate: stands.value }),
    ...(typeof number === 'number' && { number }),
    ...(Array.isArray(choose) && { chosen: choose.map((id) => String(id).normalize('NFC')) }),
  };
}

async function ballotsIn(
  named: string,
  said: { readonly of: number | undefined; readonly encoding: Encoding | undefined },
): Promise<Reading<Pick<RoundEntry, 'ballots' | 'table'>>> {
  const bytes = await bytesOfFile(pathNamed(named));
  if (!bytes.ok) return bytes;
  const written = await readBallots(bytes.value, named, said);
  if (!written.ok) return written;
  const { ballots: people, placeOf } = written.value;
  return { ok: true, value: { ballots: { people, placeOf }, table: bytes.value } };
}

async function slateIn(
  named: string,
  encoding: Encoding | undefined,
): Promise<Reading<NonNullable<RoundEntry['slate']>>> {
  const bytes = await bytesOfFile(pathNamed(named));
  if (!bytes.ok) return bytes;
  const table = await tableOf(bytes.value, named, encoding);
  if (!table.ok) return table;
  const written = readSlate(table.value, named);
  if (!written.ok) return written;
  const { ids: people, placeOf } = written.value;
  return { ok: true, value: { people, placeOf } };
}

function poolIn({ pool }: OptionValues): string | undefined {
  if (typeof pool !== 'string') return undefined;
  const [, kept] = /^(?:kept:)?([a-z0-9-]+(?:@\d{1,9})?)$/.exec(pool) ?? [];
  if (kept === undefined) throw new InputError([problem('rounds.only-kept', { pool })]);
  return kept;
}

/** That there is no consultation of this name, and which there are. */
export async function noConsultation(db: Database, body: string, name: string): Promise<Problem> {
  const allowed = (await listConsultations(db, body)).map((each) => each.name);
  return problem('rounds.no-consultation', { name, allowed });
}
