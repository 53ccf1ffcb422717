import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { JobAnswer } from './job-answers.ts';
import { toldAsJson } from '../../batch/streamed-batch.ts';
import type { JobFile, JobKind } from './job-kind.ts';
import { hasEnded, type JobAsker, type Jobs, type JobState } from './jobs.ts';
import { keepHold, takeBytes } from '../requests/body-bytes.ts';
import { expressPath, hangUpOf, rawRequestOf, sendJson, sendPieces } from '../requests/http.ts';
import { needs, type Person, personOf } from '../requests/caller.ts';
import { refusalFrom } from '../requests/refusals.ts';
import { Refusal } from '../answers/problem-document.ts';
import { contextOf } from '../requests/request-context.ts';
import type { Serving } from '../routes/resource-routes.ts';
import type { RawRequest } from '../requests/route.ts';

/** Milliseconds between two signs of life to a client that follows a job in which nothing happens. */
const HEARTBEAT = 15_000;

/** The express routes of jobs: create, look, follow, cancel, resume and delete, for each kind. */
export function jobRoutes(kinds: readonly JobKind[], jobs: Jobs, serving: Serving): Router {
  const router = Router();
  for (const kind of kinds) {
    const may = needs(kind.task.role);
    for (const { method, path, handlers } of jobRoutesOf(kind))
      router[method](expressPath(path), may, ...handlers(jobs, serving));
  }
  return router;
}

/** A method that a path of jobs takes, and how it is answered. */
interface JobRoute {
  readonly method: 'get' | 'post' | 'delete';
  /** `/api/v1/sweeps/{id}/cancel`. */
  readonly path: string;
  readonly handlers: (
    jobs: Jobs,
    serving: Serving,
  ) => readonly (RequestHandler | RequestHandler<{ id: string }>)[];
}

/** Every route of a kind of jobs. */
export function jobRoutesOf(kind: JobKind): readonly JobRoute[] {
  const { path } = kind;
  const one = `${path}/{id}`;
  return [
    { method: 'get', path, handlers: (jobs) => [list(kind, jobs)] },
    {
      method: 'post',
      path,
      handlers: (jobs, serving) => [...takeBytes(serving), create(kind, jobs, serving)],
    },
    { method: 'get', path: one, handlers: (jobs) => [look(kind, jobs)] },
    { method: 'delete', path: one, handlers: (jobs) => [remove(kind, jobs)] },
    {
      method: 'get',
      path: `${one}/events`,
      handlers: (jobs, serving) => [follow(kind, jobs, serving)],
    },
    { method: 'post', path: `${one}/cancel`, handlers: (jobs) => [cancel(kind, jobs)] },
    { method: 'post', path: `${one}/resume`, handlers: (jobs) => [resume(kind, jobs)] },
    ...Object.entries(kind.files ?? {}).map(([name, each]): JobRoute => ({
      method: 'get',
      path: `${one}/${name}`,
      handlers: (jobs) => [file(kind, name, each, jobs)],
    })),
  ];
}

/** The question is examined before there is a job: what is known to fail is no reason to queue. */
function create({ path, task }: JobKind, jobs: Jobs, { workers, stopping }: Serving): RequestHandler {
  return async (request, response) => {
    contextOf(response).pattern = path;
    if (stopping.aborted) throw Refusal.of('stopping', 'service.stopping', undefined);
    const question = rawRequestOf(request, response);
    const hangUp = hangUpOf(response);
    const { caller } = contextOf(response);
    try {
      const watch = { caller, depth: 'examine', signal: AbortSignal.any([hangUp, stopping]) } as const;
      const examined = await workers.read.ask(task.operation, question, watch);
      if (examined.kind === 'refused') throw refusalFrom(examined);
    } catch (error) {
      // Nobody is there to be told, nor to look at a job.
      if (hangUp.aborted) return;
      throw stopping.aborted ? Refusal.of('stopping', 'service.stopping', undefined) : error;
    }
    const { body } = personOf(response);
    const state = await jobs.create(task, question, {
      ...idOfJob(request, response, question, [body, caller, task.operation]),
      caller,
      body,
      release: keepHold(request)?.release,
    });
    response.location(`${path}/${state.id}`);
    sendJson(response, 202, Buffer.from(JSON.stringify(withoutResult(state))));
  };
}

/**
 * The id of the request. Where it says `Idempotency-Key`, the same for all requests that say that key and ask the
 * same: whoever did not hear the answer asks again, and gets the job that there is. The first half of such an id is
 * made of the key, the second of the question, so that the same key with another question is found out.
 */
function idOfJob(
  request: Request,
  response: Response,
  { body = new Uint8Array() }: RawRequest,
  asking: readonly string[],
): Pick<JobAsker, 'id' | 'underKey'> {
  const key = request.get('idempotency-key');
  if (key === undefined) return { id: contextOf(response).id };
  const ofKey = createHash('sha256')
    .update(JSON.stringify([...asking, key]))
    .digest();
  // In another language problems are told in other words.
  const { language } = contextOf(response);
  const ofQuestion = createHash('sha256').update(ofKey).update(language).update(body).digest();
  // A UUID of version 8, whose digits are free.
  ofKey[6] = (ofKey[6]! & 0x0f) | 0x80;
  ofQuestion[0] = (ofQuestion[0]! & 0x3f) | 0x80;
  const underKey = ofKey.toString('hex', 0, 8).replace(/^(.{8})(.{4})(.{4})$/, '$1-$2-$3-');
  return { id: underKey + ofQuestion.toString('hex', 0, 8).replace(/^(.{4})/, '$1-'), underKey };
}

function look({ path, task }: JobKind, jobs: Jobs): RequestHandler<{ id: string }> {
  return async (request, response) => {
    contextOf(response).pattern = `${path}/{id}`;
    const state = await stateOf(jobs, task.operation, request.params.id, personOf(response));
    await sendState(response, state);
  };
}

/** A file of the result of a job; a job that has none yet has no file either. */
function file(
  { path, task }: JobKind,
  key: string,
  { name, mediaType, pieces }: JobFile,
  jobs: Jobs,
): RequestHandler<{ id: string }> {
  return async (request, response) => {
    contextOf(response).pattern = `${path}/{id}/${key}`;
    const state = await stateOf(jobs, task.operation, request.params.id, personOf(response));
    const result = 'result' in state ? state.result : undefined;
    if (result === undefined) throw Refusal.of('wrong-state', 'service.no-result', undefined);
    response.attachment(name);
    await sendPieces(response, 200, mediaType, pieces(result));
  };
}

/** All jobs of a kind, without their results. */
function list({ path, task }: JobKind, jobs: Jobs): RequestHandler {
  return async (_request, response) => {
    contextOf(response).pattern = path;
    const own = await jobs.list(task.operation, personOf(response).body);
    const answer = { jobs: own.map(withoutResult) };
    sendJson(response, 200, Buffer.from(JSON.stringify(answer)));
  };
}

/** Stops a job and keeps what it has found; one that has ended stays as it is. Answers how it ended. */
function cancel({ path, task }: JobKind, jobs: Jobs): RequestHandler<{ id: string }> {
  return async (request, response) => {
    contextOf(response).pattern = `${path}/{id}/cancel`;
    const found = await stateOf(jobs, task.operation, request.params.id, personOf(response));
    const state = hasEnded(found) ? found : await jobs.cancel(found.id);
    if (state === undefined) throw noJob();
    await sendState(response, state);
  };
}

/** Deletes a job with all that came of it; one that runs is stopped first. Answers what it was. */
function remove({ path, task }: JobKind, jobs: Jobs): RequestHandler<{ id: string }> {
  return async (request, response) => {
    contextOf(response).pattern = `${path}/{id}`;
    const found = await stateOf(jobs, task.operation, request.params.id, personOf(response));
    const ended = hasEnded(found) ? found : await jobs.cancel(found.id);
    if (ended === undefined) throw noJob();
    await jobs.forget(ended.id);
    await sendState(response, inHand(ended));
  };
}

/** A state of which everything is there: results that would have to be read are gone with their job. */
function inHand(state: JobState): JobState {
  if (!('result' in state) || state.result instanceof Uint8Array) return state;
  const { result: _gone, ...rest } = state;
  return rest;
}

/** Takes up a job that was cancelled or failed where it was left. */
function resume({ path, task }: JobKind, jobs: Jobs): RequestHandler<{ id: string }> {
  return async (request, response) => {
    contextOf(response).pattern = `${path}/{id}/resume`;
    const found = await stateOf(jobs, task.operation, request.params.id, personOf(response));
    const state = hasEnded(found) ? await jobs.resume(found.id) : undefined;
    if (state === undefined || hasEnded(state)) {
      throw Refusal.of('wrong-state', 'service.no-resume', { status: found.status });
    }
    sendJson(response, 202, Buffer.from(JSON.stringify(withoutResult(state))));
  };
}

/** The id of the last event of a job. Whose line broke before it, comes back with another, and is told it. */
const END = 'end';

function follow({ path, task }: JobKind, jobs: Jobs, { stopping }: Serving): RequestHandler<{ id: string }> {
  return async (request, response) => {
    contextOf(response).pattern = `${path}/{id}/events`;
    const found = await stateOf(jobs, task.operation, request.params.id, personOf(response));
    // Who has followed it to its end and asks again is told, as server-sent events have it, to ask no more.
    if (hasEnded(found) && request.get('last-event-id') === END) {
      response.status(204).end();
      return;
    }
    const { id } = found;
    let events = 0;
    // `no-transform` keeps the compression from holding events back.
    response.type('text/event-stream').set('Cache-Control', 'no-cache, no-transform').flushHeaders();
    const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT);
    try {
      const signal = AbortSignal.any([hangUpOf(response), stopping]);
      for await (const state of jobs.events(id, signal))
        await writeEvent(response, state, (events += 1), signal);
    } finally {
      clearInterval(heartbeat);
    }
    response.end();
  };
}

async function writeEvent(
  response: Response,
  state: JobState,
  id: number,
  signal: AbortSignal,
): Promise<void> {
  const [event, named] = hasEnded(state) ? (['done', END] as const) : (['progress', id] as const);
  const data = JSON.stringify(withoutResult(state));
  const fits = response.write(`event: ${event}\nid: ${named}\ndata: ${data}\n\n`);
  if (fits || signal.aborted) return;
  // A slow reader is waited for; meanwhile states come and go, and it is told the last.
  const { promise, resolve } = Promise.withResolvers<void>();
  response.once('drain', resolve);
  signal.addEventListener('abort', () => resolve(), { once: true });
  await promise;
}

/** A job is found under the kind it was made by, and by its own body, and nowhere else. */
async function stateOf(jobs: Jobs, operation: string, id: string, { body }: Person): Promise<JobState> {
  const state = await jobs.get(id);
  if (state === undefined || state.operation !== operation || state.body !== body) throw noJob();
  return state;
}

function noJob(): Refusal {
  return Refusal.of('not-found', 'service.no-job', undefined);
}

function withoutResult(state: JobState): JobAnswer {
  const { id, operation, createdAt, progress } = state;
  const known = { id, operation, createdAt, progress };
  if (!('endedAt' in state)) return { ...known, status: state.status };
  const { endedAt, expiresAt } = state;
  const ended = { ...known, endedAt, ...(expiresAt !== undefined && { expiresAt }) };
  return state.status === 'failed'
    ? { ...ended, status: state.status, problem: state.problem }
    : { ...ended, status: state.status };
}

/** Sends a state with its result, as it came or as it is read, without being parsed. */
async function sendState(response: Response, state: JobState): Promise<void> {
  const known = JSON.stringify(withoutResult(state));
  const result = 'result' in state ? state.result : undefined;
  if (result === undefined) return sendJson(response, 200, Buffer.from(known));
  const head = `${known.slice(0, -1)},"result":`;
  if (!(result instanceof Uint8Array)) {
    return sendPieces(response, 200, 'application/json', around(head, toldAsJson(result)));
  }
  return sendJson(response, 200, Buffer.concat([Buffer.from(head), result, Buffer.from('}')]));
}

async function* around(head: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* pieces;
  yield '}';
}
