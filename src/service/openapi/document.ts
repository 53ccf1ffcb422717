import { createDocument, type CreateDocumentOptions, type oas31 } from 'zod-openapi';
import { z } from 'zod';
import { VERSION } from '../../opening/version.ts';
import { phraseCodes } from '../../words/catalogue.ts';
import { problemCodeSchema, problemTypeSchema } from '../answers/answers.ts';
import { jobOperationSchema } from '../jobs/job-answers.ts';
import type { JobKind } from '../jobs/job-kind.ts';
import type { ServiceLimits } from '../requests/limits.ts';
import type { KnownPeople } from '../requests/caller.ts';
import { ERROR_KINDS } from '../answers/problem-document.ts';
import type { Route } from '../requests/route.ts';
import { jobPaths } from './job-paths.ts';
import { keepingPaths } from './keeping-paths.ts';
import type { Paths } from './operation.ts';
import { plainPaths } from './plain-paths.ts';
import { routePaths } from './route-paths.ts';
import { SECURITY_SCHEMES, secured } from './security-schemes.ts';
import { TAG_OBJECTS } from './tags.ts';
import { ruleFileSchema } from '../../rules/schema.ts';
import { scenarioShape } from '../../scenarios/schema.ts';

/** An OpenAPI 3.1 document, ready to be written as JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/** What a document tells of. */
interface Documented {
  readonly routes: readonly Route[];
  readonly jobKinds: readonly JobKind[];
  readonly limits: ServiceLimits;
  /** Whom the service knows, and so what its callers must show. */
  readonly people: KnownPeople;
}

/** The document of all that is asked and answered, made from the routes themselves. */
export function openApiDocument({ routes, jobKinds, limits, people }: Documented): OpenApiDocument {
  const paths: Paths = [
    ...routePaths(routes),
    ...jobKinds.flatMap(jobPaths),
    ...keepingPaths(),
    ...plainPaths(),
  ];
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Slate',
        version: VERSION,
        license: { name: 'MIT', identifier: 'MIT' },
        description: ABOUT,
      },
      'x-limits': { ...limits },
      servers: [{ url: '/' }],
      tags: TAG_OBJECTS,
      components: { securitySchemes: SECURITY_SCHEMES, schemas: writtenSchemas() },
      paths: secured(paths, people),
    },
    { override: openAnswers(jobKinds.map(({ task }) => task.operation)) },
  );
}

const ABOUT = [
  'Checks and proposes nomination slates under a rule set, exactly and with reasons.',
  'Questions carry their candidates and rules, or name those of the service.',
  'What the service takes on at once, of all callers (addresses) and of each, stands under x-limits: a body beyond it is refused with 413, a caller beyond their share with 429, everybody beyond what is there with 503, the latter two with Retry-After.',
  'What who asks must be allowed at least stands under x-role of each operation.',
  'Answers may get further fields, and problems further codes: a client passes over what it does not know.',
].join(' ');

type Override = NonNullable<CreateDocumentOptions['override']>;

/**
 * Answers may get further fields, and a question may ask for less of them: texts in one language, no reports.
 * What a name may be is told where it is known: here, not where the page reads it.
 */
function openAnswers(jobs: readonly string[]): Override {
  const names = new Map<unknown, readonly string[]>([
    [problemTypeSchema, Object.keys(ERROR_KINDS).map((kind) => `urn:slate:problem:${kind}`)],
    [problemCodeSchema, problemCodes()],
    [jobOperationSchema, jobs],
  ]);
  return ({ jsonSchema, zodSchema, io }) => {
    if (io !== 'output') return;
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    const allowed = names.get(zodSchema);
    if (allowed !== undefined) jsonSchema.enum = [...allowed];
    const { id } = z.globalRegistry.get(zodSchema) ?? {};
    if (id === 'Slate') jsonSchema.required = jsonSchema.required?.filter((name) => name !== 'report') ?? [];
  };
}

/** Areas of words in which no problem of what is asked over HTTP is said. */
const AREAS_WITHOUT_PROBLEMS = /^(?:prices|configuration)\./;
/** Of the words of the command line, what is said of scenarios wherever they come from. */
const SAID_EVERYWHERE = /^cli\.(?:no-scenarios|which-scenario)$/;

/** The codes that a problem may have. */
function problemCodes(): readonly string[] {
  return phraseCodes().filter((code) =>
    code.startsWith('cli.') ? SAID_EVERYWHERE.test(code) : !AREAS_WITHOUT_PROBLEMS.test(code),
  );
}

type SchemaObject = oas31.SchemaObject;

/**
 * What rule and scenario files write, as components of the document. Bodies take anything in its place, since
 * whatever is wrong with a rule is told where rules are read; they refer to these for what it must look like.
 */
function writtenSchemas(): Readonly<Record<string, SchemaObject>> {
  return {
    ...componentsOf('RuleFile', ruleFileSchema.describe('A rule set as a rule file writes it.')),
    ...componentsOf('NamedScenario', scenarioShape.describe('A scenario as a scenario file writes it.')),
  };
}

/** A schema under its name, with the parts of it that have names of their own. */
function componentsOf(name: string, schema: z.ZodType): Readonly<Record<string, SchemaObject>> {
  const made = z.toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => leaveOut(jsonSchema) });
  const { $schema: _, $defs: parts = {}, ...whole } = made;
  const written = JSON.stringify({ ...parts, [name]: whole });
  const referred = written.replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(referred) as Record<string, SchemaObject>;
}

/** What a field that is left out means is said in words: generated clients take one with a `default` for needed. */
function leaveOut(schema: z.core.JSONSchema.BaseSchema): void {
  const { default: meant, description } = schema;
  if (meant !== undefined) {
    schema.description = [description, `Left out: ${JSON.stringify(meant)}.`].filter(Boolean).join(' ');
    delete schema.default;
  }
  delete schema.id;
}
