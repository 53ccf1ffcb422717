import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { languageSchema } from '../language-query.ts';
import { refusalResponses, type RefusedPart } from '../refusal-responses.ts';
import { problemSchema } from '../answers.ts';
import { storeAnswerSchema } from './draft-answers.ts';
import type { KeepingRoute } from './keeping-route.ts';
import { sessionSchema } from '../people/people-answers.ts';
import { OPENID_BACK_PATH, OPENID_PATH } from '../people/openid-routes.ts';
import { SESSION_PATH } from '../people/session-routes.ts';
import { EVENTS_PATH, KEEPING_ROUTES, STORE_PATH } from './keeping-routes.ts';

type PathItem = ZodOpenApiPathsObject[string];
type Operation = NonNullable<PathItem['get']>;

const seen = z.object({
  'If-Match': z
    .string()
    .optional()
    .meta({ description: 'The version that was seen, as an entity tag: "3".' }),
  'If-None-Match': z.literal('*').optional().meta({ description: 'For what is to be new.' }),
});

/** The part of the OpenAPI document about what is kept, made from the routes themselves. */
export function keepingPaths(): readonly (readonly [string, PathItem])[] {
  const routes = KEEPING_ROUTES.map((route): readonly [string, PathItem] => [
    route.path,
    { [route.method]: operationOf(route) },
  ]);
  return [
    [STORE_PATH, { get: storeOperation() }],
    [SESSION_PATH, { get: sessionOperation() }],
    [OPENID_PATH, { get: openIdOperation('goToIssuer', 'Go to the issuer of OpenID Connect to sign in') }],
    [
      OPENID_BACK_PATH,
      { get: openIdOperation('comeFromIssuer', 'Come back from the issuer, and be signed in') },
    ],
    ...routes,
    [EVENTS_PATH, { get: eventsOperation() }],
  ];
}

function operationOf(route: KeepingRoute): Operation {
  const { operation, tag, summary, parameters, body, answer, conditional, conflict, byState, ends } = route;
  const parts: readonly RefusedPart[] = [
    'store',
    ...(body === undefined ? [] : (['body'] as const)),
    ...(parameters === undefined && ends !== true ? [] : (['kept'] as const)),
    ...(conditional === true ? (['version'] as const) : []),
    ...(byState === true ? (['state'] as const) : []),
  ];
  const answered = { description: 'The answer', content: { 'application/json': { schema: answer } } };
  return {
    operationId: operation,
    tags: [tag],
    summary,
    requestParams: {
      query: languageSchema,
      ...(parameters !== undefined && { path: parameters }),
      ...(conditional === true && { header: seen }),
    },
    ...(body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      '200': answered,
      ...(route.method === 'put' || route.method === 'post'
        ? { '201': { ...answered, description: 'It is new' } }
        : {}),
      ...refusalResponses(...parts),
      ...(conditional === true && {
        '412': {
          description:
            conflict === undefined
              ? 'Somebody else has written meanwhile'
              : 'Somebody else has written meanwhile: both sides, and where they began',
          content: { 'application/problem+json': { schema: conflict ?? problemSchema } },
        },
      }),
    },
  };
}

function storeOperation(): Operation {
  const schema = storeAnswerSchema;
  return {
    operationId: 'getStore',
    tags: ['Drafts'],
    summary: 'Does this service keep anything?',
    requestParams: { query: languageSchema },
    responses: {
      '200': { description: 'The answer', content: { 'application/json': { schema } } },
      ...refusalResponses(),
    },
  };
}

function openIdOperation(operationId: string, summary: string): Operation {
  return {
    operationId,
    tags: ['People'],
    summary,
    responses: { '303': { description: 'Where a browser goes on' }, ...refusalResponses('store') },
  };
}

function sessionOperation(): Operation {
  return {
    operationId: 'getSession',
    tags: ['People'],
    summary: 'Who am I here, and how do people get in?',
    requestParams: { query: languageSchema },
    responses: {
      '200': { description: 'The answer', content: { 'application/json': { schema: sessionSchema } } },
      ...refusalResponses('store'),
    },
  };
}

function eventsOperation(): Operation {
  return {
    operationId: 'followDraft',
    tags: ['Drafts'],
    summary: 'Follow a draft: an event version for each new version, with the version as its data',
    requestParams: { query: languageSchema, path: z.object({ id: z.string() }) },
    responses: {
      '200': { description: 'Server-sent events', content: { 'text/event-stream': { schema: z.string() } } },
      ...refusalResponses('store'),
    },
  };
}
