import type { Language } from '../../words/language.ts';
import { phrase } from '../../words/catalogue.ts';
import { escaped } from '../../papers/html.ts';
import { htmlPage } from '../html-page.ts';
import type { OpenApiDocument } from './document.ts';

/**
 * The OpenAPI document as a page: plain HTML made here, for the usual viewers load megabytes of script,
 * fonts from outside, or a package that reports every installation.
 */
export function docsPage(document: OpenApiDocument, language: Language, nonce: string): string {
  const title = phrase(language, 'service.docs-title', undefined);
  const operations = operationsOf(document);
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const groups = tags.map((tag) => {
    const mine = operations.filter((operation) => operation.tag === tag);
    return `<h2>${escaped(tag)}</h2>\n${mine.map((each) => sectionOf(each)).join('\n')}`;
  });
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) => `<section id="schema-${escaped(name)}">${details(name, schema)}</section>`,
  );
  const body = [
    `<h1>Slate: ${escaped(title)}</h1>`,
    `<p>${escaped(document.info.description ?? '')}</p>`,
    '<p><a href="/openapi.json">openapi.json</a></p>',
    ...groups,
    `<h2>${escaped(phrase(language, 'service.docs-schemas', undefined))}</h2>`,
    ...schemas,
  ];
  return htmlPage({ language, title: `Slate: ${title}`, nonce, body: body.join('\n') });
}

type PathItem = NonNullable<OpenApiDocument['paths']>[string];
type DocumentedOperation = NonNullable<PathItem['get']>;

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly operation: DocumentedOperation;
}

function operationsOf(document: OpenApiDocument): readonly Listed[] {
  const methods = ['get', 'post', 'delete'] as const;
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ method, path, tag: operation.tags?.[0] ?? '', operation }];
    }),
  );
}

function sectionOf({ method, path, operation }: Listed): string {
  const parts = [
    ...(operation.parameters === undefined ? [] : [details('parameters', operation.parameters)]),
    ...(operation.requestBody === undefined ? [] : [details('body', operation.requestBody)]),
    ...Object.entries(operation.responses ?? {})
      // Refusals are all of one shape, which stands under `default`.
      .filter(([, response]) => !('$ref' in response))
      .map(([status, response]) => details(status, response)),
  ];
  return `<section id="${escaped(operation.operationId ?? '')}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(operation.summary ?? '')}</p>
${parts.join('\n')}
</section>`;
}

function details(name: string, content: unknown): string {
  const json = escaped(JSON.stringify(content, null, 2)).replaceAll(
    /#\/components\/schemas\/([\w.-]+)/g,
    '<a href="#schema-$1">#/components/schemas/$1</a>',
  );
  return `<details><summary>${escaped(name)}</summary><pre>${json}</pre></details>`;
}
