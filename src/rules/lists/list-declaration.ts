/** Whether posts in units are filled, so that a table of them is needed: the places of a list need none. */
export function takesUnits({
  titles,
  list,
}: {
  readonly titles?: unknown;
  readonly list?: unknown;
}): boolean {
  return titles !== undefined && list === undefined;
}

/** A list whose order counts: how many names it has, and what of it are seats. */
export interface OrderedList {
  readonly min: number;
  readonly max: number;
  /** So many of the first places are seats. */
  readonly seats: number;
  /** What the places behind the seats are. */
  readonly beyond: 'surplus' | 'reserve';
  /** Whether a substitute stands at each place besides. */
  readonly substitutes: boolean;
}

/** What a short form of an ordered list says of people on it by a fact, for the sentence of the rule. */
export type ListForm =
  | { readonly alternate: string }
  | { readonly same: string }
  | { readonly different: string };
