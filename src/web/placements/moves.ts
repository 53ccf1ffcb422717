import type { Appointment, CheckAnswer } from '../../check/check-answer.ts';

/** How somebody comes to a post, or leaves one. */
export const MOVES = [
  'stays',
  'within',
  'city-to-ward',
  'ward-to-ward',
  'ward-to-city',
  'between-blocs',
  'between-departments',
  'unknown',
  'leaves',
] as const;

/** How somebody comes to a post, or leaves one. */
export type PostMove = (typeof MOVES)[number];

/** One line of the moves of a plan. */
export interface PlanMove {
  /** The id of the appointment; of somebody who leaves, their own. */
  readonly id: string;
  readonly candidate: string;
  readonly move: PostMove;
  /** Where they work now; absent where it is not known. */
  readonly from?: string;
  /** The unit they come to; absent where they leave. */
  readonly to?: string;
}

/** What an appointment is as a move. */
export function moveOf({ stays, rotation }: Pick<Appointment, 'stays' | 'rotation'>): PostMove {
  if (stays) return 'stays';
  if (rotation === undefined) return 'unknown';
  return MOVES.find((each) => each === rotation) ?? 'within';
}

/** Everybody who does not stay, in the order of the units that they come to; then who leaves, by their unit. */
export function movesOf({ posts, appointments }: NonNullable<CheckAnswer['placement']>): readonly PlanMove[] {
  const units = [...new Set(posts.map(({ unit }) => unit))];
  const rank = new Map(units.map((unit, index) => [unit, index]));
  const coming = appointments
    .map((appointment): PlanMove => {
      const { id, candidate, unit: to, from } = appointment;
      return { id, candidate, move: moveOf(appointment), ...(from !== undefined && { from }), to };
    })
    .filter(({ move }) => move !== 'stays')
    .toSorted((a, b) => (rank.get(a.to ?? '') ?? 0) - (rank.get(b.to ?? '') ?? 0));
  const appointed = new Set(appointments.map(({ candidate }) => candidate));
  const holders = new Map(posts.flatMap(({ unit, holders: ids }) => ids.map((id) => [id, unit] as const)));
  const leaving = [...holders]
    .filter(([candidate]) => !appointed.has(candidate))
    .map(([candidate, from]): PlanMove => ({ id: candidate, candidate, move: 'leaves', from }))
    .toSorted((a, b) => (rank.get(a.from ?? '') ?? 0) - (rank.get(b.from ?? '') ?? 0));
  return [...coming, ...leaving];
}
