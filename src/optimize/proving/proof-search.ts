import type { Highs } from 'highs';
import { MILLION, PricedSum } from '../../proofs/leaf-bound.ts';
import { MOST_SUMS, worthKeeping } from '../../proofs/kept-rows.ts';
import { Unprovable } from '../../proofs/unprovable.ts';
import type { PlainProgram } from '../../proofs/plain-model.ts';
import type { Clock } from '../highs/runtime.ts';
import type { Aim } from './core-model.ts';
import { PlainRelaxation, type RowPrices, type RelaxedStatus } from './plain-relaxation.ts';
import { attractive, firstCore } from './core-columns.ts';
import type { Branching, Split, Tree, Trees } from './proof-tree.ts';
import { keptBranching, RowsToKeep, withoutKept } from './rows-to-keep.ts';
import { type ChosenSplit, Splits } from './splits.ts';

/** A tree of more leaves is no proof that anybody reads, and takes too long. */
const MOST_NODES = 5000;
/**
 * How many ways to branch are tried at a node at most, and how many in vain before the best of them is taken:
 * fewer at the first nodes, for most trees have no more, and more later, where few nodes save many.
 */
const TRIED = 16;
const IN_VAIN = { first: 3, later: 6 } as const;
const FIRST_NODES = 4;
/** Below the root a leaf that keeps rows is tried at every node. */
const MOST_SUMS_BELOW = MOST_SUMS / 8;

/**
 * Looks for a proof that nothing is worth more than a slate, level after level; or, without values, that
 * there is no slate. Branches on the linear relaxation of the plain model, and keeps a leaf as soon as its
 * multipliers, rounded to millionths, prove its bound in whole numbers.
 *
 * @param best the columns of the slate and its values in steps, level by level; `undefined`: no slate is claimed.
 * @returns nothing where time, or the number of nodes, does not suffice, or the claim is not true.
 */
export function findProof(
  highs: Highs,
  model: PlainProgram,
  best: { readonly slate: readonly number[]; readonly values: readonly number[] } | undefined,
  clock: Clock,
): Trees | undefined {
  try {
    if (best === undefined) {
      const tree = new ProofSearch(highs, model, { earlier: [] }, [], clock).run();
      return tree && { claim: 'infeasible', tree };
    }
    const { slate, values } = best;
    const levels: { readonly value: number; readonly tree: Tree }[] = [];
    for (const [level, value] of values.entries()) {
      const aim = { level, earlier: values.slice(0, level) };
      const tree = new ProofSearch(highs, model, aim, slate, clock, value).run();
      if (tree === undefined) return undefined;
      levels.push({ value, tree });
    }
    return { claim: 'optimal', levels };
  } catch (error) {
    if (error instanceof Unprovable) return undefined;
    throw error;
  }
}

/**
 * What each row is priced at where nothing is split, on the first level of the objective: the multipliers
 * of the linear relaxation of all columns.
 *
 * @param slate columns of a slate, from which it begins in a large pool.
 * @returns by row, in millionths; nothing where time does not suffice or no slate exists.
 */
export function findPrices(
  highs: Highs,
  model: PlainProgram,
  slate: readonly number[],
  clock: Clock,
): ReadonlyMap<number, number> | undefined {
  try {
    return new ProofSearch(highs, model, { level: 0, earlier: [] }, slate, clock).pricesAtRoot();
  } catch (error) {
    if (error instanceof Unprovable) return undefined;
    throw error;
  }
}

/** A way to branch, and how much is gained by it. */
interface Tried {
  readonly split: Split;
  readonly atMost: number;
  readonly low: TriedHalf;
  readonly high: TriedHalf;
  readonly gain: number;
}

interface TriedHalf {
  readonly branching: Branching;
  /** What proves this half already. */
  readonly leaf: Tree | undefined;
  readonly gain: number;
}

/** Of a half that gains nothing: the other one still counts. */
const LEAST_GAIN = 1e-3;

/** The search for one tree. */
class ProofSearch {
  readonly #model: PlainProgram;
  readonly #aim: Aim;
  readonly #clock: Clock;
  /** Values of this and more are to be excluded, in millionths. */
  readonly #limit: bigint;
  readonly #splits: Splits;
  readonly #rowsToKeep: RowsToKeep;
  readonly #relaxation: PlainRelaxation;
  /** How many nodes there may still be. */
  #nodes = MOST_NODES;

  constructor(
    highs: Highs,
    model: PlainProgram,
    aim: Aim,
    slate: readonly number[],
    clock: Clock,
    value = 0,
  ) {
    this.#model = model;
    this.#aim = aim;
    this.#clock = clock;
    this.#limit = BigInt(value + 1) * BigInt(MILLION);
    this.#relaxation = new PlainRelaxation(highs, model, aim, firstCore(model, aim, slate));
    this.#splits = new Splits(model);
    this.#rowsToKeep = new RowsToKeep(model, aim);
  }

  run(): Tree | undefined {
    try {
      return this.#explore([]);
    } finally {
      this.#relaxation.close();
    }
  }

  /** The prices of the root, once no column outside the core could say more. */
  pricesAtRoot(): ReadonlyMap<number, number> | undefined {
    try {
      for (;;) {
        const status = this.#relaxation.run(this.#clock);
        const found = status === 'solved' ? this.#relaxation.prices(status, []) : undefined;
        if (found === undefined) return undefined;
        const { sum, prices } = this.#summed(found, status, []);
        const joining = attractive(sum.reduced, this.#relaxation.core, this.#model);
        if (joining.length === 0) return sum.overpriced() === undefined ? prices.rows : undefined;
        this.#relaxation.core.join(joining);
      }
    } finally {
      this.#relaxation.close();
    }
  }

  /** Proves the node under these branchings; `undefined` if it cannot. */
  #explore(path: readonly Branching[]): Tree | undefined {
    if (this.#nodes === 0) return undefined;
    this.#nodes -= 1;
    for (;;) {
      const status = this.#relaxation.run(this.#clock);
      if (status === 'stopped') return undefined;
      const found = this.#relaxation.prices(status, path);
      if (found === undefined) return undefined;
      const { sum, prices } = this.#summed(found, status, path);
      const leaf = this.#leafOf(sum, prices, status);
      if (leaf !== undefined) return leaf;
      const joining = attractive(sum.reduced, this.#relaxation.core, this.#model);
      if (joining.length === 0) {
        if (status === 'empty') return undefined;
        return this.#leafKeeping(found, path) ?? this.#branch(path);
      }
      this.#relaxation.core.join(joining);
    }
  }

  /** A leaf that these prices prove, if they do. */
  #leafOf(sum: PricedSum, prices: RowPrices, status: RelaxedStatus): Tree | undefined {
    if (sum.overpriced() !== undefined) return undefined;
    const kind = status === 'empty' || this.#aim.level === undefined ? 'empty' : 'bound';
    return sum.bound() < (kind === 'empty' ? 0n : this.#limit) ? { kind, prices } : undefined;
  }

  /** A leaf that keeps some rows as they are and has only the others by their prices, if that proves it. */
  #leafKeeping(found: RowPrices, path: readonly Branching[]): Tree | undefined {
    const keep = this.#rowsToKeep.at(found, path);
    if (keep === undefined) return undefined;
    const { sum: own } = this.#summed(withoutKept(found, keep), 'solved', path);
    const { sum: priced, prices } = this.#summed(found, 'solved', path);
    if (priced.overpriced() !== undefined) return undefined;
    const kind = this.#aim.level === undefined ? 'empty' : 'bound';
    const rows = [
      ...keep.rows.map((row) => own.kept(this.#model.rows[row]!)),
      ...keep.branchings.map((index) => keptBranching(path[index]!)),
    ];
    const { eligible } = this.#model;
    const limit = kind === 'empty' ? 0n : this.#limit;
    const most = path.length === 0 ? MOST_SUMS : MOST_SUMS_BELOW;
    const worth = worthKeeping({ eligible, rows, own: own.worth, priced: priced.worth, limit }, most);
    return worth === 'none' ? { kind, prices, keep } : undefined;
  }

  /**
   * The sum of what is priced; what missing a goal could gain no higher than what it costs, whatever rounding
   * made of it.
   */
  #summed(
    found: RowPrices,
    status: RelaxedStatus,
    path: readonly Branching[],
  ): { sum: PricedSum; prices: RowPrices } {
    const sum = new PricedSum(this.#model);
    if (status === 'solved' && this.#aim.level !== undefined) sum.addValue(this.#aim.level, MILLION);
    found.earlier.forEach((price, level) => {
      if (price !== 0) sum.addValue(level, price, this.#aim.earlier[level]);
    });
    const branchings = found.branchings.map((price, index) => {
      const { split, side, bound } = path[index]!;
      const goalOf = split.goal === undefined ? {} : { goalOf: this.#model.rows[split.goal]! };
      const branch = { side, bound, columns: split.columns, ...goalOf };
      const lowered = sum.mostForBranch(branch, price);
      if (lowered > 0) sum.addBranch(branch, lowered);
      return lowered;
    });
    const rows = new Map<number, number>();
    for (const [index, price] of found.rows) {
      const row = this.#model.rows[index]!;
      const lowered = sum.mostFor(row, price);
      if (lowered === 0) continue;
      rows.set(index, lowered);
      sum.addRow(row, lowered);
    }
    return { sum, prices: { ...found, branchings, rows } };
  }

  /**
   * Tries some ways to branch and takes the one whose worse half comes nearest to being proven: it takes a
   * few times as long at a node, and needs a tenth of the nodes, or a hundredth.
   */
  #branch(path: readonly Branching[]): Tree | undefined {
    const ways = this.#splits.fractional(this.#relaxation.core.columns, this.#relaxation.point());
    const value = this.#relaxation.value();
    const patience = MOST_NODES - this.#nodes <= FIRST_NODES ? IN_VAIN.first : IN_VAIN.later;
    let best: Tried | undefined;
    let inVain = 0;
    for (const way of ways.slice(0, TRIED)) {
      const tried = this.#try(way, path, value);
      const isBetter = best === undefined || tried.gain > best.gain;
      inVain = isBetter ? 0 : inVain + 1;
      if (isBetter) best = tried;
      if (inVain === patience || (tried.low.leaf !== undefined && tried.high.leaf !== undefined)) break;
    }
    if (best === undefined) return undefined;
    const { split, atMost } = best;
    const low = this.#half(best.low, path);
    const high = low && this.#half(best.high, path);
    return low && high && { kind: 'split', split, atMost, low, high };
  }

  #try({ split, value }: ChosenSplit, path: readonly Branching[], parent: number): Tried {
    const atMost = Math.floor(value);
    const low = this.#tryHalf({ split, side: 'max', bound: atMost }, path, parent);
    const high = this.#tryHalf({ split, side: 'min', bound: atMost + 1 }, path, parent);
    return { split, atMost, low, high, gain: low.gain * high.gain };
  }

  /** A leaf, where one half is one already, or how far its value lies below that of the whole. */
  #tryHalf(branching: Branching, path: readonly Branching[], parent: number): TriedHalf {
    const below = [...path, branching];
    this.#bound(branching.split, below);
    const status = this.#relaxation.run(this.#clock);
    const gain = status === 'solved' ? parent - this.#relaxation.value() : Infinity;
    const wanted = parent - Number(this.#limit) / MILLION;
    let leaf: Tree | undefined;
    if (status === 'empty' || (status === 'solved' && gain > wanted)) {
      const found = this.#relaxation.prices(status, below);
      const summed = found && this.#summed(found, status, below);
      leaf = summed && this.#leafOf(summed.sum, summed.prices, status);
    }
    this.#bound(branching.split, path);
    // Where nothing is worth anything only leaves tell one way from another.
    return { branching, leaf, gain: Math.max(LEAST_GAIN, Math.min(gain, Math.max(wanted, 1))) };
  }

  #half({ branching, leaf }: TriedHalf, path: readonly Branching[]): Tree | undefined {
    if (leaf !== undefined) return leaf;
    const below = [...path, branching];
    this.#bound(branching.split, below);
    const tree = this.#explore(below);
    this.#bound(branching.split, path);
    return tree;
  }

  /** Sets the bounds of a split's row to what a path says of it. */
  #bound(split: Split, path: readonly Branching[]): void {
    const mine = path.filter((each) => each.split.key === split.key);
    const last = (side: 'min' | 'max'): number | undefined =>
      mine.findLast((each) => each.side === side)?.bound;
    this.#relaxation.core.bound(split, last('min'), last('max'));
  }
}
