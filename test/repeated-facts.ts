/**
 * Conditions whose facts repeat, and people of whom hardly any is known: six pigeons want five holes of their own,
 * which no values allow, and no short search shows that. Each rule has the pigeons otherwise, each person other cells.
 */

const [PIGEONS, HOLES] = [6, 5];
/** The yes/no columns. */
export const PAPERS: readonly string[] = Array.from(
  { length: PIGEONS * HOLES },
  (_, index) => `paper${index}`,
);

/** Whole numbers below a bound, the same ones each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

function shuffled(papers: readonly string[], draw: (below: number) => number): readonly string[] {
  return papers
    .map((paper) => ({ paper, at: draw(1_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ paper }) => paper);
}

/** The condition of one rule, as a file has it. */
function pigeons(papers: readonly string[]): object {
  const is = (pigeon: number, hole: number, value: boolean): object => ({
    fact: papers[pigeon * HOLES + hole],
    operator: 'equal',
    value,
  });
  const holes = Array.from({ length: HOLES }, (_, hole) => hole);
  const all = Array.from({ length: PIGEONS }, (_, one) => [
    { any: holes.map((hole) => is(one, hole, true)) },
    ...Array.from({ length: one }, (_each, other) =>
      holes.map((hole) => ({ any: [is(one, hole, false), is(other, hole, false)] })),
    ).flat(),
  ]);
  return { all: all.flat() };
}

/** A rule file with so many such rules. */
export function repeatedRules(rules: number): string {
  const draw = numbers(7);
  return JSON.stringify({
    id: 'repeated',
    referenceDate: '2026-01-01',
    size: { min: 5, max: 8 },
    facts: { merit: 'number', ...Object.fromEntries(PAPERS.map((paper) => [paper, 'boolean'])) },
    rules: Array.from({ length: rules }, (_, index) => ({
      id: `r${index}`,
      title: `Rule ${index}`,
      count: { where: pigeons(shuffled(PAPERS, draw)), max: 3 },
    })),
    objective: [{ fact: 'merit', weight: 1 }],
  });
}

/** A pool of so many people, P0 and on, with few cells filled in. */
export function repeatedPool(people: number): string {
  const draw = numbers(11);
  const rows = Array.from({ length: people }, (_, person) => {
    const cells = PAPERS.map(() => (draw(16) === 0 ? ['yes', 'no'][draw(2)]! : ''));
    return [`P${person}`, `No ${person}`, draw(20), ...cells].join();
  });
  return `id,name,merit,${PAPERS.join()}\n${rows.join('\n')}\n`;
}
