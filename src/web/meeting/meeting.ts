import { z } from 'zod';
import type { History } from '../state/history.ts';
import { sameAs } from '../state/merge.ts';
import type { Did } from '../state/told-action.ts';
import type { Work } from '../state/work.ts';

const standingSchema = z.strictObject({
  compliant: z.boolean(),
  /** Binding quotas that are broken, and goals that are missed. */
  broken: z.number(),
  missed: z.number(),
  /** Points of the slate, where they are known. */
  worth: z.number().exactOptional(),
});

/** A meeting as drafts keep it. */
export const meetingSchema = z.strictObject({
  /** Milliseconds since 1970-01-01 UTC. */
  began: z.number(),
  ended: z.number().exactOptional(),
  /** Why a decision was made, by the moment at which it was. */
  reasons: z.record(z.string(), z.string()),
  /** How the slate stood after a decision. */
  standings: z.record(z.string(), standingSchema),
});

/** How a slate stands. */
export type MeetingStanding = z.output<typeof standingSchema>;

/** A meeting at which a draft is decided on: since when, and what was said of each decision. */
export type Meeting = z.output<typeof meetingSchema>;

/** One decision of a meeting. */
export interface Decision {
  readonly at: number;
  readonly did: Did;
  readonly before: Work;
  readonly after: Work;
  readonly reason: string;
  /** Absent where the slate was not looked at before the next decision. */
  readonly standing: MeetingStanding | undefined;
}

/** A meeting that begins. */
export function meetingFrom(began: number): Meeting {
  return { began, reasons: {}, standings: {} };
}

/** What was decided in a meeting, the first decision first; what was taken back does not count. */
export function decisionsOf({ past, work }: History, meeting: Meeting): readonly Decision[] {
  const { began, ended = Number.POSITIVE_INFINITY, reasons, standings } = meeting;
  return past.flatMap(({ did, at, before }, index): Decision[] => {
    if (at < began || at > ended) return [];
    const after = past[index + 1]?.before ?? work;
    return [{ at, did, before, after, reason: reasons[at] ?? '', standing: standings[at] }];
  });
}

/**
 * Two sides of a meeting as one, both since the same version: what was said anew on either side is said.
 * Where both said it anew theirs stands, as of all that a draft holds; of two meetings the later one.
 */
export function mergedMeeting(
  base: Meeting | undefined,
  mine: Meeting | undefined,
  theirs: Meeting | undefined,
): Meeting | undefined {
  if (mine === undefined || theirs === undefined) return theirs ?? mine;
  if (mine.began !== theirs.began) return mine.began > theirs.began ? mine : theirs;
  const known = base?.began === theirs.began ? base : undefined;
  const ended = theirs.ended ?? mine.ended;
  return {
    began: theirs.began,
    ...(ended !== undefined && { ended }),
    reasons: mergedRecord(known?.reasons, mine.reasons, theirs.reasons),
    standings: mergedRecord(known?.standings, mine.standings, theirs.standings),
  };
}

function mergedRecord<Value>(
  base: Readonly<Record<string, Value>> = {},
  mine: Readonly<Record<string, Value>>,
  theirs: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const said = Object.entries(mine).filter(
    ([name, value]) => !sameAs(value, base[name]) && sameAs(theirs[name], base[name]),
  );
  return { ...theirs, ...Object.fromEntries(said) };
}
