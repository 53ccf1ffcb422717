import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { OpenCase } from '../../opening/open-case.ts';
import { jobsPathOf, pathOf, type Control, type QuestionDefinition } from '../../questions/question.ts';
import type { FrozenCase } from '../../records/frozen-case.ts';
import { jobSchema, jobWithResult } from '../../service/jobs/job-answers.ts';
import { InputError, problem } from '../../words/problem.ts';
import { caseBody } from './case-body.ts';
import type { Service } from './service.ts';
import { isServiceAway } from './service-away.ts';

/** What a service is asked about. */
interface Asked {
  readonly opened: OpenCase;
  readonly frozen: FrozenCase;
  readonly options: object;
}

/** Milliseconds before a line to a job that broke is taken up again, and how often in a row. */
const BETWEEN_LINES = 1_000;
const MOST_LINES = 30;

/**
 * The answer of a service to a question that was opened here. What may take long goes as a job, which tells how far
 * it is; the signal cancels it there, and what it had found by then is the answer where a part is of use. The job is
 * taken away again once its answer is here.
 *
 * @throws InputError for what the service refuses, TimeLimitError, the reason of the signal
 */
export async function askService<Answer extends z.ZodType>(
  service: Service,
  question: Pick<QuestionDefinition<z.ZodObject, Answer>, 'name' | 'about' | 'jobs' | 'answer'>,
  { opened, frozen, options }: Asked,
  { signal, onProgress }: Pick<Control, 'signal' | 'onProgress'>,
): Promise<z.input<Answer>> {
  const about = await caseBody(frozen, question.about === 'slate' ? opened.slate : undefined);
  const body = { ...about, ...options };
  const jobs = jobsPathOf(question);
  if (jobs === undefined) {
    return service.ask(question.answer, 'POST', pathOf(question), { body, ...(signal && { signal }) });
  }
  // Whoever is cancelled meanwhile has to know which job there is to cancel.
  const { id } = await service.ask(jobSchema, 'POST', jobs, { body });
  const job = new RemoteJob(service, `${jobs}/${id}`, question.answer);
  try {
    return await job.outcome(signal ?? new AbortController().signal, onProgress);
  } finally {
    await job.remove();
  }
}

/** A job of a service, from its creation to its result. */
class RemoteJob<Answer extends z.ZodType> {
  readonly #service: Service;
  readonly #path: string;
  readonly #answer: Answer;

  constructor(service: Service, path: string, answer: Answer) {
    this.#service = service;
    this.#path = path;
    this.#answer = answer;
  }

  /** What the job comes to, in its time or cancelled by the signal. */
  async outcome(signal: AbortSignal, onProgress: Control['onProgress']): Promise<z.input<Answer>> {
    await this.#followed(signal, onProgress);
    const state = jobWithResult(this.#answer);
    const ended = signal.aborted
      ? await this.#service.ask(state, 'POST', `${this.#path}/cancel`)
      : await this.#service.ask(state, 'GET', this.#path);
    if ('result' in ended && ended.result !== undefined) return ended.result;
    signal.throwIfAborted();
    if ('problem' in ended) throw this.#service.refusal(ended.problem);
    throw new InputError([problem('cli.job-stopped-there', undefined)]);
  }

  /** Resolves once the job has ended, or the signal aborts. */
  async #followed(signal: AbortSignal, onProgress: Control['onProgress']): Promise<void> {
    const told = ([done, total]: readonly [number, number]): void => onProgress?.(done, total);
    for (let broken = 0; !signal.aborted; broken += 1) {
      const line = await this.#line(signal, told);
      if (line === 'ended') return;
      if (line === 'told') broken = 0;
      else if (broken >= MOST_LINES) throw line.error;
      await setTimeout(BETWEEN_LINES, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Follows the job for as long as a line holds. @returns whether the job has ended, or else what came of the line */
  async #line(
    signal: AbortSignal,
    told: (progress: readonly [done: number, total: number]) => void,
  ): Promise<'ended' | 'told' | { readonly error: unknown }> {
    let isTold = false;
    try {
      const states = this.#service.events(jobSchema, `${this.#path}/events`, signal);
      for await (const { status, progress } of states) {
        if (status !== 'queued' && status !== 'running') return 'ended';
        if (status === 'running') told([progress.done, progress.total]);
        isTold = true;
      }
    } catch (error) {
      if (!signal.aborted && !isServiceAway(error)) throw error;
      return { error };
    }
    return isTold ? 'told' : { error: this.#service.brokenLine() };
  }

  /** What is asked once leaves nothing behind; a service that is away forgets it when its time is up. */
  async remove(): Promise<void> {
    await this.#service.ask(z.unknown(), 'DELETE', this.#path).catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error;
    });
  }
}
