import type { ZodOpenApiComponentsObject, ZodOpenApiPathsObject } from 'zod-openapi';
import type { KnownPeople } from '../requests/caller.ts';
import type { Operation, Paths } from './operation.ts';

/** How people and programs show who they are. */
export const SECURITY_SCHEMES = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key of the store (`slate keys add`), for programs and for the command line of others.',
  },
  keyAsPassword: {
    type: 'http',
    scheme: 'basic',
    description: 'The same key as a password, whatever the name: for a browser.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-slate',
    description: 'A session that signing in began; over plain HTTP the cookie is called `slate`.',
  },
} as const satisfies ZodOpenApiComponentsObject['securitySchemes'];

/** By what a service knows who asks, any of which is enough. */
const SCHEMES_OF: Readonly<Record<KnownPeople, readonly (keyof typeof SECURITY_SCHEMES)[]>> = {
  one: [],
  keys: ['key', 'keyAsPassword'],
  accounts: ['key', 'keyAsPassword', 'session'],
};

/** The paths of a document, each operation with what its caller must show. */
export function secured(paths: Paths, people: KnownPeople): ZodOpenApiPathsObject {
  const needed = SCHEMES_OF[people].map((name) => ({ [name]: [] }));
  const withSecurity = (operation: Operation): Operation => ({
    ...operation,
    security: operation['x-role'] === 'anybody' ? [] : needed,
  });
  const found: Record<string, Record<string, Operation>> = {};
  for (const [path, item] of paths) {
    for (const [method, operation] of Object.entries(item))
      (found[path] ??= {})[method] = withSecurity(operation);
  }
  return found;
}
