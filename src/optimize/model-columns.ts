import type { DecidedCase } from './decided-case.ts';
import type { KeptCandidates } from './kept-candidates.ts';
import type { LinearProgramBuilder } from './linear-program.ts';
import { tieBreakWeights } from './tie-break.ts';
import { reachOfLinks } from './unit-rows.ts';

/** A slack column of a soft rule: `units` of the row missing or too many, at a price each. */
export interface SlackColumn {
  readonly column: number;
  readonly rule: number;
  readonly row: number;
  readonly side: 'missing' | 'too-many';
}

/** Adds a column per kept candidate, with its points on every level and its weight in the tie-break. */
export function addCandidates(
  builder: LinearProgramBuilder,
  decided: DecidedCase,
  { candidates, starts }: KeptCandidates,
  addEntries: (row: number) => void,
): Uint32Array {
  const points = decided.objective.levels.map((level) => level.points);
  const { ids } = decided.facts;
  const runs = equalRuns(points, candidates, starts);
  const weights = tieBreakWeights(
    runs.map((run) => ({
      ids: Array.from(run, (row) => ids[row]!),
      value: points.map((level) => level[run[0]!]).join(' '),
    })),
    decided.objective.tieRange,
    decided.ruleSet.size.max,
  );
  runs.forEach((run, number) => {
    run.forEach((row, index) => {
      builder.addColumn(0, 1);
      for (let level = 0; level < points.length; level += 1) builder.addValue(level, points[level]![row]!);
      builder.addValue(points.length, weights[number]![index]!);
      addEntries(row);
    });
  });
  return candidates;
}

/** The kept candidates in runs of one type and equal value on all levels. */
function equalRuns(
  points: readonly Float64Array[],
  candidates: Uint32Array,
  starts: readonly number[],
): readonly Uint32Array[] {
  const sameValue = (one: number, other: number): boolean =>
    points.every((level) => level[one] === level[other]);
  const runs: Uint32Array[] = [];
  for (let type = 0; type + 1 < starts.length; type += 1) {
    const members = candidates.subarray(starts[type], starts[type + 1]);
    for (let from = 0; from < members.length;) {
      let to = from + 1;
      while (to < members.length && sameValue(members[from]!, members[to]!)) to += 1;
      runs.push(members.subarray(from, to));
      from = to;
    }
  }
  return runs;
}

/** Adds the slack columns of soft rules, priced per unit of the row on the level that has the soft rules. */
export function addSlacks(
  builder: LinearProgramBuilder,
  decided: DecidedCase,
  firstRows: readonly number[],
  { seats, flexible }: { readonly seats: number; readonly flexible: boolean },
): readonly SlackColumn[] {
  const slacks: SlackColumn[] = [];
  const { levels } = decided.objective;
  decided.rules.forEach((family, rule) => {
    if (family.rule.strength === 'hard') return;
    const { weight } = family.rule;
    const largest = Math.max(...family.classes.flat().map((entry) => Math.abs(entry.coefficient)), 1);
    const reach = reachOfLinks(family.links);
    family.rows.forEach(({ lower, upper, unit }, row) => {
      const prices = levels.map(({ level, scale }) =>
        level.softRules ? -Math.round((weight / unit) * scale) : 0,
      );
      const add = (side: SlackColumn['side'], bound: number): void => {
        const most = seats * largest + reach + (Number.isFinite(bound) ? Math.abs(bound) : 0);
        const column = builder.addColumn(0, most);
        [...prices, 0].forEach((price, level) => builder.addValue(level, price));
        builder.addEntry(firstRows[rule]! + row, side === 'missing' ? 1 : -1);
        slacks.push({ column, rule, row, side });
      };
      if (flexible || lower > -Infinity) add('missing', lower);
      if (flexible || upper < Infinity) add('too-many', upper);
    });
  });
  return slacks;
}
