import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';
import { weightFraction } from '../../rules/facts/ratio.ts';
import { isAmount } from '../../rules/bounds/amount.ts';
import { isBySize } from '../../rules/bounds/by-size.ts';
import { isDifference } from '../../rules/bounds/difference.ts';
import type { DecidedCase } from '../../optimize/model/decided-case.ts';
import type { LinearProgramBuilder } from '../../optimize/model/program-builder.ts';
import { slackUnit } from '../../optimize/model/share-slack.ts';
import { leastCommonMultiple } from '../../optimize/whole-numbers.ts';
import type { RuleRows } from '../../optimize/model/rule-rows.ts';
import { assembleTypeModel, type TypeModel, type TypeModelOptions } from '../../optimize/model/type-model.ts';
import { type PriceStep, costSteps } from '../cost-steps.ts';
import { relaxLimits } from './relax-limits.ts';
import { memberKey, type Member, membersOf, type CaseToExplain } from '../case-to-explain.ts';
import { withSidesApart } from '../sides-apart.ts';
import { seatsOfAll, withVacantSeats } from '../vacant-seats.ts';
import type { RowEntry, RuleRow } from '../../optimize/model/row-family.ts';

/** What it costs to give way where the rule file cannot say so. */
interface RelaxPrices {
  /** For each seat that the size moves. */
  readonly size: number | 'never';
  /** For each pin, exclusion or group that is dropped. */
  readonly decision: number | 'never';
}

/** How relaxations are looked for. */
export interface RelaxationShape extends RelaxPrices {
  /** Whether "exactly 11" may become "10 to 11"; otherwise it becomes "exactly 10". */
  readonly exactToRange: boolean;
}

/** One way to give way: a side of a bound moves, or a decision is dropped. */
export interface Concession {
  readonly member: Member;
  readonly side: 'min' | 'max' | 'dropped';
  /** The column that counts by how much: in members, or in parts of one where the rule says so. */
  readonly column: number;
  /** How many steps of the column are one member. */
  readonly unit: number;
  /** How much a step is in the rows. */
  readonly step: number;
  /** Per member. */
  readonly cost: number;
  /** Where it costs more the farther it moves. */
  readonly steps: readonly PriceStep[];
}

/** A way that is used, and by how many steps of its column. */
export interface Movement {
  readonly way: Concession;
  readonly units: number;
}

/** One relaxation: what gives way, and some slate that then exists. */
export interface Relaxation {
  /** What all its movements cost. */
  readonly cost: number;
  readonly movements: readonly Movement[];
  /** Some slate that it allows, as rows of the table. */
  readonly rows: readonly number[];
}

/** The type model of a question, made elastic. */
export interface RelaxationModel extends TypeModel {
  readonly ways: readonly Concession[];
}

/**
 * Coefficients of cost are scaled to whole numbers up to this: more than for a slate (`optimize/objective.ts`),
 * since a way out adds up a few of them, and a price of thousands may stand beside a millionth of a member.
 */
const LARGEST = 2 ** 36;
/** The second level prefers little movement; this is what a unit of it weighs, more for later members. */
const MOVEMENT = 2 ** 6;

/**
 * The elastic form of a question (Chinneck, "Feasibility and Infeasibility in Optimization", 2008): with
 * one column s ≥ 0 per side of a bound that may give way,
 *
 *     minimise    Σ cost · s
 *     subject to  L ≤ Σ a_t y_t + q s⁻,   Σ a_t y_t − q s⁺ ≤ U     every row of the rule
 *
 * where s counts members (of sums and averages, parts of 1 of the fact) and q is what one is worth in the row
 * (`share-slack.ts`). All groups of a rule share
 * its columns, since the rule has one bound. A count of "exactly n" is one equation `Σ a y + s⁻ − s⁺ = n`, so
 * that it becomes "exactly n − s⁻" in every group; with `exactToRange` its sides stand apart. Eligibility
 * gives way by letting s⁺ persons in who do not satisfy it, and that seats are filled by leaving s⁺ of them
 * vacant. A decision is dropped altogether. Where a price grows, each of its steps has a column t ≥ s − beyond
 * that costs what it is dearer by: prices rise, so none is larger than it must be, and the cost is exact.
 * The second level moves bounds by as little as possible.
 *
 * @param open whether it may be left open who goes where.
 */
export async function relaxationModel(
  asked: CaseToExplain,
  shape: RelaxationShape,
  open: Pick<TypeModelOptions, 'apart' | 'many'> = {},
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<RelaxationModel> {
  const decided = withVacantSeats(asked.decided, seatsOfAll(asked.decided));
  const structure = [...(asked.structure ?? []), ...relaxLimits(decided)];
  const question: CaseToExplain = { ...asked, decided, structure };
  const apart = withSidesApart(decided, shape.exactToRange);
  const ways: Concession[] = [];
  const options: TypeModelOptions = {
    ...question,
    levels: 2,
    ...open,
    more: (builder, rows) => {
      const rowsOf = Map.groupBy(rows.keys(), (row) => memberKey(rows[row]!));
      const offers = membersOf(question).flatMap((member) => offersOf(question, member, shape));
      const scale = scaleOf(offers);
      for (const offer of offers) {
        const mine = rowsOf.get(memberKey(offer.member)) ?? [];
        const prices = [-Math.round((offer.cost * scale) / offer.unit), -(MOVEMENT + ways.length)];
        const column =
          offer.member.kind === 'together'
            ? addGroup(builder, mine, prices)
            : addSteppedColumn(builder, elasticOf(question, apart, offer, mine), prices, offer, scale);
        ways.push({ ...offer, column });
      }
    },
  };
  const model = await assembleTypeModel(apart, options, checkpoint);
  return { ...model, ways };
}

type Offer = Omit<Concession, 'column'>;

/** In what ways a member may give way. */
function offersOf({ decided }: CaseToExplain, member: Member, shape: RelaxationShape): readonly Offer[] {
  if (member.kind === 'size') {
    if (shape.size === 'never') return [];
    const base = { member, unit: 1, step: 1, cost: shape.size, steps: [] };
    return [
      { ...base, side: 'min' },
      { ...base, side: 'max' },
    ];
  }
  if (member.kind !== 'rule') {
    return shape.decision === 'never'
      ? []
      : [{ member, side: 'dropped', unit: 1, step: 1, cost: shape.decision, steps: [] }];
  }
  const { rule, rows } = decided.rules[member.rule]!;
  const { relaxCost } = rule;
  if (relaxCost === 'never') return [];
  const sideOf = (side: 'min' | 'max', bounded: (row: RuleRow) => boolean): readonly Offer[] => {
    const row = rows.find(bounded);
    if (row === undefined) return [];
    const step = slackUnit(rule, row.unit);
    const unit = row.unit / step;
    return [{ member, side, unit, step, cost: relaxCost, steps: costSteps(rule, side, unit) }];
  };
  const most = sideOf('max', (row) => row.upper < Infinity);
  // A difference has one bound, which moves either way.
  return isDifference(rule) ? most : [...sideOf('min', (row) => row.lower > -Infinity), ...most];
}

/** What makes every cost per unit whole, unless that would become too large: then costs are rounded. */
function scaleOf(offers: readonly Offer[]): number {
  const prices = offers.flatMap(({ cost, steps, unit }) =>
    [cost, ...steps.map(({ more }) => more)].map((price) => ({ price, unit })),
  );
  const largest = Math.max(1, ...prices.map(({ price, unit }) => price / unit));
  const exact = prices.reduce(
    (multiple, { price, unit }) => leastCommonMultiple(multiple, Number(weightFraction(price).d) * unit),
    1,
  );
  return exact * largest <= LARGEST ? exact : 2 ** Math.floor(Math.log2(LARGEST / largest));
}

/** A column: its most, and what it adds to some rows. */
interface Elastic {
  readonly most: number;
  readonly entries: readonly RowEntry[];
}

/** How the column of an offer enters the rows of its member. */
function elasticOf(
  { decided, decisions }: CaseToExplain,
  apart: DecidedCase,
  { member, side, unit, step }: Offer,
  rows: readonly number[],
): Elastic {
  const everybody = decided.facts.size;
  const loosening = side === 'min' ? step : -step;
  const adding = (coefficient: number): readonly RowEntry[] => rows.map((row) => ({ row, coefficient }));
  if (member.kind === 'pin') return { most: 1, entries: adding(1) };
  if (member.kind === 'exclude') return { most: 1, entries: adding(-1) };
  if (member.kind === 'apart') {
    return { most: 1, entries: adding(1 - decisions.apart[member.index]!.length) };
  }
  if (member.kind !== 'rule') {
    const { min } = decided.ruleSet.size;
    return { most: side === 'min' ? Math.max(0, min - 1) : everybody, entries: adding(loosening) };
  }
  const family = apart.rules[member.rule]!;
  const { rule } = family;
  const entries = rows.flatMap((row, index): readonly RowEntry[] => {
    const { lower, upper } = family.rows[index]!;
    if (isDifference(rule)) return [{ row, coefficient: lower > -Infinity ? step : -step }];
    const isBounded = side === 'min' ? lower > -Infinity : upper < Infinity;
    return isBounded ? [{ row, coefficient: loosening }] : [];
  });
  const most = isAmount(rule)
    ? reachOf(family)
    : side === 'min' && rule.kind === 'count' && !isBySize(rule)
      ? (rule.min ?? 0)
      : unit * everybody;
  return { most, entries };
}

/** The farthest that any slate can be from a bound of a family, in units of its rows. */
function reachOf({ rows, classes, classOf }: RuleRows): number {
  const reaches = Float64Array.from(rows, ({ lower, upper }) =>
    Math.max(0, ...[lower, upper].filter(Number.isFinite).map(Math.abs)),
  );
  classOf.forEach((own) => {
    for (const { row, coefficient } of classes[own]!) reaches[row]! += Math.abs(coefficient);
  });
  return reaches.reduce((most, reach) => Math.max(most, reach), 0);
}

/** The column of a way; with those that make it cost more the farther it moves. */
function addSteppedColumn(
  builder: LinearProgramBuilder,
  { most, entries }: Elastic,
  values: readonly number[],
  { steps, unit }: Offer,
  scale: number,
): number {
  const rows = steps.map(({ beyond }) => builder.addRow('dearer', -Infinity, beyond));
  const counted = rows.map((row): RowEntry => ({ row, coefficient: 1 }));
  const column = addColumn(builder, { most, entries: [...entries, ...counted] }, values);
  steps.forEach(({ more }, index) => {
    const dearer = [-Math.round((more * scale) / unit), 0];
    addColumn(builder, { most, entries: [{ row: rows[index]!, coefficient: -1 }] }, dearer);
  });
  return column;
}

function addColumn(
  builder: LinearProgramBuilder,
  { most, entries }: Elastic,
  values: readonly number[],
): number {
  const column = builder.addColumn(0, most);
  values.forEach((value, level) => builder.addValue(level, value));
  for (const { row, coefficient } of entries) builder.addEntry(row, coefficient);
  return column;
}

/**
 * A group that is kept together is let go as a whole: each of its rows becomes
 * `x_a − x_b + s⁻ − s⁺ = 0` with `s⁻ + s⁺ ≤ dropped`.
 *
 * @returns the column `dropped`.
 */
function addGroup(builder: LinearProgramBuilder, rows: readonly number[], values: readonly number[]): number {
  const links = rows.map(() => builder.addRow('link', -Infinity, 0));
  const dropped = addColumn(
    builder,
    { most: 1, entries: links.map((row) => ({ row, coefficient: -1 })) },
    values,
  );
  rows.forEach((row, index) => {
    for (const sign of [1, -1]) {
      addColumn(builder, { most: 1, entries: [{ row, coefficient: sign }] }, [0, 0]);
      builder.addEntry(links[index]!, 1);
    }
  });
  return dropped;
}
