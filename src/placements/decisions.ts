import { decisionProblems } from '../slate/case.ts';
import { type Decisions, saidOnce } from '../pool/decisions.ts';
import type { Problem } from '../words/problem.ts';
import { wayOfPlace, type AppointmentParts } from './appointments.ts';
import { type AppointmentFinder, appointmentId } from './named-appointments.ts';

/** Decisions as a placement takes them. */
interface ResolvedDecisions {
  readonly problems: readonly Problem[];
  /** With the ids of candidates and appointments as answers give them, each once. */
  readonly decisions: Decisions;
}

/**
 * Decisions may name appointments or candidates. Who is named as a candidate stands for all their
 * appointments: pinning them means some appointment of theirs, excluding them none, keeping them together
 * that all of the group are appointed or none, and apart at most one.
 */
export function resolvedDecisions(
  written: Decisions,
  ground: AppointmentParts,
  find: AppointmentFinder,
): ResolvedDecisions {
  const persons = new Set(ground.candidates.ids);
  const idOf = (id: string): string => {
    const place = persons.has(id) ? undefined : find(id);
    if (place === undefined) return id;
    const { candidates, units } = ground;
    return appointmentId(
      candidates.ids[place.candidate]!,
      units.ids[place.unit]!,
      wayOfPlace(ground, place).id,
    );
  };
  const decisions = saidOnce({
    pin: written.pin.map(idOf),
    exclude: written.exclude.map(idOf),
    together: written.together.map((group) => group.map(idOf)),
    apart: written.apart.map((group) => group.map(idOf)),
  });
  const { pin, exclude, together, apart } = decisions;
  const named = [pin, exclude, ...together, ...apart].flat();
  const known = named.filter((id) => persons.has(id) || find(id) !== undefined);
  return { problems: decisionProblems(known, decisions), decisions };
}
