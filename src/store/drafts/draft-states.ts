import type { Deeds } from '../audit.ts';

/** Where a draft stands on its way to a decision. */
export const DRAFT_STATES = ['draft', 'submitted', 'approved', 'withdrawn'] as const;

/** The state of a draft. */
export type DraftState = (typeof DRAFT_STATES)[number];

/**
 * From which state a draft may come into which. Whoever sees that a submitted draft needs work returns it;
 * what was approved can only be withdrawn; what was withdrawn stays so.
 */
export const NEXT_STATES: Readonly<Record<DraftState, readonly DraftState[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['draft', 'approved', 'withdrawn'],
  approved: ['withdrawn'],
  withdrawn: [],
};

/** The state after a step; `undefined`: the table has no such step. */
export function nextState(from: DraftState, to: DraftState): DraftState | undefined {
  return NEXT_STATES[from].find((each) => each === to);
}

const DEEDS = { draft: 'return', submitted: 'submit', approved: 'approve', withdrawn: 'withdraw' } as const;

/** What the audit calls the step into a state. */
export function deedOf(state: DraftState): Deeds {
  return DEEDS[state];
}
