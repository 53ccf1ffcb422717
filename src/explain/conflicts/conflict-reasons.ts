import { type Task, TimeLimitError } from '../../slate/task.ts';
import { phrase } from '../../words/catalogue.ts';
import { inEachLanguage } from '../../words/language.ts';
import type { Conflict, ConflictMember } from '../answers.ts';
import { conflictFigures } from './conflict-figures.ts';
import type { MemberModel, RowSide } from '../member-model.ts';
import {
  boundOf,
  calledIn,
  candidatesOf,
  idOf,
  isPlan,
  listedInWords,
  memberInWords,
  memberTitle,
} from '../member-words.ts';
import type { Member, CaseToExplain } from '../case-to-explain.ts';

/** Sides of rows that are tried one by one; where an integer conflict has more, they stay together by member. */
const MOST_SIDES = 60;
/** Groups that a sentence names. */
const MOST_GROUPS = 4;

/**
 * Tells a conflict: which sides and groups of its members matter, and with which numbers of the pool.
 * That takes further solves; where their time runs out, it is told with as much as is known by then, since
 * a contradiction that was found is worth more than its details.
 *
 * @param task the time that the details may take.
 * @param given a person whose place is taken for granted, and so is no member of the conflict.
 */
export async function tellConflict(
  question: CaseToExplain,
  model: MemberModel,
  conflict: readonly number[],
  task: Task,
  given?: { readonly candidate: string; readonly on: boolean },
): Promise<Conflict> {
  const sides = await irreducibleSides(model, conflict, task);
  const parts = conflict.map((index) => partOf(question, model, index, sides));
  const figures = await conflictFigures(question, model, conflict, sides, task);
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

/**
 * Of all sides of the rows of a conflict, a set that still contradicts itself; irreducible where it has at
 * most {@link MOST_SIDES} and there is time.
 */
async function irreducibleSides(
  model: MemberModel,
  conflict: readonly number[],
  task: Task,
): Promise<readonly RowSide[]> {
  let left: readonly RowSide[] = conflict.flatMap((member) => model.sidesOf(member));
  model.giveTime(task);
  try {
    const refuted = await model.decideSides(left);
    if (refuted !== 'met') left = refuted;
    if (left.length > MOST_SIDES) return left;
    for (const side of left) {
      if (!left.includes(side)) continue;
      await task.yieldOrThrow();
      const verdict = await model.decideSides(left.filter((other) => other !== side));
      if (verdict !== 'met') left = verdict;
    }
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
  }
  return left;
}

interface Part {
  readonly member: ConflictMember;
  readonly said: { readonly vi: string; readonly en: string };
}

function partOf(question: CaseToExplain, model: MemberModel, index: number, sides: readonly RowSide[]): Part {
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
      title: memberTitle(question, member),
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
  { decided }: CaseToExplain,
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
