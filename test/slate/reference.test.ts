import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { readSlate } from '../../src/pool/read-slate.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { openCase } from '../../src/slate/case.ts';
import { checkSlate } from '../../src/check/check.ts';
import { propose } from '../../src/slate/propose.ts';
import { type SlateCase } from '../../src/check/slate-case.ts';
import { valueOf } from '../../src/words/problem.ts';
import { type Decisions, NO_DECISIONS } from '../../src/pool/decisions.ts';

/** The reference case of the README, with its golden answers. */
let asked: SlateCase;

beforeAll(async () => {
  const ruleSet = valueOf(await loadRuleSet('hai-duong-2020'));
  asked = valueOf(openCase(valueOf(await readPoolFile('fixtures/hai-duong/pool.csv')), ruleSet));
});

afterAll(closeSolverThreads);

const withRules = (rules: RuleSet['rules']): SlateCase =>
  valueOf(openCase(asked.pool, { ...asked.ruleSet, rules }));
const without = (id: string): SlateCase => withRules(asked.ruleSet.rules.filter((rule) => rule.id !== id));
const deciding = (decisions: Partial<Decisions>): SlateCase =>
  valueOf(openCase(asked.pool, asked.ruleSet, { ...NO_DECISIONS, ...decisions }));

it('proposes the proven best slate, which both solvers find', async () => {
  const proposal = await propose(asked, { proof: true });
  expect(proposal.status).toBe('optimal');
  expect(proposal.slates[0]!.objective).toBeCloseTo(1481.225, 5);
  expect(proposal.slates[0]!.members).toHaveLength(47);
  expect(proposal.slates[0]!.soft).toEqual([{ rule: 'young-women', deviation: -1, cost: 6 }]);
  expect(proposal.slates[0]!.report.compliant).toBe(true);
  expect(proposal).toMatchObject({ assurance: 'proven', proof: { claim: 'optimal' } });
  expect(JSON.stringify(proposal.proof).length).toBeLessThan(10_000);
  expect(new Set(proposal.setAside.map((each) => each.candidate))).toEqual(
    new Set(['HD-029', 'HD-068', 'HD-111']),
  );
});

it('finds another slate without the quota on women, and another without the one on age', async () => {
  const [best, noWomen, noAge] = await Promise.all(
    [asked, without('women'), without('under-40')].map(async (each) => (await propose(each)).slates[0]!),
  );
  expect(noWomen!.objective).toBeCloseTo(1485.841_667, 5);
  expect(noAge!.objective).toBeCloseTo(1495.116_667, 5);
  expect(noWomen!.members).not.toEqual(best!.members);
  expect(noAge!.members).not.toEqual(best!.members);
});

it('names what the slate made by hand breaks', async () => {
  const members = valueOf(
    readSlate(await readFile('fixtures/hai-duong/slate-by-hand.csv'), 'slate-by-hand.csv'),
  ).ids;
  const report = await checkSlate(asked, members);
  expect(report.compliant).toBe(false);
  const violated = report.rules
    .filter((rule) => rule.status === 'violated')
    .map(({ id, deviation }) => [id, deviation]);
  expect(violated).toEqual([
    ['whole-term', 1],
    ['women', -2],
    ['one-per-ward', 1],
    ['relatives', 1],
    ['not-failed', 1],
    ['young-women', -2],
  ]);
  expect(report.ineligible.map(({ candidate, rule, fact, value }) => [candidate, rule, fact, value])).toEqual(
    [
      ['HD-002', 'whole-term', 'monthsToRetirement', 18],
      ['HD-067', 'not-failed', 'lastAppraisal', 'not-completed'],
    ],
  );
});

it('says which rule the pool alone cannot meet', async () => {
  const rules = asked.ruleSet.rules.map((rule) =>
    rule.kind === 'count' && rule.id === 'women' ? { ...rule, min: 40, max: 40 } : rule,
  );
  const proposal = await propose(withRules(rules));
  expect(proposal.status).toBe('infeasible');
  expect(proposal.slates).toEqual([]);
  expect(proposal.capacity.map(({ rule, message }) => [rule, message.en])).toEqual([
    ['women', expect.stringMatching(/^Women: \d+ can be chosen, 40 are needed$/)],
  ]);
});

it('keeps decisions on persons', async () => {
  const free = (await propose(asked)).slates[0]!;
  const [leaving, staying, other] = free.members;
  const decided = await propose(
    deciding({
      exclude: [leaving!],
      together: [[staying!, other!]],
      apart: [[free.members[3]!, free.members[4]!]],
    }),
  );
  expect(decided.status).toBe('optimal');
  const members = new Set(decided.slates[0]!.members);
  expect(members.has(leaving!)).toBe(false);
  expect(members.has(staying!)).toBe(members.has(other!));
  expect(members.has(free.members[3]!) && members.has(free.members[4]!)).toBe(false);
  expect(decided.slates[0]!.objective).toBeLessThan(free.objective + 1e-9);
});

it('names a pinned person who cannot be on any slate, and why', async () => {
  for (const id of ['HD-067', 'HD-029']) {
    const { status, impossiblePins } = await propose(deciding({ pin: [id] }));
    expect(status).toBe('infeasible');
    expect(impossiblePins).toContainEqual({
      candidate: id,
      message: expect.objectContaining({ en: expect.stringContaining(`“${id}” cannot be pinned: `) }),
    });
  }
});
