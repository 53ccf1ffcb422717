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
    .array(
      z.looseObject({
        members: z.array(z.string()),
        assurance: z.string().optional(),
        objective: z.number().optional(),
        levels: z.array(z.looseObject({ value: z.number() })).optional(),
      }),
    )
    .optional(),
  bound: z.number().optional(),
  noFurther: z.string().optional(),
  inputs: z.looseObject({ options: z.looseObject({ differ: z.number().optional() }).optional() }).optional(),
  proof: z.unknown().optional(),
});

type Answer = z.output<typeof answerSchema>;
type ProofOfBest = Extract<Proof, { claim: 'optimal' }>;

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
  const written = answer.success ? answer.data.proof : document;
  if (!isFormatted(written)) return refuted(problem('proofs.none', undefined));
  if (isDeeper(written, DEEPEST)) return refuted(problem('proofs.too-deep', { deepest: DEEPEST }));
  const read = proofSchema.safeParse(written);
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
    if (!verified.proven) return verified;
    const unproven = (answer.data?.slates ?? []).slice(verified.slates.length).map(() => false);
    return { ...verified, slates: [...verified.slates, ...unproven], claim: proof.claim };
  } catch (error) {
    if (error instanceof Unprovable) return refuted(error.why);
    throw error;
  }
}

/** Whether it says of which format it is. */
function isFormatted(written: unknown): boolean {
  return typeof written === 'object' && written !== null && 'format' in written;
}

/** How deep a proof may be nested: those that are found have trees of some dozens of splits. */
const DEEPEST = 500;

/** Whether a value is nested deeper than so many levels: what reads it goes down step by step. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

/** What an answer says that its proof does not. */
function otherThan(proof: Proof, answer: Answer): Problem | undefined {
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
  const points = pointsDiffer(answer, proof);
  if (points !== undefined) return points;
  const isEndProven = further.some((each) => 'none' in each) && said.length === slates.length;
  if (noFurther !== 'proven' || isEndProven) return undefined;
  return problem('proofs.alternative-unproven', { number: slates.length + 1 });
}

/** That the answer gives a slate other points than its proof, or another bound to all of them. */
function pointsDiffer({ slates = [], bound }: Answer, proof: ProofOfBest): Problem | undefined {
  let proven = pointsOf(proof.levels);
  const differing = [bound === undefined ? undefined : unlike(1, [[bound, 0]], proven)];
  if (slates[0] !== undefined) differing.push(unlike(1, saidOf(slates[0]), proven));
  for (const [index, each] of (proof.further ?? []).entries()) {
    const slate = slates[index + 1];
    if (slate === undefined || 'none' in each) break;
    if ('levels' in each) proven = pointsOf(each.levels);
    else if (!('as' in each)) continue;
    differing.push(unlike(index + 2, saidOf(slate), proven));
  }
  return differing.find((found) => found !== undefined);
}

/** What an answer says that a slate is worth: points, each with its level. */
type Said = readonly (readonly [points: number, level: number])[];

function saidOf({ objective, levels = [] }: NonNullable<Answer['slates']>[number]): Said {
  const ofLevels = levels.map(({ value }, level) => [value, level] as const);
  return objective === undefined ? ofLevels : [[objective, 0], ...ofLevels];
}

function pointsOf(levels: ProofOfBest['levels']): readonly number[] {
  return levels.map(({ unit, value }) => value * numberOf(unit));
}

function unlike(number: number, said: Said, proven: readonly number[]): Problem | undefined {
  for (const [found, level] of said) {
    const wanted = proven[level];
    if (wanted === undefined || !isNear(found, wanted))
      return problem('proofs.points-differ', { number, found, wanted: wanted ?? 0 });
  }
  return undefined;
}

/** Points are sums of decimals in an answer, and whole steps in its proof. */
function isNear(found: number, wanted: number): boolean {
  return Math.abs(found - wanted) <= 1e-9 + 1e-6 * Math.abs(wanted);
}

/** `3/2` is 1.5. */
function numberOf(ratio: string): number {
  const [numerator = 0, denominator = 1] = ratio.split('/').map(Number);
  return numerator / denominator;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n');
}

function refuted(why: Problem): Refuted {
  return { proven: false, why };
}
