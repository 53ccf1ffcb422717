import { ALL_GROUPS } from './chosen-groups.ts';
import { comparisonWith } from './comparison-fields.tsx';
import { type JoinedDraft, NO_PARTS } from './condition-draft.ts';
import { likelyPoints, type PoolFact } from './pool-facts.ts';
import { NO_SEATS, type ProportionDraft } from './proportion-draft.ts';
import { NEW_DRAFT, neededConditions, type RuleDraft, UNIT_MODES } from './rule-draft.ts';

/** The draft as another kind of rule: what it says of whom stays, and whatever the kind needs has a beginning. */
export function inMode(draft: RuleDraft, mode: RuleDraft['mode'], facts: readonly PoolFact[]): RuleDraft {
  const counted = UNIT_MODES.has(mode) ? draft : { ...draft, per: 'member' as const };
  const other = withEmptyCells(ofKind(withBoundsFor(counted, mode), mode, facts), draft, facts);
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

/** Whether a column that the rule counts by or adds up has empty cells, so that it matters what they mean. */
export function hasEmptyCells({ mode, forEach, fact }: RuleDraft, facts: readonly PoolFact[]): boolean {
  const read = ADDING.has(mode) ? [...forEach, fact] : forEach;
  return facts.some((each) => each.hasEmpty && read.includes(each.fact));
}

const ADDING: ReadonlySet<string> = new Set(['sum', 'average']);

/** Kinds of which an empty cell is no group, or nothing that is added up, where nobody says otherwise. */
const EMPTY_IS_NONE: ReadonlySet<string> = new Set(['each', 'groups', 'proportion', 'sum', 'average']);

/** The draft with what an empty cell means: as before where that was a question before, and nothing where it is none now. */
export function withEmptyCells(draft: RuleDraft, before: RuleDraft, facts: readonly PoolFact[]): RuleDraft {
  if (!hasEmptyCells(draft, facts)) return { ...draft, missing: 'aside' };
  if (draft.mode === before.mode && hasEmptyCells(before, facts)) return draft;
  return { ...draft, missing: EMPTY_IS_NONE.has(draft.mode) ? 'none' : 'aside' };
}

/** The draft by other groups; numbers of the groups before are none of theirs, which begin with those of the pool. */
export function withGroups(
  draft: RuleDraft,
  forEach: readonly string[],
  facts: readonly PoolFact[],
): RuleDraft {
  const chosen = draft.forEach.join(' ') === forEach.join(' ') ? draft.chosen : ALL_GROUPS;
  const grouped = { ...draft, forEach, chosen };
  const { proportion } = draft;
  return withEmptyCells(
    draft.mode === 'proportion'
      ? { ...grouped, proportion: { ...proportion, to: numbersInPool(forEach[0], facts) } }
      : grouped,
    draft,
    facts,
  );
}

/** How many of the pool each group has, to begin with where nobody has said another number. */
function numbersInPool(fact: string | undefined, facts: readonly PoolFact[]): ProportionDraft['to'] {
  const values = facts.find((each) => each.fact === fact)?.values ?? [];
  return values.map(({ value, count }) => ({ group: String(value), number: count }));
}

/** Into how many groups the pool falls, of a rule about all groups; `undefined` where there are too many to say. */
export function groupsInPool(
  { mode, forEach, chosen }: RuleDraft,
  facts: readonly PoolFact[],
): number | undefined {
  if (chosen.by !== 'all') return undefined;
  if (mode !== 'each' && mode !== 'groups') return undefined;
  const [only, ...further] = forEach;
  if (further.length > 0) return undefined;
  const found = facts.find(({ fact }) => fact === only)?.values.length ?? 0;
  return found === 0 ? undefined : found;
}

/** Per cent are no members, and neither is what a column adds up to: a bound of the one is none of the other. */
function withBoundsFor(draft: RuleDraft, mode: RuleDraft['mode']): RuleDraft {
  if (measureOf(draft.mode) === measureOf(mode)) return draft;
  return { ...draft, min: undefined, max: undefined, relaxTo: {} };
}

function measureOf(mode: RuleDraft['mode']): 'members' | 'percent' | 'amount' {
  if (mode === 'share') return 'percent';
  return ADDING.has(mode) ? 'amount' : 'members';
}

function ofKind(draft: RuleDraft, mode: RuleDraft['mode'], facts: readonly PoolFact[]): RuleDraft {
  const grouped = facts.find(
    ({ values, separator }) => values.length > 1 && (mode === 'groups' || separator === undefined),
  )?.fact;
  const begun = grouped === undefined ? [] : [grouped];
  const forEach = draft.forEach.length === 0 ? begun : draft.forEach;
  const { parts, max } = draft;
  switch (mode) {
    case 'each':
      return { ...draft, mode, forEach, min: undefined, max: max ?? 2 };
    case 'groups':
      return { ...draft, mode, forEach: forEach.slice(0, 1) };
    case 'alternate':
    case 'pair':
      return { ...draft, mode, forEach: forEach.slice(0, 1), min: undefined };
    case 'proportion': {
      const by = forEach.slice(0, 1);
      const proportion = { ...NO_SEATS, to: numbersInPool(by[0], facts) };
      return { ...draft, mode, forEach: by, min: undefined, max: undefined, proportion };
    }
    case 'sum':
    case 'average': {
      const number = likelyPoints(facts)?.fact ?? '';
      const fact = draft.fact === '' ? number : draft.fact;
      return { ...draft, mode, fact, forEach: [] };
    }
    case 'difference':
      return { ...draft, mode, forEach: [], min: undefined, max: max ?? 1 };
    case 'bySize': {
      const [least, most] = [draft.min ?? 1, max].map((bound) =>
        typeof bound === 'number' ? bound : undefined,
      );
      const first = { from: 1, to: undefined, in: 'members', min: least, max: most } as const;
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
      return { ...draft, mode, forEach: [] };
  }
}
