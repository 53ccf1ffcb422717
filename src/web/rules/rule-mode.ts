import { comparisonWith } from './comparison-fields.tsx';
import { type JoinedDraft, NO_PARTS } from './condition-draft.ts';
import { likelyPoints, type PoolFact } from './pool-facts.ts';
import { NEW_DRAFT, neededConditions, type RuleDraft } from './rule-draft.ts';

/** The draft as another kind of rule: what it says of whom stays, and whatever the kind needs has a beginning. */
export function inMode(draft: RuleDraft, mode: RuleDraft['mode'], facts: readonly PoolFact[]): RuleDraft {
  const other = withBounds(ofKind(draft, mode, facts), draft);
  return neededConditions(mode).reduce<RuleDraft>(
    (begun, name, index) =>
      begun[name].parts.length > 0 ? begun : { ...begun, [name]: firstKind(facts, index) },
    other,
  );
}

/**
 * A condition to begin with: one kind of people that the table tells apart.
 *
 * @param nth which value of the column, the most frequent first.
 */
export function firstKind(facts: readonly PoolFact[], nth = 0): JoinedDraft {
  const told = facts.find(({ values }) => values.length > 1);
  if (told === undefined) return NO_PARTS;
  const value = told.values[nth]?.value;
  const first = comparisonWith(told);
  return { join: 'all', parts: [value === undefined ? first : { ...first, value }] };
}

/** A rule inside another one, to begin with. */
function firstPart(facts: readonly PoolFact[], nth: number): RuleDraft {
  return { ...NEW_DRAFT, where: firstKind(facts, nth) };
}

/** Per cent are no members: a bound of the one is none of the other. */
function withBounds(draft: RuleDraft, before: RuleDraft): RuleDraft {
  return (draft.mode === 'share') === (before.mode === 'share')
    ? draft
    : { ...draft, min: undefined, max: draft.mode === 'share' ? undefined : draft.max, relaxTo: {} };
}

function ofKind(draft: RuleDraft, mode: RuleDraft['mode'], facts: readonly PoolFact[]): RuleDraft {
  const grouped = facts.find(
    ({ values, separator }) => values.length > 1 && (mode === 'groups' || separator === undefined),
  )?.fact;
  const begun = grouped === undefined ? [] : [grouped];
  const forEach = draft.forEach.length === 0 ? begun : draft.forEach;
  const { parts } = draft;
  const max = draft.mode === 'share' ? undefined : draft.max;
  switch (mode) {
    case 'each':
      return { ...draft, mode, forEach, missing: 'none', min: undefined, max: max ?? 2 };
    case 'groups':
      return { ...draft, mode, forEach: forEach.slice(0, 1), missing: 'none' };
    case 'sum':
    case 'average': {
      const number = likelyPoints(facts)?.fact ?? '';
      const fact = draft.fact === '' ? number : draft.fact;
      return { ...draft, mode, fact, forEach: [], missing: 'none' };
    }
    case 'difference':
      return { ...draft, mode, forEach: [], min: undefined, max: max ?? 1 };
    case 'bySize': {
      const first = { from: 1, to: undefined, in: 'members', min: draft.min ?? 1, max } as const;
      return { ...draft, mode, forEach: [], lines: [first], relaxTo: {} };
    }
    case 'choice':
      return {
        ...draft,
        mode,
        min: 1,
        max: undefined,
        parts: [parts[0] ?? firstPart(facts, 0), parts[1] ?? firstPart(facts, 1)],
      };
    case 'ifAny':
      return { ...draft, mode, parts: [parts[0] ?? firstPart(facts, 1)] };
    default:
      return { ...draft, mode, forEach: [], missing: 'aside' };
  }
}
