import type { Highs } from 'highs';
import { MILLION, type PricedSum } from '../../proofs/leaf-bound.ts';
import { MOST_SUMS, worthKeeping } from '../../proofs/kept-rows.ts';
import { Unprovable } from '../../proofs/unprovable.ts';
import type { PlainProgram } from '../../proofs/plain-model.ts';
import type { Clock } from '../highs/runtime.ts';
import type { Aim } from './core-model.ts';
import { PlainRelaxation, type RowPrices, type RelaxedStatus } from './plain-relaxation.ts';
import { attractive, firstCore } from './core-columns.ts';
import type { Branching, Split, Tree, Trees } from './proof-tree.ts';
import { type SummedPrices, summedPrices } from './summed-prices.ts';
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
/** A tree that has so many nodes by splits that are familiar from other proofs is searched on as if none were. */
const FAMILIAR_NODES = 64;
/** Below the root a leaf that keeps rows is tried at every node. */
const MOST_SUMS_BELOW = MOST_SUMS / 8;

/**
 * Looks for a proof that nothing is worth more than a slate, level after level; or, without values, that
 * there is no slate. Branches on the linear relaxation of the plain model, and keeps a leaf as soon as its
 * multipliers, rounded to millionths, prove its bound in whole numbers.
 *
 * @param best the columns of the slate and its values in steps, level by level; `undefined`: no slate is claimed.
 * @param familiar keys of splits that are tried alone where they can be; any give a proof, only another one.
 * @returns nothing where time, or the number of nodes, does not suffice, or the claim is not true.
 */
export function findProof(
  highs: Highs,
  model: PlainProgram,
  best: { readonly slate: readonly number[]; readonly values: readonly number[] } | undefined,
  clock: Clock,
  familiar: ReadonlySet<string> = NONE,
): Trees | undefined {
  const task = { highs, model, clock, familiar };
  try {
    if (best === undefined) {
      const tree = new ProofSearch(task, { earlier: [] }, []).run();
      return tree && { claim: 'infeasible', tree };
    }
    const { slate, values } = best;
    const levels: { readonly value: number; readonly tree: Tree }[] = [];
    for (const [level, value] of values.entries()) {
      const aim = { level, earlier: values.slice(0, level) };
      const tree = new ProofSearch(task, aim, slate, value).run();
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
    const task = { highs, model, clock, familiar: NONE };
    return new ProofSearch(task, { level: 0, earlier: [] }, slate).pricesAtRoot();
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

/** What a search is about. */
interface SearchTask {
  readonly highs: Highs;
  readonly model: PlainProgram;
  readonly clock: Clock;
  readonly familiar: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The search for one tree. */
class ProofSearch {
  readonly #model: PlainProgram;
  readonly #aim: Aim;
  readonly #clock: Clock;
  readonly #familiar: ReadonlySet<string>;
  /** Values of this and more are to be excluded, in millionths. */
  readonly #limit: bigint;
  readonly #splits: Splits;
  readonly #rowsToKeep: RowsToKeep;
  readonly #relaxation: PlainRelaxation;
  /** How many nodes there may still be. */
  #nodes = MOST_NODES;

  constructor({ highs, model, clock, familiar }: SearchTask, aim: Aim, slate: readonly number[], value = 0) {
    this.#model = model;
    this.#familiar = familiar;
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

  #summed(found: RowPrices, status: RelaxedStatus, path: readonly Branching[]): SummedPrices {
    return summedPrices(this.#model, this.#aim, { found, status, path });
  }

  /**
   * Tries some ways to branch and takes the one whose worse half comes nearest to being proven: it takes a
   * few times as long at a node, and needs a tenth of the nodes, or a hundredth.
   */
  #branch(path: readonly Branching[]): Tree | undefined {
    const ways = this.#waysToBranch();
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

  /** Those that are familiar alone, if there are any. */
  #waysToBranch(): readonly ChosenSplit[] {
    const all = this.#splits.fractional(this.#relaxation.core.columns, this.#relaxation.point());
    if (MOST_NODES - this.#nodes > FAMILIAR_NODES) return all;
    const familiar = all.filter(({ split }) => this.#familiar.has(split.key));
    return familiar.length > 0 ? familiar : all;
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
