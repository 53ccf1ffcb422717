/** Whether a sentence is about the plan of a placement, not about a slate. */
export interface AboutPlan {
  readonly plan: boolean;
}
