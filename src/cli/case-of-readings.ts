import type { Pool } from '../pool/pool.ts';
import { readSlate, unknownMembers } from '../pool/read-slate.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { openCase } from '../slate/case.ts';
import { type Decisions, NO_DECISIONS, type SlateCase } from '../slate/requests.ts';
import type { Units } from '../placements/units.ts';
import { BadInput, type Problem, type Reading, valueOf } from '../words/problem.ts';
import { isPlacement, placementNamed, placementWithPlan } from './placement-inputs.ts';
import { problemsOfDecisions } from '../placements/problems-of-decisions.ts';
import type { Under } from './scenario-inputs.ts';

/** A slate or plan as the command line gives it. */
export interface WrittenMembers {
  readonly bytes: Reading<Buffer>;
  /** What it is called in messages. */
  readonly file: string;
  /** What else can be wrong with its members, by their ids. */
  readonly further: ((members: readonly string[], pool: Pool | undefined) => readonly Problem[]) | undefined;
}

/** The case of what was read. @throws BadInput with all that is wrong with any part of it. */
export async function openRead(
  pool: Reading<Pool>,
  units: Reading<Units> | undefined,
  { rules, decisions = NO_DECISIONS }: Under,
): Promise<SlateCase> {
  return isPlacement(units, rules)
    ? placementNamed({ units, decisions }, pool, rules)
    : caseOf(pool, rules, decisions, []);
}

/** The case of what was read, with the members of a slate or a plan. @throws BadInput */
export async function openReadWithSlate(
  pool: Reading<Pool>,
  units: Reading<Units> | undefined,
  { rules, decisions = NO_DECISIONS }: Under,
  { bytes, file, further }: WrittenMembers,
): Promise<{ readonly asked: SlateCase; readonly members: readonly string[] }> {
  if (isPlacement(units, rules)) {
    return placementWithPlan({ units, decisions }, pool, rules, { bytes, file });
  }
  const members = bytes.ok ? readSlate(bytes.value, file) : bytes;
  const problems = members.ok
    ? [
        ...(pool.ok ? unknownMembers(pool.value, members.value.ids, members.value.placeOf) : []),
        ...(further?.(members.value.ids, pool.ok ? pool.value : undefined) ?? []),
      ]
    : members.problems;
  return { asked: caseOf(pool, rules, decisions, problems), members: valueOf(members).ids };
}

function caseOf(
  pool: Reading<Pool>,
  rules: Reading<RuleSet>,
  decisions: Decisions,
  further: readonly Problem[],
): SlateCase {
  const unread = [pool, rules].flatMap((each) => (each.ok ? [] : each.problems));
  if (!pool.ok || !rules.ok) {
    throw new BadInput([...unread, ...further, ...problemsOfDecisions(pool, decisions)]);
  }
  const opened = openCase(pool.value, rules.value, decisions);
  if (!opened.ok || further.length > 0)
    throw new BadInput([...(opened.ok ? [] : opened.problems), ...further]);
  return opened.value;
}
