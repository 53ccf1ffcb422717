import type { Named, RowDecisions } from '../pool/decisions.ts';
import { rowsById } from '../rules/facts/fact-table.ts';
import type { SlateCase } from './slate-case.ts';

/**
 * Decisions by row; their ids are known, the opening of the case has seen to that. A candidate of a
 * placement stands for all their appointments, which may be none where rules forbid every one.
 */
export function rowDecisions(asked: SlateCase): RowDecisions {
  const { pin, exclude, together, apart } = asked.decisions;
  const named = namer(asked);
  return {
    pin: pin.map(named),
    exclude: exclude.map(named),
    together: together.map((group) => group.map(named)),
    apart: apart.map((group) => group.map(named)),
  };
}

/** Finds the rows of those whom decisions name. */
function namer({ decisions, facts, placement, pool }: SlateCase): (id: string) => Named {
  const rows = rowsById(facts);
  const { personOf } = facts;
  const own = (id: string): Named => {
    const row = rows.get(id);
    return { id, rows: row === undefined ? [] : [row] };
  };
  if (placement === undefined || personOf === undefined) return own;
  const named = [decisions.pin, decisions.exclude, ...decisions.together, ...decisions.apart].flat();
  const persons = rowsById(pool);
  const byPerson = new Map(named.filter((id) => persons.has(id)).map((id): [string, number[]] => [id, []]));
  for (let row = 0; byPerson.size > 0 && row < facts.size; row += 1) byPerson.get(personOf(row))?.push(row);
  return (id) => {
    const mine = byPerson.get(id);
    return mine === undefined ? own(id) : { id, rows: mine };
  };
}
