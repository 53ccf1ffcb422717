import { containedFact } from '../words/contained-fact.ts';
import type { WrittenCondition } from './conditions/condition-schema.ts';
import { togetherName } from './groups/grouping.ts';
import { daysOfIsoDate } from './facts/iso-date.ts';
import { sizesIn } from './bounds/by-size.ts';
import type { WrittenAmount, WrittenPart, WrittenSizeStep } from './problems/kind-shapes.ts';
import { factAt, knownFact } from './facts/known-facts.ts';
import { exactNumber, exactShare } from './facts/ratio.ts';
import type {
  AmountRule,
  Condition,
  FactType,
  Grouped,
  Limits,
  Ratio,
  Rule,
  RuleBase,
  RuleSet,
  Scalar,
  SizeStep,
} from './rule-set.ts';
import type { WrittenForEach, WrittenRule } from './schema.ts';
import { wholeIn } from './yaml/written-values.ts';
import { ownProperty } from '../words/own-property.ts';

type Facts = RuleSet['facts'];

/** A value as facts are stored: dates as days. */
export function storedValue(value: Scalar, type: FactType | undefined): Scalar {
  return type === 'date' && typeof value === 'string' ? (daysOfIsoDate(value) ?? value) : value;
}

/**
 * The condition that was written, with dates as days.
 *
 * @param at the day that its facts are counted at, where that is not the reference date.
 */
export function conditionOf(written: WrittenCondition, facts: Facts, at?: string): Condition {
  if ('all' in written) return { all: written.all.map((each) => conditionOf(each, facts, at)) };
  if ('any' in written) return { any: written.any.map((each) => conditionOf(each, facts, at)) };
  if ('not' in written) return { not: conditionOf(written.not, facts, at) };
  const { operator, value } = written;
  const fact = factAt(written.fact, at);
  if (operator === 'contains')
    return { fact: containedFact({ column: fact, value: String(value) }), operator: 'equal', value: true };
  const type = knownFact(fact)?.type ?? ownProperty(facts, fact)?.type;
  return {
    fact,
    operator,
    value: Array.isArray(value) ? value.map((each) => storedValue(each, type)) : storedValue(value, type),
  };
}

/** What a rule has of its kind. */
export type Kind = Rule extends infer Each ? (Each extends Rule ? Omit<Each, keyof RuleBase> : never) : never;

/** The same of some people alone: of a share its base is narrowed, of a difference both sides. */
export function narrowedBy(kind: Kind, narrowed: (condition: Condition | undefined) => Condition): Kind {
  if (kind.kind === 'share') return { ...kind, of: narrowed(kind.of) };
  if (kind.kind === 'count' && kind.against !== undefined)
    return { ...kind, where: narrowed(kind.where), against: narrowed(kind.against) };
  return { ...kind, where: narrowed(kind.where) };
}

/** A rule as written, as far as it says what is asked of members. */
export type WrittenKind = Pick<
  WrittenRule,
  'count' | 'difference' | 'share' | 'sum' | 'average' | 'require' | 'groups' | 'at' | 'relaxTo'
>;

/** What a rule says, in the numbers of its kind and with how far its bounds may move. */
export function kindOf(written: WrittenKind, facts: Facts): Kind {
  return withLimits(withoutLimits(written, facts), written.relaxTo);
}

function withoutLimits(written: WrittenKind, facts: Facts): Kind {
  const { count, difference, share, sum, average, require, groups, at } = written;
  if (count !== undefined) return countOf(count, facts, at);
  if (difference !== undefined) return differenceOf(difference, facts, at);
  if (groups !== undefined) return representedOf(groups, facts, at);
  if (share !== undefined) return shareOf(share, facts, at);
  if (sum !== undefined) return { kind: 'sum', ...amountOf(sum, facts, at) };
  if (average !== undefined) return { kind: 'average', ...amountOf(average, facts, at) };
  if (require !== undefined) return requirementOf(require, facts, at);
  throw new Error('A rule of no kind got past its checks.');
}

/** What is written under one key of a rule, where that key is there. */
type Under<Key extends keyof WrittenKind> = NonNullable<WrittenKind[Key]>;

function countOf(count: Under<'count'>, facts: Facts, at: WrittenKind['at']): Kind {
  return {
    kind: 'count',
    ...whereOf(count.where, facts, at),
    ...groupedOf(count, facts, at),
    ...wholeBoundsOf(count),
    ...(count.bySize !== undefined && { bySize: stepsOf(count.bySize) }),
  };
}

function differenceOf(difference: Under<'difference'>, facts: Facts, at: WrittenKind['at']): Kind {
  return {
    kind: 'count',
    ...whereOf(difference.between, facts, at),
    against: conditionOf(difference.and, facts, at),
    ...groupedOf(difference, facts, at),
    max: difference.max,
  };
}

function representedOf(groups: Under<'groups'>, facts: Facts, at: WrittenKind['at']): Kind {
  const represented = togetherName([groups.of].flat());
  const declared = ownProperty(facts, represented);
  return {
    kind: 'count',
    represented,
    ...(declared?.separator !== undefined && { several: declared.values ?? 'any' }),
    ...whereOf(groups.where, facts, at),
    ...(groups.missing !== undefined && { missing: groups.missing }),
    ...wholeBoundsOf(groups),
  };
}

function shareOf(share: Under<'share'>, facts: Facts, at: WrittenKind['at']): Kind {
  return {
    kind: 'share',
    where: conditionOf(share.where, facts, at),
    ...(share.of !== undefined && { of: conditionOf(share.of, facts, at) }),
    ...groupedOf(share, facts, at),
    ...boundOf('min', exactShare(share.exactly ?? share.min)),
    ...boundOf('max', exactShare(share.exactly ?? share.max)),
    ...(share.deviation === 'exact' && { deviation: share.deviation }),
    ...(share.round !== undefined && { round: share.round }),
  };
}

function requirementOf(required: Under<'require'>, facts: Facts, at: WrittenKind['at']): Kind {
  return {
    kind: 'require',
    ...whereOf(required.where, facts, at),
    satisfy: conditionOf(required.satisfy, facts, at),
  };
}

function whereOf(
  condition: WrittenCondition | undefined,
  facts: Facts,
  at: WrittenKind['at'],
): { readonly where?: Condition } {
  return condition === undefined ? {} : { where: conditionOf(condition, facts, at) };
}

/** Bounds in whole people or groups; `exactly` is both at once. */
interface WrittenBounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly exactly?: number | undefined;
}

function wholeBoundsOf({ exactly, min = exactly, max = exactly }: WrittenBounds): {
  readonly min?: number;
  readonly max?: number;
} {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** A table of bounds by size, ascending. */
function stepsOf(written: readonly WrittenSizeStep[]): readonly SizeStep[] {
  const steps = written.map(({ size, exactly, min = exactly, max = exactly }): SizeStep => ({
    size: sizesIn(size),
    ...(min !== undefined && { min: membersOrShare(min) }),
    ...(max !== undefined && { max: membersOrShare(max) }),
  }));
  return steps.toSorted((one, other) => one.size.min - other.size.min);
}

function membersOrShare(written: number | string): number | Ratio {
  const bound = typeof written === 'number' ? written : exactShare(written);
  if (bound === undefined) throw new Error('A bound that is no share got past its checks.');
  return bound;
}

/** What a rule says, with how far its bounds may move, in the numbers of its kind. */
function withLimits(kind: Kind, relaxTo: WrittenRule['relaxTo']): Kind {
  if (relaxTo === undefined || kind.kind === 'require') return kind;
  const { min, max } = relaxTo;
  if (kind.kind === 'count') return { ...kind, relaxTo: limits(wholeIn(min), wholeIn(max)) };
  const read = kind.kind === 'share' ? exactShare : exactNumber;
  return { ...kind, relaxTo: limits(read(min), read(max)) };
}

function limits<Value>(min: Value | undefined, max: Value | undefined): Limits<Value> {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** Groups in any of their spellings. */
function groupedOf(
  { forEach, missing }: Pick<WrittenAmount, 'forEach' | 'missing'>,
  facts: Facts,
  at: string | undefined,
): Grouped {
  if (forEach === undefined) return {};
  const { fact, where, values } = writtenGroups(forEach);
  return {
    forEach: togetherName([fact].flat()),
    ...(where !== undefined && { groups: { where: conditionOf(where, facts, at) } }),
    ...(values !== undefined && { groups: { values: values.map(String) } }),
    ...(missing !== undefined && { missing }),
  };
}

function writtenGroups(forEach: WrittenForEach): Exclude<WrittenForEach, string | string[]> {
  return typeof forEach === 'string' || Array.isArray(forEach) ? { fact: forEach } : forEach;
}

function amountOf(
  written: WrittenAmount,
  facts: Facts,
  at: string | undefined,
): Omit<AmountRule, keyof RuleBase | 'kind'> {
  const { fact, where, missing, exactly, min = exactly, max = exactly } = written;
  return {
    fact: factAt(fact, at),
    ...(where !== undefined && { where: conditionOf(where, facts, at) }),
    ...groupedOf(written, facts, at),
    ...(missing !== undefined && { missing }),
    ...boundOf('min', exactNumber(min)),
    ...boundOf('max', exactNumber(max)),
  };
}

function boundOf(
  key: 'min' | 'max',
  ratio: Ratio | undefined,
): { readonly min?: Ratio; readonly max?: Ratio } {
  return ratio === undefined ? {} : { [key]: ratio };
}

/** "At least so many of these rules", and of two: nobody of a kind is there, or the other is kept. */
export function countOfRules(
  { choice, ifAny, relaxTo }: WrittenRule,
  part: (inner: WrittenPart) => Rule,
): Kind | undefined {
  if (choice !== undefined)
    return withLimits({ kind: 'count', parts: choice.of.map(part), min: choice.min }, relaxTo);
  if (ifAny === undefined) return undefined;
  const nobody = part({ count: { where: ifAny.where, max: 0 } });
  return { kind: 'count', parts: [nobody, part(ifAny.need)], conditional: true, min: 1 };
}
