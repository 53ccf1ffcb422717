import { z } from 'zod';
import { plainModel } from '../proofs/plain-model.ts';
import { type Proof, proofSchema } from '../proofs/proof.ts';
import { Unprovable } from '../proofs/unprovable.ts';
import { type Verification as Verified, verifyProof } from '../proofs/verify.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage } from '../words/language.ts';
import { problem, type Problem } from '../words/problem.ts';
import type { Verification } from './answers.ts';
import type { SlateCase } from './requests.ts';

/** What a proof is looked for in: an answer of `propose`, or of `diagnose`. */
const answerSchema = z.looseObject({
  status: z.string(),
  slates: z.array(z.looseObject({ members: z.array(z.string()) })).optional(),
  proof: z.unknown().optional(),
});

/**
 * Checks the proof of an answer, or a proof alone, against pool, rules and decisions: in whole numbers,
 * without a solver, and without believing anything that the answer says.
 */
export function verifyAnswer(asked: SlateCase, document: unknown): Verification {
  const verified = verifiedDocument(asked, document);
  if (verified.proven) return verified;
  const { code, parameters } = verified.why;
  return {
    proven: false,
    why: { code, message: inEachLanguage((language) => phrase(language, code, parameters)) },
  };
}

type Checked = (Verified & { readonly proven: true; readonly claim: Proof['claim'] }) | Refuted;

interface Refuted {
  readonly proven: false;
  readonly why: Problem;
}

function verifiedDocument(asked: SlateCase, document: unknown): Checked {
  const answer = answerSchema.safeParse(document);
  if (answer.success && answer.data.proof === undefined) return refuted(problem('proofs.missing', undefined));
  const read = proofSchema.safeParse(answer.success ? answer.data.proof : document);
  if (!read.success) {
    return refuted(
      problem('proofs.malformed', { message: z.prettifyError(read.error).replaceAll(/\s+/g, ' ') }),
    );
  }
  const { data: proof } = read;
  const other = answer.success ? otherThan(proof, answer.data) : undefined;
  if (other !== undefined) return refuted(other);
  try {
    const verified = verifyProof(plainModel(asked), proof);
    return verified.proven ? { ...verified, claim: proof.claim } : verified;
  } catch (error) {
    if (error instanceof Unprovable) return refuted(error.why);
    throw error;
  }
}

/** What an answer says that its proof does not. */
function otherThan(proof: Proof, { status, slates }: z.output<typeof answerSchema>): Problem | undefined {
  if (status !== proof.claim) return problem('proofs.claim-differs', { claim: proof.claim, status });
  if (proof.claim === 'infeasible') return undefined;
  const members = slates?.[0]?.members.toSorted();
  const same = members !== undefined && members.join('\n') === proof.slate.toSorted().join('\n');
  return same ? undefined : problem('proofs.slate-differs', undefined);
}

function refuted(why: Problem): Refuted {
  return { proven: false, why };
}
