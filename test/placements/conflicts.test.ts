import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findConflicts } from '../../src/explain/conflicts/conflicts.ts';
import { MemberModel } from '../../src/explain/member-model.ts';
import { type Member, membersOf, type CaseToExplain } from '../../src/explain/case-to-explain.ts';
import { findRelaxations } from '../../src/explain/ways-out/relaxations.ts';
import { decidedOf } from '../../src/slate/case.ts';
import { type Decisions, NO_DECISIONS } from '../../src/pool/decisions.ts';
import { Task } from '../../src/slate/task.ts';
import {
  allPlans,
  anyPlacement,
  decisionsOn,
  holdersOf,
  isDecided,
  opened,
  plainPlacement,
} from './plain-placement.ts';
import type { PlainAppointment, PlainPlacement } from './plain-rules.ts';
import { has } from './plain-titles.ts';
import { rowDecisions } from '../../src/check/row-decisions.ts';

// Brute force over hundreds of placements takes seconds, and more on a busy machine.

const ALL = Infinity;
const NONE = 0;
const SHAPE = { size: 1, decision: 1, exactToRange: false } as const;

/** Random placements with decisions on persons and appointments. */
const decided = anyPlacement().chain((plain) => fc.tuple(fc.constant(plain), decisionsOn(plain)));

async function questionOf(
  plain: PlainPlacement,
  decisions: Decisions = NO_DECISIONS,
): Promise<CaseToExplain> {
  const asked = await opened(plain, decisions);
  return { decided: await decidedOf(asked), decisions: rowDecisions(asked) };
}

/** Whether a plan satisfies one member, decided without any code under test. */
function satisfies(
  plain: PlainPlacement,
  question: CaseToExplain,
  member: Member,
  plan: readonly PlainAppointment[],
  decisions: Decisions,
): boolean {
  if (member.kind === 'size') return true;
  if (member.kind !== 'rule') {
    return isDecided(plan, { ...NO_DECISIONS, [member.kind]: [decisions[member.kind][member.index]!] });
  }
  const { id } = question.decided.ruleSet.rules[member.rule]!;
  const own = plain.rules.find(({ rule }) => rule.id === id);
  if (own !== undefined) return own.off(plan, plain) < 1e-9;
  const title = plain.shape.titles.find((each) => id === `filled-${each.id}`)!;
  return plain.units
    .filter((unit) => has(unit, title))
    .every((unit) => holdersOf(plan, title, unit.name) >= title.min);
}

function conflictsByBruteForce(
  plain: PlainPlacement,
  question: CaseToExplain,
  decisions: Decisions,
): readonly string[] {
  const members = membersOf(question);
  const masks = new Set(
    [...allPlans(plain)].map((plan) =>
      members.reduce(
        (mask, member, index) =>
          satisfies(plain, question, member, plan, decisions) ? mask | (1 << index) : mask,
        0,
      ),
    ),
  );
  const holds = (set: number): boolean => [...masks].some((mask) => (mask & set) === set);
  const found: string[] = [];
  for (let set = 1; set < 2 ** members.length; set += 1) {
    const own = members.flatMap((_, index) => (set & (1 << index) ? [index] : []));
    if (!holds(set) && own.every((index) => holds(set & ~(1 << index)))) found.push(String(own));
  }
  return found.toSorted();
}

async function conflictsOf(question: CaseToExplain, many: number): Promise<readonly string[]> {
  const task = new Task({});
  const model = await MemberModel.open(question, task, [], many);
  try {
    const { found, complete } = await findConflicts(model, 1000, task);
    expect(complete).toBe(true);
    return found.map(String).toSorted();
  } finally {
    model.close();
  }
}

it('finds the irreducible conflicts of brute force, whether it leaves open who goes where or not', async () => {
  let withConflicts = 0;
  await fc.assert(
    fc.asyncProperty(decided, async ([plain, decisions]) => {
      const question = await questionOf(plain, decisions);
      fc.pre(membersOf(question).length <= 10);
      const expected = conflictsByBruteForce(plain, question, decisions);
      expect(await conflictsOf(question, ALL)).toEqual(expected);
      expect(await conflictsOf(question, NONE)).toEqual(expected);
      if (expected.length > 0) withConflicts += 1;
    }),
    { numRuns: 100 },
  );
  expect(withConflicts).toBeGreaterThan(15);
});

it('finds a relaxation as cheap, whether it leaves open who goes where or not', async () => {
  let relaxed = 0;
  await fc.assert(
    fc.asyncProperty(plainPlacement(['X', 'Y', 'Z'], 6), async (plain) => {
      const question = await questionOf(plain);
      const [whole, open] = [
        await findRelaxations(question, SHAPE, 1, new Task({}), ALL),
        await findRelaxations(question, SHAPE, 1, new Task({}), NONE),
      ];
      // Of equally cheap ones either may come first, and what comes after depends on that.
      expect(open.found[0]?.cost).toBe(whole.found[0]?.cost);
      if (whole.found.some(({ cost }) => cost > 0)) relaxed += 1;
    }),
    { numRuns: 100 },
  );
  expect(relaxed).toBeGreaterThan(15);
});
