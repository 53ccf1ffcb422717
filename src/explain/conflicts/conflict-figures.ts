import { RelaxedFirstSession } from '../../optimize/highs/relaxed-first.ts';
import type { LinearProgram } from '../../optimize/linear-program.ts';
import { isAmount } from '../../rules/bounds/amount.ts';
import { titleOfFact } from '../../rules/facts/known-facts.ts';
import { type Task, TimeLimitError } from '../../slate/task.ts';
import { phrase } from '../../words/catalogue.ts';
import type { Language } from '../../words/language.ts';
import type { Conflict } from '../answers.ts';
import type { MemberModel, RowSide } from '../member-model.ts';
import { calledIn, idOf, memberTitle } from '../member-words.ts';
import { PoolFigures } from '../pool-figures.ts';
import type { CaseToExplain } from '../case-to-explain.ts';
import { fillsSeats } from '../vacant-seats.ts';

/** Overlaps that a sentence tells. */
const MOST_SHARED = 3;

/** The numbers of a conflict, as data and in words. */
interface ConflictFigures {
  readonly reach?: NonNullable<Conflict['reach']>;
  readonly say: (language: Language) => readonly string[];
}

const NO_FIGURES: ConflictFigures = { say: () => [] };

/**
 * The numbers of a conflict: one of its counts, how many candidates count for it, how many of them for
 * the others too, and how far it can be met while the others hold.
 */
export async function conflictFigures(
  question: CaseToExplain,
  model: MemberModel,
  conflict: readonly number[],
  sides: readonly RowSide[],
  task: Task,
): Promise<ConflictFigures> {
  const aside = asideFigures(question, model, conflict);
  if (aside !== undefined) return aside;
  const main = mainSide(question, model, conflict, sides);
  if (main === undefined) return seatFigures(question, model, conflict, sides) ?? NO_FIGURES;
  const reached = await reachOf(model, conflict, main.side, task);
  const pool = new PoolFigures(question, model, sides);
  const member = model.members[main.index]!;
  const title = memberTitle(question, member);
  const shared = conflict.flatMap((index) => {
    const rows = sides.filter(
      ({ row, side }) => side !== main.side.side && model.rowsOf(index).includes(row),
    );
    const both = pool.both(
      main.side.row,
      rows.map(({ row }) => row),
    );
    const other = model.members[index]!;
    if (index === main.index || member.kind === 'size' || other.kind !== 'rule' || both === 0) return [];
    // Nearly everybody adds something to what is added up, which tells nothing.
    if (isAmount(question.decided.rules[other.rule]!.rule)) return [];
    return [{ title: memberTitle(question, other), both }];
  });
  const { program } = model.model;
  const { row, side } = main.side;
  const bound = side === 'min' ? program.rowLower[row]! : program.rowUpper[row]!;
  const say = (language: Language): readonly string[] => [
    phrase(language, 'explain.why-available', {
      title: member.kind === 'size' ? undefined : title[language],
      available: pool.available(row),
      shared: shared.slice(0, MOST_SHARED).map((each) => ({ title: each.title[language], both: each.both })),
    }),
    ...(reached === undefined
      ? []
      : [phrase(language, 'explain.why-reach', { side, reach: reached, bound })]),
  ];
  if (reached === undefined) return { say };
  return { say, reach: { rule: idOf(question, member), side, reach: reached, bound } };
}

/** A pinned person who takes no part at all. */
function asideFigures(
  { decided, decisions }: CaseToExplain,
  model: MemberModel,
  conflict: readonly number[],
): ConflictFigures | undefined {
  const [only] = conflict.map((index) => model.members[index]!);
  if (conflict.length !== 1 || only?.kind !== 'pin') return undefined;
  const { id, rows } = decisions.pin[only.index]!;
  const missing = rows.map((row) => decided.setAside.get(row));
  if (rows.length === 0 || missing.includes(undefined)) return undefined;
  const facts = [...new Set(missing.flatMap((each) => each!.flatMap((reason) => reason.facts)))];
  const named = (language: Language) => facts.map((fact) => titleOfFact(fact)[language]);
  return {
    say: (language) => [
      phrase(language, 'explain.why-aside', {
        candidate: calledIn(decided, id, language),
        facts: named(language),
      }),
    ],
  };
}

/** Of seats in several units: how many are to be filled, and how many there are for them. */
function seatFigures(
  question: CaseToExplain,
  model: MemberModel,
  conflict: readonly number[],
  sides: readonly RowSide[],
): ConflictFigures | undefined {
  const { program } = model.model;
  const rows = conflict.flatMap((index) => {
    const member = model.members[index]!;
    const fills = member.kind === 'rule' && fillsSeats(question.decided.rules[member.rule]!);
    const mine = new Set(fills ? model.rowsOf(index) : []);
    return sides.filter(({ row, side }) => side === 'min' && mine.has(row)).map(({ row }) => row);
  });
  if (rows.length < 2) return undefined;
  const seats = rows.reduce((sum, row) => sum + program.rowLower[row]!, 0);
  const available = new PoolFigures(question, model, sides).availableInAny(rows);
  return { say: (language) => [phrase(language, 'explain.why-seats', { seats, available })] };
}

interface MainSide {
  readonly index: number;
  readonly side: RowSide;
}

/** The count that the numbers are told of: a minimum before a maximum, a rule before the size. */
function mainSide(
  { decided }: CaseToExplain,
  model: MemberModel,
  conflict: readonly number[],
  sides: readonly RowSide[],
): MainSide | undefined {
  const counts = conflict.flatMap((index): readonly MainSide[] => {
    const member = model.members[index]!;
    const rule = member.kind === 'rule' ? decided.rules[member.rule]!.rule : undefined;
    const isCount =
      rule?.kind === 'count' &&
      rule.parts === undefined &&
      rule.against === undefined &&
      rule.bySize === undefined;
    if (member.kind !== 'size' && !isCount) return [];
    const mine = sides.filter(({ row }) => model.rowsOf(index).includes(row));
    return mine.length === 1 ? [{ index, side: mine[0]! }] : [];
  });
  const rank = ({ index, side }: MainSide): number =>
    (side.side === 'min' ? 0 : 2) + (model.members[index]!.kind === 'size' ? 1 : 0);
  return counts.toSorted((one, other) => rank(one) - rank(other))[0];
}

/** How far a row can be brought towards its bound while all other sides hold; `undefined` if time is short. */
async function reachOf(
  model: MemberModel,
  conflict: readonly number[],
  { row, side }: RowSide,
  task: Task,
): Promise<number | undefined> {
  const { program } = model.model;
  const sign = side === 'min' ? 1 : -1;
  const costs = coefficientsOf(program, row).map((value) => sign * value + 0);
  const span = costs.reduce((sum, cost, column) => sum + Math.abs(cost) * program.columnUpper[column]!, 0);
  const session = await RelaxedFirstSession.open({ ...program, levels: [costs], spans: [span] });
  try {
    const others = conflict
      .flatMap((member) => model.sidesOf(member))
      .filter((each) => each.row !== row || each.side !== side);
    await task.yieldOrThrow();
    const found = session.solve(model.boundsOfSides(others), task.limits());
    if (found.status !== 'optimal' || !model.model.chosen(found.x).ok) return undefined;
    return sign * found.value;
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    return undefined;
  } finally {
    session.close();
  }
}

/** One row of a program, by column. */
function coefficientsOf({ columnCount, starts, rows, values }: LinearProgram, row: number): Float64Array {
  const coefficients = new Float64Array(columnCount);
  for (let column = 0; column < columnCount; column += 1) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      if (rows[entry] === row) coefficients[column]! += values[entry]!;
    }
  }
  return coefficients;
}
