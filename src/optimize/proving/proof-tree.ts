import type { PlainModel } from '../../proofs/plain-model.ts';
import {
  type CountedTerm,
  type KeptName,
  type Priced,
  PROOF_FORMAT,
  type Proof,
  type ProofNode,
} from '../../proofs/proof.ts';
import { MILLION } from '../../proofs/leaf-bound.ts';
import type { RowPrices } from './plain-relaxation.ts';

/** What a proof branches on: some columns of the plain model, or the steps of a row's goal. */
export interface Split {
  /** The same for two that count the same. */
  readonly key: string;
  readonly columns: Uint32Array;
  /** The columns with this coefficient in this row; absent: the columns themselves. */
  readonly of?: { readonly row: number; readonly coefficient: number };
  /** The row whose goal's steps are counted. */
  readonly goal?: number;
}

/** One side of a split. */
export interface Branching {
  readonly split: Split;
  readonly side: 'min' | 'max';
  readonly bound: number;
}

/** What a leaf keeps as it is: rows of the plain model, and branchings on the way to it, by number. */
export interface RowsKept {
  readonly rows: readonly number[];
  readonly branchings: readonly number[];
}

/** A tree in numbers, before rows and candidates have names. */
export type Tree =
  | { readonly kind: 'bound' | 'empty'; readonly prices: RowPrices; readonly keep?: RowsKept }
  | {
      readonly kind: 'split';
      readonly split: Split;
      readonly atMost: number;
      readonly low: Tree;
      readonly high: Tree;
    };

/** What was proven: one tree for every level of the objective, or one that nothing is there. */
export type Trees =
  | { readonly claim: 'optimal'; readonly levels: readonly { readonly value: number; readonly tree: Tree }[] }
  | { readonly claim: 'infeasible'; readonly tree: Tree };

/** Writes down what was proven. @param slate ids of the members, where one is claimed. */
export function written(model: PlainModel, trees: Trees, slate: readonly string[]): Proof {
  if (trees.claim === 'infeasible') {
    return { format: PROOF_FORMAT, claim: 'infeasible', tree: writtenTree(model, trees.tree) };
  }
  return {
    format: PROOF_FORMAT,
    claim: 'optimal',
    slate: [...slate],
    levels: trees.levels.map(({ value, tree }, level) => {
      const { numerator, denominator } = model.levels[level]!.unit;
      const unit = denominator === 1 ? `${numerator}` : `${numerator}/${denominator}`;
      return { unit, value, tree: writtenTree(model, tree) };
    }),
  };
}

function writtenTree(model: PlainModel, tree: Tree): ProofNode {
  if (tree.kind === 'split') {
    return {
      split: counted(model, tree.split),
      atMost: tree.atMost,
      low: writtenTree(model, tree.low),
      high: writtenTree(model, tree.high),
    };
  }
  const prices = pricesOf(model, tree.prices);
  const keep = tree.keep === undefined ? {} : { keep: keptIn(model, tree.keep) };
  return tree.kind === 'bound' ? { bound: prices, ...keep } : { empty: prices, ...keep };
}

function keptIn({ rows: named }: PlainModel, { rows, branchings }: RowsKept): KeptName[] {
  return [...rows.map((row) => named[row]!.name), ...branchings.map((index) => ({ split: index + 1 }))];
}

function counted({ idOf, candidates, signs, rows }: PlainModel, { columns, of, goal }: Split): CountedTerm {
  if (goal !== undefined) return { stepsOf: rows[goal]!.name };
  if (of !== undefined) return { row: rows[of.row]!.name, coefficient: of.coefficient };
  const sign = signs[columns[0]! - candidates];
  if (sign !== undefined) return { sign: sign.name };
  return { candidates: Array.from(columns, idOf) };
}

function pricesOf({ rows: named }: PlainModel, { rows, branchings, earlier }: RowPrices): Priced[] {
  const priced = (of: Priced['row'], millionths: number): readonly Priced[] =>
    millionths === 0 ? [] : [{ row: of, price: decimal(millionths) }];
  return [
    ...[...rows].flatMap(([row, price]) => priced(named[row]!.name, price)),
    ...branchings.flatMap((price, index) => priced({ split: index + 1 }, price)),
    ...earlier.flatMap((price, index) => priced({ level: index + 1 }, price)),
  ];
}

/** Millionths as a decimal number: 12.5. */
function decimal(millionths: number): string {
  const rest = String(millionths % MILLION)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(millionths / MILLION));
  return rest === '' ? whole : `${whole}.${rest}`;
}
