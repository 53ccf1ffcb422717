import { z } from 'zod';
import { endedJob, jobListSchema, jobSchema, jobWithResult } from '../jobs/job-answers.ts';
import type { JobFile, JobKind } from '../jobs/job-kind.ts';
import type { Route } from '../requests/route.ts';
import { exampleOf } from './examples.ts';
import { languageSchema } from './language-query.ts';
import { jsonAnswer, jsonBody, type Operation, operationId, type Paths, textAnswer } from './operation.ts';
import { refusalResponses } from './refusal-responses.ts';
import { answerHeaders } from './response-headers.ts';

const onceSchema = z.object({
  'Idempotency-Key': z.string().optional().meta({
    description:
      'Asked again under the same key, the same question is the job that there is; another question is refused with 422.',
  }),
});
const lastEventSchema = z.object({
  'Last-Event-ID': z.string().optional().meta({
    description: 'The id of the last event that was heard, as a browser sends it; after the last: 204.',
  }),
});
const OF_JOB = { path: z.object({ id: z.string() }), query: languageSchema };

/** The part of the document about one kind of job. */
export function jobPaths({ path, task, files = {} }: JobKind): Paths {
  const name = componentName(task.operation);
  const operation = z.literal(task.operation);
  const withResult = jobWithResult(task.answer, operation).meta({
    id: `${name}Job`,
    description: `A job of \`${path}\`, by its \`status\`, with its result once there is one.`,
  });
  const ended = endedJob(task.answer, operation).meta({
    id: `Ended${name}Job`,
    description: `A job of \`${path}\` as it was when it ended.`,
  });
  const named = naming(task);
  return [
    [path, { get: listOf(task), post: createOf(task) }],
    [
      `${path}/{id}`,
      {
        get: {
          ...named('get', 'Look at a job; its result is there once it is done'),
          requestParams: OF_JOB,
          responses: { '200': jsonAnswer('The job', withResult), ...refusalResponses('job') },
        },
        delete: {
          ...named('delete', 'Delete a job with all that came of it; one that runs is cancelled first'),
          requestParams: OF_JOB,
          responses: { '200': jsonAnswer('The job as it had ended', ended), ...refusalResponses('job') },
        },
      },
    ],
    [`${path}/{id}/events`, { get: eventsOf(task) }],
    [
      `${path}/{id}/cancel`,
      {
        post: {
          ...named(
            'cancel',
            'Cancel a job, keeping it with what it has found; one that has ended stays as it is',
          ),
          requestParams: OF_JOB,
          responses: { '200': jsonAnswer('The job as it ended', ended), ...refusalResponses('job') },
        },
      },
    ],
    [`${path}/{id}/resume`, { post: resumeOf(task) }],
    ...Object.entries(files).map(([key, file]): Paths[number] => [
      `${path}/{id}/${key}`,
      { get: fileOf(task, key, file) },
    ]),
  ];
}

/** `TradeOffs` of `trade-offs`. */
function componentName(operation: string): string {
  const name = operationId(operation);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** What every operation of a kind has in common. */
function naming({ operation, tag, role }: Route) {
  return (what: string, summary: string): Pick<Operation, 'operationId' | 'tags' | 'summary' | 'x-role'> => ({
    operationId: operationId(operation, what),
    tags: [tag],
    summary,
    'x-role': role,
  });
}

function listOf(task: Route): Operation {
  return {
    ...naming(task)('list', 'List the jobs, without their results'),
    requestParams: { query: languageSchema },
    responses: { '200': jsonAnswer('The jobs, the oldest first', jobListSchema), ...refusalResponses() },
  };
}

function createOf(task: Route): Operation {
  return {
    ...naming(task)('create', task.summary),
    requestParams: { query: languageSchema, header: onceSchema },
    requestBody: jsonBody(task.body ?? z.unknown(), exampleOf(task.operation)?.body),
    responses: {
      '202': jsonAnswer('The job', jobSchema, { headers: ['Location'] }),
      ...refusalResponses('body'),
    },
  };
}

function eventsOf(task: Route): Operation {
  const summary =
    'Follow a job: an event progress a change, done the last; the data is the job without its result';
  return {
    ...naming(task)('events', summary),
    requestParams: { ...OF_JOB, header: lastEventSchema },
    responses: {
      '200': textAnswer('Server-sent events', 'text/event-stream', z.string()),
      '204': { description: 'The last event was heard: ask no more', headers: answerHeaders() },
      ...refusalResponses('job'),
    },
  };
}

function resumeOf(task: Route): Operation {
  return {
    ...naming(task)('resume', 'Take up a job that was cancelled or failed where it was left'),
    requestParams: OF_JOB,
    responses: {
      '202': jsonAnswer('The job, which waits or runs again', jobSchema),
      ...refusalResponses('job', 'state'),
    },
  };
}

function fileOf(task: Route, key: string, { mediaType, summary }: JobFile): Operation {
  const [type = ''] = mediaType.split(';');
  const file = textAnswer('The file', type, z.string());
  return {
    ...naming(task)(key, summary),
    requestParams: OF_JOB,
    responses: {
      '200': { ...file, headers: answerHeaders('Content-Disposition') },
      ...refusalResponses('job', 'state'),
    },
  };
}
