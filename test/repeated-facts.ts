/**
 * Conditions whose facts repeat, and people of whom hardly any is known: pigeons want holes of their own, of which
 * there is one too few, so that no values allow it. Of five pigeons a search shows that, of six no short one does. Each
 * rule has the pigeons otherwise, each person other cells.
 */

const MANY = 6;

/** The yes/no columns: one for each pigeon in each hole. */
function papersOf(pigeons: number): readonly string[] {
  return Array.from({ length: pigeons * (pigeons - 1) }, (_, index) => `paper${index}`);
}

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
function pigeonsIn(papers: readonly string[], pigeons: number): object {
  const is = (pigeon: number, hole: number, value: boolean): object => ({
    fact: papers[pigeon * (pigeons - 1) + hole],
    operator: 'equal',
    value,
  });
  const holes = Array.from({ length: pigeons - 1 }, (_, hole) => hole);
  const all = Array.from({ length: pigeons }, (_, one) => [
    { any: holes.map((hole) => is(one, hole, true)) },
    ...Array.from({ length: one }, (_each, other) =>
      holes.map((hole) => ({ any: [is(one, hole, false), is(other, hole, false)] })),
    ).flat(),
  ]);
  return { all: all.flat() };
}

/** A rule file with so many such rules. */
export function repeatedRules(rules: number, pigeons = MANY): string {
  const papers = papersOf(pigeons);
  const draw = numbers(7);
  return JSON.stringify({
    id: 'repeated',
    referenceDate: '2026-01-01',
    size: { min: 5, max: 8 },
    facts: { merit: 'number', ...Object.fromEntries(papers.map((paper) => [paper, 'boolean'])) },
    rules: Array.from({ length: rules }, (_, index) => ({
      id: `r${index}`,
      title: `Rule ${index}`,
      count: { where: pigeonsIn(shuffled(papers, draw), pigeons), max: 3 },
    })),
    objective: [{ fact: 'merit', weight: 1 }],
  });
}

/** A pool of so many people, P0 and on, with few cells filled in. */
export function repeatedPool(people: number, pigeons = MANY): string {
  const papers = papersOf(pigeons);
  const draw = numbers(11);
  const rows = Array.from({ length: people }, (_, person) => {
    const cells = papers.map(() => (draw(16) === 0 ? ['yes', 'no'][draw(2)]! : ''));
    return [`P${person}`, `No ${person}`, draw(20), ...cells].join();
  });
  return `id,name,merit,${papers.join()}\n${rows.join('\n')}\n`;
}
