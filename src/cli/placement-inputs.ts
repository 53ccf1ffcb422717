import { openPlacement } from '../placements/placement.ts';
import { readPlan } from '../placements/read-plan.ts';
import { readUnits, readUnitsFile } from '../placements/read-units.ts';
import type { Units } from '../placements/units.ts';
import type { Pool } from '../pool/pool.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Decisions, SlateCase } from '../slate/requests.ts';
import { BadInput, problem, type Problem, type Reading, valueOf } from '../words/problem.ts';
import { problemsOfDecisions } from '../placements/problems-of-decisions.ts';
import { bytesNamed, isStdin, shownFile } from './standard-input.ts';

/** What the command line names of a placement besides candidates and rules. */
export interface PlacementNamed {
  /** Absent where none are named. */
  readonly units: Reading<Units> | undefined;
  readonly decisions: Decisions;
}

/** Whether units are to be staffed: the rules have titles, or a table of units is given. */
export function isPlacement(units: PlacementNamed['units'], rules: Reading<RuleSet>): boolean {
  return units !== undefined || (rules.ok && rules.value.titles !== undefined);
}

/** The table of units that the command line names; nothing where it names none. */
export async function unitsNamed(
  file: string | undefined,
  signal: AbortSignal,
): Promise<Reading<Units> | undefined> {
  if (file === undefined) return undefined;
  if (!isStdin(file)) return readUnitsFile(file);
  const bytes = await bytesNamed(file, signal);
  return bytes.ok ? readUnits(bytes.value, shownFile(file)) : bytes;
}

/** The case of a placement. @throws BadInput with all that is wrong with what it is made of. */
export async function placementNamed(
  named: PlacementNamed,
  pool: Reading<Pool>,
  rules: Reading<RuleSet>,
): Promise<SlateCase> {
  const { decisions } = named;
  const ground = groundOf(named, pool, rules, []);
  return valueOf(await openPlacement(ground.pool, ground.units, ground.ruleSet, { decisions }));
}

/** The case of a placement with the appointments of a plan. @throws BadInput */
export async function placementWithPlan(
  named: PlacementNamed,
  pool: Reading<Pool>,
  rules: Reading<RuleSet>,
  { bytes, file }: { readonly bytes: Reading<Buffer>; readonly file: string },
): Promise<{ readonly asked: SlateCase; readonly members: readonly string[] }> {
  const { decisions } = named;
  const ground = groundOf(named, pool, rules, bytes.ok ? [] : bytes.problems);
  const plan = await readPlan(valueOf(bytes), file, ground);
  const also = plan.ok ? plan.value : [];
  const asked = await openPlacement(ground.pool, ground.units, ground.ruleSet, { also, decisions });
  const problems = [asked, plan].flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) throw new BadInput(problems);
  return { asked: valueOf(asked), members: valueOf(plan) };
}

interface GroundNamed {
  readonly pool: Pool;
  readonly units: Units;
  readonly ruleSet: RuleSet;
}

function groundOf(
  named: PlacementNamed,
  pool: Reading<Pool>,
  rules: Reading<RuleSet>,
  further: readonly Problem[],
): GroundNamed {
  const units = named.units ?? unitsNeeded(rules);
  if (!pool.ok || !rules.ok || !units.ok || further.length > 0) {
    const unread = [pool, rules, units].flatMap((each) => (each.ok ? [] : each.problems));
    throw new BadInput([...unread, ...further, ...problemsOfDecisions(pool, named.decisions)]);
  }
  return { pool: pool.value, units: units.value, ruleSet: rules.value };
}

function unitsNeeded(rules: Reading<RuleSet>): Reading<Units> {
  const id = rules.ok ? rules.value.id : '';
  return { ok: false, problems: [problem('placements.units-needed', { rules: id })] };
}
