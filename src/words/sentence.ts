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

/** What a rule counts. */
export type Counted = 'member' | 'unit' | 'appointment';

/** How a predicate meets its subject: one member `is`, several `are`, every member `must be`. */
export type Mood = 'one' | 'many' | 'must';
