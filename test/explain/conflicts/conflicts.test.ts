import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ConflictMap } from '../../../src/explain/conflicts/conflict-map.ts';
import { tellConflict } from '../../../src/explain/conflicts/conflict-reasons.ts';
import { findConflicts } from '../../../src/explain/conflicts/conflicts.ts';
import { MemberModel } from '../../../src/explain/member-model.ts';
import { type Member, membersOf } from '../../../src/explain/case-to-explain.ts';
import { Task } from '../../../src/slate/task.ts';
import { deviationOf } from '../../brute-force.ts';
import {
  allSlates,
  candidatesAt,
  type PlainQuestion,
  plainQuestion,
  questionFrom,
} from '../small-questions.ts';

/** Whether a slate satisfies one member of the question, decided without any code under test. */
function satisfies(plain: PlainQuestion, member: Member, slate: readonly number[]): boolean {
  const { ruleSet, candidates, decisions } = plain;
  const on = (row: number) => slate.includes(row);
  switch (member.kind) {
    case 'size':
      return slate.length >= ruleSet.size.min && slate.length <= ruleSet.size.max;
    case 'rule':
      return deviationOf(ruleSet.rules[member.rule]!, candidatesAt(plain, slate), candidates) < 1e-9;
    case 'pin':
      return on(decisions.pin[member.index]!);
    case 'exclude':
      return !on(decisions.exclude[member.index]!);
    case 'together': {
      const group = decisions.together[member.index]!;
      return group.every(on) || !group.some(on);
    }
    default:
      return decisions.apart[member.index]!.filter(on).length <= 1;
  }
}

/** All irreducible conflicts among members, by looking at every subset and every slate. */
function conflictsByBruteForce(plain: PlainQuestion, members: readonly Member[]): readonly string[] {
  const satisfied = new Set(
    allSlates(plain).map((slate) =>
      members.reduce(
        (mask, member, index) => (satisfies(plain, member, slate) ? mask | (1 << index) : mask),
        0,
      ),
    ),
  );
  const holds = new Uint8Array(2 ** members.length);
  for (let mask = holds.length - 1; mask >= 0; mask -= 1) {
    const above = members.some((_, index) => !(mask & (1 << index)) && holds[mask | (1 << index)] === 1);
    if (above || satisfied.has(mask)) holds[mask] = 1;
  }
  const found: number[][] = [];
  for (let mask = 1; mask < holds.length; mask += 1) {
    const own = members.flatMap((_, index) => (mask & (1 << index) ? [index] : []));
    if (holds[mask] === 0 && own.every((index) => holds[mask & ~(1 << index)] === 1)) found.push(own);
  }
  return found.map(String).sort();
}

async function conflictsOf(plain: PlainQuestion, limit: number) {
  const question = await questionFrom(plain);
  const task = new Task({});
  const model = await MemberModel.open(question, task);
  try {
    return await findConflicts(model, limit, task);
  } finally {
    model.close();
  }
}

it('finds all irreducible conflicts that brute force finds, and says so', async () => {
  let withConflicts = 0;
  await fc.assert(
    fc.asyncProperty(plainQuestion({ most: 7, rules: 9 }), async (plain) => {
      const members = membersOf(await questionFrom(plain));
      fc.pre(members.length <= 12);
      const expected = conflictsByBruteForce(plain, members);
      const { found, complete } = await conflictsOf(plain, 1000);
      expect(found.map(String).sort()).toEqual(expected);
      expect(complete).toBe(true);
      if (expected.length > 0) withConflicts += 1;
    }),
    { numRuns: 300 },
  );
  expect(withConflicts).toBeGreaterThan(15);
});

it('gives the smallest first where there are more than wanted', async () => {
  await fc.assert(
    fc.asyncProperty(
      plainQuestion({ most: 6, rules: 9 }),
      fc.integer({ min: 1, max: 4 }),
      async (plain, limit) => {
        const all = await conflictsOf(plain, 1000);
        const some = await conflictsOf(plain, limit);
        expect(some.found.map((each) => each.length)).toEqual(
          all.found.slice(0, limit).map((each) => each.length),
        );
        expect(some.complete).toBe(all.found.length <= limit && some.allUpTo === Infinity);
        const known = new Set(all.found.map(String));
        for (const each of some.found) expect(known).toContain(String(each));
      },
    ),
    { numRuns: 100 },
  );
});

const subset = (count: number) =>
  fc.subarray(
    Array.from({ length: count }, (_, index) => index),
    { minLength: 1 },
  );

/** How many members there are, and which sets are known to be satisfiable and contradictory. */
const knowledge = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    satisfiable: fc.array(subset(count), { maxLength: 6 }),
    conflicts: fc.array(subset(count), { maxLength: 4 }),
  }),
);

type Knowledge = typeof knowledge extends fc.Arbitrary<infer Known> ? Known : never;

/** All sets that the knowledge says nothing of. */
function unknownSets(known: Knowledge): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** known.count }, (_, mask) =>
    Array.from({ length: known.count }, (_, index) => index).filter((index) => mask & (1 << index)),
  ).filter(
    (set) =>
      !known.satisfiable.some((other) => set.every((member) => other.includes(member))) &&
      !known.conflicts.some((conflict) => conflict.every((member) => set.includes(member))),
  );
}

it('proposes a smallest set that its map knows nothing of, while there is one', () => {
  fc.assert(
    fc.property(knowledge, (known) => {
      const map = new ConflictMap(known.count);
      for (const set of known.satisfiable) map.noteSatisfiable(new Set(set));
      for (const conflict of known.conflicts) map.noteConflict(conflict);
      const open = unknownSets(known);
      const next = map.next();
      const grown = next && [...map.extend(new Set(next.members))];
      const smallest = Math.min(...open.map((set) => set.length));
      expect([undefined, ...open.map(String)]).toContain(next && String(next.members));
      expect(next?.members.length ?? Infinity).toBe(smallest);
      expect([undefined, ...open.map(String)]).toContain(
        grown && String(grown.toSorted((one, other) => one - other)),
      );
    }),
    { numRuns: 500 },
  );
});

it('tells a conflict that is known, though there is no time for its details', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(plainQuestion({ most: 7, rules: 9 }), async (plain) => {
      const question = await questionFrom(plain);
      const model = await MemberModel.open(question, new Task({}));
      try {
        const { found } = await findConflicts(model, 1, new Task({}));
        for (const conflict of found) {
          const { members } = await tellConflict(question, model, conflict, new Task({ timeLimitMs: 0 }));
          const kinds = conflict.map((each) => model.members[each]!.kind);
          expect(members.map(({ kind }) => kind)).toEqual(kinds);
          told += 1;
        }
      } finally {
        model.close();
      }
    }),
    { numRuns: 60 },
  );
  expect(told).toBeGreaterThan(5);
});
