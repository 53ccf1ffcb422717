import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { openModel } from '../../src/optimize/highs/runtime.ts';
import { javascriptLpSolver } from '../../src/optimize/javascript-lp-solver.ts';
import { costScale } from '../../src/optimize/highs/scale.ts';
import { type LinearProgram, objectiveValue } from '../../src/optimize/linear-program.ts';
import type { PeerAnswer } from './peers.ts';

/** One peer in a thread of its own, which is killed at the limit. */
export interface PeerTask {
  readonly peer: 'highs-default' | 'highs-whole' | 'highs-ours' | 'javascript-lp-solver';
  readonly program: LinearProgram;
  /** What HiGHS maximises; its value is told by the first level of the program. */
  readonly costs: Float64Array;
  readonly limit: number;
}

/** Starts to count the processor time of this thread, in milliseconds. */
function threadTime(): () => number {
  const began = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1000;
  };
}

async function highs({ peer, program, costs, limit }: PeerTask): Promise<PeerAnswer> {
  const runtime = await loadHighs();
  const data = {
    numCols: program.columnCount,
    numRows: program.rowCount,
    colCost: costs.map((cost) => -cost * costScale(costs)),
    colLower: program.columnLower,
    colUpper: program.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csc',
      numRows: program.rowCount,
      numCols: program.columnCount,
      starts: program.starts,
      indices: program.rows,
      values: program.values,
    },
    integrality: Array.from(program.integer, () => runtime.constants.variableType.integer),
  } as const;
  const spent = threadTime();
  const model = peer === 'highs-ours' ? openModel(runtime, data) : runtime.createModel(data);
  // A proof is a proof: default options otherwise, but no gap.
  if (peer !== 'highs-ours') model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
  model.options.set('time_limit', limit / 1000);
  const { modelStatus } = model.run();
  const milliseconds = spent();
  const { infeasible, optimal } = runtime.constants.modelStatus;
  if (modelStatus === infeasible) return { status: 'infeasible', milliseconds };
  if (modelStatus !== optimal) return { status: 'no answer', milliseconds };
  const chosen = model.getSolution().colValue.map(Math.round);
  return { status: 'optimal', value: objectiveValue(program.levels[0]!, chosen), milliseconds };
}

function second({ program, limit }: PeerTask): PeerAnswer {
  const session = javascriptLpSolver().open(program);
  const spent = threadTime();
  const outcome = session.solve({ timeLimit: limit });
  const milliseconds = spent();
  if (outcome.status === 'optimal') return { status: 'optimal', value: outcome.values[0]!, milliseconds };
  return { status: outcome.status === 'infeasible' ? 'infeasible' : 'no answer', milliseconds };
}

const task = workerData as PeerTask;
const answer = task.peer === 'javascript-lp-solver' ? second(task) : await highs(task);
parentPort?.postMessage(answer, []);
