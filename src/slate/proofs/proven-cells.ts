import { FamiliarSplits } from '../../optimize/proving/familiar-splits.ts';
import type { ProvingControl } from '../../optimize/threads/proving.ts';
import { type PlainCase, plainModel } from '../../proofs/plain-model.ts';
import type { Proof } from '../../proofs/proof.ts';
import { Unprovable } from '../../proofs/unprovable.ts';
import { verifyProof } from '../../proofs/verify.ts';
import { slateValues } from '../../proofs/slate-values.ts';
import { checkedProof } from './proving.ts';

/** How many of the proofs found so far are tried on a cell before one is looked for: the latest first. */
const TRIED = 4;

/**
 * Proves cases that differ in bounds alone, the cells of a sweep or the bounds of a quota, one after the other.
 * Prices prove a bound under any bounds of the rules, only not always one that is low enough: so the trees of
 * cells nearby are tried first, and where one of them holds for the slate of this cell, nothing is looked for;
 * where none does, what they branched on is tried first.
 */
export class CellProofs {
  readonly #found: Proof[] = [];
  readonly #familiar = new FamiliarSplits();

  /**
   * Whether it is proven that a slate is best in a cell, or that there is none.
   *
   * @param members ids of the slate; `undefined`: none exists.
   */
  async proves(
    cell: PlainCase,
    members: readonly string[] | undefined,
    control: ProvingControl,
  ): Promise<boolean> {
    const shared = this.#found.find((proof) => holdsFor(cell, members, proof));
    const proof = shared ?? (await checkedProof(cell, members, { ...control, familiar: this.#familiar }));
    if (proof === undefined) return false;
    this.#remember(proof);
    return true;
  }

  /** Those that held last are tried first. */
  #remember(proof: Proof): void {
    const at = this.#found.indexOf(proof);
    if (at !== -1) this.#found.splice(at, 1);
    this.#found.unshift(proof);
    this.#found.length = Math.min(this.#found.length, TRIED);
  }
}

/** Whether the trees of another cell's proof hold in this one, for its slate and what that is worth. */
function holdsFor(cell: PlainCase, members: readonly string[] | undefined, proof: Proof): boolean {
  try {
    const model = plainModel(cell);
    if (proof.claim === 'infeasible') return members === undefined && verifyProof(model, proof).proven;
    const values = members && slateValues(model, members);
    if (values === undefined || members === undefined) return false;
    const levels = proof.levels.map((level, index) => ({ ...level, value: values[index]! }));
    return verifyProof(model, { ...proof, slate: [...members], levels }).proven;
  } catch (error) {
    if (error instanceof Unprovable) return false;
    throw error;
  }
}
