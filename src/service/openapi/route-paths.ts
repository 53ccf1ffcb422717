import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import type { Route } from '../requests/route.ts';
import { exampleOf } from './examples.ts';
import { languageSchema } from './language-query.ts';
import { jsonAnswer, jsonBody, type Operation, type Paths } from './operation.ts';
import { refusalResponses } from './refusal-responses.ts';
import { answerHeaders } from './response-headers.ts';

/** The part of the document about all that is answered at once. */
export function routePaths(routes: readonly Route[]): Paths {
  return routes.map((route) => [route.path, { [route.method]: operationOf(route) }]);
}

function operationOf(route: Route): Operation {
  const example = exampleOf(route.operation);
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.summary,
    'x-role': route.role,
    requestParams: {
      query: languageSchema,
      ...(route.parameters !== undefined && { path: route.parameters }),
    },
    ...(route.body !== undefined && { requestBody: jsonBody(route.body, example?.body) }),
    responses: {
      '200': answerOf(route, example?.answer),
      ...(route.method === 'get' && {
        '304': { description: 'It is as it was', headers: answerHeaders(...LASTING) },
      }),
      ...refusalResponses(
        ...(route.body === undefined ? [] : ['body' as const]),
        ...(route.parameters === undefined ? [] : ['name' as const]),
      ),
    },
  };
}

/** What tells of an answer that may be kept and asked after. */
const LASTING = ['ETag', 'Cache-Control', 'Vary'] as const;

/** The answer, or one of the files that may be asked for instead, or that are all that is answered. */
function answerOf(
  { answer, method, fileTypes: types = [], isFileAlone = false }: Route,
  example: unknown,
): ZodOpenApiResponseObject {
  const headers = method === 'get' ? LASTING : (['Cache-Control'] as const);
  const json = jsonAnswer('The answer', answer, { headers, ...(example !== undefined && { example }) });
  const file = {
    schema: z.string().meta({ format: 'binary', description: 'The paper that was asked for.' }),
  };
  return {
    ...json,
    headers: answerHeaders(...headers, ...(types.length > 0 ? (['Content-Disposition'] as const) : [])),
    content: {
      ...(isFileAlone ? {} : json.content),
      ...Object.fromEntries(types.map((type) => [type, file])),
    },
  };
}
