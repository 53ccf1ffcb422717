import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../../src/optimize/threads/solver-threads.ts';
import { readPoolFile } from '../../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../../src/rules/load.ts';
import type { Prices } from '../../../src/slate/propose-answer.ts';
import { openCase } from '../../../src/slate/case.ts';
import { pricesCsv } from '../../../src/slate/proofs/prices-csv.ts';
import { propose } from '../../../src/slate/propose.ts';
import { valueOf } from '../../../src/words/problem.ts';

afterAll(closeSolverThreads);

/** The last cell of a table whose totals are `=B2*C2` and `=SUM(D2:D9)`, as a spreadsheet comes to it. */
function recomputed(csv: string): number {
  const rows = csv.trimEnd().split('\n').slice(1);
  let sum = 0;
  rows.slice(0, -1).forEach((row, index) => {
    const [price, bound, formula] = row.split(',').slice(-3);
    expect(formula).toBe(`=B${index + 2}*C${index + 2}`);
    sum += Number(price) * Number(bound);
  });
  expect(rows.at(-1)).toMatch(new RegExp(`,,,=SUM\\(D2:D${rows.length}\\)$`));
  return sum;
}

it('says in words and as a spreadsheet what no slate can exceed', async () => {
  const ruleSet = valueOf(await loadRuleSet('hai-duong-2020'));
  const asked = valueOf(openCase(valueOf(await readPoolFile('fixtures/hai-duong/pool.csv')), ruleSet));
  const { prices, slates } = await propose(asked, { prices: true });
  if (prices === undefined) throw new Error('no prices');
  expect(Number(prices.most)).toBeGreaterThanOrEqual(slates[0]!.objective);
  expect(Number(prices.most)).toBeLessThan(slates[0]!.objective + 5);
  expect(prices.lines.map(({ rule }) => rule)).toContain('women');
  expect(prices.message.en).toContain('No compliant slate can have more than 1,48');
  expect(prices.message.vi).toContain('Không danh sách đạt quy tắc nào có thể hơn 1.48');
  for (const language of ['vi', 'en'] as const) {
    expect(recomputed(pricesCsv(prices, language))).toBeCloseTo(Number(prices.sum), 6);
  }
});

it('never begins a text with a formula', () => {
  const title = { vi: '=HYPERLINK("x")', en: '+cmd' };
  const prices: Prices = {
    lines: [{ rule: 'a', title, price: '-1', side: 'min', bound: 2, total: '-2' }],
    beyond: [],
    rest: '0',
    sum: '-2',
    most: '-2',
    message: title,
  };
  expect(pricesCsv(prices, 'en').split('\n')[1]).toBe("'+cmd,-1,2,=B2*C2");
  expect(pricesCsv(prices, 'vi').split('\n')[1]).toBe(`"'=HYPERLINK(""x"")",-1,2,=B2*C2`);
});
