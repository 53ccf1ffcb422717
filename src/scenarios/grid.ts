import { partName } from '../rules/problems/part-names.ts';
import type { RuleSet, Size } from '../rules/rule-set.ts';
import { applyScenario, type RuleChange, type Scenario } from './scenario.ts';
import type { Variation } from './variation.ts';

/** How many cells a grid has. */
export function cellCount(variations: readonly Variation[]): number {
  return variations.reduce((product, { values }) => product * values.length, 1);
}

/** The index of a cell's value in each variation; the last variation changes first. */
export function indicesOf(cell: number, variations: readonly Variation[]): readonly number[] {
  const indices: number[] = [];
  let rest = cell;
  for (const { values } of variations.toReversed()) {
    indices.unshift(rest % values.length);
    rest = Math.floor(rest / values.length);
  }
  return indices;
}

/** The cell of the value indices. */
export function cellAt(indices: readonly number[], variations: readonly Variation[]): number {
  return indices.reduce((cell, index, at) => cell * variations[at]!.values.length + index, 0);
}

/** The cells that differ from one by a single step of a single variation. */
export function neighboursOf(cell: number, variations: readonly Variation[]): readonly number[] {
  const indices = indicesOf(cell, variations);
  return indices.flatMap((index, at) =>
    [index - 1, index + 1]
      .filter((other) => other >= 0 && other < variations[at]!.values.length)
      .map((other) => cellAt(indices.with(at, other), variations)),
  );
}

/** All cells, each next to the one before it: as an ox ploughs. */
export function ploughed(variations: readonly Variation[]): readonly number[] {
  let rows: readonly (readonly number[])[] = [[]];
  for (const { values } of variations) {
    const forth = values.map((_, index) => index);
    const back = forth.toReversed();
    rows = rows.flatMap((row, at) => (at % 2 === 0 ? forth : back).map((index) => [...row, index]));
  }
  return rows.map((indices) => cellAt(indices, variations));
}

/** What a cell changes of its rule set. */
function changesAt(
  indices: readonly number[],
  variations: readonly Variation[],
  { size, rules: known }: Pick<RuleSet, 'size' | 'rules'>,
): Pick<Scenario, 'rules'> & { readonly size?: Size } {
  const rules = new Map<string, RuleChange>();
  let sized = size;
  variations.forEach(({ rule, side, values }, at) => {
    const { value } = values[indices[at]!]!;
    if (rule === undefined) {
      const seats = Number(value);
      sized = { min: side === 'max' ? sized.min : seats, max: side === 'min' ? sized.max : seats };
    } else {
      const name = partName(known.find(({ id }) => id === rule)!);
      rules.set(name, {
        ...rules.get(name),
        ...(side !== 'max' && { min: value }),
        ...(side !== 'min' && { max: value }),
      });
    }
  });
  return { rules, ...(sized !== size && { size: sized }) };
}

/** The rule set of one cell; exactly what a scenario with these bounds would make of it. */
export function ruleSetAt(cell: number, variations: readonly Variation[], ruleSet: RuleSet): RuleSet {
  const changes = changesAt(indicesOf(cell, variations), variations, ruleSet);
  const nobody = { pin: [], exclude: [], together: [], apart: [] };
  return applyScenario(ruleSet, { ...changes, objective: [], decisions: nobody }).ruleSet;
}
