import { madeUpPlacement } from '../../fixtures/ward-leadership.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { openPlacement } from '../../src/placements/placement.ts';
import { readUnits } from '../../src/placements/read-units.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { propose } from '../../src/slate/propose.ts';
import { valueOf } from '../../src/words/problem.ts';
import { peakMemory } from './peak-memory.ts';
import { processorTime } from './peers.ts';
import type { PlacementTimes } from './results.ts';

/**
 * One made-up ward leadership in a process of its own, from the texts of its tables to the proven best
 * plan: `node placement.ts UNITS CANDIDATES`. What it found goes to standard output as JSON.
 */
const [units = 25, candidates = 200] = process.argv.slice(2).map(Number);

/** Bounds of the reference case that are numbers of 25 wards, for as many wards as there are. */
function scaled(ruleSet: RuleSet): RuleSet {
  const to = (bound: number | undefined) =>
    bound === undefined ? undefined : Math.round((bound * units) / 25);
  const rules = ruleSet.rules.map((rule) => {
    if (rule.kind !== 'count' || rule.forEach !== undefined) return rule;
    const [min, max] = [to(rule.min), to(rule.max)];
    return { ...rule, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  });
  return { ...ruleSet, rules };
}

const made = madeUpPlacement({ units, candidates, seed: 4 });
const ruleSet = scaled(valueOf(await loadRuleSet('ward-leadership-2020')));
const began = performance.now();
const spent = processorTime();
const asked = valueOf(
  await openPlacement(
    valueOf(await readPoolCsv(made.candidates, 'pool.csv')),
    valueOf(readUnits(made.units, 'units.csv')),
    ruleSet,
  ),
);
const opened = spent();
const { status, gap } = await propose(asked, { solver: 'highs' });
const times: PlacementTimes = {
  units,
  candidates,
  appointments: asked.facts.size,
  status,
  ...(gap !== undefined && { gap }),
  opened,
  milliseconds: spent(),
  elapsed: performance.now() - began,
  megabytes: peakMemory(),
};
await closeSolverThreads();
console.log(JSON.stringify(times));
