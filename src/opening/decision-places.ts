import type { Decisions } from '../pool/decisions.ts';
import { isProblem, placedAt, type Problem } from '../words/problem.ts';
import { type DecisionsInput, decisionsOf, QUESTION } from './sources.ts';

/**
 * Problems of the decisions that a question makes, each with its place among them: what is wrong with
 * decisions is found out without knowing how they came.
 */
export function placedInDecisions(
  problems: readonly Problem[],
  made: DecisionsInput | undefined,
): readonly Problem[] {
  const decisions = decisionsOf(made);
  const taken = new Set<string>();
  return problems.map((found): Problem => {
    if (found.place !== undefined) return found;
    const pointers = pointersOf(found, decisions);
    // Whoever is named twice is reported twice; whoever is reported for two reasons has one place.
    const field = pointers.find((each) => !taken.has(each)) ?? pointers[0];
    if (field === undefined) return found;
    taken.add(field);
    return placedAt(found, { file: QUESTION, field });
  });
}

/** Where what a problem is about may stand in the body; nowhere if it is not about decisions. */
function pointersOf(found: Problem, decisions: Decisions): readonly string[] {
  if (isProblem(found, 'slate.unknown-person')) {
    const { decision: blamed, id } = found.parameters;
    return Object.entries(decisions).flatMap(([decision, named]) =>
      decision === blamed ? pointersTo(id, named, `/decisions/${decision}`) : [],
    );
  }
  if (isProblem(found, 'slate.pinned-and-excluded')) {
    return pointersTo(found.parameters.id, decisions.pin, '/decisions/pin');
  }
  if (isProblem(found, 'slate.small-group')) {
    const { decision } = found.parameters;
    const groups = decision === 'together' ? decisions.together : decisions.apart;
    return groups.flatMap((group, index) =>
      new Set(group).size < 2 ? [`/decisions/${decision}/${index}`] : [],
    );
  }
  return [];
}

function pointersTo(
  id: string,
  named: readonly (string | readonly string[])[],
  within: string,
): readonly string[] {
  return named.flatMap((each, index) => {
    const here = `${within}/${index}`;
    if (typeof each === 'string') return each === id ? [here] : [];
    return pointersTo(id, each, here);
  });
}
