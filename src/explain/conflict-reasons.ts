import { RelaxedFirstSession } from '../optimize/highs/relaxed-first.ts';
import { isAmount } from '../rules/amount.ts';
import type { LinearProgram } from '../optimize/linear-program.ts';
import { titleOfFact } from '../rules/known-facts.ts';
import type { Task } from '../slate/task.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Language } from '../words/language.ts';
import type { Conflict, ConflictMember } from './answers.ts';
import type { MemberModel, RowSide } from './member-model.ts';
import {
  boundOf,
  calledIn,
  candidatesOf,
  idOf,
  isPlan,
  listedInWords,
  memberInWords,
  titleOf,
} from './naming.ts';
import { PoolFigures } from './pool-figures.ts';
import type { Member, Question } from './question.ts';
import { fillsSeats } from './vacant-seats.ts';

/** Sides of rows that are tried one by one; where an integer conflict has more, they stay together by member. */
const MOST_SIDES = 60;
/** Groups that a sentence names. */
const MOST_GROUPS = 4;
/** Overlaps that a sentence tells. */
const MOST_SHARED = 3;

/**
 * Tells a conflict: which sides and groups of its members matter, and with which numbers of the pool.
 *
 * @param given a person whose place is taken for granted, and so is no member of the conflict.
 */
export async function tellConflict(
  question: Question,
  model: MemberModel,
  conflict: readonly number[],
  task: Task,
  given?: { readonly candidate: string; readonly on: boolean },
): Promise<Conflict> {
  const sides = await irreducibleSides(model, conflict, task);
  const parts = conflict.map((index) => partOf(question, model, index, sides));
  const figures = await figuresOf(question, model, conflict, sides, task);
  const listed = listedInWords(
    question,
    parts.map(({ said }, at) => ({ member: model.members[conflict[at]!]!, said })),
  );
  const message = inEachLanguage((language) =>
    phrase(language, 'explain.conflict', {
      members: listed.map((each) => each[language]),
      why: figures.say(language),
      given: given && {
        candidate: calledIn(question.decided, given.candidate, language),
        on: given.on,
        plan: isPlan(question.decided),
      },
    }),
  );
  return {
    rules: parts.map(({ member }) => member.id),
    members: parts.map(({ member }) => member),
    ...(figures.reach !== undefined && { reach: figures.reach }),
    message,
  };
}

/** Of all sides of the rows of a conflict, an irreducible set that still contradicts itself. */
async function irreducibleSides(
  model: MemberModel,
  conflict: readonly number[],
  task: Task,
): Promise<readonly RowSide[]> {
  const all = conflict.flatMap((member) => model.sidesOf(member));
  const refuted = await model.decideSides(all);
  let left = refuted === 'met' ? all : refuted;
  if (left.length > MOST_SIDES) return left;
  for (const side of left) {
    if (!left.includes(side)) continue;
    await task.breathe();
    const verdict = await model.decideSides(left.filter((other) => other !== side));
    if (verdict !== 'met') left = verdict;
  }
  return left;
}

interface Part {
  readonly member: ConflictMember;
  readonly said: { readonly vi: string; readonly en: string };
}

function partOf(question: Question, model: MemberModel, index: number, sides: readonly RowSide[]): Part {
  const member = model.members[index]!;
  const rows = new Set(model.rowsOf(index));
  const mine = sides.filter(({ row }) => rows.has(row));
  const groups = groupsOf(question, model, member, mine, rows.size);
  const candidates = candidatesOf(question, member);
  const bound = boundOf(question, member);
  const named = (['min', 'max'] as const).filter((side) => mine.some((each) => each.side === side));
  return {
    member: {
      id: idOf(question, member),
      kind: member.kind,
      title: titleOf(question, member),
      ...(bound !== undefined && { bound }),
      sides: named,
      ...(groups !== undefined && { groups: [...groups] }),
      ...(candidates.length > 0 && { candidates: [...candidates] }),
    },
    said: memberInWords(
      question,
      member,
      named,
      groups !== undefined && groups.length <= MOST_GROUPS ? groups : undefined,
    ),
  };
}

/** The groups that matter, where not all do. */
function groupsOf(
  { decided }: Question,
  model: MemberModel,
  member: Member,
  mine: readonly RowSide[],
  all: number,
): readonly string[] | undefined {
  if (member.kind !== 'rule') return undefined;
  const rows = new Set(mine.map(({ row }) => row));
  if (rows.size === all) return undefined;
  const groups = [...rows].flatMap((row) => {
    const meaning = model.model.rows[row]!;
    return meaning.kind === 'rule' ? (decided.rules[meaning.rule]!.rows[meaning.row]!.group ?? []) : [];
  });
  return groups.length === 0 ? undefined : groups;
}

interface Figures {
  readonly reach?: NonNullable<Conflict['reach']>;
  readonly say: (language: Language) => readonly string[];
}

const NO_FIGURES: Figures = { say: () => [] };

/**
 * The numbers of a conflict: one of its counts, how many candidates count for it, how many of them for
 * the others too, and how far it can be met while the others hold.
 */
async function figuresOf(
  question: Question,
  model: MemberModel,
  conflict: readonly number[],
  sides: readonly RowSide[],
  task: Task,
): Promise<Figures> {
  const aside = asideFigures(question, model, conflict);
  if (aside !== undefined) return aside;
  const main = mainSide(question, model, conflict, sides);
  if (main === undefined) return seatFigures(question, model, conflict, sides) ?? NO_FIGURES;
  await task.breathe();
  const reached = await reachOf(model, conflict, main.side, task);
  const pool = new PoolFigures(question, model, sides);
  const member = model.members[main.index]!;
  const title = titleOf(question, member);
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
    return [{ title: titleOf(question, other), both }];
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
  { decided, decisions }: Question,
  model: MemberModel,
  conflict: readonly number[],
): Figures | undefined {
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
  question: Question,
  model: MemberModel,
  conflict: readonly number[],
  sides: readonly RowSide[],
): Figures | undefined {
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
  { decided }: Question,
  model: MemberModel,
  conflict: readonly number[],
  sides: readonly RowSide[],
): MainSide | undefined {
  const counts = conflict.flatMap((index): readonly MainSide[] => {
    const member = model.members[index]!;
    const rule = member.kind === 'rule' ? decided.rules[member.rule]!.rule : undefined;
    const isCount = rule?.kind === 'count' && rule.parts === undefined;
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
    const found = session.solve(model.boundsOfSides(others), task.limits());
    if (found.status !== 'optimal' || !model.model.chosen(found.x).ok) return undefined;
    return sign * found.value;
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
