import type { CaseInput } from '../../questions/case-schema.ts';
import type { KeptScenario } from '../state/work.ts';

/** Candidates that may be asked about. */
export interface OfferedPool {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** The name of its table of units, where it has one. */
  readonly units?: string;
  readonly read: () => Promise<CaseInput['pool']>;
}

/** Rules that may be asked under. */
export interface OfferedRules {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** Whether they fill posts in units. */
  readonly takesUnits: boolean;
  readonly read: () => Promise<CaseInput['rules']>;
}

/** What somebody has chosen to be asked. */
export interface ChosenBatch {
  readonly pools: readonly OfferedPool[];
  readonly ruleSets: readonly OfferedRules[];
  readonly scenarios: readonly KeptScenario[];
  /** Ids of rules without which everything is asked, too. */
  readonly costs: readonly string[];
}

/** How many cases that is, and how many answers. */
export function sizeOf({ pools, ruleSets, scenarios, costs }: ChosenBatch): {
  readonly cases: number;
  readonly answers: number;
} {
  const cases = pools.length * ruleSets.length;
  return { cases, answers: cases * (1 + scenarios.length + costs.length) };
}

/** The question as the service takes it: every pool under every rule set is a case. */
export async function batchOf({ pools, ruleSets, scenarios, costs }: ChosenBatch): Promise<object> {
  const rules = await Promise.all(ruleSets.map((each) => each.read()));
  const sources = await Promise.all(pools.map((each) => each.read()));
  const [only] = rules;
  return {
    cases: pools.flatMap((pool, at) =>
      ruleSets.map((ruleSet, index) => ({
        id: ruleSets.length === 1 ? pool.key : `${pool.key} ${ruleSet.key}`,
        title: ruleSets.length === 1 ? pool.title : `${pool.title} – ${ruleSet.title}`,
        pool: sources[at]!,
        ...(ruleSet.takesUnits && pool.units !== undefined && { units: { name: pool.units } }),
        ...(ruleSets.length > 1 && { rules: rules[index]! }),
      })),
    ),
    ...(ruleSets.length === 1 && only !== undefined && { rules: only }),
    ...(scenarios.length > 0 && {
      scenarios: scenarios.map(({ id, title, changes }) => ({ id, title, ...changes })),
      under: scenarios.map(({ id }) => id),
    }),
    ...(costs.length > 0 && { costs }),
  };
}
