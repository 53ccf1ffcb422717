import { writtenFacts, writtenForEach } from './chosen-groups.ts';
import { writtenCondition } from './condition-draft.ts';
import { writtenWords } from './own-words.ts';
import { writtenSeats } from './proportion-draft.ts';
import type { RuleDraft } from './rule-draft.ts';
import { type Bound, writtenShare } from './share-bound.ts';
import { writtenLine } from './size-lines.ts';
import type { Written } from './write-changes.ts';

/** The rule as a file writes it, without its id. */
export function writtenRule(draft: RuleDraft): Written {
  const { strength, weight, relaxTo, within, at, per } = draft;
  const [title, source] = [writtenWords(draft.title), writtenWords(draft.source)];
  const relaxCost = writtenCost(draft);
  const to = Object.entries(relaxTo).map(([side, bound]) => [side, inFile(draft.mode)(bound)] as const);
  return {
    ...(title !== undefined && { title }),
    ...writtenKind(draft),
    ...(per === 'unit' && { per }),
    ...(at !== undefined && { at }),
    ...(Object.keys(within).length > 0 && { within }),
    ...(strength === 'soft' && { strength, weight }),
    ...(relaxCost !== undefined && { relaxCost }),
    ...(to.length > 0 && { relaxTo: Object.fromEntries(to) }),
    ...(source !== undefined && { source }),
  };
}

/** The price of moving its bound, with steps where it has any. */
function writtenCost({ relaxCost, relaxSteps }: RuleDraft): unknown {
  if (typeof relaxCost !== 'number' || relaxSteps.length === 0) return relaxCost;
  const steps = relaxSteps.map(({ beyond, in: unit, each }) => ({
    beyond: unit === 'percent' ? `${beyond} %` : beyond,
    each,
  }));
  return { each: relaxCost, steps };
}

/** What it says of its kind: also what a rule inside another one is written with. */
function writtenKind(draft: RuleDraft): Written {
  const { mode, where, satisfy, of, other, forEach, fact, missing, min, max, parts } = draft;
  const about = where.parts.length === 0 ? {} : { where: writtenCondition(where) };
  const isApart = forEach.length > 0;
  const apart = isApart ? { forEach: writtenForEach(draft) } : {};
  const empty = missing === 'none' ? { missing } : {};
  const bounds = writtenBounds(draft);
  switch (mode) {
    case 'must':
      return { require: { ...about, satisfy: writtenCondition(satisfy) } };
    case 'share':
      return {
        share: {
          ...about,
          ...(of.parts.length > 0 && { of: writtenCondition(of) }),
          ...apart,
          ...bounds,
          ...writtenRounding(draft),
          ...(isApart && empty),
        },
      };
    case 'sum':
    case 'average':
      return { [mode]: { fact, ...about, ...apart, ...bounds, ...empty } };
    case 'difference':
      return {
        difference: {
          between: writtenCondition(where),
          and: writtenCondition(other),
          ...apart,
          max,
          ...(isApart && empty),
        },
      };
    case 'groups':
      return { groups: { of: writtenFacts(forEach), ...about, ...bounds, ...empty } };
    case 'proportion':
      return { proportion: writtenProportion(draft) };
    case 'alternate':
    case 'pair':
      return writtenOrder(draft);
    case 'choice':
      return { choice: { min, of: parts.map((part) => writtenKind(part)) } };
    case 'ifAny':
      return { ifAny: { ...about, need: parts[0] === undefined ? {} : writtenKind(parts[0]) } };
    case 'each':
      return { count: { ...about, ...apart, ...empty, ...bounds } };
    case 'bySize':
      return {
        count: {
          ...about,
          ...apart,
          bySize: draft.lines.map((line) => writtenLine(line)),
          ...(isApart && empty),
        },
      };
    default:
      return { count: { ...about, ...bounds } };
  }
}

/** How a share is rounded or, where it is not, that parts of a member count. */
function writtenRounding({ round, deviation }: RuleDraft): Written {
  if (round !== undefined) return { round };
  return deviation === 'exact' ? { deviation } : {};
}

/** Seats that are shared out among groups. */
function writtenProportion({ where, forEach: [fact], missing, proportion }: RuleDraft): Written {
  return {
    forEach: fact,
    ...(where.parts.length > 0 && { where: writtenCondition(where) }),
    ...writtenSeats(proportion),
    ...(missing === 'none' && { missing }),
  };
}

/** Who stands where on a list. */
function writtenOrder({ mode, forEach: [fact], missing, pairing }: RuleDraft): Written {
  if (mode === 'pair') return { pair: { [pairing]: fact } };
  return { alternate: missing === 'none' ? { fact, missing } : fact };
}

/** A bound as files write it: shares in per cent. */
function inFile(mode: RuleDraft['mode']): (bound: Bound) => number | string {
  return mode === 'share' ? writtenShare : (bound) => bound;
}

function writtenBounds({ mode, min, max }: RuleDraft): Readonly<Record<string, number | string>> {
  const written = inFile(mode);
  if (min !== undefined && min === max) return { exactly: written(min) };
  return {
    ...(min !== undefined && { min: written(min) }),
    ...(max !== undefined && { max: written(max) }),
  };
}
