import { createDocument, type CreateDocumentOptions, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import { VERSION } from '../opening/version.ts';
import { jobListSchema, jobSchema } from './answers.ts';
import { languageSchema } from './language-query.ts';
import type { JobFile, JobKind } from './job-kind.ts';
import { keepingPaths } from './keeping/keeping-paths.ts';
import { documentRefusals, foreignRefusals, refusalResponses } from './refusal-responses.ts';
import type { ServiceLimits } from './limits.ts';
import { ERROR_KINDS } from './problem-document.ts';
import type { Route } from './route.ts';

/** An OpenAPI 3.1 document, ready to be written as JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/** The document of all that is asked and answered, made from the routes themselves. */
export function openApiDocument(
  routes: readonly Route[],
  jobKinds: readonly JobKind[],
  limits: ServiceLimits,
): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  const add = (path: string, operations: ZodOpenApiPathsObject[string]): void => {
    paths[path] = { ...paths[path], ...operations };
  };
  for (const route of routes) add(route.path, { [route.method]: operationOf(route) });
  for (const kind of jobKinds) for (const [path, operations] of jobPaths(kind)) add(path, operations);
  for (const [path, operations] of keepingPaths()) add(path, operations);
  for (const [path, operations] of plainPaths()) add(path, operations);
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Slate',
        version: VERSION,
        license: { name: 'MIT', identifier: 'MIT' },
        description:
          'Checks and proposes nomination slates under a rule set, exactly and with reasons. Questions carry their candidates and rules, or name those of the service. What it takes on at once, of all callers (addresses) and of each, stands under x-limits: a body beyond it is refused with 413, a caller beyond their share with 429, everybody beyond what is there with 503, the latter two with Retry-After.',
      },
      'x-limits': { ...limits },
      servers: [{ url: '/' }],
      paths,
    },
    { override: openAnswers(jobKinds.map(({ task }) => task.operation)) },
  );
}

type Override = NonNullable<CreateDocumentOptions['override']>;

/**
 * Answers may get further fields, and a question may ask for less of them: texts in one language, no reports.
 * What a field may say is told where it is known: here, not where the page reads it.
 */
function openAnswers(jobs: readonly string[]): Override {
  const types = Object.keys(ERROR_KINDS).map((kind) => `urn:slate:problem:${kind}`);
  return ({ jsonSchema, zodSchema, io }) => {
    if (io !== 'output') return;
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    const { id } = z.globalRegistry.get(zodSchema) ?? {};
    if (id === 'Slate') jsonSchema.required = jsonSchema.required?.filter((name) => name !== 'report') ?? [];
    if (id === 'Problem') sayAllowed(jsonSchema, 'type', types);
    if (id === 'Job') sayAllowed(jsonSchema, 'operation', jobs);
  };
}

function sayAllowed(
  { properties }: Parameters<Override>[0]['jsonSchema'],
  field: string,
  allowed: readonly string[],
): void {
  const schema = properties?.[field];
  if (typeof schema === 'object') Object.assign(schema, { enum: allowed });
}

type Operation = NonNullable<ZodOpenApiPathsObject[string]['get']>;

function operationOf(route: Route): Operation {
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    requestParams: {
      query: languageSchema,
      ...(route.parameters !== undefined && { path: route.parameters }),
    },
    ...(route.body !== undefined && { requestBody: bodyOf(route.body) }),
    responses: {
      '200': fileOr(route, answerOf('The answer', route.answer)),
      ...refusalResponses(
        ...(route.body === undefined ? [] : ['body' as const]),
        ...(route.parameters === undefined ? [] : ['name' as const]),
      ),
    },
  };
}

function bodyOf(schema: z.ZodType): NonNullable<Operation['requestBody']> {
  return { required: true, content: { 'application/json': { schema } } };
}

function answerOf(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema } } };
}

/** The answer, or one of the files that may be asked for instead, or that are all that is answered. */
function fileOr(
  { fileTypes: types, isFileAlone = false }: Route,
  answer: ReturnType<typeof answerOf>,
): { readonly description: string; readonly content: Record<string, { readonly schema: z.ZodType }> } {
  if (types === undefined) return answer;
  const file = {
    schema: z.string().meta({ format: 'binary', description: 'The paper that was asked for.' }),
  };
  return {
    ...answer,
    content: {
      ...(isFileAlone ? {} : answer.content),
      ...Object.fromEntries(types.map((type) => [type, file])),
    },
  };
}

function listOf({ operation, tag }: JobKind['task']): Operation {
  return {
    operationId: `${operation}List`,
    tags: [tag],
    summary: 'List the jobs, without their results',
    requestParams: { query: languageSchema },
    responses: {
      '200': answerOf('The jobs, the oldest first', jobListSchema),
      ...refusalResponses(),
    },
  };
}

const onceSchema = z.object({
  'Idempotency-Key': z.string().optional().meta({
    description: 'Asked again under the same key, the same question is the job that there is.',
  }),
});

function jobPaths({
  path,
  task,
  files = {},
}: JobKind): readonly (readonly [string, ZodOpenApiPathsObject[string]])[] {
  const parameters = { path: z.object({ id: z.string() }), query: languageSchema };
  const tags = [task.tag];
  const named = (suffix: string, summary: string): Naming => ({
    operationId: `${task.operation}${suffix}`,
    tags,
    summary,
  });
  const create: Operation = {
    ...named('Create', task.summary),
    requestParams: { query: languageSchema, header: onceSchema },
    requestBody: bodyOf(task.body ?? z.unknown()),
    responses: {
      '202': answerOf('The job, whose address is in Location', jobSchema),
      ...refusalResponses('body'),
    },
  };
  const full = jobWithResult(path, task);
  return [
    [path, { get: listOf(task), post: create }],
    [
      `${path}/{id}`,
      {
        get: {
          ...named('Get', 'Look at a job; its result is there once it is done'),
          requestParams: parameters,
          responses: { '200': answerOf('The job', full), ...refusalResponses('job') },
        },
        delete: {
          ...named('Delete', 'Cancel a job that runs, keeping what it has found; delete one that has ended'),
          requestParams: parameters,
          responses: { '200': answerOf('The job as it ended', full), ...refusalResponses('job') },
        },
      },
    ],
    eventsPath(
      path,
      named(
        'Events',
        'Follow a job: an event progress a change, done the last; the data is the job without its result',
      ),
    ),
    resumePath(path, named('Resume', 'Take up a job that was cancelled or failed where it was left')),
    ...Object.entries(files).map(([key, file]) =>
      filePath(`${path}/{id}/${key}`, file, named(`${key[0]!.toUpperCase()}${key.slice(1)}`, file.summary)),
    ),
  ];
}

/** A job with its result. */
function jobWithResult(path: string, { operation, answer }: JobKind['task']): z.ZodType {
  return z
    .object({
      ...jobSchema.shape,
      operation: z.literal(operation),
      result: answer.optional().describe('Once it is done, or what a cancelled job had found.'),
    })
    .meta({
      id: `${operation[0]!.toUpperCase()}${operation.slice(1)}Job`,
      description: `A job of \`${path}\`, with its result once there is one.`,
    });
}

/** What an operation is called. */
type Naming = Pick<Operation, 'operationId' | 'tags' | 'summary'>;

function eventsPath(path: string, operation: Naming): readonly [string, ZodOpenApiPathsObject[string]] {
  const parameters = { path: z.object({ id: z.string() }), query: languageSchema };
  const content = { 'text/event-stream': { schema: z.string() } };
  const responses = {
    '200': { description: 'Server-sent events', content },
    ...refusalResponses('job'),
  };
  return [`${path}/{id}/events`, { get: { ...operation, requestParams: parameters, responses } }];
}

function resumePath(path: string, operation: Naming): readonly [string, ZodOpenApiPathsObject[string]] {
  const parameters = { path: z.object({ id: z.string() }), query: languageSchema };
  const responses = {
    '202': answerOf('The job, which waits or runs again', jobSchema),
    ...refusalResponses('job', 'state'),
  };
  return [`${path}/{id}/resume`, { post: { ...operation, requestParams: parameters, responses } }];
}

function filePath(
  path: string,
  { mediaType }: JobFile,
  operation: Naming,
): readonly [string, ZodOpenApiPathsObject[string]] {
  const parameters = { path: z.object({ id: z.string() }), query: languageSchema };
  const [type = ''] = mediaType.split(';');
  const content = textOf('The file', type);
  const responses = { ...content, ...refusalResponses('job', 'state') };
  return [path, { get: { ...operation, requestParams: parameters, responses } }];
}

function textOf(description: string, type: string): Operation['responses'] {
  return { '200': { description, content: { [type]: { schema: z.string() } } } };
}

function plain(
  operationId: string,
  summary: string,
  responses: Operation['responses'],
  query?: typeof languageSchema,
): ZodOpenApiPathsObject[string] {
  const asked = query && { requestParams: { query } };
  return { get: { operationId, tags: ['Service'], summary, ...asked, responses } };
}

/** What stands beside the interface proper. */
function plainPaths(): readonly (readonly [string, ZodOpenApiPathsObject[string]])[] {
  const status = z.object({ status: z.string() });
  const foreign = foreignRefusals();
  const up = { '200': answerOf('It is', status), ...foreign };
  const notYet = { '503': answerOf('Not yet, or no more', status) };
  const document = { '200': answerOf('OpenAPI 3.1', z.looseObject({})), ...documentRefusals() };
  const page = { ...textOf('A page', 'text/html'), ...documentRefusals() };
  return [
    ['/healthz', plain('health', 'Is the process alive?', up)],
    ['/readyz', plain('ready', 'Are the threads ready for questions?', { ...up, ...notYet })],
    [
      '/metrics',
      plain('metrics', 'Figures for Prometheus', {
        ...textOf('Figures', 'text/plain'),
        ...documentRefusals(),
      }),
    ],
    ['/openapi.json', plain('openapi', 'This document', document, languageSchema)],
    ['/docs', plain('docs', 'This document, for people', page, languageSchema)],
  ];
}
