import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { diagnose } from '../../src/explain/diagnose.ts';
import { openQuestion } from '../../src/index.ts';
import { openCaseOf } from '../../src/opening/open-case.ts';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import type { LinearProgram } from '../../src/optimize/linear-program.ts';
import { solvedModel } from '../../src/optimize/model/readable-model.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { decidedOf } from '../../src/slate/case.ts';
import { checkSlate } from '../../src/check/check.ts';
import { propose } from '../../src/slate/propose.ts';
import {
  allLists,
  earliness,
  fileOf,
  listInProportion,
  offBy,
  type PlainList,
  plainList,
  type Standing,
  valueOf,
} from './plain-list.ts';
import { rowDecisions } from '../../src/check/row-decisions.ts';

afterAll(closeSolverThreads);

async function opened(plain: PlainList, slate?: readonly Standing[]) {
  const found = await openCaseOf({
    pool: { candidates: plain.people.map((each) => ({ ...each, name: each.id })) },
    rules: { yaml: fileOf(plain) },
    ...(slate && { slate: slate.map(idOf) }),
  });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const idOf = ({ person, place, title }: Standing): string => `${person.id}@${place}/${title}`;

function standing(members: readonly string[], { people }: PlainList): readonly Standing[] {
  return members.map((member) => {
    const [, id, place, title] = /^(.+)@(\d+)\/(.+)$/.exec(member)!;
    return {
      person: people.find((each) => each.id === id)!,
      place: Number(place),
      title: title === 'place' ? 'place' : 'substitute',
    };
  });
}

/** Lists of every kind, and those with seats in proportion within some of their places. */
const LISTS = [
  ['of any rules', plainList(), 120],
  ['with seats in proportion within some places', listInProportion(), 80],
] as const;

it.each(LISTS)('the best list %s, and its order, are those of brute force', async (_, lists, numRuns) => {
  await fc.assert(
    fc.asyncProperty(lists, async (plain) => {
      const compliant = [...allLists(plain)].flatMap((list) => {
        const value = valueOf(list, plain);
        return value === undefined ? [] : [{ list, value }];
      });
      const { asked } = await opened(plain);
      const { status, slates } = await propose(asked, { solver: 'highs' });
      if (compliant.length === 0) {
        expect(status).toBe('infeasible');
        return;
      }
      expect(status).toBe('optimal');
      const best = Math.max(...compliant.map(({ value }) => value));
      expect(slates[0]!.objective).toBeCloseTo(best, 6);
      const found = standing(slates[0]!.members, plain);
      expect(valueOf(found, plain)).toBeCloseTo(best, 6);
      const places = found.map(({ place }) => place);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      const people = new Set(found.map(({ person }) => person));
      const orders = compliant.filter(
        ({ list, value }) =>
          value === best && list.length === found.length && list.every(({ person }) => people.has(person)),
      );
      expect(earliness(found, plain)).toBe(Math.max(...orders.map(({ list }) => earliness(list, plain))));
    }),
    { numRuns },
  );
});

it.each(LISTS)('a list %s made by hand keeps and breaks what it does by hand', async (_, lists, numRuns) => {
  await fc.assert(
    fc.asyncProperty(lists, fc.nat(), async (plain, pick) => {
      const all = [...allLists(plain)];
      const list = all[pick % Math.max(1, all.length)];
      if (list === undefined || list.length === 0) return;
      const { asked, slate } = await opened(plain, list);
      const report = await checkSlate(asked, slate);
      plain.rules.forEach((rule, index) => {
        const own = report.rules.filter(({ id }) => id.replace(/\.\d+$/, '') === `rule-${index}`);
        const off = own.reduce((sum, { deviation }) => sum + Math.abs(deviation), 0);
        expect({ rule, off: Math.round(off) }).toEqual({ rule, off: offBy(rule, list, plain) });
      });
    }),
    { numRuns: numRuns + 80 },
  );
});

it.each(LISTS)(
  'the best list %s leaves with a proof, or one that there is none',
  async (_, lists, numRuns) => {
    await fc.assert(
      fc.asyncProperty(lists, async (plain) => {
        const question = await openQuestion({
          pool: { candidates: plain.people.map((each) => ({ ...each, name: each.id })) },
          rules: { yaml: fileOf(plain) },
        });
        const { assurance } = await question.propose({ proof: true });
        expect(assurance).toBe('proven');
      }),
      { numRuns: numRuns / 2 },
    );
  },
);

it.each(LISTS)(
  'a way out of a list %s leaves one that keeps what it does not change',
  async (_, lists, numRuns) => {
    let ways = 0;
    await fc.assert(
      fc.asyncProperty(lists, async (plain) => {
        const { asked } = await opened(plain);
        const { status, relaxations } = await diagnose(asked, { relaxations: 3 });
        const isPossible = [...allLists(plain)].some((list) => valueOf(list, plain) !== undefined);
        expect(status).toBe(isPossible ? 'feasible' : 'infeasible');
        for (const { slate, changes } of relaxations) {
          const changed = new Set(changes.map(({ rule }) => rule.replace(/\.\d+$/, '')));
          const list = standing(slate.members, plain);
          plain.rules.forEach((rule, index) => {
            if (rule.weight !== undefined || changed.has(`rule-${index}`)) return;
            expect({ rule, off: offBy(rule, list, plain) }).toEqual({ rule, off: 0 });
            ways += 1;
          });
        }
      }),
      { numRuns: numRuns / 2 },
    );
    expect(ways).toBeGreaterThan(0);
  },
);

it('alternatives are other people, not the same in another order', async () => {
  await fc.assert(
    fc.asyncProperty(plainList(), async (plain) => {
      const { asked } = await opened(plain);
      const { slates } = await propose(asked, { solver: 'highs', alternatives: 4 });
      const sets = slates.map(({ members }) =>
        standing(members, plain)
          .map(({ person }) => person.id)
          .toSorted()
          .join(' '),
      );
      expect(new Set(sets).size).toBe(sets.length);
      const values = new Map<string, number>();
      for (const list of allLists(plain)) {
        const value = valueOf(list, plain);
        if (value === undefined) continue;
        const key = list
          .map(({ person }) => person.id)
          .toSorted()
          .join(' ');
        values.set(key, Math.max(value, values.get(key) ?? -Infinity));
      }
      const best = [...values.values()].toSorted((one, other) => other - one).slice(0, 4);
      expect(slates.map(({ objective }) => objective)).toEqual(best);
    }),
    { numRuns: 60 },
  );
});

it('what is chosen of each stretch has room in it, so that one solve is enough', async () => {
  const people = Array.from({ length: 60 }, (_, index) => ({
    id: `P${index}`,
    name: `No ${index}`,
    gender: index % 7 < 2 ? 'female' : 'male',
    merit: (index * 37) % 101,
  }));
  const yaml = `
id: blocks
title: Blocks
referenceDate: 2026-01-01
list: 20
facts: { merit: number }
rules:
  - id: parity
    share: { where: { fact: gender, operator: equal, value: female }, min: 40 %, max: 60 %, round: nearest }
    within: { blocks: 5 }
objective: [{ fact: merit, weight: 1 }]
`;
  const opening = await openCaseOf({ pool: { candidates: people }, rules: { yaml } });
  if (!opening.ok) throw new Error(JSON.stringify(opening.problems));
  const { asked } = opening.value;
  const solver = await highsSolver();
  let solves = 0;
  const solve = async (program: LinearProgram) => {
    solves += 1;
    const session = solver.open(program);
    const outcome = session.solve({ timeLimit: 600_000 });
    session.close();
    return { outcome };
  };
  const decided = await decidedOf(asked);
  const options = { decisions: rowDecisions(asked) };
  const { rows } = await solvedModel(decided, options, solve, { many: 0 });
  expect(rows).toHaveLength(20);
  expect(solves).toBe(1);
});
