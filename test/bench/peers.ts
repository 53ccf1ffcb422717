import { spawn, spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { PeerTask } from './peer-thread.ts';

/**
 * What a peer came to, and the processor time of its solve in milliseconds: on a machine that is shared the
 * clock on the wall says more about the others. Files are written and modules loaded before.
 */
export interface PeerAnswer {
  readonly status: 'optimal' | 'infeasible' | 'no answer';
  /** The optimum in whole points. */
  readonly value?: number;
  readonly milliseconds: number;
}

/** Starts to count the processor time of this process; the returned function says how much it was, in milliseconds. */
export function processorTime(): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
}

/** Runs a peer in a thread, killed a second after its limit. */
export async function inThread(task: PeerTask): Promise<PeerAnswer> {
  const worker = new Worker(new URL('peer-thread.ts', import.meta.url), { workerData: task });
  const spent = processorTime();
  try {
    return await new Promise<PeerAnswer>((resolve) => {
      const none = (): void => resolve({ status: 'no answer', milliseconds: spent() });
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

/** Solves an MPS file in a process; the time is that of the process, reading the file included, to 10 ms. */
export async function inProcess(command: 'glpsol' | 'cbc', mps: string, limit: number): Promise<PeerAnswer> {
  const solution = `${mps}.${command}.txt`;
  const seconds = String(Math.ceil(limit / 1000));
  const options =
    command === 'glpsol'
      ? ['--mps', mps, '--min', '--tmlim', seconds, '--write', solution]
      : [mps, '-ratioGap', '0', '-allowableGap', '0', '-seconds', seconds, '-solve', '-solution', solution];
  // The shell tells what processor time its children took.
  const script = '"$@" > /dev/null 2>&1; code=$?; times; exit $code';
  let times = '';
  const began = performance.now();
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn('sh', ['-c', script, 'sh', command, ...options], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.on('data', (chunk: Buffer) => (times += chunk.toString()));
    child.once('close', resolve);
    child.once('error', () => resolve(-1));
  });
  const milliseconds = childrenTime(times);
  // What came at its limit is no proof: cbc calls the best that it has by then optimal.
  const isLate = performance.now() - began >= Number(seconds) * 1000;
  const text = code === 0 && !isLate ? await readFile(solution, 'utf8').catch(() => '') : '';
  await rm(solution, { force: true });
  return { ...(command === 'glpsol' ? glpsolAnswer(text) : cbcAnswer(text)), milliseconds };
}

/** The second line of `times`: user and system time of all children, each as `MmS.SSs`. */
function childrenTime(text: string): number {
  const [, children = ''] = text.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60_000 * Number(minutes) + 1000 * Number(seconds),
    0,
  );
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
