/** Derived facts that are counted as of a day, so that a rule may ask for another day than the rule set's. */
export const DATED_FACTS: readonly string[] = ['age', 'monthsToRetirement', 'appraisal', 'lastAppraisal'];

/** A fact, and the day `YYYY-MM-DD` that its name says it counts at: `age@2026-03-01`. */
export interface DatedFact {
  readonly fact: string;
  readonly day?: string;
}

const DATED = /^(?<fact>[^@]+)@(?<day>\d{4}-\d{2}-\d{2})$/;

/** Takes the name of a fact apart; a name without a day is the fact's own. */
export function datedFact(name: string): DatedFact {
  const parts = DATED.exec(name)?.groups;
  return parts === undefined ? { fact: name } : { fact: parts['fact']!, day: parts['day']! };
}
