import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { WorkerPool } from './workers/worker-pool.ts';

/** What is counted of a pool of threads. */
type PoolState = Pick<WorkerPool, 'open' | 'waiting' | 'killed' | 'callers'>;

/** What the service counts. Labels are patterns and words of small sets, never addresses or data. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #questions: Counter<'operation' | 'outcome'>;
  readonly #proofs: Counter<'operation' | 'assurance'>;

  /** @param workers asked for its state whenever the figures are. @param now what there is at this moment. */
  constructor(
    workers: Readonly<Record<string, PoolState>>,
    now: {
      /** Jobs that wait or run. */
      readonly jobs: () => Promise<number>;
      /** Bytes of bodies that are not answered yet. */
      readonly heldBytes: () => number;
    },
  ) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.#requests = new Histogram({
      name: 'slate_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 1, 5, 30, 120],
      registers,
    });
    this.#questions = new Counter({
      name: 'slate_questions_total',
      help: 'Questions answered, and cases of batches, by what became of them',
      labelNames: ['operation', 'outcome'],
      registers,
    });
    this.#proofs = new Counter({
      name: 'slate_proofs_total',
      help: 'Answers that say how sure they are: proven, solvers-agree or one-solver',
      labelNames: ['operation', 'assurance'],
      registers,
    });
    threadGauges(this.registry, workers);
    const gauge = (name: string, help: string, value: () => number | Promise<number>): void => {
      const collect = async (): Promise<void> => made.set(await value());
      const made: Gauge = new Gauge({ name, help, registers, collect });
    };
    gauge('slate_open_jobs', 'Jobs that wait or run', now.jobs);
    gauge('slate_held_body_bytes', 'Bytes of bodies that are not answered yet', now.heldBytes);
  }

  request(method: string, route: string, status: number, milliseconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, milliseconds / 1000);
  }

  /** @param assurance how sure the answer is, where it says so */
  question(operation: string, outcome: string, assurance?: string): void {
    this.#questions.inc({ operation, outcome });
    if (assurance !== undefined) this.#proofs.inc({ operation, assurance });
  }
}

/** How the pools of threads stand, each by its name. */
function threadGauges(registry: Registry, workers: Readonly<Record<string, PoolState>>): void {
  const threadGauge = (name: string, help: string, value: (pool: PoolState) => number): void => {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: ['threads'],
      registers: [registry],
      collect: () => {
        for (const [threads, pool] of Object.entries(workers)) gauge.set({ threads }, value(pool));
      },
    });
  };
  threadGauge('slate_queue_length', 'Questions that wait for a thread', (pool) => pool.waiting);
  threadGauge('slate_threads_killed', 'Threads that had to be ended', (pool) => pool.killed);
  threadGauge('slate_callers', 'Callers whose questions wait or are being answered', (pool) => pool.callers);
  threadGauge('slate_open_questions', 'Questions that wait or are being answered', (pool) => pool.open);
}
