import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { openQuestion } from '../../src/index.ts';
import { plainCase } from '../random-case.ts';
import { findsWaysOut, knowsWhatIsOpen, proposesBest, readsAlike } from './constructs.ts';

afterAll(closeSolverThreads);

const grouped = { groups: true, rules: 4 };

it('proposes the best of all slates under rules for chosen groups, and proves it', async () => {
  const cases = plainCase({ ...grouped, least: 6, most: 11, seats: [2, 6] });
  expect(await proposesBest(cases, 80)).toBeGreaterThan(60);
});

it('a proof is about the same slates at the same values, and a check reports what brute force counts', async () => {
  const cases = plainCase({ ...grouped, least: 6, most: 11, seats: [2, 6] });
  expect(await readsAlike(cases, 300)).toBeGreaterThan(10);
});

it('what a check calls kept or violated stays so whatever the missing facts of the members are', async () => {
  const cases = plainCase({ ...grouped, least: 5, most: 8, seats: [1, 5], rules: 3, missing: true });
  expect(await knowsWhatIsOpen(cases, 200)).toBeGreaterThan(100);
});

it('a way out under rules for chosen groups leaves a slate that keeps what it says', async () => {
  const cases = plainCase({ ...grouped, least: 5, most: 8, seats: [2, 5] });
  expect(await findsWaysOut(cases, 40)).toBeGreaterThan(8);
});

const NORTH = `
id: north
title: Every northern district has a member
referenceDate: 2024-01-01
size: 3
facts: { region: text, district: text }
rules:
  - id: n
    count: { where: { fact: region, operator: equal, value: north }, forEach: DISTRICTS, min: 1 }
`;
const DISTRICTS = 'id,name,region,district\nA,Ann,north,N1\nB,Ben,north,N1\nC,Cy,north,N2\nD,Di,south,S1\n';

it.each([
  ['district', 'infeasible'],
  ['{ fact: district, where: { fact: region, operator: equal, value: north } }', 'optimal'],
  ['{ fact: district, values: [N1, N2] }', 'optimal'],
  ['{ fact: district, values: [N1, N2, N3] }', 'infeasible'],
])('asks of %s: %s', async (forEach, status) => {
  const question = await openQuestion({
    pool: { csv: DISTRICTS },
    rules: { yaml: NORTH.replace('DISTRICTS', forEach) },
  });
  const proposal = await question.propose({ proof: true });
  expect(proposal.status).toBe(status);
  expect(proposal.proof).toBeDefined();
});

it('a household is an address and a postcode', async () => {
  const question = await openQuestion({
    pool: { csv: 'id,name,address,zip\n1,a,5 Main St,E1\n2,b,5 Main St,E2\n3,c,5 Main St,E2\n4,d,,E3\n' },
    rules: {
      yaml: `
id: hh
title: HH
referenceDate: 2026-01-01
size: 2
facts: { address: text, zip: text }
rules: [{ id: one-per-address, count: { forEach: [address, zip], max: 1 } }]
`,
    },
  });
  const { slates, setAside } = await question.propose();
  expect(slates[0]!.members).toEqual(['1', '2']);
  expect(setAside.map(({ candidate }) => candidate)).toEqual(['4']);
});
