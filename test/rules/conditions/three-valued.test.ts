import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, leavesOf } from '../../../src/rules/conditions/deciding.ts';
import type { FactColumn, FactTable } from '../../../src/rules/facts/fact-table.ts';
import type { Condition } from '../../../src/rules/rule-set.ts';
import { VERDICT } from '../../../src/rules/conditions/three-valued.ts';

/** One row of yes/no facts; those that are not named are missing. */
function row(known: Readonly<Record<string, boolean>>, facts: readonly string[]): FactTable {
  const values = [null, false, true];
  const columns = new Map<string, FactColumn>(
    facts.map((fact) => [
      fact,
      {
        type: 'boolean',
        values,
        codes: Uint32Array.of(Object.hasOwn(known, fact) ? (known[fact] ? 2 : 1) : 0),
      },
    ]),
  );
  return { size: 1, ids: ['c0'], fact: (name) => columns.get(name) };
}

const is = (fact: string, value = true): Condition => ({ fact, operator: 'equal', value });
const named = (count: number): string[] => Array.from({ length: count }, (_, index) => `doc${index}`);

async function verdict(condition: Condition, known: Readonly<Record<string, boolean>> = {}): Promise<number> {
  const facts = [...new Set(leavesOf(condition).map(({ fact }) => fact))];
  const [decided] = await decide(row(known, facts), [condition]);
  return decided!.verdicts[0]!;
}

describe('of very many missing facts', () => {
  const facts = named(2000);

  it('a checklist is open, and no as soon as one answer is no', async () => {
    const all: Condition = { all: facts.map((fact) => is(fact)) };
    expect(await verdict(all)).toBe(VERDICT.open);
    expect(await verdict(all, { doc1999: false })).toBe(VERDICT.no);
    expect(await verdict({ any: facts.map((fact) => is(fact)) }, { doc7: true })).toBe(VERDICT.yes);
  });

  it('each of which repeats on its own, what is sure is told', async () => {
    const either = facts.map((fact): Condition => ({ any: [is(fact), is(fact, false)] }));
    expect(await verdict({ all: either })).toBe(VERDICT.yes);
    expect(await verdict({ not: { all: either } })).toBe(VERDICT.no);
    expect(await verdict({ all: [...either, is('last')] })).toBe(VERDICT.open);
  });

  it('tied to each other in a chain, a contradiction at its ends is found', async () => {
    const chain = named(40);
    const follows = chain
      .slice(1)
      .map((fact, index): Condition => ({ any: [is(chain[index]!, false), is(fact)] }));
    expect(await verdict({ all: [is(chain[0]!), ...follows, is(chain.at(-1)!, false)] })).toBe(VERDICT.no);
    expect(await verdict({ all: [is(chain[0]!), ...follows] })).toBe(VERDICT.open);
  });
});

it('gives up where it would take too long to know, and leaves it open', async () => {
  // Thirteen pigeons in twelve holes: no values keep it, and no short search shows that.
  const [pigeons, holes] = [13, 12];
  const fact = (pigeon: number, hole: number): string => `p${pigeon}h${hole}`;
  const each = Array.from({ length: pigeons }, (_, pigeon): Condition => ({
    any: Array.from({ length: holes }, (_, hole) => is(fact(pigeon, hole))),
  }));
  const pairs = Array.from({ length: pigeons }, (_, one) =>
    Array.from({ length: one }, (_, other) =>
      Array.from({ length: holes }, (_, hole): Condition => ({
        any: [is(fact(one, hole), false), is(fact(other, hole), false)],
      })),
    ),
  ).flat(2);
  expect(await verdict({ all: [...each, ...pairs] })).toBe(VERDICT.open);
});

const FACTS = ['a', 'b', 'c', 'd'];

const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(fc.constantFrom(...FACTS), fc.boolean()).map(([fact, value]) => is(fact, value)),
    fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition;

function holds(asked: Condition, values: Readonly<Record<string, boolean>>): boolean {
  if ('all' in asked) return asked.all.every((part) => holds(part, values));
  if ('any' in asked) return asked.any.some((part) => holds(part, values));
  return 'not' in asked ? !holds(asked.not, values) : values[asked.fact] === asked.value;
}

it('says of deeply nested conditions what all values together say', async () => {
  await fc.assert(
    fc.asyncProperty(
      condition,
      fc.dictionary(fc.constantFrom(...FACTS), fc.boolean()),
      async (asked, known) => {
        const answers = new Set<boolean>();
        for (let mask = 0; mask < 2 ** FACTS.length; mask += 1) {
          const values = Object.fromEntries(FACTS.map((fact, bit) => [fact, (mask & (1 << bit)) !== 0]));
          answers.add(holds(asked, { ...values, ...known }));
        }
        const expected = answers.size === 2 ? VERDICT.open : answers.has(true) ? VERDICT.yes : VERDICT.no;
        expect(await verdict(asked, known)).toBe(expected);
      },
    ),
    { numRuns: 1000 },
  );
});
