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
  | { readonly kind: 'contains'; readonly value: string; readonly negated: boolean }
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

/** How a number is made whole. */
export type RoundingSaid = 'nearest' | 'up' | 'down' | 'either';

/** What a rule counts. */
export type Counted = 'member' | 'unit' | 'appointment' | 'group' | 'rule';

/** How a predicate meets its subject: one member `is`, several `are`, every member `must be`. */
export type Mood = 'one' | 'many' | 'must';

/** What the sentence of a count is made of. */
export interface CountSentence {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly predicate?: string | undefined;
  readonly groups?: GroupsSaid | undefined;
  readonly per: Counted;
}

/** Bounds at some sizes of the slate; the bounds are worded already. */
interface SizedSaid {
  readonly from: number;
  /** Absent: every larger size, too. */
  readonly to?: number | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** Bounds by size, and by how many members a way out has loosened them. */
export interface SizesSaid {
  readonly lines: readonly SizedSaid[];
  readonly fewer: number;
  readonly more: number;
}

/** What the sentence of a count with bounds by size is made of. */
export interface SizedSentence extends SizesSaid {
  readonly predicate?: string | undefined;
  readonly groups?: GroupsSaid | undefined;
}

/** What the sentence of a difference is made of. */
export interface DifferenceSentence {
  readonly one: string;
  readonly other: string;
  readonly max: number;
  readonly groups?: GroupsSaid | undefined;
  readonly per: Counted;
}

/** What the sentence of a count of groups is made of. */
export interface GroupsSentence {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly facts: readonly string[];
  /** Each member may have several of these values. */
  readonly several: boolean;
  readonly predicate?: string | undefined;
}

/** What the sentence of a share is made of; the bounds are worded already. */
export interface ShareSentence {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly predicate: string;
  readonly of?: string | undefined;
  /** How the number that a bound comes to is made whole. */
  readonly round?: RoundingSaid | undefined;
  readonly groups?: GroupsSaid | undefined;
  readonly per: Counted;
}

/** What the sentence of a sum or an average is made of; the bounds are worded already. */
export interface AmountSentence {
  readonly kind: 'sum' | 'average';
  readonly fact: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly predicate?: string | undefined;
  readonly groups?: GroupsSaid | undefined;
  /** Whether an empty cell is said not to count. */
  readonly cellless: boolean;
  readonly per: Counted;
}

/** What the sentence of a requirement is made of. */
export interface RequireSentence {
  readonly where?: string | undefined;
  readonly satisfy: string;
  readonly per: Counted;
}

/** What the sentence of neighbours who differ is made of. */
export interface AlternateSentence {
  readonly fact: string;
  /** The place where the first two stand. */
  readonly begin: number;
  /** The places that the rule is about, where those are not all. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What two at one place have in common, or have not. */
export type PairSentence = ({ readonly same: string } | { readonly different: string }) & {
  /** The places that the rule is about, where those are not all. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
};
