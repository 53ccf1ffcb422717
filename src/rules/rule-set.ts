import type { InProportion } from './bounds/apportionment.ts';
import type { Text } from '../words/language.ts';
import type { FactDeclaration } from './facts/fact-declaration.ts';
import type { RetirementTable } from './facts/retirement-rows.ts';
import type { ListForm, OrderedList } from './lists/list-declaration.ts';

/** A value that a fact of a candidate can have, and that a condition compares with. */
export type Scalar = string | number | boolean;

/** The type of a fact. A date is written `YYYY-MM-DD` in rule files; inside it is days since 1970-01-01. */
export type FactType = 'text' | 'number' | 'boolean' | 'date';

/** The operators of json-rules-engine that apply to single values. */
export type Operator =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive';

/**
 * One comparison of one fact. `in` and `notIn` take a list, all others a single value of the fact's
 * type; dates are days since 1970-01-01.
 */
export interface Leaf {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[];
}

/** json-rules-engine's condition language: a comparison, or a combination. Combinations are never empty. */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** An exact rational number with `denominator > 0`, in lowest terms: 0.4 is 2/5, `1/3` is 1/3. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** Where a rule was written: the file, and the line and column (from 1) where it begins. */
interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What every rule has, whatever its kind. */
export interface RuleBase {
  /**
   * Unique in its rule set after `extends`; a later file's rule replaces an earlier one of the same
   * id, in its place. Never `size`: reports use that for the size of the slate.
   */
  readonly id: string;
  readonly title: Text;
  /** Where the figure comes from, for people to look up. */
  readonly source?: Text;
  /** A soft rule is a goal: it may be broken at `weight` per member missing or too many. */
  readonly strength: 'hard' | 'soft';
  /** Price per member missing or too many, of a sum or an average per 1 of the fact; 0 for hard rules. */
  readonly weight: number;
  /**
   * What it costs to move a bound of this rule by one member, or by 1 of the fact that it adds up, when no
   * slate exists; `never`: it stays.
   */
  readonly relaxCost: number | 'never';
  /** Where moving it farther costs more, each step dearer than what comes before it. Absent: nowhere. */
  readonly relaxSteps?: readonly RelaxStep[];
  /**
   * What is counted: members (the default), or in a placement the units or appointments; of a count also
   * the groups that are represented, or the rules that are kept.
   */
  readonly per: 'member' | 'unit' | 'appointment' | 'group' | 'rule';
  /** What a placement is by itself, and no file says: it always holds, and is in no conflict. */
  readonly standing?: true;
  /** The id in the file, where one rule of a file is several: of stretches of a list that overlap. */
  readonly written?: string;
  readonly origin: Origin;
}

/** Beyond so many members, or so much of a fact, or beyond a part of the bound, each more costs this. */
export interface RelaxStep {
  readonly beyond: { readonly by: Ratio } | { readonly part: Ratio };
  readonly each: number;
}

/** What a rule that holds for each of some groups has beside its bounds. */
export interface Grouped {
  /** The short form of an ordered list that it was written in. */
  readonly says?: ListForm;
  /** The fact whose values are the groups, or several by the one name of `grouping.ts`; absent: none. */
  readonly forEach?: string;
  /** Which values are groups; absent: all that somebody in the pool has. */
  readonly groups?: ChosenGroups;
  /**
   * What an empty cell of the `forEach` fact means. `aside`: a value that nobody knows, so the outcome is
   * open and a candidate is set aside; `none`: that there is none, and so no group. Absent: `aside`.
   */
  readonly missing?: 'aside' | 'none';
}

/**
 * The groups that a rule is about: those to which somebody in the pool belongs who matches for sure, or
 * those of a list, whether anybody belongs to them or not. Whoever is in another is none of its business.
 */
export type ChosenGroups = { readonly where: Condition } | { readonly values: readonly string[] };

/** The farthest that the bounds of a rule may move. */
export interface Limits<Value> {
  readonly min?: Value;
  readonly max?: Value;
}

/** Bounds for slates of some sizes (`max` may be infinite): so many members, or what part of the slate, unrounded. */
export interface SizeStep {
  readonly size: Size;
  readonly min?: number | Ratio;
  readonly max?: number | Ratio;
}

/** How many members match `where`, overall or (with `forEach`) for every value of a fact in the pool. */
export interface CountRule extends RuleBase, Grouped {
  readonly kind: 'count';
  /** That seats are filled: in a way out each group falls short by itself, seat by seat, not all at once. */
  readonly seats?: true;
  /** Absent: every member counts. */
  readonly where?: Condition;
  /**
   * Counted is by how many those who match `where` and those who match this differ, either way; who matches
   * both is on neither side. There is a `max` alone then.
   */
  readonly against?: Condition;
  /** Counted are the groups of this fact (`forEach` has its spelling) of which somebody matches: `per` is `group`. */
  readonly represented?: string;
  /** Of a fact with several values in a cell, each of which is a group: its closed list, or that it may have any. */
  readonly several?: 'any' | readonly string[];
  /** Counted are those of these rules that are kept: `per` is `rule`. There is a `min` alone then. */
  readonly parts?: readonly Rule[];
  /** Of two parts, that the first says nobody of a kind is there: if anybody is, the second must be kept. */
  readonly conditional?: true;
  /** Instead of `min` and `max`, by size: ascending, each size once. Of a size that none has nothing is asked. */
  readonly bySize?: readonly SizeStep[];
  /** By how many members a way out has loosened every bound by size. */
  readonly moved?: { readonly min: number; readonly max: number };
  /** Its bounds are the share of its one group in some seats: of one of several rules that share them out. */
  readonly inProportion?: InProportion;
  /** Inclusive whole bounds; at least one is present. `exactly: n` arrives as `min = max = n`. */
  readonly min?: number;
  readonly max?: number;
  /** How far a way out may move each bound at most; absent, or without a side: as far as it takes. */
  readonly relaxTo?: Limits<number>;
}

/**
 * What part of the slate (or of those who match `of`) matches `where`; with `forEach` what part of those of
 * each group. Bounds are exact ratios from 0 to 1.
 */
export interface ShareRule extends RuleBase, Grouped {
  readonly kind: 'share';
  readonly where: Condition;
  readonly of?: Condition;
  readonly min?: Ratio;
  readonly max?: Ratio;
  /** `exact`: how far it is off counts in parts of a member. Absent: in whole members. */
  readonly deviation?: 'exact';
  readonly relaxTo?: Limits<Ratio>;
  /** How the number that a bound comes to is made whole. Absent: not at all, so of 2.4 three are needed. */
  readonly round?: Rounding;
}

/**
 * To the next whole number up or down, to the nearest (a half up), or `either`: a minimum down and a maximum up,
 * so that both neighbours will do.
 */
export type Rounding = 'nearest' | 'up' | 'down' | 'either';

/**
 * What a numeric fact comes to over those who match: its sum, or its average. Bounds are exact numbers of
 * the fact, and how far it is off is counted in the fact, too: of an average, in what all who match lack
 * together. Where nobody matches the sum is 0, and an average keeps every bound.
 */
export interface AmountRule extends RuleBase, Grouped {
  readonly kind: 'sum' | 'average';
  /** A fact of the type `number`. */
  readonly fact: string;
  /** Absent: every member counts. */
  readonly where?: Condition;
  /**
   * What an empty cell of `fact`, or of the `forEach` fact, means. `aside`: a value that nobody knows;
   * `none`: that there is none, and whoever has none does not count here. Absent: `aside`.
   */
  readonly missing?: 'aside' | 'none';
  readonly min?: Ratio;
  readonly max?: Ratio;
  readonly relaxTo?: Limits<Ratio>;
}

/** Each member who matches `where` (absent: every member) must satisfy `satisfy`. */
export interface RequireRule extends RuleBase {
  readonly kind: 'require';
  readonly where?: Condition;
  readonly satisfy: Condition;
}

/** A rule has exactly one kind. */
export type Rule = CountRule | ShareRule | AmountRule | RequireRule;

/**
 * One term of the objective, summed over the members: `weight` times the fact's value (a boolean
 * counts as 1 or 0) of members who match `where`; without a fact, `weight` per matching member.
 */
export interface ObjectiveTerm {
  readonly fact?: string;
  readonly where?: Condition;
  readonly weight: number;
}

/**
 * One level of the objective. Levels are optimised in order, each without giving up anything of
 * the levels before it. Every level is maximised.
 */
export interface ObjectiveLevel {
  readonly title: Text;
  readonly terms: readonly ObjectiveTerm[];
  /** Whether the prices of broken soft rules are subtracted on this level. Exactly one level has it. */
  readonly softRules: boolean;
}

/**
 * A title that people hold in units: secretary, deputy, chair. A rule set with titles is about
 * appointments; one without is about a slate, which is the same with one title in one unit.
 */
export interface TitleDeclaration {
  readonly id: string;
  readonly title: Text;
  /** How many people hold it in each unit that has it. */
  readonly seats: Size;
  /** What a seat below `seats.min` costs that stays vacant; `never`: none may. */
  readonly vacancy: number | 'never';
  /** The bloc that the title belongs to, where taking it from another bloc is a rotation. */
  readonly bloc?: string;
  /** Held besides any other title, and no move: a seat in the committee, say. */
  readonly concurrent: boolean;
  /** Which units have it, by facts `unit.…`; absent: all. */
  readonly where?: Condition;
  /** Of a list, which of its places must not stay empty; absent: none may. */
  readonly filled?: Condition;
}

/** How many people the slate holds, inclusive. */
export interface Size {
  readonly min: number;
  readonly max: number;
}

/** A rule set as everything else reads it: validated, `extends` resolved, shorthand written out. */
export interface RuleSet {
  readonly id: string;
  readonly title: Text;
  /** `YYYY-MM-DD`: ages and service are counted on this day, never on today's. */
  readonly referenceDate: string;
  readonly size: Size;
  /** The titles of a placement; absent for a slate. */
  readonly titles?: readonly TitleDeclaration[];
  /** Of an ordered list, whose places are the units of a placement. */
  readonly list?: OrderedList;
  /** Titles that one person may hold together in one unit; absent for a slate. */
  readonly combined?: readonly (readonly string[])[];
  /** Age in years at which people retire, where there is no table; used for `monthsToRetirement`. */
  readonly retirementAge: { readonly female: number; readonly male: number };
  /** Tables by which people retire instead; the first that has a row for somebody holds. */
  readonly retirement?: readonly RetirementTable[];
  /** Declared columns, of this file and those it extends. */
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  readonly rules: readonly Rule[];
  /** Rules that are written and switched off, for a scenario to switch on; absent: none. */
  readonly switchedOff?: readonly Rule[];
  /** At least one level. */
  readonly objective: readonly ObjectiveLevel[];
  /**
   * SHA-256, in hex, of the text of this file and of all it extends; for a single file, of its text. Under
   * a scenario, of both together.
   */
  readonly sha256: string;
  /** What changed the rules of the files, where something did. */
  readonly under?: Under;
}

/** A scenario laid over rules. */
interface Under {
  readonly scenario: { readonly name: string; readonly sha256: string };
  /** The hash of the rules as their files say them. */
  readonly rulesSha256: string;
}
