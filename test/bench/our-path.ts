import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { easedProgram } from '../../src/optimize/presolve/presolved.ts';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { assembleModel } from '../../src/optimize/model/slate-model.ts';
import { factsOf } from '../../src/pool/facts/derived-facts.ts';
import type { Pool } from '../../src/pool/pool.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { valueOf } from '../../src/words/problem.ts';
import { type PeerAnswer, processorTime } from './peers.ts';

/** Our answer, step by step, in milliseconds of processor time; `elapsed` by the clock on the wall. */
export interface OurAnswer extends PeerAnswer {
  readonly facts: number;
  readonly decide: number;
  readonly assemble: number;
  readonly solve: number;
  readonly columns: number;
  readonly elapsed: number;
}

/** From a pool in memory to the proven optimum, tie-break included, in this process. */
export async function ourPath(pool: Pool, ruleSet: RuleSet): Promise<OurAnswer> {
  const solver = await highsSolver();
  const began = performance.now();
  const spent = processorTime();
  const times = [0];
  const facts = valueOf(factsOf(pool, ruleSet));
  times.push(spent());
  const decided = await decideCase(ruleSet, facts);
  times.push(spent());
  const model = await assembleModel(decided, {
    decisions: { pin: [], exclude: [], together: [], apart: [] },
  });
  const program = easedProgram(model.program);
  times.push(spent());
  const session = solver.open(program);
  const outcome = session.solve({ timeLimit: 120_000 });
  session.close();
  times.push(spent());
  const step = (index: number): number => times[index + 1]! - times[index]!;
  return {
    status: outcome.status === 'optimal' || outcome.status === 'infeasible' ? outcome.status : 'no answer',
    ...(outcome.status === 'optimal' && { value: outcome.values[0]! }),
    milliseconds: times.at(-1)!,
    elapsed: performance.now() - began,
    facts: step(0),
    decide: step(1),
    assemble: step(2),
    solve: step(3),
    columns: program.columnCount,
  };
}
