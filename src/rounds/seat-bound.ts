import { type Share, writtenShare, wholeOf } from './share.ts';

/** How many people may go on, told by the seats that are to be filled. */
export type SeatBound =
  | { readonly kind: 'people'; readonly people: number }
  /** Of every unit so many more than seats: an election has seats in several. */
  | { readonly kind: 'more'; readonly more: number; readonly perUnit: boolean }
  | { readonly kind: 'share'; readonly share: Share };

/** How many seats a consultation is about, and in how many units they are. */
export interface Seats {
  readonly seats: number;
  readonly units: number;
}

const PEOPLE = /^\d{1,6}$/;
const SEATS = /^seats(?:\s*\+\s*(.+))?$/;
const MORE = /^(\d{1,6})(\s+per\s+unit)?$/;

/** A bound as a procedure writes it: `61`, `seats`, `seats + 2`, `seats + 2 per unit`, `seats + 30 %`. */
export function seatBoundIn(text: string): SeatBound | undefined {
  const written = text.trim();
  if (PEOPLE.test(written)) return { kind: 'people', people: Number(written) };
  const found = SEATS.exec(written);
  if (found === null) return undefined;
  const surplus = found[1];
  if (surplus === undefined) return { kind: 'more', more: 0, perUnit: false };
  const [, more, perUnit] = MORE.exec(surplus) ?? [];
  if (more !== undefined) return { kind: 'more', more: Number(more), perUnit: perUnit !== undefined };
  const share = writtenShare(surplus);
  return share === undefined ? undefined : { kind: 'share', share };
}

/**
 * The people that a bound comes to. No part of a person goes on: “at most 30 % more” rounds down, “at least
 * 10 % more” rounds up.
 */
export function peopleIn(bound: SeatBound, { seats, units }: Seats, rounded: 'down' | 'up'): number {
  switch (bound.kind) {
    case 'people':
      return bound.people;
    case 'more':
      return seats + bound.more * (bound.perUnit ? units : 1);
    case 'share':
      return seats + wholeOf(seats, bound.share, rounded);
  }
}
