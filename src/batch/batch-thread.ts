import { workerData } from 'node:worker_threads';
import { stepBack } from '../optimize/threads/lower-priority.ts';
import type { BatchOutcome } from './answers.ts';
import type { BatchThreadSettings } from './batch-threads.ts';
import { CaseSolver, type CaseTask } from './solve-case.ts';

/** Where others wait for answers, they go first. */
if ((workerData as BatchThreadSettings).background) stepBack('background');

/** One a thread, which remembers the rules that it read. */
const solver = new CaseSolver();

/** Answers what is asked of one case, in a thread of its own with solver threads of its own. */
export default async function solveInThread(task: CaseTask): Promise<readonly BatchOutcome[]> {
  return solver.solve(task);
}
