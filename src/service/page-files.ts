import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { phrase } from '../words/catalogue.ts';
import { htmlPage } from './html-page.ts';
import { contextOf } from './requests/request-context.ts';
import { nonceOf } from './requests/security.ts';
import { isAbsent } from '../tables/cannot-read.ts';

/** Where the build puts the page. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/web/', import.meta.url));

/** Stands in the built page wherever the nonce of the content security policy belongs. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * The page: its hashed files may be kept for ever. Whoever mistypes an address in a browser gets the page,
 * too; a program gets 404, and no HTML that it did not ask for.
 */
export function pageRoutes(folder: string): Router {
  const router = Router();
  const year = 365 * 24 * 3600 * 1000;
  // A range is a wish that may be passed over (RFC 9110, 14.2): these files are small, and always whole.
  const whole = { acceptRanges: false, fallthrough: true } as const;
  const assets = express.static(join(folder, 'assets'), { ...whole, immutable: true, maxAge: year });
  router.use('/assets', named, assets);
  router.use(express.static(folder, { ...whole, index: false, redirect: false }));
  router.get('/{*path}', sendPage(folder));
  return router;
}

/** Whether this very file of the page is asked for; whatever else is written otherwise is not. */
export function isOfPage({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  return /^(?:GET|HEAD)$/.test(method) && /^\/(?:|mark\.svg|assets\/[\w-]+(?:\.[\w-]+)+)$/.test(path);
}

const named: RequestHandler = (_request, response, next) => {
  contextOf(response).pattern = 'page';
  next();
};

function sendPage(folder: string): RequestHandler {
  return async (request, response, next) => {
    const isPage = request.path === '/' || isBrowserAt(request);
    const page = isPage ? await builtPage(folder) : undefined;
    if (!isPage || (page === undefined && request.path !== '/')) {
      next();
      return;
    }
    contextOf(response).pattern = 'page';
    sendHtml(response, page?.replaceAll(NONCE_PLACEHOLDER, nonceOf(response)) ?? hint(response));
  };
}

/** Whether HTML is what is wanted most, at an address where there is neither an interface nor a file. */
function isBrowserAt(request: Request): boolean {
  return !/^\/(?:api|assets)(?:\/|$)/.test(request.path) && request.accepts(['json', 'html']) === 'html';
}

function sendHtml(response: Response, html: string): void {
  response.type('html').set('Cache-Control', 'no-cache').send(html);
}

async function builtPage(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function hint(response: Response): string {
  const { language } = contextOf(response);
  const text = phrase(language, 'service.page-hint', undefined);
  return htmlPage({
    language,
    title: 'Slate',
    nonce: nonceOf(response),
    body: `<h1>Slate</h1><p>${text}</p><p><a href="/docs">/docs</a></p>`,
  });
}
