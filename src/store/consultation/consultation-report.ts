import { roundNotices, type RoundOutcome, type Standee, type Votes } from '../../rounds/carry-on.ts';
import type { Stage } from '../../rounds/procedure.ts';
import { peopleIn, type Seats } from '../../rounds/seat-bound.ts';
import { type WayStep, waysThrough } from '../../rounds/way-through-rounds.ts';
import { phraseInEach } from '../../words/catalogue.ts';
import { inEachLanguage, type Text } from '../../words/language.ts';
import { describeProblem } from '../../words/problem.ts';
import { type Consultation, findConsultation } from './consultations.ts';
import type { Database } from '../database.ts';
import { countedRounds, readRounds, type ReadRound, roundHistory, type RoundVersion } from './rounds.ts';

/** A consultation without its rounds. */
interface ConsultationSummary extends Omit<Consultation, 'procedure'> {
  readonly procedure: { readonly id: string; readonly title: Text };
}

/** A stage of a procedure in words. */
export interface StageInWords {
  readonly id: string;
  readonly title: Text;
  /** Who goes on. */
  readonly rule: Text;
  readonly source?: Text;
  /** What the bounds come to for these seats. */
  readonly least?: number;
  readonly most?: number;
}

/** What became of somebody, with its words. */
type OutcomeInWords = RoundOutcome & { readonly text: Text };

/** Somebody in a round. */
export interface ReportedPerson {
  readonly id: string;
  readonly name?: string;
  readonly joined: boolean;
  readonly votes?: Votes;
  readonly withdrew?: string;
  readonly outcome: OutcomeInWords;
}

/** A round with the people in it; without them once they were removed for good. */
export interface ReportedRound {
  readonly version: RoundVersion;
  readonly pool?: string;
  readonly draft?: string;
  readonly number?: number;
  readonly notices: readonly Text[];
  /** Absent once they were removed for good. */
  readonly people?: readonly ReportedPerson[];
}

/** Somebody's way, with its words. */
export interface ReportedWay {
  readonly id: string;
  readonly name?: string;
  readonly steps: readonly (Omit<WayStep, 'outcome'> & { readonly outcome: OutcomeInWords })[];
}

/** Everything that is known of a consultation. */
export interface ConsultationReport {
  readonly consultation: ConsultationSummary;
  readonly stages: readonly (StageInWords & { readonly round?: ReportedRound })[];
  /** Each person's way: those who came furthest first. */
  readonly ways: readonly ReportedWay[];
  /** All versions of all rounds. */
  readonly history: readonly RoundVersion[];
}

/** Reports on a consultation; `undefined` if there is none. */
export async function reportConsultation(
  db: Database,
  body: string,
  name: string,
): Promise<ConsultationReport | undefined> {
  const consultation = await findConsultation(db, body, name);
  if (consultation === undefined) return undefined;
  const rounds = await readRounds(db, body, name);
  const ways = waysThrough(countedRounds(rounds));
  return {
    consultation: consultationSummary(consultation),
    stages: consultation.procedure.stages.map((stage, at) => {
      const read = rounds.find(({ round }) => round.number === at + 1);
      return {
        ...stageInWords(stage, consultation),
        ...(read !== undefined && { round: reportedRound(read, stage, consultation) }),
      };
    }),
    ways: ways.map(({ steps, ...person }) => ({
      ...person,
      steps: steps.map((step) => ({ ...step, outcome: inWords(step) })),
    })),
    history: await roundHistory(db, body, name),
  };
}

/** A consultation without its rounds. */
export function consultationSummary({
  procedure: { id, title },
  ...consultation
}: Consultation): ConsultationSummary {
  return { ...consultation, procedure: { id, title } };
}

/** A stage in words, and what its bounds come to where the seats are known. */
export function stageInWords({ id, title, carry, source }: Stage, seats?: Seats): StageInWords {
  return {
    id,
    title,
    rule: phraseInEach('rounds.carry', carry),
    ...(source !== undefined && { source }),
    ...(seats && carry.least && { least: peopleIn(carry.least, seats, 'up') }),
    ...(seats && carry.most && { most: peopleIn(carry.most, seats, 'down') }),
  };
}

function reportedRound(read: ReadRound, stage: Stage, seats: Seats): ReportedRound {
  if (read.kind === 'removed') return { version: read.round, notices: [] };
  const { pool, draft, number, people } = read.content;
  const notices = roundNotices(people, { stage, seats, ...(number !== undefined && { number }) });
  return {
    version: read.round,
    ...(pool !== undefined && { pool }),
    ...(draft !== undefined && { draft }),
    ...(number !== undefined && { number }),
    notices: notices.map((notice) => inEachLanguage((language) => describeProblem(notice, language))),
    people: people.map(({ again: _again, ...person }) => ({ ...person, outcome: inWords(person) })),
  };
}

function inWords({ outcome, withdrew }: Pick<Standee, 'outcome' | 'withdrew'>): OutcomeInWords {
  const said = { ...outcome, ...(withdrew !== undefined && { withdrew }) };
  return { ...outcome, text: phraseInEach('rounds.outcome', said) };
}
