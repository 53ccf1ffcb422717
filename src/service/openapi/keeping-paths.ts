import { z } from 'zod';
import { languageSchema } from './language-query.ts';
import { jsonAnswer, jsonBody, type Operation, type Paths, textAnswer } from './operation.ts';
import { answerHeaders } from './response-headers.ts';
import { refusalResponses, type RefusedPart } from './refusal-responses.ts';
import { problemSchema } from '../answers/answers.ts';
import { storeAnswerSchema } from '../keeping/draft-answers.ts';
import type { KeepingRoute } from '../keeping/keeping-route.ts';
import { sessionSchema } from '../people/people-answers.ts';
import { OPENID_BACK_PATH, OPENID_PATH } from '../people/openid-routes.ts';
import { SESSION_PATH } from '../people/session-routes.ts';
import { EVENTS_PATH, KEEPING_ROUTES, STORE_PATH } from '../keeping/keeping-routes.ts';

const seen = z.object({
  'If-Match': z
    .string()
    .optional()
    .meta({ description: 'The version that was seen, as an entity tag: "3".' }),
  'If-None-Match': z.literal('*').optional().meta({ description: 'For what is to be new.' }),
});

/** The part of the OpenAPI document about what is kept, made from the routes themselves. */
export function keepingPaths(): Paths {
  const routes = KEEPING_ROUTES.map((route): Paths[number] => [
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
  const { operation, tag, summary, parameters, body, example, answer, conditional, conflict, byState, ends } =
    route;
  const parts: readonly RefusedPart[] = [
    'store',
    ...(body === undefined ? [] : (['body'] as const)),
    ...(parameters === undefined && ends !== true ? [] : (['kept'] as const)),
    ...(conditional === true ? (['version'] as const) : []),
    ...(byState === true ? (['state'] as const) : []),
  ];
  const headers = conditional === true ? (['ETag'] as const) : [];
  return {
    operationId: operation,
    tags: [tag],
    summary,
    'x-role': route.role,
    requestParams: {
      query: languageSchema,
      ...(parameters !== undefined && { path: parameters }),
      ...(conditional === true && { header: seen }),
    },
    ...(body !== undefined && { requestBody: jsonBody(body, example) }),
    responses: {
      '200': jsonAnswer('The answer', answer, { headers }),
      ...(route.method === 'put' || route.method === 'post'
        ? { '201': jsonAnswer('It is new', answer, { headers }) }
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
  return {
    operationId: 'getStore',
    tags: ['Drafts'],
    summary: 'Does this service keep anything?',
    'x-role': 'reader',
    requestParams: { query: languageSchema },
    responses: {
      '200': jsonAnswer('The answer', storeAnswerSchema),
      ...refusalResponses(),
    },
  };
}

function openIdOperation(operationId: string, summary: string): Operation {
  return {
    operationId,
    tags: ['People'],
    summary,
    'x-role': 'anybody',
    responses: {
      '303': { description: 'Where a browser goes on', headers: answerHeaders('Location') },
      ...refusalResponses('store'),
    },
  };
}

function sessionOperation(): Operation {
  return {
    operationId: 'getSession',
    tags: ['People'],
    summary: 'Who am I here, and how do people get in?',
    'x-role': 'anybody',
    requestParams: { query: languageSchema },
    responses: {
      '200': jsonAnswer('The answer', sessionSchema),
      ...refusalResponses('store'),
    },
  };
}

function eventsOperation(): Operation {
  return {
    operationId: 'followDraft',
    tags: ['Drafts'],
    summary: 'Follow a draft: an event version for each new version, with the version as its data',
    'x-role': 'reader',
    requestParams: { query: languageSchema, path: z.object({ id: z.string() }) },
    responses: {
      '200': textAnswer('Server-sent events', 'text/event-stream', z.string()),
      ...refusalResponses('store'),
    },
  };
}
