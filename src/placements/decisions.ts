import type { FactTable } from '../rules/fact-table.ts';
import { decisionProblems, rowsById } from '../slate/case.ts';
import type { Decisions } from '../slate/requests.ts';
import { problem, type Problem } from '../words/problem.ts';
import type { Ground } from './appointments.ts';
import type { AppointmentFinder } from './named-appointments.ts';

/** Decisions as a placement takes them. */
export interface ResolvedDecisions {
  readonly problems: readonly Problem[];
  /** Ids of the candidates who must be appointed somewhere. */
  readonly pinned: readonly string[];
  /** The decisions on the appointments of a table. */
  readonly resolve: (facts: FactTable) => Decisions;
}

/**
 * Decisions may name appointments or candidates. Pinning a candidate means some appointment of theirs,
 * a rule of its own; excluding one, all of them; keeping candidates apart, at most one appointment
 * among them all. `together` ties single appointments.
 */
export function decisionsOnRows(
  decisions: Decisions,
  { candidates }: Ground,
  find: AppointmentFinder,
): ResolvedDecisions {
  const rowOf = new Map(candidates.ids.map((id, row) => [id, row]));
  const named = [decisions.pin, decisions.exclude, ...decisions.together, ...decisions.apart].flat();
  const known = named.filter((id) => rowOf.has(id) || find(id) !== undefined);
  const tied = decisions.together.flat().filter((id) => rowOf.has(id));
  return {
    problems: [
      ...decisionProblems(known, decisions),
      ...tied.map((id) => problem('placements.together-persons', { id })),
    ],
    pinned: [...new Set(decisions.pin.filter((id) => rowOf.has(id)))],
    resolve: (facts) => {
      const rows = appointmentsOf(facts, new Set(named.filter((id) => rowOf.has(id))));
      return {
        pin: decisions.pin.filter((id) => !rowOf.has(id)),
        exclude: decisions.exclude.flatMap(rows),
        together: decisions.together,
        apart: decisions.apart.map((group) => group.flatMap(rows)).filter((group) => group.length > 1),
      };
    },
  };
}

/** For a candidate among `persons` all their appointments of the table, for an appointment itself, if it is there. */
function appointmentsOf(facts: FactTable, persons: ReadonlySet<string>) {
  const byPerson = new Map<string, string[]>([...persons].map((id) => [id, []]));
  if (persons.size > 0) {
    for (let row = 0; row < facts.size; row += 1) {
      byPerson.get(facts.personOf?.(row) ?? '')?.push(facts.ids[row]!);
    }
  }
  const standing = rowsById(facts);
  return (id: string): readonly string[] => byPerson.get(id) ?? (standing.has(id) ? [id] : []);
}
