import { findProof, type FoundBest } from '../optimize/threads/proving.ts';
import { written } from '../optimize/proving/proof-tree.ts';
import { plainModel } from '../proofs/plain-model.ts';
import type { Proof } from '../proofs/proof.ts';
import { Unprovable } from '../proofs/unprovable.ts';
import { slateValues, verifyProof } from '../proofs/verify.ts';
import { rowsById } from './case.ts';
import type { SlateCase } from './requests.ts';

/**
 * A proof that a slate is best, or that there is none: found by HiGHS, and checked in whole numbers before
 * anybody hears of it. `undefined` where none is found in the time, or what the case counts is no matter of
 * proofs.
 *
 * @param members ids of the slate; `undefined`: none exists.
 */
export async function checkedProof(
  asked: SlateCase,
  members: readonly string[] | undefined,
  control: { readonly timeLimit: number; readonly signal?: AbortSignal },
): Promise<Proof | undefined> {
  try {
    const model = plainModel(asked);
    let best: FoundBest | undefined;
    if (members !== undefined) {
      const values = slateValues(model, members);
      if (values === undefined) return undefined;
      const rows = rowsById(asked.facts);
      best = { slate: members.map((id) => rows.get(id)!), values };
    }
    const trees = await findProof(model, best, control);
    if (trees === undefined) return undefined;
    const proof = written(model, trees, members ?? []);
    return verifyProof(model, proof).proven ? proof : undefined;
  } catch (error) {
    if (error instanceof Unprovable) return undefined;
    throw error;
  }
}
