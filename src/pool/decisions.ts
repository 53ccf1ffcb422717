/** Decisions on persons, by candidate id. They live in scenarios and options, never in rule files. */
export interface Decisions {
  /** Must be on the slate. */
  readonly pin: readonly string[];
  /** Must not be on the slate. */
  readonly exclude: readonly string[];
  /** Groups of which all or none are on the slate. */
  readonly together: readonly (readonly string[])[];
  /** Groups of which at most one is on the slate. */
  readonly apart: readonly (readonly string[])[];
}

/** The same decisions, each once: who is named twice is decided on once, and so is a group. */
export function saidOnce({ pin, exclude, together, apart }: Decisions): Decisions {
  const groups = (said: readonly (readonly string[])[]): readonly (readonly string[])[] => {
    const each = said.map((group) => [...new Set(group)]);
    const byMembers = new Map(each.toReversed().map((group) => [JSON.stringify(group.toSorted()), group]));
    return each.filter((group) => byMembers.get(JSON.stringify(group.toSorted())) === group);
  };
  return {
    pin: [...new Set(pin)],
    exclude: [...new Set(exclude)],
    together: groups(together),
    apart: groups(apart),
  };
}

/** Nobody is pinned, excluded, tied or held apart. */
export const NO_DECISIONS: Decisions = { pin: [], exclude: [], together: [], apart: [] };

/**
 * Whom a decision names, by the rows of the table that stand for them: one of a slate; of a placement an
 * appointment, or all appointments of a candidate, of which at most one is chosen.
 */
export interface Named {
  readonly id: string;
  readonly rows: readonly number[];
}

/** Decisions on persons, by the rows of those whom they name. */
export interface RowDecisions {
  readonly pin: readonly Named[];
  readonly exclude: readonly Named[];
  readonly together: readonly (readonly Named[])[];
  readonly apart: readonly (readonly Named[])[];
}
