import { proveInThread, type FoundBest, type ProvingControl } from '../../optimize/threads/proving.ts';
import { written } from '../../optimize/proving/proof-tree.ts';
import { differingFrom } from '../../proofs/plain-differences.ts';
import { type PlainCase, type PlainModel, plainModel } from '../../proofs/plain-model.ts';
import type { Further, Proof } from '../../proofs/proof.ts';
import { Unprovable } from '../../proofs/unprovable.ts';
import { verifyProof } from '../../proofs/verify.ts';
import { slateValues } from '../../proofs/slate-values.ts';
import { rowsById } from '../../rules/facts/fact-table.ts';

/**
 * A proof that a slate is best, or that there is none: found by HiGHS, and checked in whole numbers before
 * anybody hears of it. `undefined` where none is found in the time, or what the case counts is no matter of
 * proofs.
 *
 * @param members ids of the slate; `undefined`: none exists.
 */
export async function checkedProof(
  asked: PlainCase,
  members: readonly string[] | undefined,
  control: ProvingControl,
): Promise<Proof | undefined> {
  return unlessUnprovable(() => provenIn(plainModel(asked), asked, members, control));
}

/**
 * A proof that was kept from before, as far as it is about these members, if it holds; `undefined` where it is of
 * another slate, or of another case.
 */
export function keptProof(
  asked: PlainCase,
  members: readonly string[] | undefined,
  kept: Proof,
): Proof | undefined {
  const proof = kept.claim === 'optimal' ? ofBestAlone(kept) : kept;
  if (!isOf(proof, members)) return undefined;
  try {
    return verifyProof(plainModel(asked), proof).proven ? proof : undefined;
  } catch (error) {
    if (error instanceof Unprovable) return undefined;
    throw error;
  }
}

/** Without what it says of further slates, which are looked for anew. */
function ofBestAlone({ differ: _differ, further: _further, ...best }: OptimalProof): OptimalProof {
  return best;
}

type OptimalProof = Extract<Proof, { readonly claim: 'optimal' }>;

/** Whether a proof claims that these are the members of a best slate, or that there is none. */
function isOf(proof: Proof, members: readonly string[] | undefined): boolean {
  if (proof.claim === 'infeasible') return members === undefined;
  return members !== undefined && proof.slate.toSorted().join('\n') === members.toSorted().join('\n');
}

/**
 * Makes what proofs are about ahead of them: there is time while a solver works in its thread. Asynchronous so
 * that a failure reaches whoever waits for both.
 */
export async function prepareProof(asked: PlainCase): Promise<void> {
  try {
    plainModel(asked);
  } catch (error) {
    if (!(error instanceof Unprovable)) throw error;
  }
}

/** A slate that is proven to be the best, and how the proof goes on with those after it. */
interface Begun {
  readonly slate: readonly string[];
  readonly further: readonly Further[];
}

/**
 * What can be said of the slate after these, each the best that differs from all before it: one worth as
 * much as the last, if that is proven, needs no proof of its own, for keeping away from one slate more makes
 * nothing better. Where no proof is found it is only named.
 *
 * @param members ids of the slate; `undefined`: no further one exists.
 * @returns `undefined`: nothing is to be said, for it is not proven that there is none.
 */
export async function checkedFurther(
  asked: PlainCase,
  { slate, further }: Begun,
  differ: number,
  members: readonly string[] | undefined,
  control: ProvingControl,
): Promise<Further | undefined> {
  const named = members && { slate: [...members] };
  const found = await unlessUnprovable(async () => {
    const before = [slate, ...further.flatMap((each) => ('slate' in each ? [each.slate] : []))];
    const model = differingFrom(plainModel(asked), before, differ);
    const last = further.at(-1);
    const isProven = last === undefined || 'as' in last || 'levels' in last;
    if (named !== undefined && isProven) {
      const values = slateValues(model, named.slate);
      const best = slateValues(plainModel(asked), before.at(-1)!);
      if (values !== undefined && String(values) === String(best)) return { ...named, as: 'before' as const };
    }
    const proof = await provenIn(model, asked, members, control);
    if (proof === undefined) return undefined;
    return proof.claim === 'infeasible' ? { none: proof.tree } : { slate: proof.slate, levels: proof.levels };
  });
  return found ?? named;
}

/** Looks for a proof in a plain model of a case, and checks it. @throws Unprovable */
async function provenIn(
  model: PlainModel,
  { facts }: Pick<PlainCase, 'facts'>,
  members: readonly string[] | undefined,
  control: ProvingControl,
): Promise<Proof | undefined> {
  let best: FoundBest | undefined;
  if (members !== undefined) {
    const values = slateValues(model, members);
    if (values === undefined) return undefined;
    const rows = rowsById(facts);
    best = { slate: members.map((id) => rows.get(id)!), values };
  }
  const trees = await proveInThread(model, best, control);
  if (trees === undefined) return undefined;
  const proof = written(model, trees, members ?? []);
  return verifyProof(model, proof).proven ? proof : undefined;
}

/** `undefined` for what no proof can be about. */
async function unlessUnprovable<Found>(find: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof Unprovable) return undefined;
    throw error;
  }
}
