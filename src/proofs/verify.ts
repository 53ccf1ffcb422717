import { atOnce, type Steps } from '../rules/checkpoint.ts';
import { problem, type Problem } from '../words/problem.ts';
import { type Branch, MILLION, PricedSum } from './leaf-bound.ts';
import { type KeptRow, worthKeeping } from './kept-rows.ts';
import { differingFrom } from './plain-differences.ts';
import type { PlainModel, PlainRow } from './plain-model.ts';
import type { CountedTerm, KeptName, LevelProof, Priced, Proof, ProofNode } from './proof.ts';
import { columnIn, valuesOfSlate } from './slate-values.ts';
import { Unprovable } from './unprovable.ts';
import { inBrief, rowKey, rowsByKey } from './row-key.ts';

/** What a check of a proof comes to: it holds, or the first place where it fails. */
export type ProofCheck =
  | {
      readonly proven: true;
      readonly leaves: number;
      /** By slate, the best one first: whether it is proven to be the best that differs from those before it. */
      readonly slates: boolean[];
    }
  | { readonly proven: false; readonly why: Problem };

/**
 * Checks a proof against the plain model of its case, in whole numbers and without any solver. It claims
 * either that a slate is best, level after level of the objective, or that there is none; and of further
 * slates that each is the best of those that differ from all before it.
 */
export function verifyProof(model: PlainModel, proof: Proof): ProofCheck {
  return atOnce(verifyLeaves(model, proof));
}

/** {@link verifyProof} leaf by leaf. */
export function* verifyLeaves(model: PlainModel, proof: Proof): Steps<ProofCheck> {
  try {
    const check = new Check(model);
    if (proof.claim === 'infeasible') {
      yield* check.none(proof.tree);
      return { proven: true, leaves: check.leaves, slates: [] };
    }
    yield* check.optimum(proof.slate, proof.levels);
    const further = yield* furtherSlates(model, proof);
    return { proven: true, leaves: check.leaves + further.leaves, slates: [true, ...further.proven] };
  } catch (error) {
    if (error instanceof Unprovable) return { proven: false, why: error.why };
    throw error;
  }
}

/** Checks what is said of further slates, each against the rows that keep it apart from those before it. */
function* furtherSlates(
  model: PlainModel,
  { slate, differ, further = [] }: Extract<Proof, { claim: 'optimal' }>,
): Steps<{ readonly leaves: number; readonly proven: readonly boolean[] }> {
  if (further.length > 0 && differ === undefined) fail(problem('proofs.no-differ', undefined));
  const before = [slate];
  const proven: boolean[] = [];
  let leaves = 0;
  let last: readonly number[] | undefined = valuesOfSlate(model, slate);
  for (const [index, each] of further.entries()) {
    const here = differingFrom(model, before, differ!);
    const check = new Check(here);
    const number = index + 2;
    if ('none' in each) {
      if (index !== further.length - 1) fail(problem('proofs.none-before-last', { number }));
      yield* check.none(each.none);
    } else {
      const values = valuesOfSlate(here, each.slate);
      const isAsBefore = last?.every((value, level) => value === values[level]) === true;
      if ('as' in each && !isAsBefore) fail(problem('proofs.worth-differs', { number }));
      if ('levels' in each) yield* check.optimum(each.slate, each.levels);
      const isProven = 'as' in each || 'levels' in each;
      proven.push(isProven);
      last = isProven ? values : undefined;
      before.push(each.slate);
    }
    leaves += check.leaves;
  }
  return { leaves, proven };
}

/** Where a node stands: what the splits above it say, and what earlier levels are worth. */
interface Place {
  readonly at: readonly string[];
  readonly path: readonly Branch[];
  readonly earlier: readonly number[];
  /** The level whose value is bounded, and the value that must not be exceeded; absent: no slate is claimed. */
  readonly best?: { readonly level: number; readonly value: number };
}

type Leaf = Exclude<ProofNode, { split: unknown }>;

class Check {
  leaves = 0;
  readonly #model: PlainModel;
  readonly #rows: ReadonlyMap<string, PlainRow>;

  constructor(model: PlainModel) {
    this.#model = model;
    this.#rows = rowsByKey(model);
  }

  /** No slate exists. */
  *none(tree: ProofNode): Steps<void> {
    yield* this.tree(tree, { at: [], path: [], earlier: [] });
  }

  /** The slate keeps every rule, is worth what is claimed, and no other is worth more. */
  *optimum(slate: readonly string[], levels: readonly LevelProof[]): Steps<void> {
    const values = valuesOfSlate(this.#model, slate);
    if (levels.length !== values.length) {
      fail(problem('proofs.levels-differ', { found: levels.length, wanted: values.length }));
    }
    for (const [level, { unit, value, tree }] of levels.entries()) {
      const { numerator, denominator } = this.#model.levels[level]!.unit;
      const wanted = denominator === 1 ? `${numerator}` : `${numerator}/${denominator}`;
      if (unit !== wanted) fail(problem('proofs.unit', { level: level + 1, found: unit, wanted }));
      if (value !== values[level]) {
        fail(problem('proofs.value', { level: level + 1, found: value, wanted: values[level]! }));
      }
      const earlier = values.slice(0, level);
      yield* this.tree(tree, { at: [`level ${level + 1}`], path: [], earlier, best: { level, value } });
    }
  }

  /** Every leaf of the tree holds. What a split counts is whole: at most k, or at least k + 1. */
  *tree(node: ProofNode, place: Place): Steps<void> {
    if (!('split' in node)) {
      yield;
      this.#leaf(node, place);
      return;
    }
    const counted = this.#counted(node.split, place);
    const { atMost } = node;
    const { at, path } = place;
    yield* this.tree(node.low, {
      ...place,
      at: [...at, 'low'],
      path: [...path, { ...counted, side: 'max', bound: atMost }],
    });
    yield* this.tree(node.high, {
      ...place,
      at: [...at, 'high'],
      path: [...path, { ...counted, side: 'min', bound: atMost + 1 }],
    });
  }

  #counted(split: CountedTerm, place: Place): Pick<Branch, 'columns' | 'goalOf'> {
    if ('candidates' in split) {
      return { columns: Uint32Array.from(new Set(split.candidates.map((id) => columnIn(this.#model, id)))) };
    }
    if ('sign' in split) {
      const { candidates, signs } = this.#model;
      const key = rowKey(split.sign);
      const index = signs.findIndex(({ name }) => rowKey(name) === key);
      if (index === -1) fail(problem('proofs.unknown-row', { row: inBrief(split.sign), at: place.at }));
      return { columns: Uint32Array.of(candidates + index) };
    }
    if ('stepsOf' in split) {
      const row = this.#row(split.stepsOf, place);
      if (row.goal === undefined) fail(problem('proofs.no-goal', { row: inBrief(row.name), at: place.at }));
      return { columns: new Uint32Array(), goalOf: row };
    }
    const { terms } = this.#row(split.row, place);
    return {
      columns:
        terms.find(({ coefficient }) => coefficient === split.coefficient)?.columns ?? new Uint32Array(),
    };
  }

  #leaf(leaf: Leaf, place: Place): void {
    const { best, at } = place;
    if ('bound' in leaf && best === undefined) fail(problem('proofs.leaf-kind', { at }));
    const limit = 'bound' in leaf ? BigInt(best!.value + 1) * BigInt(MILLION) : 0n;
    const sum = this.#summed(leaf, 'bound' in leaf ? leaf.bound : leaf.empty, place);
    const bound =
      leaf.keep === undefined ? sum.bound() : this.#boundKeeping(leaf, leaf.keep, sum, limit, place);
    if (bound !== 'none' && bound >= limit) {
      fail(
        problem('proofs.leaf-open', { at, bound: Number(bound) / MILLION, limit: Number(limit) / MILLION }),
      );
    }
    this.leaves += 1;
  }

  /** Adds up what is priced, and in a leaf that bounds it the value. */
  #summed(leaf: Leaf, prices: readonly Priced[], place: Place): PricedSum {
    const sum = new PricedSum(this.#model);
    if ('bound' in leaf) sum.addValue(place.best!.level, MILLION);
    for (const each of prices) this.#add(sum, each, place);
    const overpriced = sum.overpriced();
    if (overpriced !== undefined) {
      fail(problem('proofs.overpriced', { row: inBrief(overpriced.name), at: place.at }));
    }
    return sum;
  }

  /** What the sum without the prices of some rows comes to where these are kept, if it reaches a limit. */
  #boundKeeping(
    leaf: Leaf,
    keep: readonly KeptName[],
    priced: PricedSum,
    limit: bigint,
    place: Place,
  ): bigint | 'none' {
    const { eligible } = this.#model;
    const names = new Set(keep.map(keyOfKept));
    const others = ('bound' in leaf ? leaf.bound : leaf.empty).filter(
      ({ row }) => 'level' in row || !names.has(keyOfKept(row)),
    );
    const own = this.#summed(leaf, others, place);
    const rows = keep.map((name) => this.#kept(name, own, place));
    const found = worthKeeping({ eligible, rows, own: own.worth, priced: priced.worth, limit });
    if (found === 'too-many') fail(problem('proofs.too-many-sums', { at: place.at }));
    return found;
  }

  /** An inequality that every slate in the leaf keeps, or misses at a cost. */
  #kept(name: KeptName, own: PricedSum, place: Place): KeptRow {
    if (!('split' in name)) return own.kept(this.#row(name, place));
    const branch = place.path[name.split - 1];
    if (branch === undefined) fail(problem('proofs.unknown-row', { row: inBrief(name), at: place.at }));
    const { side, bound, columns, goalOf } = branch;
    if (goalOf !== undefined) fail(problem('proofs.keeps-steps', { row: inBrief(name), at: place.at }));
    return { side, bound, terms: [{ columns, coefficient: 1 }] };
  }

  #add(sum: PricedSum, { row, price }: Priced, place: Place): void {
    const millionths = Math.round(Number(price) * MILLION);
    if ('split' in row) {
      const branch = place.path[row.split - 1];
      if (branch === undefined) fail(problem('proofs.unknown-row', { row: inBrief(row), at: place.at }));
      sum.addBranch(branch, millionths);
    } else if ('level' in row) {
      const value = place.earlier[row.level - 1];
      if (value === undefined) fail(problem('proofs.unknown-row', { row: inBrief(row), at: place.at }));
      sum.addValue(row.level - 1, millionths, value);
    } else {
      sum.addRow(this.#row(row, place), millionths);
    }
  }

  #row(name: Exclude<Priced['row'], { split: number } | { level: number }>, { at }: Place): PlainRow {
    const row = this.#rows.get(rowKey(name));
    if (row === undefined) fail(problem('proofs.unknown-row', { row: inBrief(name), at }));
    return row;
  }
}

function keyOfKept(name: KeptName): string {
  return 'split' in name ? `split ${name.split}` : rowKey(name);
}

/** @throws Unprovable */
function fail(why: Problem): never {
  throw new Unprovable(why);
}
