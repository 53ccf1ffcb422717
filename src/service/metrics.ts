import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the service counts. Labels are patterns and words of small sets, never addresses or data. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #questions: Counter<'operation' | 'outcome'>;

  /** @param waiting questions in the queue of each kind of thread; @param jobs jobs that wait or run. */
  constructor(waiting: () => Readonly<Record<string, number>>, jobs: () => number) {
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
      help: 'Questions answered in threads, by what became of them',
      labelNames: ['operation', 'outcome'],
      registers,
    });
    const queue: Gauge = new Gauge({
      name: 'slate_queue_length',
      help: 'Questions that wait for a thread',
      labelNames: ['threads'],
      registers,
      collect: () => {
        for (const [threads, length] of Object.entries(waiting())) queue.set({ threads }, length);
      },
    });
    const open: Gauge = new Gauge({
      name: 'slate_open_jobs',
      help: 'Jobs that wait or run',
      registers,
      collect: () => open.set(jobs()),
    });
  }

  request(method: string, route: string, status: number, milliseconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, milliseconds / 1000);
  }

  question(operation: string, outcome: string): void {
    this.#questions.inc({ operation, outcome });
  }
}
