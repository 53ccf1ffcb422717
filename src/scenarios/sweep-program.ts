import { isAmount } from '../rules/bounds/amount.ts';
import { rangeOfCount } from '../rules/bounds/bound.ts';
import { type Checkpoint } from '../rules/checkpoint.ts';
import { withBounds } from '../optimize/model/changed-case.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { withoutIdleRows } from '../optimize/presolve/redundant-rows.ts';
import type { LinearProgram } from '../optimize/linear-program.ts';
import { withRoundedRows } from '../optimize/presolve/rounding-cuts.ts';
import { assembleModel } from '../optimize/model/slate-model.ts';
import type { RowDecisions } from '../pool/decisions.ts';
import type { RowMeaning } from '../optimize/model/row-meaning.ts';
import { assembleTypeModel } from '../optimize/model/type-model.ts';
import { memberKey, type Member, membersOf } from '../explain/case-to-explain.ts';
import type { CountRule, Ratio, Rule, RuleSet, Size } from '../rules/rule-set.ts';

/** What moves from cell to cell: the size, or both bounds of the rule with this index. */
export type Target = 'size' | number;

/** A program, and its rows for each target: what a thread needs to move bounds. */
export interface MovingProgram {
  readonly program: LinearProgram;
  readonly rowsOfTarget: readonly (readonly number[])[];
}

/** The question whether a slate exists at all, with the member of the question that each row says. */
export interface MovingQuestion extends MovingProgram {
  readonly memberOf: Int32Array;
  readonly memberCount: number;
}

/**
 * One linear program for all cells that differ in bounds of counts and in the size alone.
 *
 * It is assembled under the loosest bounds of all its cells. Types that those bounds cap at k members
 * keep their best k, and no cell allows more; what hard eligibility forbids stays forbidden in every
 * cell. So each cell's own program differs from this one only by columns that are never needed, and has
 * the same best slate, ties included (`candidate-types.ts`, `tie-break.ts`).
 */
export interface SweepProgram {
  readonly decided: DecidedCase;
  readonly targets: readonly Target[];
  /** The row of the table behind each of the first columns. */
  readonly candidates: Uint32Array;
  readonly best: MovingProgram;
  readonly exists: MovingQuestion;
  readonly members: readonly Member[];
}

/**
 * Assembles the program for these rule sets.
 *
 * @param decided the case decided under one of them: shares, strengths and weights are the same in all.
 * @param ruleSets those of all cells.
 * @param varied which rules differ, by index.
 * @throws what `checkpoint` throws.
 */
export async function assembleSweep(
  decided: DecidedCase,
  decisions: RowDecisions,
  ruleSets: readonly RuleSet[],
  varied: readonly number[],
  checkpoint: Checkpoint,
): Promise<SweepProgram> {
  const loosest = loosestOf(decided, ruleSets, varied);
  const targets: readonly Target[] = ['size', ...varied];
  const model = await assembleModel(loosest, { decisions }, checkpoint);
  const rowsOfTarget = targets.map((target) => rowsOf(model.rows, target));
  const trimmed = withoutIdleRows(model.program, new Set(rowsOfTarget.flat()));
  const rows = rowsOfTarget.map((each) => each.map((row) => trimmed.rowOf[row]!));
  const types = await assembleTypeModel(loosest, { decisions }, checkpoint);
  const members = membersOf({ decided: loosest, decisions });
  const indexOf = new Map(members.map((member, index) => [memberKey(member), index]));
  return {
    decided: loosest,
    targets,
    candidates: model.candidates,
    best: {
      // No cell allows more members than the program does, so what follows from its size stays true.
      program: withRoundedRows(trimmed.program, new Set(rows.slice(1).flat())),
      rowsOfTarget: rows,
    },
    exists: {
      program: types.program,
      rowsOfTarget: targets.map((target) => rowsOf(types.rows, target)),
      memberOf: Int32Array.from(types.rows, (meaning) => indexOf.get(memberKey(meaning)) ?? -1),
      memberCount: members.length,
    },
    members,
  };
}

function rowsOf(meanings: readonly RowMeaning[], target: Target): readonly number[] {
  return meanings.flatMap((meaning, row) => {
    const mine = target === 'size' ? meaning.kind === 'size' : isOfRule(meaning, target);
    return mine ? [row] : [];
  });
}

function isOfRule(meaning: RowMeaning, rule: number): boolean {
  return meaning.kind === 'rule' && meaning.rule === rule;
}

/** The bounds of a cell, target by target: lower and upper. */
export function boundsOfCell(targets: readonly Target[], ruleSet: RuleSet): readonly number[] {
  return targets.flatMap((target) => {
    if (target === 'size') return [ruleSet.size.min, ruleSet.size.max];
    const { lower, upper } = rangeOfCount(countRule(ruleSet.rules[target]));
    return [lower, upper];
  });
}

function countRule(rule: Rule | undefined): CountRule {
  if (rule?.kind !== 'count') throw new Error('Only bounds of counts move inside one program');
  return rule;
}

/**
 * The case under bounds that every cell is inside. Where a soft rule's bounds differ, the farthest ones
 * are taken instead, since they say how much slack a cell can need.
 */
function loosestOf(
  decided: DecidedCase,
  ruleSets: readonly RuleSet[],
  varied: readonly number[],
): DecidedCase {
  const rules = decided.ruleSet.rules.map((rule, index) =>
    varied.includes(index)
      ? loosened(
          countRule(rule),
          ruleSets.map((each) => countRule(each.rules[index])),
        )
      : rule,
  );
  const size: Size = {
    min: Math.min(...ruleSets.map((each) => each.size.min)),
    max: Math.max(...ruleSets.map((each) => each.size.max)),
  };
  return withBounds(decided, { ...decided.ruleSet, size, rules });
}

function loosened(rule: CountRule, cells: readonly CountRule[]): CountRule {
  const lowers = cells.map(({ min }) => min ?? -Infinity);
  const uppers = cells.map(({ max }) => max ?? Infinity);
  const soft = rule.strength === 'soft';
  const lower = soft ? Math.max(...lowers) : Math.min(...lowers);
  const finite = uppers.filter((upper) => upper < Infinity);
  const upper = soft && finite.length > 0 ? Math.max(...finite) : Math.max(...uppers);
  const { min: _min, max: _max, ...rest } = rule;
  return { ...rest, ...(lower > -Infinity && { min: lower }), ...(upper < Infinity && { max: upper }) };
}

/** What distinguishes rule sets that need programs of their own: shares, sums and averages. */
export function programStructure(ruleSet: RuleSet): string {
  const show = (bound: Ratio | undefined): string =>
    bound === undefined ? '' : `${bound.numerator}/${bound.denominator}`;
  return ruleSet.rules
    .flatMap((rule) =>
      rule.kind === 'share' || isAmount(rule) ? [`${rule.id} ${show(rule.min)} ${show(rule.max)}`] : [],
    )
    .join();
}
