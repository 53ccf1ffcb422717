import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { type RunningService, type ServiceOptions, startService } from '../../src/service/server.ts';
import { problemSchema } from '../../src/service/answers/answers.ts';
import { startBalancer } from '../jobs/balancer.ts';
import { jobSchema, jobWithResult } from '../../src/service/jobs/job-answers.ts';

/** The reference case, as a question names it. */
export const REFERENCE = { pool: { name: 'hai-duong' }, rules: { id: 'hai-duong-2020' } } as const;

/** Keeps a solver busy for many seconds: every further slate must be proven the best of the rest. */
export const LONG = { ...REFERENCE, alternatives: 100, differ: 6, solver: 'highs' } as const;

/** Two women and two men, of whom a slate takes two. */
export const SMALL_CSV = 'id,name,gender\nA,An,female\nB,Bình,male\nC,Chi,female\nD,Dũng,male\n';
export const SMALL_YAML = `id: small
title: { vi: Nhỏ, en: Small }
referenceDate: 2020-06-05
size: { min: 2, max: 2 }
rules:
  - id: women
    title: { vi: Nữ, en: Women }
    count: { where: { fact: gender, operator: equal, value: female }, exactly: 1 }
objective:
  - { where: { fact: gender, operator: equal, value: female }, weight: 1 }
`;
export const SMALL = { pool: { csv: SMALL_CSV }, rules: { yaml: SMALL_YAML } } as const;

/** A service on a free port, with one reader unless more are asked for. */
export async function running(
  options: ServiceOptions = {},
): Promise<RunningService & { readonly log: readonly string[]; readonly ask: Ask }> {
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
  const asked = { port: 0, logger, ...options, limits: { workers: 1, ...options.limits } };
  const service = await (areBalanced && options.store !== undefined ? balanced(asked) : startService(asked));
  return { ...service, log, ask: asking(service.address) };
}

let areBalanced = false;

/** From now on every service with a store is two behind a balancer that sends each request to the other one. */
export function behindBalancer(): void {
  areBalanced = true;
}

/** Two services of one store, of which the first works on no jobs: what is asked of one is answered by both. */
async function balanced(options: ServiceOptions): Promise<RunningService> {
  const first = await startService({ ...options, limits: { ...options.limits, jobsAtOnce: 0 } });
  const second = await startService(options);
  const balancer = await startBalancer(() => [first.address, second.address]);
  return {
    ...second,
    address: balancer.address,
    isComplete: async () => (await first.isComplete()) && (await second.isComplete()),
    close: async () => {
      await balancer.close();
      await Promise.all([first.close(), second.close()]);
    },
  };
}

type Ask = (
  method: string,
  path: string,
  body?: unknown,
  init?: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
    /** `manual`: where it is sent elsewhere, that is the answer. */
    readonly redirect?: 'follow' | 'manual';
  },
) => Promise<Response>;

function asking(address: string): Ask {
  return (method, path, body, { headers = {}, signal, redirect = 'follow' } = {}) =>
    fetch(address + path, {
      method,
      redirect,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    });
}

/** The error document of a response, which must be one. */
export async function problemOf(response: Response): Promise<z.infer<typeof problemSchema>> {
  const type = response.headers.get('content-type');
  if (type?.startsWith('application/problem+json') !== true) throw new Error(`no problem: ${type}`);
  const document = problemSchema.strict().parse(await response.json());
  if (document.status !== response.status) throw new Error('status and document differ');
  return document;
}

/** The value of one line of the metrics; 0 if it is not there. */
export async function metric(ask: Ask, line: string): Promise<number> {
  const text = await (await ask('GET', '/metrics')).text();
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? 0);
}

/** How to look again and again for what the service does once it has answered: it counts and logs. */
export const SOON = { timeout: 150_000, interval: 20 };

/** Waits until something holds; the test's own time limit ends a wait in vain. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A folder that exists while `use` runs, with files by their path. */
export async function withFolder<Result>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'slate-service-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A job, and nothing beyond what its schema says. */
export function jobOf(answered: unknown): z.infer<typeof jobSchema> {
  const [open, ended, failed] = jobSchema.options;
  return z.union([open.strict(), ended.strict(), failed.strict()]).parse(answered);
}

/** A job that is looked at, and nothing beyond what its schema says; `result` where it has one. */
export function jobWith<Answer extends z.ZodType>(answer: Answer, answered: unknown) {
  const [open, done, cancelled, failed] = jobWithResult(answer).options;
  const job = z
    .union([open.strict(), done.strict(), cancelled.strict(), failed.strict()])
    .parse(answered) as z.infer<typeof jobSchema>;
  return { ...job, result: 'result' in job ? (job.result as z.output<Answer>) : undefined };
}
