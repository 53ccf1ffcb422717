import { MILLION, PricedSum } from '../../proofs/leaf-bound.ts';
import type { PlainProgram } from '../../proofs/plain-model.ts';
import type { Aim } from './core-model.ts';
import type { RelaxedStatus, RowPrices } from './plain-relaxation.ts';
import type { Branching } from './proof-tree.ts';

/** What was found at a node of a tree. */
interface FoundPrices {
  readonly found: RowPrices;
  readonly status: RelaxedStatus;
  /** The branchings on the way to the node. */
  readonly path: readonly Branching[];
}

/** What is priced, as an exact sum, and the prices that are in it. */
export interface SummedPrices {
  readonly sum: PricedSum;
  readonly prices: RowPrices;
}

/**
 * The sum of what is priced at a node; what missing a goal could gain no higher than what it costs, whatever
 * rounding made of it.
 */
export function summedPrices(
  model: PlainProgram,
  aim: Aim,
  { found, status, path }: FoundPrices,
): SummedPrices {
  const sum = new PricedSum(model);
  if (status === 'solved' && aim.level !== undefined) sum.addValue(aim.level, MILLION);
  found.earlier.forEach((price, level) => {
    if (price !== 0) sum.addValue(level, price, aim.earlier[level]);
  });
  const branchings = found.branchings.map((price, index) => {
    const { split, side, bound } = path[index]!;
    const goalOf = split.goal === undefined ? {} : { goalOf: model.rows[split.goal]! };
    const branch = { side, bound, columns: split.columns, ...goalOf };
    const lowered = sum.mostForBranch(branch, price);
    if (lowered > 0) sum.addBranch(branch, lowered);
    return lowered;
  });
  const rows = new Map<number, number>();
  for (const [index, price] of found.rows) {
    const row = model.rows[index]!;
    const lowered = sum.mostFor(row, price);
    if (lowered === 0) continue;
    rows.set(index, lowered);
    sum.addRow(row, lowered);
  }
  return { sum, prices: { ...found, branchings, rows } };
}
