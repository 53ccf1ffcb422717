import type { Highs } from 'highs';
import { MILLION } from '../../proofs/leaf-bound.ts';
import type { PlainProgram } from '../../proofs/plain-model.ts';
import type { Clock } from '../highs/runtime.ts';
import { type Aim, CoreModel } from './core-model.ts';
import type { Branching } from './proof-tree.ts';

/** Prices in millionths, as a leaf of a proof has them. */
export interface RowPrices {
  /** By row of the plain model. */
  readonly rows: ReadonlyMap<number, number>;
  /** By branching on the way to the node, in their order. */
  readonly branchings: readonly number[];
  readonly earlier: readonly number[];
}

/** What a run came to. */
export type RelaxedStatus = 'solved' | 'empty' | 'stopped';

/** The linear relaxation of a plain model over its core, solved by HiGHS again and again. */
export class PlainRelaxation {
  readonly #highs: Highs;
  readonly #plain: PlainProgram;
  readonly #aim: Aim;
  readonly core: CoreModel;

  /** @param core columns of the plain model to begin with. */
  constructor(highs: Highs, plain: PlainProgram, aim: Aim, core: readonly number[]) {
    this.#highs = highs;
    this.#plain = plain;
    this.#aim = aim;
    this.core = new CoreModel(highs, plain, aim, core);
  }

  /** Solves from the last basis. */
  run(clock: Clock): RelaxedStatus {
    const left = clock.left();
    if (left <= 0) return 'stopped';
    this.core.model.zeroAllClocks();
    this.core.model.options.set('time_limit', left / 1000);
    const { modelStatus } = this.core.model.run();
    const status = this.#highs.constants.modelStatus;
    if (modelStatus === status.optimal || modelStatus === status.unknown) return 'solved';
    return modelStatus === status.infeasible || modelStatus === status.unboundedOrInfeasible
      ? 'empty'
      : 'stopped';
  }

  /** The values of the core's columns, and the steps of each goal's row. */
  point(): { readonly values: Float64Array; readonly steps: ReadonlyMap<number, number> } {
    const values = Float64Array.from(this.core.model.getSolution().colValue);
    return {
      values: values.subarray(this.core.goals.length),
      steps: new Map(this.core.goals.map((row, index) => [row, values[index]!])),
    };
  }

  /** What the point of the last run is worth, in steps; 0 where nothing is worth anything. */
  value(): number {
    const { level } = this.#aim;
    if (level === undefined) return 0;
    const { values, prices } = this.#plain.levels[level]!;
    const { colValue } = this.core.model.getSolution();
    let value = 0;
    const first = this.core.goals.length;
    this.core.columns.forEach((column, index) => (value += values[column]! * colValue[first + index]!));
    this.core.goals.forEach((row, index) => (value -= prices[row]! * colValue[index]!));
    return value;
  }

  /** The duals of the last run as prices; where it was empty, of the ray that shows it. */
  prices(status: RelaxedStatus, path: readonly Branching[]): RowPrices | undefined {
    const duals =
      status === 'empty'
        ? (this.core.model.getDualRay()?.values ?? this.core.rayOfUnreachable())
        : Float64Array.from(this.core.model.getSolution().rowDual);
    if (duals === undefined) return undefined;
    // A ray has no size: its largest multiplier becomes a hundred.
    const scale = status === 'empty' ? largest(duals) / 100 : this.core.scale;
    if (!(scale > 0)) return undefined;
    const millionths = (dual: number): number => Math.round((dual / scale) * MILLION);
    const rows = new Map<number, number>();
    for (const [row, at] of this.core.rows) {
      const price = millionths(this.#plain.rows[row]!.side === 'max' ? -duals[at]! : duals[at]!);
      if (price > 0) rows.set(row, price);
    }
    const earlier = this.core.lockScales.map((lockScale, level) =>
      Math.max(0, millionths(duals[level]! * lockScale)),
    );
    const branchings = path.map((branching) => this.#priceOf(branching, path, duals, millionths));
    return { rows, branchings, earlier };
  }

  /** The dual of a split's row belongs to the tightest of the branchings that bound it on that side. */
  #priceOf(
    branching: Branching,
    path: readonly Branching[],
    duals: ArrayLike<number>,
    millionths: (dual: number) => number,
  ): number {
    const dual = duals[this.core.rowOf(branching.split)]!;
    const price = millionths(branching.side === 'max' ? -dual : dual);
    const alike = path.filter(
      ({ split, side }) => split.key === branching.split.key && side === branching.side,
    );
    return price > 0 && alike.at(-1) === branching ? price : 0;
  }

  /** Gives the native memory back. */
  close(): void {
    this.core.model.dispose();
  }
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let index = 0; index < values.length; index += 1) most = Math.max(most, Math.abs(values[index]!));
  return most;
}
