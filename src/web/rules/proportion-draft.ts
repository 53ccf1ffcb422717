import { z } from 'zod';
import { APPORTIONMENTS, type Apportionment, duesOf } from '../../rules/bounds/apportionment.ts';

/** Which side of its seats a group must keep. */
export const SEAT_BOUNDS = ['exactly', 'min', 'max'] as const;

/** Seats shared out among groups by a number that each has, as a form holds them. */
export interface ProportionDraft {
  readonly seats: number | undefined;
  /** How many each group gets first. */
  readonly each: number;
  readonly way: Apportionment;
  readonly bound: (typeof SEAT_BOUNDS)[number];
  /** The groups in their order, each with its number. */
  readonly to: readonly GroupNumber[];
  /** Where the numbers stand, if in a table beside the rules: its name, and the headings of its two columns. */
  readonly table: z.output<typeof tableSchema> | undefined;
}

const tableSchema = z.strictObject({ file: z.string(), group: z.string(), number: z.string() });

interface GroupNumber {
  readonly group: string;
  readonly number: number;
}

/** Nothing is shared out yet. */
export const NO_SEATS: ProportionDraft = {
  seats: undefined,
  each: 0,
  way: 'largest-remainder',
  bound: 'exactly',
  to: [],
  table: undefined,
};

/** What a file says of seats and numbers, which stand in it or in a table of their own. */
export const SEATS_SHAPE = {
  to: z.record(z.string(), z.number()).optional(),
  table: tableSchema.optional(),
  seats: z.number(),
  each: z.number().optional(),
  round: z.enum(APPORTIONMENTS).optional(),
  bound: z.enum(SEAT_BOUNDS).optional(),
};

/** Seats of a file read into a form. */
export function seatsIn({
  to = {},
  table,
  seats,
  each = NO_SEATS.each,
  round: way = NO_SEATS.way,
  bound = NO_SEATS.bound,
}: z.output<z.ZodObject<typeof SEATS_SHAPE>>): ProportionDraft {
  const numbers = Object.entries(to).map(([group, number]) => ({ group, number }));
  return { seats, each, way, bound, to: numbers, table };
}

/** Seats as a file writes them; what goes without saying is left out. */
export function writtenSeats({ to, table, seats, each, way, bound }: ProportionDraft): object {
  return {
    ...(table === undefined ? { to: numbersOf(to) } : { table }),
    seats,
    ...(each !== NO_SEATS.each && { each }),
    ...(way !== NO_SEATS.way && { round: way }),
    ...(bound !== NO_SEATS.bound && { bound }),
  };
}

/** Whether there are seats to share out, and numbers to share them out by. */
export function areShared({ seats, each, to, table }: ProportionDraft): boolean {
  if (table !== undefined)
    return seats !== undefined && Object.values(table).every((name) => name.trim() !== '');
  return seats !== undefined && seats >= each * to.length && to.some(({ number }) => number > 0);
}

/** How many seats each group is due, by its name; none while something is missing. */
export function seatsDue(
  draft: ProportionDraft,
): ReadonlyMap<string, { readonly min: number; readonly max: number }> {
  const { to, seats = 0, each, way: round } = draft;
  if (draft.table !== undefined || !areShared(draft)) return new Map();
  const { dues } = duesOf({ to: numbersOf(to), seats, each, round });
  return new Map(to.flatMap(({ group }, index) => (dues[index] === undefined ? [] : [[group, dues[index]]])));
}

/** The same with another number for a group, which comes last if it is new; without a number it has no part. */
export function withNumber(
  draft: ProportionDraft,
  group: string,
  number: number | undefined,
): ProportionDraft {
  const { to } = draft;
  if (number === undefined) return { ...draft, to: to.filter((each) => each.group !== group) };
  const isThere = to.some((each) => each.group === group);
  const changed = to.map((each) => (each.group === group ? { group, number } : each));
  return { ...draft, to: isThere ? changed : [...to, { group, number }] };
}

function numbersOf(to: readonly GroupNumber[]): Readonly<Record<string, number>> {
  return Object.fromEntries(to.map(({ group, number }) => [group, number]));
}
