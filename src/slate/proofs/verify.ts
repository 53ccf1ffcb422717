import { z } from 'zod';
import { plainModel } from '../../proofs/plain-model.ts';
import { type Proof, proofSchema } from '../../proofs/proof.ts';
import { Unprovable } from '../../proofs/unprovable.ts';
import { type ProofCheck, verifyLeaves } from '../../proofs/verify.ts';
import { atOnce, type Steps } from '../../rules/checkpoint.ts';
import { phraseInEach } from '../../words/catalogue.ts';
import { problem, type Problem } from '../../words/problem.ts';
import type { Verification } from './verify-answer.ts';
import type { SlateCase } from '../../check/slate-case.ts';

/** What a proof is looked for in: an answer of `propose`, or of `diagnose`. */
const answerSchema = z.looseObject({
  status: z.string(),
  slates: z
    .array(z.looseObject({ members: z.array(z.string()), assurance: z.string().optional() }))
    .optional(),
  noFurther: z.string().optional(),
  inputs: z.looseObject({ options: z.looseObject({ differ: z.number().optional() }).optional() }).optional(),
  proof: z.unknown().optional(),
});

/**
 * Checks the proof of an answer, or a proof alone, against pool, rules and decisions: in whole numbers,
 * without a solver, and without believing anything that the answer says.
 */
export function verifyAnswer(asked: SlateCase, document: unknown): Verification {
  return atOnce(verifyAnswerInSteps(asked, document));
}

/** {@link verifyAnswer} in steps: a proof may have any number of leaves. */
export function* verifyAnswerInSteps(asked: SlateCase, document: unknown): Steps<Verification> {
  const verified = yield* verifiedDocument(asked, document);
  if (verified.proven) return verified;
  const { code, parameters } = verified.why;
  return {
    proven: false,
    why: { code, message: phraseInEach(code, parameters) },
  };
}

type Checked = (ProofCheck & { readonly proven: true; readonly claim: Proof['claim'] }) | Refuted;

interface Refuted {
  readonly proven: false;
  readonly why: Problem;
}

function* verifiedDocument(asked: SlateCase, document: unknown): Steps<Checked> {
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
    const verified = yield* verifyLeaves(plainModel(asked), proof);
    return verified.proven ? { ...verified, claim: proof.claim } : verified;
  } catch (error) {
    if (error instanceof Unprovable) return refuted(error.why);
    throw error;
  }
}

/** What an answer says that its proof does not. */
function otherThan(proof: Proof, answer: z.output<typeof answerSchema>): Problem | undefined {
  const { status, slates = [], noFurther } = answer;
  if (status !== proof.claim) return problem('proofs.claim-differs', { claim: proof.claim, status });
  if (proof.claim === 'infeasible') return undefined;
  const further = proof.further ?? [];
  const said = [{ slate: proof.slate, levels: proof.levels }, ...further.filter((each) => 'slate' in each)];
  const differ = answer.inputs?.options?.differ ?? 1;
  if (proof.differ !== undefined && proof.differ !== differ) {
    return problem('proofs.differ-differs', { found: proof.differ, wanted: differ });
  }
  if (slates.length === 0) return problem('proofs.slate-differs', { number: 1 });
  for (const [index, { members, assurance }] of slates.entries()) {
    const mine = said[index];
    const number = index + 1;
    const isClaimed = index === 0 || assurance === 'proven';
    if (mine === undefined && !isClaimed) continue;
    if (mine === undefined) return problem('proofs.alternative-unproven', { number });
    if (!isSame(members, mine.slate)) return problem('proofs.slate-differs', { number });
    if (isClaimed && !('levels' in mine || 'as' in mine))
      return problem('proofs.alternative-unproven', { number });
  }
  const isEndProven = further.some((each) => 'none' in each) && said.length === slates.length;
  if (noFurther !== 'proven' || isEndProven) return undefined;
  return problem('proofs.alternative-unproven', { number: slates.length + 1 });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n');
}

function refuted(why: Problem): Refuted {
  return { proven: false, why };
}
