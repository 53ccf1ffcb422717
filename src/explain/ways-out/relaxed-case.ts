import Fraction from 'fraction.js';
import { withAnyBounds } from '../../optimize/model/changed-case.ts';
import type { DecidedCase } from '../../optimize/model/decided-case.ts';
import type { RowDecisions } from '../../pool/decisions.ts';
import { type RuleRows } from '../../optimize/model/rule-rows.ts';
import { slackUnit } from '../../optimize/model/share-slack.ts';
import { UNIT_FACT } from '../../rules/titles.ts';
import { compareRatios, ratioOf, sameRatio } from '../../rules/facts/ratio.ts';
import { decide } from '../../rules/conditions/deciding.ts';
import { isBySize } from '../../rules/bounds/by-size.ts';
import { isDifference } from '../../rules/bounds/difference.ts';
import type {
  AmountRule,
  CountRule,
  Limits,
  Ratio,
  Rule,
  RuleSet,
  ShareRule,
  Size,
} from '../../rules/rule-set.ts';
import { withExceptions } from '../eligibility-exceptions.ts';
import type { Member, CaseToExplain } from '../case-to-explain.ts';
import type { Movement, Relaxation, RelaxationShape } from './relaxation-model.ts';
import { fillsSeats, withVacantSeats } from '../vacant-seats.ts';
import { conditionsOf } from '../../rules/rule-conditions.ts';
import { groupsOf } from '../../rules/groups/groups.ts';
import { VERDICT } from '../../rules/conditions/three-valued.ts';
import { countsInShare } from '../../optimize/model/share-rows.ts';

/** A question after a relaxation. */
export interface RelaxedCase {
  /** With the changed bounds; rules with exceptions stand as they are. */
  readonly ruleSet: RuleSet;
  readonly decisions: RowDecisions;
  /** Ready for a model: rules with exceptions allow them. */
  readonly decided: DecidedCase;
  /**
   * The same, for slates that cost no more than the relaxation does. A changed share alone lets in others: where
   * two of two are too many, at most 100 % has room for four, of whom two more are.
   */
  readonly atCost: DecidedCase;
  /** Ids of the rules that allow exceptions: of eligibility, and that seats are filled. */
  readonly excepted: ReadonlySet<string>;
}

/** How bounds move. */
interface RelaxedShape extends Pick<RelaxationShape, 'exactToRange'> {
  /** Whether a share or an average that must be exact may be anything up to where it moves. */
  readonly exactShareToRange?: boolean;
}

/** Whether a rule asks for one share, or one average, exactly. */
export function isExactPart(rule: Rule): boolean {
  return (rule.kind === 'share' || rule.kind === 'average') && sameRatio(rule.min, rule.max);
}

/** Lays a relaxation over its question. */
export async function relaxedCase(
  question: CaseToExplain,
  relaxation: Relaxation,
  shape: RelaxedShape,
): Promise<RelaxedCase> {
  const { decided, decisions } = question;
  const movementsOf = (own: (member: Member) => boolean): readonly Movement[] =>
    relaxation.movements.filter(({ way }) => own(way.member));
  const exceptions = new Map<number, number>();
  const vacant = new Map<number, number>();
  const rules: Rule[] = [];
  for (const [index, rule] of decided.ruleSet.rules.entries()) {
    const mine = movementsOf((member) => member.kind === 'rule' && member.rule === index);
    const isSeats = fillsSeats(decided.rules[index]!);
    if (rule.kind === 'require' && mine.length > 0) exceptions.set(index, mine[0]!.units);
    if (isSeats && mine.length > 0) vacant.set(index, mine[0]!.units);
    const moves = mine.length > 0 && rule.kind !== 'require' && !isSeats;
    const family = decided.rules[index]!;
    rules.push(moves ? await moved(rule, mine, shape, { decided, family, rows: relaxation.rows }) : rule);
  }
  const size = movedSize(
    decided.ruleSet.size,
    movementsOf(({ kind }) => kind === 'size'),
    shape,
  );
  const ruleSet: RuleSet = { ...decided.ruleSet, size, rules };
  const bounded = await withAnyBounds(decided, ruleSet);
  const relaxed = withVacantSeats(withExceptions(bounded, exceptions), vacant);
  const costs = decided.rules.flatMap((family, index) => {
    const mine = movementsOf((member) => member.kind === 'rule' && member.rule === index);
    const isPart = family.rule.kind === 'share' || family.rule.kind === 'average';
    return isPart && mine.length > 0 ? [shortBy(family, totals(mine))] : [];
  });
  return {
    ruleSet,
    decisions: withoutDropped(decisions, relaxation.movements),
    decided: relaxed,
    atCost: { ...relaxed, rules: [...relaxed.rules, ...costs] },
    excepted: new Set([...exceptions.keys(), ...vacant.keys()].map((index) => rules[index]!.id)),
  };
}

/** The rows of a share, or an average, that lets so many be missing or too many, in steps of its slack. */
function shortBy(family: RuleRows, by: { readonly min: number; readonly max: number }): RuleRows {
  const rows = family.rows.map((row) => {
    const step = slackUnit(family.rule, row.unit);
    return { ...row, lower: row.lower - by.min * step, upper: row.upper + by.max * step };
  });
  return { ...family, rows };
}

/** Some slate of a relaxation. */
interface OnSlate {
  readonly decided: DecidedCase;
  /** The rule whose share is asked for. */
  readonly family: RuleRows;
  readonly rows: readonly number[];
}

/** The changed bounds of a rule. */
async function moved(
  rule: CountRule | ShareRule | AmountRule,
  movements: readonly Movement[],
  shape: RelaxedShape,
  slate: OnSlate,
): Promise<Rule> {
  const by = totals(movements);
  if (isBySize(rule)) {
    const { min = 0, max = 0 } = rule.moved ?? {};
    return { ...rule, moved: { min: min + by.min, max: max + by.max } };
  }
  if (isDifference(rule)) return { ...rule, max: (rule.max ?? 0) + by.max };
  if (rule.kind === 'count') {
    const { min, max } = rule;
    if (min !== undefined && min === max && !shape.exactToRange) {
      return { ...rule, min: min - by.min + by.max, max: max - by.min + by.max };
    }
    return {
      ...rule,
      ...(min !== undefined && { min: min - by.min }),
      ...(max !== undefined && { max: max + by.max }),
    };
  }
  if (rule.kind === 'sum') return movedSum(rule, movements, shape);
  if (rule.kind === 'share' && rule.forEach !== undefined) {
    const { least, most } = sharesOfGroups(slate.family, slate.rows);
    const [low, high] = [within(rule.relaxTo, least), within(rule.relaxTo, most)];
    return { ...rule, ...(by.min > 0 && { min: low }), ...(by.max > 0 && { max: high }) };
  }
  const share = within(rule.relaxTo, await ratioOnSlate(rule, slate));
  const isRange = shape.exactToRange || shape.exactShareToRange === true;
  if (isExactPart(rule) && !isRange) return { ...rule, min: share, max: share };
  return { ...rule, ...(by.min > 0 && { min: share }), ...(by.max > 0 && { max: share }) };
}

/** A share where its bound may move to: rounded, the limit allows a slate with a little less, or more. */
function within({ min, max }: Limits<Ratio> = {}, share: Ratio): Ratio {
  if (min !== undefined && compareRatios(share, min) < 0) return min;
  return max !== undefined && compareRatios(share, max) > 0 ? max : share;
}

/** A sum moves by what its columns say, in parts of 1 of the fact. */
function movedSum(rule: AmountRule, movements: readonly Movement[], shape: RelaxedShape): AmountRule {
  const { min, max } = rule;
  const by = (side: string): Fraction =>
    movements.reduce(
      (sum, { way, units }) => (way.side === side ? sum.add(units, way.unit) : sum),
      new Fraction(0),
    );
  const moved = (bound: Ratio, difference: Fraction): Ratio =>
    ratioOf(new Fraction(bound.numerator, bound.denominator).add(difference));
  const [down, up] = [by('min').neg(), by('max')];
  if (min !== undefined && sameRatio(min, max) && !shape.exactToRange) {
    const bound = moved(min, down.add(up));
    return { ...rule, min: bound, max: bound };
  }
  return { ...rule, ...(min && { min: moved(min, down) }), ...(max && { max: moved(max, up) }) };
}

function movedSize(size: Size, movements: readonly Movement[], shape: RelaxedShape): Size {
  const by = totals(movements);
  if (size.min === size.max && !shape.exactToRange) {
    const value = size.min - by.min + by.max;
    return { min: value, max: value };
  }
  return { min: size.min - by.min, max: size.max + by.max };
}

function totals(movements: readonly Movement[]): { readonly min: number; readonly max: number } {
  const of = (side: string): number =>
    movements.reduce((sum, { way, units }) => (way.side === side ? sum + units : sum), 0);
  return { min: of('min'), max: of('max') };
}

/** The share, or the average, that the slate has: the bound moves exactly there. */
async function ratioOnSlate(
  rule: ShareRule | AmountRule,
  { decided, family, rows }: OnSlate,
): Promise<Ratio> {
  const ratio = ratioOnRows(family, rows);
  if (ratio !== undefined) return ratio;
  const { facts } = decided;
  const [where, of] = await decide(facts, conditionsOf(rule));
  const base = rows.filter((row) => of === undefined || of.verdicts[row] === VERDICT.yes);
  const matching = base.filter((row) => where!.verdicts[row] === VERDICT.yes);
  const units = groupsOf(facts, UNIT_FACT);
  const unitsOf = (own: readonly number[]): number => new Set(own.map((row) => units.of[row]!)).size;
  return ratioOf(new Fraction(unitsOf(matching), of === undefined ? units.values.length : unitsOf(base)));
}

/** The share of a slate that matches a rule which counts members, or its average; `undefined` of other rules. */
export function ratioOnRows(
  { rule, classOf, amounts }: RuleRows,
  rows: readonly number[],
): Ratio | undefined {
  const classes = rows.map((row) => classOf.at(row)).filter((each) => each > 0);
  if (rule.kind === 'share' && rule.per !== 'unit' && rule.forEach === undefined) {
    return shareOf(classes.map(countsInShare));
  }
  if (rule.kind !== 'average' || amounts === undefined) return undefined;
  const sum = classes.reduce((total, own) => total + amounts.classes[own - 1]!.value, 0);
  return ratioOf(new Fraction(sum, classes.length * amounts.denominator));
}

/** Of a share of each group the least and the most that a slate has; a group without anybody has none. */
function sharesOfGroups(
  { classOf }: RuleRows,
  rows: readonly number[],
): { readonly least: Ratio; readonly most: Ratio } {
  const byGroup = Map.groupBy(
    rows.map((row) => classOf.at(row)).filter((each) => each > 0),
    (each) => Math.floor((each - 1) / 2),
  );
  const inOrder = [...byGroup.values()]
    .map((classes) => shareOf(classes.map(countsInShare)))
    .toSorted(compareRatios);
  return { least: inOrder[0] ?? ONE, most: inOrder.at(-1) ?? NONE };
}

const ONE: Ratio = { numerator: 1, denominator: 1 };
const NONE: Ratio = { numerator: 0, denominator: 1 };

function shareOf(counted: readonly number[]): Ratio {
  return ratioOf(
    new Fraction(counted.filter((each) => each === 2).length, counted.filter((each) => each > 0).length),
  );
}

function withoutDropped(decisions: RowDecisions, movements: readonly Movement[]): RowDecisions {
  const dropped = movements.filter(({ way }) => way.side === 'dropped').map(({ way }) => way.member);
  const isKept =
    (kind: keyof RowDecisions) =>
    (_: unknown, at: number): boolean =>
      !dropped.some((member) => member.kind === kind && member.index === at);
  return {
    pin: decisions.pin.filter(isKept('pin')),
    exclude: decisions.exclude.filter(isKept('exclude')),
    together: decisions.together.filter(isKept('together')),
    apart: decisions.apart.filter(isKept('apart')),
  };
}
