import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

/** The example of the guide, as it stands there. */
function example(): string {
  const guide = readFileSync(new URL('../../rules/README.md', import.meta.url), 'utf8');
  const section = guide.slice(guide.indexOf('### Bodies within bodies'));
  return /```yaml\n(.*?)```/s.exec(section)![1]!;
}

it('a standing committee and a secretary are chosen from within the committee', async () => {
  const candidates = Array.from({ length: 9 }, (_, index) => ({
    id: `P${index}`,
    name: `No ${index}`,
    gender: index % 3 === 0 ? 'female' : 'male',
    merit: 9 - index,
  }));
  const yaml = `id: nested
referenceDate: 2026-03-01
facts: { merit: number }
${example()}objective: [{ fact: merit, weight: 1 }]
`;
  const question = await openQuestion({
    pool: { candidates },
    rules: { yaml },
    units: { csv: 'name,kind\nXã Một,commune\n' },
  });
  const { status, slates } = await question.propose();
  expect(status).toBe('optimal');
  const held = slates[0]!.members.map((post) => post.replace('@Xã Một/', ' '));
  expect(held.map((each) => each.slice(0, 2))).toEqual(['P0', 'P1', 'P2', 'P3', 'P4', 'P5']);
  const ways = held.map((each) => each.slice(3)).toSorted((one, other) => (one < other ? -1 : 1));
  expect(ways).toEqual([
    'member',
    'member',
    'member',
    'member+standing',
    'member+standing',
    'member+standing+secretary',
  ]);
  // Of the three women two are among the first six, and both are needed on the standing committee.
  for (const id of ['P0', 'P3']) expect(held.find((each) => each.startsWith(id))).toContain('standing');
});
