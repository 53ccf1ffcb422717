/** A value among those of a column with several: whether `skills` has `law` is the fact `skills∋law`. */
export interface ContainedFact {
  readonly column: string;
  readonly value: string;
}

/** No column has this sign in its name (`head-problems.ts`). */
const CONTAINS = '∋';

/** The fact that a column has a value among others. */
export function containedFact({ column, value }: ContainedFact): string {
  return `${column}${CONTAINS}${value}`;
}

/** Takes the name of such a fact apart; `undefined` for every other name. */
export function containedIn(fact: string): ContainedFact | undefined {
  const at = fact.indexOf(CONTAINS);
  return at === -1 ? undefined : { column: fact.slice(0, at), value: fact.slice(at + 1) };
}
