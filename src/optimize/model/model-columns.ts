import { type Checkpoint, inStretches } from '../../rules/checkpoint.ts';
import type { DecidedCase } from './decided-case.ts';
import type { Rule } from '../../rules/rule-set.ts';
import type { KeptCandidates } from './kept-candidates.ts';
import type { ModelFrame } from './model-frame.ts';
import { ColumnEntries, type LinearProgramBuilder } from './program-builder.ts';
import { type Numbering, numberRows } from './numbering.ts';
import { type EqualRuns, tieBreakWeights } from './tie-break.ts';
import { slackUnit } from './share-slack.ts';
import { reachOfLinks } from './unit-rows.ts';

/** A slack column of a soft rule: units of the row missing or too many, at a price each. */
export interface SlackColumn {
  readonly column: number;
  readonly rule: number;
  readonly row: number;
  readonly side: 'missing' | 'too-many';
  /** How many units one step of the column stands for. */
  readonly units: number;
}

/**
 * Adds a column per kept candidate, with its points on every level and its weight in the tie-break.
 *
 * @param tell asked once per type, whose candidates all add the same.
 */
export async function addCandidates(
  builder: LinearProgramBuilder,
  decided: DecidedCase,
  kept: KeptCandidates,
  rowCount: number,
  tell: (row: number, entries: ColumnEntries) => void,
  checkpoint: Checkpoint,
): Promise<void> {
  const { candidates, starts } = kept;
  const points = decided.objective.levels.map((level) => level.points);
  const runs = await equalRuns(points, kept, decided.facts.ids, checkpoint);
  await checkpoint.yieldOrThrow();
  const weights = tieBreakWeights(runs, decided.objective.tieRange, decided.ruleSet.size.max);
  const entries = new ColumnEntries(rowCount);
  await inStretches(starts.length - 1, checkpoint, (first, end) => {
    for (let type = first; type < end; type += 1) {
      const [from, to] = [starts[type]!, starts[type + 1]!];
      if (from === to) continue;
      entries.clear();
      tell(candidates[from]!, entries);
      builder.addAlike(to - from, entries);
    }
  });
  points.forEach((level, index) => builder.addValues(index, pointsOf(level, candidates)));
  builder.addValues(points.length, weights);
}

function pointsOf(level: Float64Array, candidates: Uint32Array): Float64Array {
  const points = new Float64Array(candidates.length);
  for (let column = 0; column < points.length; column += 1) points[column] = level[candidates[column]!]!;
  return points;
}

/** The kept candidates in runs of one type and equal value on all levels. */
async function equalRuns(
  points: readonly Float64Array[],
  { candidates, starts }: KeptCandidates,
  ids: readonly string[],
  checkpoint: Checkpoint,
): Promise<EqualRuns> {
  const { numberOf } = await numberValues(points, candidates, checkpoint);
  const first: number[] = [];
  for (let type = 0; type + 1 < starts.length; type += 1) {
    for (let at = starts[type]!; at < starts[type + 1]!; at += 1) {
      if (at === starts[type] || numberOf[at] !== numberOf[at - 1]) first.push(at);
    }
  }
  return {
    ids: Array.from(candidates, (row) => ids[row]!),
    starts: [...first, candidates.length],
    values: first.map((at) => numberOf[at]!),
    rows: candidates,
  };
}

/** Candidates numbered by their values on all levels. */
async function numberValues(
  points: readonly Float64Array[],
  candidates: Uint32Array,
  checkpoint: Checkpoint,
): Promise<Numbering> {
  const codes = points.map((level) => {
    const known = new Map<number, number>();
    const numbers = Uint32Array.from(candidates, (row) => {
      const value = level[row]!;
      let number = known.get(value);
      if (number === undefined) known.set(value, (number = known.size));
      return number;
    });
    return { numbers, radix: known.size };
  });
  return numberRows(candidates.length, codes, checkpoint);
}

/**
 * Adds the slack columns of soft rules: units of the row missing or too many, priced on the level that has
 * the soft rules.
 */
export function addSlacks(
  frame: ModelFrame,
  decided: DecidedCase,
  { seats, flexible }: { readonly seats: number; readonly flexible: boolean },
): readonly SlackColumn[] {
  const slacks: SlackColumn[] = [];
  const { builder } = frame;
  const { levels } = decided.objective;
  decided.rules.forEach((family, rule) => {
    if (family.rule.strength === 'hard') return;
    const { weight } = family.rule;
    const firstRow = frame.firstRowOf(family)!;
    const largest = Math.max(...family.classes.flat().map((entry) => Math.abs(entry.coefficient)), 1);
    const reach = reachOfLinks(family.links);
    family.rows.forEach(({ lower, upper, unit }, row) => {
      const add = (side: SlackColumn['side'], bound: number): void => {
        const most = seats * largest + reach + (Number.isFinite(bound) ? Math.abs(bound) : 0);
        for (const { units, times } of piecesOf(family.rule, unit, most, decided.objective)) {
          const prices = levels.map(({ level, scale }) =>
            level.softRules ? -Math.round(((weight * units) / unit) * scale) : 0,
          );
          const column = builder.addColumn(0, times);
          [...prices, 0].forEach((price, level) => builder.addValue(level, price));
          builder.addEntry(firstRow + row, side === 'missing' ? units : -units);
          slacks.push({ column, rule, row, side, units });
        }
      };
      if (flexible || lower > -Infinity) add('missing', lower);
      if (flexible || upper < Infinity) add('too-many', upper);
    });
  });
  return slacks;
}

/** A slack column that counts so many units at a time, at most so many times. */
interface Piece {
  readonly units: number;
  readonly times: number;
}

/**
 * In what pieces the units of a row are priced. Whole members are (`share-slack.ts`). Parts of a member are
 * priced one by one where prices are whole. Where they are rounded, what rounding does to one unit of a share
 * it would do a hundred thousand times to a member: then members are priced whole, and parts of one by tens,
 * so that it is done a few dozen times at most.
 */
function piecesOf(
  rule: Rule,
  unit: number,
  most: number,
  { levels }: DecidedCase['objective'],
): readonly Piece[] {
  const step = slackUnit(rule, unit);
  if (step === unit || levels.every(({ level, exact }) => exact || !level.softRules)) {
    return [{ units: step, times: Math.ceil(most / step) }];
  }
  const pieces: Piece[] = [];
  for (let units = 1; units < unit; units *= 10) {
    pieces.push({ units, times: Math.ceil(Math.min(10 * units, unit) / units) - 1 });
  }
  return [...pieces, { units: unit, times: Math.ceil(most / unit) }];
}
