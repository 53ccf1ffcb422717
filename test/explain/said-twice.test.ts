import { expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';

/** Decisions that are said twice, and sentences about people who come together. */

const question = (decisions: object) =>
  openQuestion({
    pool: { csv: 'id,name,sex\nA,Ann,f\nB,Ben,m\nC,Cy,f\nD,Di,m\n' },
    rules: {
      yaml: `
id: twice
title: Twice
referenceDate: 2026-01-01
size: 3
facts: { sex: text }
rules: [{ id: no-men, require: { satisfy: { fact: sex, operator: equal, value: f } }, relaxCost: 2 }]
`,
    },
    ...decisions,
  });

it.each([
  [{ decisions: { pin: ['B', ' B'] } }, ['pin:B']],
  [{ decisions: { exclude: ['A', 'C', 'A'] } }, ['exclude:A', 'exclude:C']],
  [
    {
      decisions: {
        apart: [
          ['A', 'C', 'A'],
          ['C', 'A'],
        ],
      },
    },
    ['apart:1'],
  ],
])('%j is decided once', async (decisions, expected) => {
  const asked = await question(decisions);
  const report = await asked.check(['A', 'B', 'C']);
  expect(report.decisions!.map(({ id }) => id)).toEqual(expected);
  const { conflicts, relaxations } = await asked.diagnose({ sizeCost: 'never', relaxations: 20 });
  const told = conflicts.map(({ rules }) => rules.toSorted().join());
  expect(new Set(told).size).toBe(told.length);
  for (const { changes } of relaxations) {
    expect(new Set(changes.map(({ rule }) => rule)).size).toBe(changes.length);
  }
});

it('who comes together with somebody is counted as anybody is', async () => {
  const asked = await question({ decisions: { together: [['A', 'B']], exclude: ['B'] } });
  const { conflicts } = await asked.diagnose();
  const told = conflicts.find(({ rules }) => rules.includes('together:1') && rules.includes('size'))!;
  expect(told.message.en).toContain('since 3 candidates are eligible');
});
