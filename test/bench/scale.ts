import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SMALL_COUNTRY, writeCountry } from '../../fixtures/country.ts';
import { closeBatchThreads } from '../../src/batch/batch-threads.ts';
import type { BatchOutcome } from '../../src/batch/answers.ts';
import { type PreparedBatch, prepareBatch } from '../../src/batch/batch-parts.ts';
import { resultsInMemory } from '../../src/batch/kept-results.ts';
import { readBatch } from '../../src/batch/read-cases.ts';
import { runBatch } from '../../src/batch/run-batch.ts';
import { writeBatchDocument } from '../../src/jobs/batch-document.ts';
import { submitBatch } from '../../src/jobs/batch-job.ts';
import { cellsOf } from '../../src/jobs/part-outcomes.ts';
import { jobById } from '../../src/jobs/job-rows.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { OWN_BODY } from '../../src/store/own-actor.ts';
import { openStore } from '../../src/store/store.ts';
import { valueOf } from '../../src/words/problem.ts';
import { COMMAND, ROOT } from '../cli/command.ts';
import { startPostgres } from '../store/postgres.ts';
import { capacityOf, type Measured, simulated } from './scale-model.ts';

/**
 * Measures a part of the made-up country × 20 scenarios on a queue in PostgreSQL, with one and two workers of
 * one thread each, by processor time, and lays a simulation over it: `node test/bench/scale.ts [COMMUNES]`.
 * What it found stands in SCALE.md.
 */
const COMMUNES = Number(process.argv[2] ?? 60);
const RULES = 'commune-committee-2025';

const folder = mkdtempSync(join(tmpdir(), 'slate-scale-'));
const cluster = await startPostgres();
try {
  writeCountry(folder, { ...SMALL_COUNTRY, communes: COMMUNES, provinces: 34 });
  const prepared = await twentyScenarios();
  const total = prepared.cases.length * prepared.scenarios.length;
  tell(`${prepared.cases.length} communes under ${prepared.scenarios.length} scenarios: ${total} answers`);
  const loop = await proposeLoop();
  tell(`slate propose in a loop: ${loop.toFixed(0)} ms of processor time an answer`);
  const alone = await solvedAlone(prepared);
  tell(`one process by itself: ${(alone / total).toFixed(2)} ms of processor time an answer`);
  const start = await startOfWorker();
  tell(`a worker until it looks at an empty queue: ${start.toFixed(0)} ms of processor time`);
  for (const workers of [1, 2]) tell(await queued(prepared, { workers, alone, start }));
} finally {
  await closeBatchThreads();
  cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function twentyScenarios(): Promise<PreparedBatch> {
  const named = valueOf(await readBatch(join(folder, 'cases.csv')));
  const under = ['women-20', 'women-25', 'young-15'];
  const plain = valueOf(await prepareBatch({ ...named, rules: RULES, under }));
  const costs = plain.cases[0]!.ruleSet.rules.map(({ id }) => id).slice(0, 19 - under.length);
  return valueOf(await prepareBatch({ ...named, rules: RULES, under, costs }));
}

/** Milliseconds of processor time that the command takes for one answer. */
async function proposeLoop(): Promise<number> {
  const files = readdirSync(folder)
    .filter((file) => file.startsWith('xa-'))
    .slice(0, 5);
  const before = childrenMs();
  for (const file of files) {
    const args = [COMMAND, 'propose', '--pool', join(folder, file), '--rules', RULES];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
    await new Promise((resolve) => child.on('exit', resolve));
  }
  return (childrenMs() - before) / files.length;
}

async function solvedAlone(prepared: PreparedBatch): Promise<number> {
  const before = process.cpuUsage();
  await runBatch(prepared, { kept: resultsInMemory(), threads: 1 });
  await closeBatchThreads();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Milliseconds of processor time that a worker takes before there is anything to do. */
async function startOfWorker(): Promise<number> {
  const place = { url: cluster.database() };
  const child = startWorker(place.url);
  await new Promise((resolve) => child.stderr!.once('data', resolve));
  await wait(2_000);
  const spent = processorMsOf(child.pid!);
  await stopped(child);
  return spent;
}

function startWorker(url: string): ChildProcess {
  return spawn(process.execPath, [COMMAND, 'worker', '--threads', '1', '--data', url], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

interface Queued {
  readonly workers: number;
  /** Milliseconds of processor time of one process by itself for all answers. */
  readonly alone: number;
  /** Those of a worker that has nothing to do. */
  readonly start: number;
}

async function queued(prepared: PreparedBatch, { workers, alone, start }: Queued): Promise<string> {
  const place = { url: cluster.database() };
  const store = await openStore(place);
  const queue = await openQueue(store);
  const written = await writeBatchDocument(prepared);
  const limits = { open: 1, openOfCaller: 1, ended: 1, endedSeconds: 3_600 };
  const actor = { who: 'bench', body: OWN_BODY };
  const { id, total } = await submitBatch(store.db, queue, actor, written, { language: 'en', limits });
  const serverBefore = cluster.processorMs();
  const began = performance.now();
  const children = Array.from({ length: workers }, () => startWorker(place.url));
  while ((await jobById(store.db, id))?.endedAt === undefined) await wait(100);
  const elapsed = performance.now() - began;
  const spent = children.reduce((sum, { pid }) => sum + processorMsOf(pid!) - start, 0);
  const server = cluster.processorMs() - serverBefore;
  await Promise.all(children.map(stopped));
  const answers: number[] = [];
  for await (const { outcome } of cellsOf<BatchOutcome>(store.db, id)) answers.push(outcome.milliseconds);
  await queue.close();
  await store.close();
  const lines = [
    `${workers} worker(s): ${(elapsed / 1_000).toFixed(1)} s elapsed, ${(spent / total).toFixed(2)} ms of workers and ${(server / total).toFixed(2)} ms of PostgreSQL an answer (processor time, without the start); against one process by itself: ${(spent / alone).toFixed(3)}, with PostgreSQL ${((spent + server) / alone).toFixed(3)}`,
  ];
  if (workers === 1) {
    const measured: Measured = {
      answerMs: answers,
      workerMs: spent / total,
      serverMs: server / total,
    };
    for (const size of [1e5, 1e6, 1e7]) lines.push(capacityOf(measured, size));
    lines.push(...simulated(measured));
  }
  return lines.join('\n');
}

function childrenMs(): number {
  return statMs('self', 15, 16);
}

function processorMsOf(pid: number): number {
  return statMs(String(pid), 13, 14);
}

/** Fields of `/proc/PID/stat`, in hundredths of a second, after the name, which may have blanks. */
function statMs(pid: string, user: number, system: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = ['', '', ...text.slice(text.lastIndexOf(')') + 2).split(' ')];
  return 10 * (Number(fields[user]) + Number(fields[system]));
}
