import { fileURLToPath } from 'node:url';
import { availableParallelism, cpus } from 'node:os';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { closeCellThreads } from '../../src/scenarios/cell-threads.ts';
import { ruleSetAt } from '../../src/scenarios/grid.ts';
import { runSweep } from '../../src/scenarios/sweep.ts';
import { readVariations, type Variation } from '../../src/scenarios/variation.ts';
import { openCase } from '../../src/slate/case.ts';
import { propose } from '../../src/slate/propose.ts';
import type { SlateCase } from '../../src/check/slate-case.ts';
import { valueOf } from '../../src/words/problem.ts';

/**
 * How fast a sweep of the reference case is, against starting from the files for each cell: both in one
 * run, on the same machine. Prints cells a second and their ratio.
 */
const POOL = fileURLToPath(new URL('../../fixtures/hai-duong/pool.csv', import.meta.url));
const RULES = 'hai-duong-2020';
const VARY = ['women=6..18', 'under-40=3..13', 'size=43..47'];
/** Cells that are also solved from the files. */
const SAMPLE = 24;

async function openReference(): Promise<SlateCase> {
  const ruleSet = valueOf(await loadRuleSet(RULES));
  return valueOf(openCase(valueOf(await readPoolFile(POOL)), ruleSet));
}

/** Milliseconds a cell takes when files are read, conditions decided and the program made for it alone. */
async function fromFiles(variations: readonly Variation[], total: number): Promise<number> {
  const began = performance.now();
  for (let index = 0; index < SAMPLE; index += 1) {
    const asked = await openReference();
    const cell = Math.floor(((index + 0.5) * total) / SAMPLE);
    await propose({ ...asked, ruleSet: ruleSetAt(cell, variations, asked.ruleSet) });
  }
  return (performance.now() - began) / SAMPLE;
}

const asked = await openReference();
const variations = valueOf(readVariations(VARY, asked.ruleSet));
// Both sides start warm, as in a service.
await propose(asked);
await runSweep({ case: asked, variations: valueOf(readVariations(['women=4..20'], asked.ruleSet)) });
const sweep = await runSweep({ case: asked, variations });
const single = await fromFiles(variations, sweep.total);
const rate = (1000 * sweep.total) / sweep.milliseconds;
const feasible = sweep.cells.filter(({ status }) => status === 'optimal').length;
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`,
);
console.log(
  `sweep ${VARY.join(' × ')}: ${sweep.total} cells (${feasible} with a slate) in ${sweep.milliseconds} ms`,
);
console.log(
  `${rate.toFixed(0)} cells a second; from the files ${single.toFixed(1)} ms a cell (${SAMPLE} cells)`,
);
console.log(`ratio ${((single * rate) / 1000).toFixed(1)}`);
await Promise.all([closeSolverThreads(), closeCellThreads()]);
