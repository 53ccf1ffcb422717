import { z } from 'zod';
import { languageSchema } from './language-query.ts';
import {
  type AskedBy,
  jsonAnswer,
  type Operation,
  type PathItem,
  type Paths,
  textAnswer,
} from './operation.ts';
import { documentRefusals, foreignRefusals } from './refusal-responses.ts';

/** The part of the document about what stands beside the interface proper. */
export function plainPaths(): Paths {
  const status = z.object({ status: z.string() });
  const up = { '200': jsonAnswer('It is', status), ...foreignRefusals() };
  const reasons = z
    .array(z.object({ code: z.string() }))
    .describe(
      'What it waits for: service.starting, service.stopping, store.cannot-open, people.issuer-away…',
    );
  const notReady = status.extend({ reasons });
  const notYet = { '503': jsonAnswer('Not yet, or no more', notReady, { headers: ['Retry-After'] }) };
  const document = { '200': jsonAnswer('OpenAPI 3.1', z.looseObject({})), ...documentRefusals() };
  const page = { '200': textAnswer('A page', 'text/html', z.string()), ...documentRefusals() };
  const figures = { '200': textAnswer('Figures', 'text/plain', z.string()), ...documentRefusals() };
  return [
    ['/healthz', looked('health', 'Is the process alive?', up, 'anybody')],
    [
      '/readyz',
      looked(
        'ready',
        'Is it ready for questions, and what it needs elsewhere there?',
        { ...up, ...notYet },
        'anybody',
      ),
    ],
    ['/metrics', looked('metrics', 'Figures for Prometheus', figures)],
    ['/openapi.json', inLanguage(looked('openapi', 'This document', document))],
    ['/docs', inLanguage(looked('docs', 'This document, for people', page))],
  ];
}

function looked(
  operationId: string,
  summary: string,
  responses: Operation['responses'],
  role: AskedBy = 'reader',
): { readonly get: Operation } {
  return { get: { operationId, tags: ['Service'], summary, 'x-role': role, responses } };
}

function inLanguage({ get }: { readonly get: Operation }): PathItem {
  return { get: { ...get, requestParams: { query: languageSchema } } };
}
