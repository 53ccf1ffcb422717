import fc from 'fast-check';

import { decideCase } from '../../src/optimize/model/decided-case.ts';
import type { CaseToExplain } from '../../src/explain/case-to-explain.ts';
import { namedRows } from '../named-rows.ts';
import { plainCase, type PlainCandidate, type PlainCase, tableOf } from '../random-case.ts';

// Brute force over hundreds of questions takes seconds, and more on a busy machine.

/** Decisions by position of the candidate, as brute force reads them. */
export interface PlainDecisions {
  readonly pin: readonly number[];
  readonly exclude: readonly number[];
  readonly together: readonly (readonly number[])[];
  readonly apart: readonly (readonly number[])[];
}

/** A random case with decisions on persons. */
export interface PlainQuestion extends PlainCase {
  readonly decisions: PlainDecisions;
}

const NOBODY: PlainDecisions = { pin: [], exclude: [], together: [], apart: [] };

/** Random questions of at most `most` candidates and `rules` rules; a third has decisions on persons. */
export function plainQuestion({ most = 7, rules = 6, amounts = false } = {}): fc.Arbitrary<PlainQuestion> {
  return plainCase({ most, rules, amounts }).chain((plain) => {
    const rows = plain.candidates.map((_, row) => row);
    if (rows.length < 3) return fc.constant({ ...plain, decisions: NOBODY });
    const some = (most: number, least = 0) => fc.subarray(rows, { minLength: least, maxLength: most });
    const decisions = fc.record({
      pin: some(2),
      exclude: some(2),
      together: fc.array(some(3, 2), { maxLength: 1 }),
      apart: fc.array(some(3, 2), { maxLength: 1 }),
    });
    return fc
      .oneof({ weight: 2, arbitrary: fc.constant(NOBODY) }, { weight: 1, arbitrary: decisions })
      .map((decided) => ({ ...plain, decisions: decided }));
  });
}

/** The question as the code under test is asked it. */
export async function questionFrom(plain: PlainQuestion): Promise<CaseToExplain> {
  return {
    decided: await decideCase(plain.ruleSet, tableOf(plain.candidates)),
    decisions: namedRows(plain.decisions),
  };
}

/** All slates, each as positions of its members. */
export function allSlates({ candidates }: PlainCase): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** candidates.length }, (_, mask) =>
    candidates.flatMap((_, row) => (mask & (1 << row) ? [row] : [])),
  );
}

/** The candidates at these positions. */
export function candidatesAt(plain: PlainCase, rows: readonly number[]): readonly PlainCandidate[] {
  return rows.map((row) => plain.candidates[row]!);
}
