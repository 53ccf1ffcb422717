import type { LinearProgram } from '../../optimize/linear-program.ts';
import {
  type Solved,
  SolversDisagree,
  solveInThreads,
  type ThreadLimits,
} from '../../optimize/threads/solver-threads.ts';
import type { FamiliarSplits } from '../../optimize/proving/familiar-splits.ts';
import type { Proof } from '../../proofs/proof.ts';
import type { Assurance } from '../../check/answer-parts.ts';
import { checkedProof, keptProof } from './proving.ts';
import type { SlateCase } from '../../check/slate-case.ts';

/** What stands behind an answer; nothing behind one that claims nothing. */
export interface Assured {
  readonly assurance?: Assurance;
  readonly proof?: Proof;
  readonly confirmedBy?: string;
}

/** A slate that a solver calls best, or its word that there is none. */
interface Claim {
  readonly asked: SlateCase;
  readonly solved: Solved;
  /** Ids of the members; `undefined` where none exists. */
  readonly members: readonly string[] | undefined;
  readonly program: LinearProgram;
  /** A proof that was kept from before. */
  readonly kept?: Proof;
  /** What other proofs about the same candidates branched on, where nobody sees the proof. */
  readonly familiar?: FamiliarSplits;
}

/** The part of the time that a proof may take, so that some is left for what else was asked. */
const PROOF_SHARE = 0.5;
/** What the second solver gets where there is no proof and nothing else is said, in milliseconds. */
const CONFIRMATION = 100;

/**
 * Looks for a proof of what a solver claims; where none is found, for the word of the other solver.
 *
 * @throws SolversDisagree
 */
export async function assure(
  claim: Claim,
  { timeLimit, signal, confirmation = CONFIRMATION }: ThreadLimits,
): Promise<Assured> {
  const abort = signal === undefined ? {} : { signal };
  const { asked, members, kept, familiar } = claim;
  const limits = { timeLimit: timeLimit * PROOF_SHARE, ...abort, ...(familiar && { familiar }) };
  const proof = (kept && keptProof(asked, members, kept)) ?? (await checkedProof(asked, members, limits));
  if (proof !== undefined) return { assurance: 'proven', proof };
  const { solved, program } = claim;
  const other = solved.name === 'highs' ? 'javascript-lp-solver' : 'highs';
  const limit = Math.min(confirmation, timeLimit * (1 - PROOF_SHARE));
  const second = await solveInThreads(program, { solver: other, timeLimit: limit, ...abort });
  if (!settles(second)) return { assurance: 'one-solver' };
  if (!agree(solved, second)) throw new SolversDisagree(solved.outcome, second.outcome);
  return { assurance: 'solvers-agree', confirmedBy: other };
}

/** javascript-lp-solver calls programs infeasible that are not; only its optima are verified. */
function settles({ name, outcome }: Solved): boolean {
  return outcome.status === 'optimal' || (outcome.status === 'infeasible' && name === 'highs');
}

function agree({ outcome: one }: Solved, { outcome: other }: Solved): boolean {
  if (one.status !== 'optimal' || other.status !== 'optimal') return one.status === other.status;
  return one.values.every((value, level) => value === other.values[level]);
}
