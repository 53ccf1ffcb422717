import { comparisonsIn, isWhole, type JoinedDraft, NO_PARTS } from './condition-draft.ts';
import { ALL_GROUPS, type ChosenGroups } from './chosen-groups.ts';
import type { OwnWords } from './own-words.ts';
import { areShared, NO_SEATS, type ProportionDraft } from './proportion-draft.ts';
import { type Bound, sizeOfBound } from './share-bound.ts';
import { missingInLines, type SizeLine } from './size-lines.ts';

/** Kinds of rules that can also stand inside another one. */
export const PART_MODES = ['count', 'share', 'each', 'must', 'sum', 'average', 'difference'] as const;

/** Which places of a list a rule can be about. */
export const WITHIN = ['first', 'from', 'to', 'blocks', 'windows'] as const;

/** What kinds of rules a form can say. */
export const MODES = [
  ...PART_MODES,
  'bySize',
  'proportion',
  'groups',
  'choice',
  'ifAny',
  'alternate',
  'pair',
] as const;

/** Kinds of rules about who stands where: only a list has an order. */
export const LIST_MODES: ReadonlySet<RuleDraft['mode']> = new Set(['alternate', 'pair']);

/** Kinds of rules that can count units instead of appointments, where there are any. */
export const UNIT_MODES: ReadonlySet<RuleDraft['mode']> = new Set(['count', 'share']);

/** How what a share comes to can be rounded; not at all, where nothing is said. */
export const ROUNDINGS = ['nearest', 'up', 'down', 'either'] as const;

/** A rule as a form holds it, complete or not yet. */
export interface RuleDraft {
  /** What it is called; `undefined`: what it says. */
  readonly title: OwnWords | undefined;
  /** Where its figures come from. */
  readonly source: OwnWords | undefined;
  readonly mode: (typeof MODES)[number];
  /** Whom it is about; no part: everybody. */
  readonly where: JoinedDraft;
  /** Of `must`: what they must be. */
  readonly satisfy: JoinedDraft;
  /** Of `share`: whose part they are; no part: of the slate. */
  readonly of: JoinedDraft;
  /** Of `difference`: whom they are compared with. */
  readonly other: JoinedDraft;
  /** The facts by whose values together is counted apart; of `groups`, `proportion`, `alternate` and `pair` the one that they are about. Empty: none. */
  readonly forEach: readonly string[];
  /** Of what is counted apart: the groups that it holds for. */
  readonly chosen: ChosenGroups;
  /** Of `sum` and `average`: the fact that is added up. */
  readonly fact: string;
  /** What an empty cell of `forEach` or `fact` means: its candidate is set aside, or it is no group and nothing. */
  readonly missing: 'aside' | 'none';
  readonly round: (typeof ROUNDINGS)[number] | undefined;
  /** Of a `share` that is not rounded: whether it is off by whole members, or by parts of one. */
  readonly deviation: 'whole' | 'exact';
  /** Members; of `share` per cent or a fraction, of `sum` and `average` in the fact, of `choice` rules. */
  readonly min: Bound | undefined;
  readonly max: Bound | undefined;
  /** What is counted of a placement: appointments, or units with one. */
  readonly per: 'member' | 'unit';
  /** Of `proportion`: the seats, and by which numbers they are shared out. */
  readonly proportion: ProportionDraft;
  /** Of `pair`: whether a substitute has the same value as whom they stand behind, or another one. */
  readonly pairing: 'same' | 'different';
  /** Of `bySize`: what is asked at which size of the slate. */
  readonly lines: readonly SizeLine[];
  /** The day on which ages and appraisals count, `YYYY-MM-DD`; `undefined`: the day of the whole rule set. */
  readonly at: string | undefined;
  /** Of a list: the places that it is about; none: all. */
  readonly within: { readonly [Place in (typeof WITHIN)[number]]?: number };
  /** Of `choice`: the rules to choose from; of `ifAny`: the one that is asked for. */
  readonly parts: readonly RuleDraft[];
  readonly strength: 'hard' | 'soft';
  /** Of a goal: points per member missing or too many. */
  readonly weight: number;
  /** Price of moving a bound by one where no slate exists; `never`: it stays. */
  readonly relaxCost: number | 'never' | undefined;
  /** Beyond so many members, each more costs more; a price for the first ones is needed. */
  readonly relaxSteps: readonly RelaxStep[];
  /** How far it may be moved at most, as the bounds themselves. */
  readonly relaxTo: { readonly min?: Bound; readonly max?: Bound };
}

/** From where on moving a bound costs more. */
export interface RelaxStep {
  /** Members, or per cent of the bound. */
  readonly beyond: number;
  readonly in: 'members' | 'percent';
  readonly each: number;
}

/** A form at its beginning. */
export const NEW_DRAFT: RuleDraft = {
  title: undefined,
  source: undefined,
  mode: 'count',
  where: NO_PARTS,
  satisfy: NO_PARTS,
  of: NO_PARTS,
  other: NO_PARTS,
  forEach: [],
  chosen: ALL_GROUPS,
  fact: '',
  missing: 'aside',
  round: undefined,
  deviation: 'whole',
  min: 1,
  max: undefined,
  per: 'member',
  proportion: NO_SEATS,
  pairing: 'same',
  lines: [],
  at: undefined,
  within: {},
  parts: [],
  strength: 'hard',
  weight: 1,
  relaxCost: undefined,
  relaxSteps: [],
  relaxTo: {},
};

/** The conditions that a kind of rule has. */
const CONDITIONS: Readonly<Record<RuleDraft['mode'], readonly ('where' | 'satisfy' | 'of' | 'other')[]>> = {
  count: ['where'],
  bySize: ['where'],
  share: ['where', 'of'],
  each: ['where'],
  must: ['where', 'satisfy'],
  sum: ['where'],
  average: ['where'],
  difference: ['where', 'other'],
  groups: ['where'],
  choice: [],
  ifAny: ['where'],
  proportion: ['where'],
  alternate: [],
  pair: [],
};

/** Conditions without which a kind of rule says nothing. */
const NEEDED: Readonly<Partial<typeof CONDITIONS>> = {
  share: ['where'],
  must: ['satisfy'],
  difference: ['where', 'other'],
  ifAny: ['where'],
};

/** The conditions without which a kind of rule says nothing. */
export function neededConditions(mode: RuleDraft['mode']): readonly ('where' | 'satisfy' | 'of' | 'other')[] {
  return NEEDED[mode] ?? [];
}

/** Kinds that hold for each group by itself, of which some can be chosen. */
export const APART_MODES: ReadonlySet<RuleDraft['mode']> = new Set([
  'each',
  'share',
  'sum',
  'average',
  'difference',
  'bySize',
]);

/** The conditions that count in a draft; others are left over from another kind. */
export function conditionsOf(draft: RuleDraft): readonly JoinedDraft[] {
  const own = CONDITIONS[draft.mode].map((name) => draft[name]);
  const { chosen, forEach } = draft;
  const choosesGroups = chosen.by === 'where' && APART_MODES.has(draft.mode) && forEach.length > 0;
  return choosesGroups ? [...own, chosen.where] : own;
}

/** The facts that a rule names. */
export function factsIn(draft: RuleDraft): readonly string[] {
  const compared = conditionsOf(draft).flatMap((each) => comparisonsIn(each).map(({ fact }) => fact));
  return [...compared, ...draft.forEach, draft.fact, ...draft.parts.flatMap((part) => factsIn(part))];
}

/** Kinds of rules that are about the values of a fact. */
const BY_FACT: ReadonlySet<RuleDraft['mode']> = new Set(['each', 'groups', 'proportion', ...LIST_MODES]);

/** What is still missing in a form, if anything. */
export function missingIn(
  draft: RuleDraft,
): 'condition' | 'bound' | 'crossed' | 'fact' | 'groups' | 'parts' | 'seats' | undefined {
  const { mode, forEach, fact, min, max, parts } = draft;
  if (lacksGroups(draft)) return 'groups';
  if (!conditionsOf(draft).every((each) => isWhole(each))) return 'condition';
  if (neededConditions(mode).some((name) => draft[name].parts.length === 0)) return 'condition';
  if (mode === 'choice' && (parts.length < 2 || min === undefined || sizeOfBound(min) > parts.length))
    return 'parts';
  if (mode === 'ifAny' && parts.length !== 1) return 'parts';
  if (mode === 'choice' || mode === 'ifAny') {
    return parts.map((part) => missingIn(part)).find((each) => each !== undefined);
  }
  if (BY_FACT.has(mode) && forEach.length === 0) return 'fact';
  if ((mode === 'sum' || mode === 'average') && fact === '') return 'fact';
  if (mode === 'must' || LIST_MODES.has(mode)) return undefined;
  if (mode === 'proportion') return areShared(draft.proportion) ? undefined : 'seats';
  if (mode === 'bySize') return missingInLines(draft.lines);
  if (mode === 'difference') return max === undefined ? 'bound' : undefined;
  if (min === undefined && max === undefined) return 'bound';
  return min !== undefined && max !== undefined && sizeOfBound(min) > sizeOfBound(max)
    ? 'crossed'
    : undefined;
}

/** Whether groups are to be chosen, and nothing says which. */
function lacksGroups({ mode, forEach, chosen }: RuleDraft): boolean {
  if (!APART_MODES.has(mode) || forEach.length === 0 || chosen.by === 'all') return false;
  return chosen.by === 'where' ? chosen.where.parts.length === 0 : chosen.values.length === 0;
}
