import type { RoundOutcome, Standee, Votes } from './carry-on.ts';

/** A round as a way goes through it. */
export interface CountedRound {
  /** From 1. */
  readonly number: number;
  readonly stage: string;
  readonly people: readonly Standee[];
}

/** What happened to somebody in one round. */
export interface WayStep {
  readonly number: number;
  readonly stage: string;
  readonly joined: boolean;
  readonly votes?: Votes;
  readonly withdrew?: string;
  readonly outcome: RoundOutcome;
}

/** Somebody's way through the rounds. */
interface WayThroughRounds {
  readonly id: string;
  readonly name?: string;
  /** The rounds in which they stood, the first one first. */
  readonly steps: readonly WayStep[];
}

/** Each person's way through the rounds: those who came furthest first, then by id. */
export function waysThrough(rounds: readonly CountedRound[]): readonly WayThroughRounds[] {
  const ways = new Map<string, { name?: string; steps: WayStep[] }>();
  for (const { number, stage, people } of rounds) {
    for (const { id, name, joined, votes, withdrew, outcome } of people) {
      const way = ways.get(id) ?? { steps: [] };
      ways.set(id, way);
      if (name !== undefined) way.name = name;
      way.steps.push({
        number,
        stage,
        joined,
        ...(votes !== undefined && { votes }),
        ...(withdrew !== undefined && { withdrew }),
        outcome,
      });
    }
  }
  const all = Array.from(ways, ([id, way]): WayThroughRounds => ({ id, ...way }));
  return all.toSorted((a, b) => reach(b) - reach(a) || (a.id < b.id ? -1 : 1));
}

/** The rounds that somebody came through. */
function reach({ steps }: WayThroughRounds): number {
  const last = steps.at(-1)!;
  const ranks = { carried: 2, tied: 1, 'fell-out': 0 } as const;
  return 3 * last.number + ranks[last.outcome.kind];
}
