import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCase } from '../../../src/optimize/model/decided-case.ts';
import { everyRowAlone, type SharedNumbers } from '../../../src/optimize/model/equivalence-classes.ts';
import { assembleModel } from '../../../src/optimize/model/slate-model.ts';
import { type RuleRows, ruleRows } from '../../../src/optimize/model/rule-rows.ts';
import { decide } from '../../../src/rules/conditions/deciding.ts';
import { plainCase, type PlainCase, tableOf } from '../../random-case.ts';
import { NOBODY } from '../solving.ts';
import { conditionsOf } from '../../../src/rules/rule-conditions.ts';

/** Pools in which everybody is there three times under other ids, in any order: classes are fewer than rows. */
const crowded = plainCase({ rules: 4, missing: true, units: true }).chain(({ candidates, ruleSet }) => {
  const copies = ['', '-2', '-3'].flatMap((copy) =>
    candidates.map((candidate) => ({ ...candidate, id: `${candidate.id}${copy}` })),
  );
  return fc
    .shuffledSubarray(copies, { minLength: copies.length })
    .map((all): PlainCase => ({ candidates: all, ruleSet }));
});

function byRow(numbers: SharedNumbers<Uint32Array | Uint8Array>): readonly number[] {
  return Array.from(numbers.of, (_, row) => numbers.at(row));
}

/** The rows of a rule with everything said candidate by candidate. */
function told({ classOf, open, ungrouped, links, ...rest }: RuleRows) {
  return {
    ...rest,
    classOf: byRow(classOf),
    open: byRow(open),
    ungrouped: ungrouped && byRow(ungrouped),
    links: links && { ...links, classOf: byRow(links.classOf) },
  };
}

it('says of every candidate what deciding candidate by candidate says', async () => {
  await fc.assert(
    fc.asyncProperty(crowded, async ({ candidates, ruleSet }) => {
      const table = tableOf(candidates);
      const decided = await decideCase(ruleSet, table);
      expect(decided.equivalence.table.size * 2).toBeLessThanOrEqual(table.size);
      const alone = everyRowAlone(table);
      for (const [index, rule] of ruleSet.rules.entries()) {
        const one = ruleRows(rule, alone, await decide(table, conditionsOf(rule)), ruleSet.size);
        expect(told(decided.rules[index]!)).toEqual(told(one));
      }
    }),
    { numRuns: 300 },
  );
});

it('gives the same columns in whatever order the table is', async () => {
  await fc.assert(
    fc.asyncProperty(crowded, async ({ candidates, ruleSet }) => {
      const columnsOf = async (all: PlainCase['candidates']): Promise<readonly string[]> => {
        const table = tableOf(all);
        const { program, candidates: rows } = await assembleModel(await decideCase(ruleSet, table), {
          decisions: NOBODY,
        });
        return Array.from(rows, (row, column) => {
          const [from, to] = [program.starts[column]!, program.starts[column + 1]!];
          const entries = Array.from({ length: to - from }, (_, index) => {
            const entry = from + index;
            return `${program.values[entry]!} ${program.rowNames[program.rows[entry]!]!}`;
          });
          const values = program.levels.map((costs) => costs[column]!);
          return [table.ids[row]!, ...values, ...entries].join(', ');
        }).sort();
      };
      expect(await columnsOf(candidates)).toEqual(await columnsOf(candidates.toReversed()));
    }),
    { numRuns: 200 },
  );
});
