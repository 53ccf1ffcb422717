import type { StructuralRows } from '../../optimize/model/model-options.ts';
import { sameRatio } from '../../rules/facts/ratio.ts';
import type { Ratio } from '../../rules/rule-set.ts';
import { memberKey, type Member, type CaseToExplain } from '../case-to-explain.ts';
import type { Movement, Relaxation, RelaxationShape, Concession } from './relaxation-model.ts';
import { ratioOnRows } from './relaxed-case.ts';

/** How far a way may be used. */
interface Reach {
  readonly way: Concession;
  readonly least: number;
  readonly most: number;
}

/** That the share, or the average, of a rule must lie strictly on one side of a ratio. */
interface RatioLimit {
  readonly rule: number;
  readonly side: 'below' | 'above';
  readonly ratio: Ratio;
}

/** A part of all relaxations: those that use its ways so far at most, with shares inside its limits. */
export interface Node {
  readonly forbidden: ReadonlySet<Concession>;
  readonly reaches: readonly Reach[];
  readonly limits: readonly RatioLimit[];
  /** No relaxation of the node costs less; its cost once it is solved. */
  readonly cost: number;
  readonly movement: number;
  /** Whether the linear relaxation has said what it costs at least. */
  readonly isBounded?: true;
  readonly cheapest?: Relaxation;
}

/** A name that no other part has. */
export function keyOfNode({ forbidden, reaches, limits }: Node): string {
  const columns = Array.from(forbidden, ({ column }) => column).sort((one, other) => one - other);
  const far = reaches.map(({ way, least, most }) => [way.column, least, most]);
  return JSON.stringify([columns, far, limits]);
}

/** The part of a node that does not use some ways. */
export function without(node: Node, ways: readonly Concession[]): Node {
  const { forbidden, reaches, limits, cost, movement } = node;
  return { forbidden: new Set([...forbidden, ...ways]), reaches, limits, cost, movement };
}

/**
 * The parts of a node in which a change of its cheapest relaxation may be needed. It is needless wherever the
 * others move as far or farther; so it is not made, or one of the others moves less far. A bound that stays
 * exact lets in other slates wherever it moves, so there the others move less far or farther.
 */
export function partsWithout(
  node: Node,
  relaxation: Relaxation,
  needless: Member,
  { question, shape }: { readonly question: CaseToExplain; readonly shape: RelaxationShape },
): readonly Node[] {
  const own = memberKey(needless);
  const isOwn = ({ way }: Movement): boolean => memberKey(way.member) === own;
  const others = relaxation.movements.filter((movement) => !isOwn(movement));
  return [
    without(
      node,
      relaxation.movements.filter(isOwn).map(({ way }) => way),
    ),
    ...others.flatMap((movement) => elsewhere(node, movement, relaxation, question, shape)),
  ];
}

/** The parts of a node in which a movement does not reach as far. */
function elsewhere(
  node: Node,
  { way, units }: Movement,
  { rows }: Relaxation,
  question: CaseToExplain,
  shape: RelaxationShape,
): readonly Node[] {
  const exact = !shape.exactToRange && isExact(question, way.member);
  const { member } = way;
  const family = member.kind === 'rule' ? question.decided.rules[member.rule]! : undefined;
  const base: Node = without(node, []);
  const ratio = family && ratioOnRows(family, rows);
  if (member.kind === 'rule' && ratio !== undefined) {
    const limited = (side: RatioLimit['side']): Node => ({
      ...base,
      limits: [...node.limits, { rule: member.rule, side, ratio }],
    });
    const inside = way.side === 'max' ? 'below' : 'above';
    const beyond = inside === 'below' ? 'above' : 'below';
    return [without(node, [way]), limited(inside), ...(exact ? [limited(beyond)] : [])];
  }
  const reaching = (least: number, most: number): Node => ({
    ...base,
    reaches: [...node.reaches, { way, least, most }],
  });
  return [
    units === 1 ? without(node, [way]) : reaching(0, units - 1),
    ...(exact ? [reaching(units + 1, Infinity)] : []),
  ];
}

/** Whether both bounds are the same. */
function isExact({ decided }: CaseToExplain, member: Member): boolean {
  if (member.kind === 'size') return decided.ruleSet.size.min === decided.ruleSet.size.max;
  if (member.kind !== 'rule') return false;
  const { rule } = decided.rules[member.rule]!;
  if (rule.kind === 'require') return false;
  if (rule.kind !== 'count') return sameRatio(rule.min, rule.max);
  return rule.min !== undefined && rule.min === rule.max;
}

/**
 * A limit as a row: with matching m of a base b and the ratio P/Q, `Q·m − P·b` is at most −1, or at least 1. Of an
 * average m is the sum of whole numbers D·v and b counts D for everybody.
 */
export function rowsOfLimit({ decided }: CaseToExplain, { rule, side, ratio }: RatioLimit): StructuralRows {
  const { numerator, denominator } = ratio;
  const [lower, upper] = side === 'below' ? [-Infinity, -1] : [1, Infinity];
  const entry = (coefficient: number) => (coefficient === 0 ? [] : [{ row: 0, coefficient }]);
  const { amounts, classOf } = decided.rules[rule]!;
  const others = amounts?.classes.map(({ value }) =>
    entry(denominator * value - numerator * amounts.denominator),
  );
  return {
    name: `${side} ${numerator}/${denominator} of ${decided.rules[rule]!.rule.id}`,
    rows: [{ lower, upper, unit: denominator }],
    classOf,
    classes: [[], ...(others ?? [entry(-numerator), entry(denominator - numerator)])],
  };
}
