/** An end of a range. A text is a date, `YYYY-MM-DD`. */
export interface Limit {
  readonly value: number | string;
  readonly inclusive: boolean;
}

/** What a sentence says of a fact: that it is one of some values (or none of them), lies in a range, or is a title held. */
export type FactTest =
  | {
      readonly kind: 'is';
      readonly values: readonly (string | number | boolean)[];
      readonly negated: boolean;
    }
  | { readonly kind: 'range'; readonly low?: Limit; readonly high?: Limit }
  | { readonly kind: 'holds'; readonly title: string; readonly negated: boolean };

/** For which groups a rule holds: those of one fact or of several together. */
export interface GroupsSaid {
  readonly facts: readonly string[];
  /** What is said of somebody in the pool by whom a group is chosen. */
  readonly with?: string;
  /** The groups of a list. */
  readonly values?: readonly string[];
  /** Whether an empty cell is said to be no group. */
  readonly none: boolean;
}

/** What a rule counts. */
export type Counted = 'member' | 'unit' | 'appointment';

/** How a predicate meets its subject: one member `is`, several `are`, every member `must be`. */
export type Mood = 'one' | 'many' | 'must';
