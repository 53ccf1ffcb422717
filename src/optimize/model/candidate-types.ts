import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';
import { type Codes, type Numbering, numberRows } from './numbering.ts';
import type { RowFamily } from './row-family.ts';

/**
 * Candidates that no row of the model can tell apart form one type.
 *
 * **Why only the best few of a type matter.** Let a slate S be optimal and hold candidate b but not a,
 * both of one type, a before b in the type's order (higher on the first objective level where they
 * differ; smaller id where they do not). Exchanging b for a changes no row of the model, since both
 * have the same coefficients everywhere, and no soft price, which depends on rows only; the objective
 * does not get worse on any level before it gets better on one. So some optimal slate takes from every
 * type the first k of its order, where k is bounded by every row in which the type counts: the
 * tightest maximum. The others can be left out, and the optimum stays the same, ties included. A row that
 * adds up a fact has another coefficient for every value of it, so only equal values make a type.
 */
export interface CandidateTypes {
  /** One representative row of each type. */
  readonly representatives: Uint32Array;
  /** Rows by type: those of type t are `members[starts[t]]` … `members[starts[t + 1] − 1]`, in the order given. */
  readonly members: Uint32Array;
  readonly starts: Uint32Array;
}

/**
 * Puts rows into types by the classes they have in all families.
 *
 * @param eligible the rows that take part.
 * @param size how many rows the table has.
 * @param alone rows that persons' decisions tie down: each is a type of its own.
 */
export async function candidateTypes(
  eligible: Uint32Array,
  size: number,
  families: readonly RowFamily[],
  alone: ReadonlySet<number>,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<CandidateTypes> {
  const bySharing = Map.groupBy(families, ({ classOf }) => classOf.of);
  const codes: TogetherCodes[] = [];
  for (const [of, mine] of bySharing) codes.push(await classesTogether(of, mine, checkpoint));
  const { numberOf, count } =
    codes.length === 1 ? spread(codes[0]!) : await numberRows(size, codes, checkpoint);
  let types = count;
  if (alone.size > 0) {
    for (const row of eligible) if (alone.has(row)) numberOf[row] = types++;
  }
  return grouped(eligible, numberOf, types);
}

/** The classes of families over the same equivalence classes, numbered together: once each, not once per row. */
async function classesTogether(
  of: Uint32Array,
  families: readonly RowFamily[],
  checkpoint: Checkpoint,
): Promise<TogetherCodes> {
  const size = families[0]!.classOf.numbers.length;
  const { numberOf, count } = await numberRows(
    size,
    families.map(({ classOf, classes }) => ({ numbers: classOf.numbers, radix: classes.length })),
    checkpoint,
  );
  return { numbers: numberOf, of, radix: count };
}

interface TogetherCodes extends Codes {
  readonly of: Uint32Array;
}

/** The numbers of equivalence classes, row by row. */
function spread({ numbers, of, radix }: TogetherCodes): Numbering {
  const numberOf = new Uint32Array(of.length);
  for (let row = 0; row < of.length; row += 1) numberOf[row] = numbers[of[row]!]!;
  return { numberOf, count: radix };
}

/** Counting sort of the rows by type; types that emptied are dropped. */
function grouped(eligible: Uint32Array, typeOf: Uint32Array, count: number): CandidateTypes {
  const sizes = new Uint32Array(count);
  for (let index = 0; index < eligible.length; index += 1) sizes[typeOf[eligible[index]!]!]! += 1;
  const starts = new Uint32Array(count + 1);
  const next = new Uint32Array(count);
  let types = 0;
  for (let type = 0; type < count; type += 1) {
    if (sizes[type] === 0) continue;
    next[type] = starts[types]!;
    types += 1;
    starts[types] = next[type]! + sizes[type]!;
  }
  const members = new Uint32Array(eligible.length);
  for (let index = 0; index < eligible.length; index += 1) {
    const row = eligible[index]!;
    const type = typeOf[row]!;
    members[next[type]!] = row;
    next[type]! += 1;
  }
  const representatives = new Uint32Array(types);
  for (let type = 0; type < types; type += 1) representatives[type] = members[starts[type]!]!;
  return { representatives, members, starts: starts.slice(0, types + 1) };
}
