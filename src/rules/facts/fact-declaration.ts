import type { FactType, Operator, Ratio, Scalar } from '../rule-set.ts';

/** How two numbers are compared. */
export type Comparing = Exclude<Operator, 'in' | 'notIn'>;

/** A fact that is worked out from others: whether one number is so many times another, or the level that it reaches. */
export type MadeFact =
  | {
      readonly kind: 'compare';
      readonly fact: string;
      readonly operator: Comparing;
      readonly times: Ratio;
      readonly of: string;
    }
  | {
      readonly kind: 'steps';
      readonly of: string;
      /** From the highest down: the first that is reached holds. */
      readonly steps: readonly { readonly value: string; readonly from: number }[];
      /** Below the lowest; absent: no value. */
      readonly below?: string;
    };

/**
 * An additional candidate column that rules may use, a built-in column whose empty cells mean something
 * (`default` is the value of an empty cell; for a date, in days since 1970-01-01), or a fact made from others.
 */
export interface FactDeclaration {
  readonly type: FactType;
  readonly default?: Scalar;
  /** The only values that a cell may have; absent: any. */
  readonly values?: readonly string[];
  /** What stands between several values of one cell; absent: a cell has one. */
  readonly separator?: string;
  /** Absent: a column. */
  readonly made?: MadeFact;
}
