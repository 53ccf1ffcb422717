import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Desks } from './desks.ts';

/** What the service counts. Labels are patterns and words of small sets, never addresses or data. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #questions: Counter<'operation' | 'outcome'>;

  /** @param crew asked for its state whenever the figures are. @param jobs jobs that wait or run. */
  constructor(
    crew: Readonly<Record<string, Pick<Desks, 'open' | 'waiting' | 'killed'>>>,
    jobs: () => number,
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
      help: 'Questions answered in threads, by what became of them',
      labelNames: ['operation', 'outcome'],
      registers,
    });
    const threadGauge = (
      name: string,
      help: string,
      value: (desks: Pick<Desks, 'open' | 'waiting' | 'killed'>) => number,
    ) => {
      const gauge: Gauge = new Gauge({
        name,
        help,
        labelNames: ['threads'],
        registers,
        collect: () => {
          for (const [threads, desks] of Object.entries(crew)) gauge.set({ threads }, value(desks));
        },
      });
    };
    threadGauge('slate_queue_length', 'Questions that wait for a thread', (desks) => desks.waiting);
    threadGauge('slate_threads_killed', 'Threads that had to be ended', (desks) => desks.killed);
    threadGauge('slate_open_questions', 'Questions that wait or are being answered', (desks) => desks.open);
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
