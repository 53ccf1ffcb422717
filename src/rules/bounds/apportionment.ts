/** Ways to share seats out by numbers. */
export const APPORTIONMENTS = [
  'largest-remainder',
  'dhondt',
  'sainte-lague',
  'nearest',
  'up',
  'down',
  'either',
] as const;
/** How seats are shared out: so that all are, or each share rounded by itself (`either`: both neighbours will do). */
export type Apportionment = (typeof APPORTIONMENTS)[number];

/** What one group is due: two numbers only where both neighbours of its share will do. */
interface Due {
  readonly min: number;
  readonly max: number;
}

/** What every group is due, and those with the same claim to the last seat, where the earlier ones got it. */
export interface Dues {
  readonly dues: readonly Due[];
  readonly tied: readonly number[];
}

/** In proportion to what a bound is: the number of its group among the numbers of all, and the seats. */
export interface InProportion {
  readonly number: number;
  readonly all: number;
  readonly seats: number;
  /** How many each group gets first. */
  readonly each: number;
  /** Groups with the same claim to the last seat, which the earlier ones got; of the first rule alone. */
  readonly tied?: readonly string[];
}

/** What says who is due what. */
interface Shared {
  /** The number of each group. */
  readonly to?: Readonly<Record<string, number>> | undefined;
  readonly seats: number;
  /** How many each group gets first; absent: none. */
  readonly each?: number | undefined;
  readonly round?: Apportionment | undefined;
}

/** What every group is due of the seats, in the order in which the file has them. */
export function duesOf({ to = {}, seats, each = 0, round = 'largest-remainder' }: Shared): Dues {
  const numbers = Object.values(to);
  const { dues, tied } = apportion(numbers, seats - each * numbers.length, round);
  return { dues: dues.map(({ min, max }) => ({ min: min + each, max: max + each })), tied };
}

/**
 * Shares seats out in proportion to numbers, exactly. Where claims are equal, who stands earlier goes first.
 *
 * @param numbers whole numbers from 0 up, not all of them 0.
 */
export function apportion(numbers: readonly number[], seats: number, way: Apportionment): Dues {
  switch (way) {
    case 'largest-remainder':
      return byRemainder(numbers, seats);
    case 'dhondt':
      return byAverage(numbers, seats, (held) => held + 1);
    case 'sainte-lague':
      return byAverage(numbers, seats, (held) => 2 * held + 1);
    default:
      return { dues: eachByItself(numbers, seats, way), tied: [] };
  }
}

/** The whole seats of a share, and what is left of it, as a numerator over the sum of the numbers. */
interface Quota {
  readonly whole: bigint;
  readonly rest: bigint;
}

function quotasOf(numbers: readonly number[], seats: number): readonly Quota[] {
  const all = sumOf(numbers);
  return numbers.map((number) => {
    const share = BigInt(number) * BigInt(seats);
    return { whole: share / all, rest: share % all };
  });
}

function sumOf(numbers: readonly number[]): bigint {
  return numbers.reduce((sum, number) => sum + BigInt(number), 0n);
}

function eachByItself(
  numbers: readonly number[],
  seats: number,
  way: 'nearest' | 'up' | 'down' | 'either',
): readonly Due[] {
  const all = sumOf(numbers);
  return quotasOf(numbers, seats).map(({ whole, rest }) => {
    const above = rest === 0n ? whole : whole + 1n;
    const [min, max] = {
      nearest: rest * 2n >= all && rest > 0n ? [above, above] : [whole, whole],
      up: [above, above],
      down: [whole, whole],
      either: [whole, above],
    }[way] as [bigint, bigint];
    return { min: Number(min), max: Number(max) };
  });
}

function byRemainder(numbers: readonly number[], seats: number): Dues {
  const quotas = quotasOf(numbers, seats);
  const given = quotas.map(({ whole }) => Number(whole));
  const left = seats - given.reduce((sum, each) => sum + each, 0);
  const byClaim = [...quotas.keys()].toSorted(
    (one, other) => compare(quotas[other]!.rest, quotas[one]!.rest) || one - other,
  );
  for (const group of byClaim.slice(0, left)) given[group]! += 1;
  const last = left === 0 ? undefined : quotas[byClaim[left - 1]!]!.rest;
  const isTied = left > 0 && left < byClaim.length && quotas[byClaim[left]!]!.rest === last;
  return {
    dues: given.map(exactly),
    tied: isTied ? [...quotas.keys()].filter((group) => quotas[group]!.rest === last) : [],
  };
}

/** Seat by seat to whom the number over the next divisor is greatest. */
function byAverage(numbers: readonly number[], seats: number, divisor: (held: number) => number): Dues {
  const given = numbers.map(() => 0);
  if (seats <= 0) return { dues: given.map(exactly), tied: [] };
  const difference = productsOf(numbers.reduce((most, each) => Math.max(most, each)) * divisor(seats));
  /** Who has more of a claim to the next seat: positive for the other one. */
  const claims = (one: number, other: number): number =>
    difference(numbers[other]!, divisor(given[one]!), numbers[one]!, divisor(given[other]!));
  const next = (): number => given.reduce((best, _, group) => (claims(best, group) > 0 ? group : best), 0);
  for (let seat = 1; seat < seats; seat += 1) given[next()]! += 1;
  const last = next();
  const tied = [...given.keys()].filter((group) => claims(last, group) === 0);
  given[last]! += 1;
  return { dues: given.map(exactly), tied: tied.length > 1 ? tied : [] };
}

/** Compares a product with another: as numbers where none of them grows too large to be exact. */
function productsOf(greatest: number): (a: number, b: number, c: number, d: number) => number {
  return Number.isSafeInteger(greatest)
    ? (a, b, c, d) => a * b - c * d
    : (a, b, c, d) => compare(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
}

function exactly(seats: number): Due {
  return { min: seats, max: seats };
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
