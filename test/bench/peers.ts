import { spawn, spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { PeerTask } from './peer-thread.ts';

/** What a peer came to, and how long its solve took; files are written and modules loaded before. */
export interface PeerAnswer {
  readonly status: 'optimal' | 'infeasible' | 'no answer';
  /** The optimum in whole points. */
  readonly value?: number;
  readonly milliseconds: number;
}

/** Runs a peer in a thread, killed a second after its limit. */
export async function inThread(task: PeerTask): Promise<PeerAnswer> {
  const worker = new Worker(new URL('peer-thread.ts', import.meta.url), { workerData: task });
  const began = performance.now();
  try {
    return await new Promise<PeerAnswer>((resolve) => {
      const none = (): void => resolve({ status: 'no answer', milliseconds: performance.now() - began });
      const timer = setTimeout(none, task.limit + 1000);
      worker.once('message', (answer: PeerAnswer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      worker.once('error', () => {
        clearTimeout(timer);
        none();
      });
    });
  } finally {
    await worker.terminate();
  }
}

/** The version line of a program, or `undefined` where it is not installed. */
export function versionOf(command: 'glpsol' | 'cbc'): string | undefined {
  const { stdout, error } = spawnSync(command, command === 'glpsol' ? ['--version'] : ['-quit'], {
    encoding: 'utf8',
    timeout: 5000,
  });
  if (error !== undefined) return undefined;
  return /(?:Solver|Version:?) ([\d.]+)/.exec(stdout)?.[1] ?? 'unknown';
}

/** Solves an MPS file in a process; the time is that of the process, reading the file included. */
export async function inProcess(command: 'glpsol' | 'cbc', mps: string, limit: number): Promise<PeerAnswer> {
  const solution = `${mps}.${command}.txt`;
  const seconds = String(Math.ceil(limit / 1000));
  const options =
    command === 'glpsol'
      ? ['--mps', mps, '--min', '--tmlim', seconds, '--write', solution]
      : [mps, '-ratioGap', '0', '-allowableGap', '0', '-seconds', seconds, '-solve', '-solution', solution];
  const began = performance.now();
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(command, options, { stdio: 'ignore', timeout: limit + 5000 });
    child.once('exit', resolve);
    child.once('error', () => resolve(-1));
  });
  const milliseconds = performance.now() - began;
  const text = code === 0 ? await readFile(solution, 'utf8').catch(() => '') : '';
  await rm(solution, { force: true });
  return { ...(command === 'glpsol' ? glpsolAnswer(text) : cbcAnswer(text)), milliseconds };
}

/** `s mip ROWS COLUMNS STATUS OBJECTIVE` with status `o` optimal, `n` without a solution, `u` undefined. */
function glpsolAnswer(text: string): Omit<PeerAnswer, 'milliseconds'> {
  const [, status, value] = /^s mip \d+ \d+ (\w) (\S+)/m.exec(text) ?? [];
  if (status === 'o') return { status: 'optimal', value: Math.round(-Number(value)) };
  return { status: status === 'n' ? 'infeasible' : 'no answer' };
}

/** `Optimal - objective value V`, `Infeasible - …`, or what it stopped on. */
function cbcAnswer(text: string): Omit<PeerAnswer, 'milliseconds'> {
  const [, value] = /^Optimal - objective value (\S+)/.exec(text) ?? [];
  if (value !== undefined) return { status: 'optimal', value: Math.round(-Number(value)) };
  return { status: /^(?:Integer i|I)nfeasible/.test(text) ? 'infeasible' : 'no answer' };
}
