import type { SeatBound } from './seat-bound.ts';
import type { Share } from './share.ts';

/** By what a stage carries people on. */
export const CARRIED_BY = ['votes', 'agreement', 'everybody', 'number'] as const;

/** The rule that carries people from a stage to the next. */
export interface CarryRule {
  /**
   * - `votes`: whoever has enough of the votes, the best first where more do than may go on;
   * - `agreement`: whoever is on the list that was agreed;
   * - `everybody`: all who stand; votes are noted and decide nothing;
   * - `number`: nobody is named yet, only how many are to be.
   */
  readonly by: (typeof CARRIED_BY)[number];
  /** Of `votes`: what must be exceeded, or reached. */
  readonly votes?: { readonly share: Share; readonly mustExceed: boolean };
  readonly most?: SeatBound;
  readonly least?: SeatBound;
}
