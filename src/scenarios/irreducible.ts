import type { RelaxedFirstSession } from '../optimize/highs/relaxed-first.ts';
import { type Bounds, copyBounds } from '../optimize/linear-program.ts';
import { openRow } from '../optimize/highs/model-series.ts';
import type { SolveLimits } from '../optimize/solver.ts';

/**
 * Reduces a contradiction to a set of members of which none can be left out: the deletion filter
 * (Chinneck and Dravnieks, "Locating minimal infeasible constraint sets in linear programs", ORSA
 * Journal on Computing 3, 1991). Members are tried in their order, so the same question gives the same
 * set; a certificate spares the question of all members that it does without, and changes nothing of
 * the outcome: what contradicts itself still does so with more members.
 *
 * @param session of a program on whose level nothing has a say.
 * @param bounds bounds under which no solution exists.
 * @param memberOf the member of each row; −1 for rows that always hold.
 * @returns the members, ascending; `undefined` if time ran out.
 */
export function irreducible(
  session: RelaxedFirstSession,
  bounds: Bounds,
  memberOf: Int32Array,
  memberCount: number,
  limits: SolveLimits,
): readonly number[] | undefined {
  let left: ReadonlySet<number> = new Set(Array.from({ length: memberCount }, (_, member) => member));
  let core: ReadonlySet<number> = left;
  for (let member = 0; member < memberCount; member += 1) {
    const without = new Set(left);
    without.delete(member);
    if (core.has(member)) {
      const verdict = session.solve(only(bounds, memberOf, without), limits);
      if (verdict.status === 'unknown') return undefined;
      if (verdict.status === 'optimal') continue;
      core = verdict.certificate === undefined ? without : usedBy(verdict.certificate, memberOf);
    }
    left = without;
  }
  return [...left];
}

/** The bounds of these members; all others are opened. */
function only(bounds: Bounds, memberOf: Int32Array, members: ReadonlySet<number>): Bounds {
  const opened = copyBounds(bounds);
  memberOf.forEach((member, row) => {
    if (member !== -1 && !members.has(member)) openRow(opened, row);
  });
  return opened;
}

function usedBy(certificate: Float64Array, memberOf: Int32Array): ReadonlySet<number> {
  const members = new Set<number>();
  certificate.forEach((multiplier, row) => {
    if (multiplier !== 0 && memberOf[row] !== -1) members.add(memberOf[row]!);
  });
  return members;
}
