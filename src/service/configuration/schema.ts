import { z } from 'zod';
import { fields } from '../../rules/conditions/condition-schema.ts';
import { wordingShape } from '../../rules/schema.ts';

/** Seconds in the longest time that a setting may name. */
const A_DAY = 86_400;
/** More threads than any machine of today has use for. */
const MOST_THREADS = 1_024;

const seconds = (description: string): z.ZodOptional<z.ZodNumber> =>
  z.number().positive().max(A_DAY).optional().meta({ description });
const megabytes = (description: string): z.ZodOptional<z.ZodNumber> =>
  z.number().positive().max(100_000).optional().meta({ description });
const whole = (description: string, least = 0, most = 1_000_000): z.ZodOptional<z.ZodInt> =>
  z.int().min(least).max(most).optional().meta({ description });
const threads = (description: string): z.ZodOptional<z.ZodInt> => whole(description, 1, MOST_THREADS);
const words = (description: string): z.ZodOptional<typeof wordingShape> =>
  wordingShape.optional().meta({ description });
const list = (description: string): z.ZodOptional<z.ZodArray<typeof wordingShape>> =>
  z.array(wordingShape).optional().meta({ description });

/** How much a log says, from all to nothing. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/**
 * How a service is set up, as `slate.config.yaml` says it; everything has a default. Each setting has a name
 * in the environment, too, and what stands there wins over the file.
 */
export const configurationSchema = fields({
  host: words('The address to listen on. On any but those of the loopback people must be known.'),
  port: whole('The port to listen on; 0 takes any that is free.', 0, 65_535),
  people: z.enum(['one', 'keys', 'accounts']).optional().meta({
    description:
      'Whom it lets in: whoever uses its machine, as one person; who holds a key of its store (slate keys); or besides who has an account in it (slate people). On any address but those of the loopback one is read as accounts.',
  }),
  allowedHosts: list('Names under which the service answers besides localhost and its address.'),
  corsOrigins: list(
    'Origins whose pages may ask it from a browser, as https://board.example; * for any, where people is keys.',
  ),
  proxies: list(
    'Addresses or subnets of reverse proxies, whose X-Forwarded-For is believed to name the caller.',
  ),
  folders: fields({
    pools: words('The folder of the pools, each <name>/pool.csv; instead of the shipped ones.'),
    rules: words('The folder of the rule sets, each <id>.yaml; instead of the shipped ones.'),
  }).optional(),
  threads: fields({
    solve: threads('Threads that solve.'),
    read: threads('Threads that check and list.'),
    jobs: whole(
      'Jobs that run at once; 0 leaves them to other processes of the same store (slate worker).',
      0,
      MOST_THREADS,
    ),
  }).optional(),
  limits: fields({
    bodyMegabytes: megabytes('What one request may carry, decompressed.'),
    heldMegabytes: megabytes('All bodies that have come in and are not answered yet, decompressed.'),
    requestSeconds: seconds('How long a request may take to come in.'),
    answerSeconds: seconds('The time for an answer where the request says nothing.'),
    longestAnswerSeconds: seconds('The longest time that a request may ask for.'),
    jobSeconds: seconds('The time for a job.'),
    waitSeconds: seconds('How long a question may wait for a thread.'),
    expectedWaitSeconds: seconds(
      'How long a question may be expected to wait for a thread once there is a line; one that would wait longer is refused at once.',
    ),
    noticeSeconds: z.number().min(0).max(A_DAY).optional().meta({
      description: 'How long it says that it is not ready any more before it takes no more connections.',
    }),
    stopSeconds: seconds('What is still being answered gets this long when the service stops.'),
    queue: whole('Questions that may wait for a thread.'),
    jobs: whole('Jobs that may wait or run.'),
    requestsPerMinute: whole('Requests a minute from one address, against floods.', 1, 100_000_000),
    callerMegabytes: megabytes('As heldMegabytes, for one caller: one address.'),
    callerSolves: whole('Questions of one caller that are solved at once.', 1),
    callerQueue: whole('Questions of one caller that may wait, for each kind of threads.'),
    callerJobs: whole('Jobs of one caller that may wait or run.'),
  }).optional(),
  retention: fields({
    endedJobs: whole('Jobs that have ended and are still remembered; the oldest are forgotten first.'),
    endedJobDays: z.number().positive().max(10_000).optional().meta({
      description: 'Days after which a job that has ended is forgotten, however few there are.',
    }),
  }).optional(),
  sessions: fields({
    hours: z.number().positive().max(744).optional().meta({
      description: 'How long people stay signed in at most.',
    }),
    idleMinutes: z.number().positive().max(44_640).optional().meta({
      description: 'How long people stay signed in who ask nothing.',
    }),
  }).optional(),
  login: fields({
    issuer: words(
      'The issuer of OpenID Connect at which people sign in, as https://id.example; none: there is none.',
    ),
    clientId: words('What this service is called there.'),
    clientSecretFile: words(
      'The file with its secret; none: the secret stands in SLATE_LOGIN_CLIENT_SECRET, or there is none.',
    ),
    title: words('What the page calls the issuer.'),
    groupsClaim: words('The claim that has the groups of somebody.'),
    roles: list('What groups may do here, each as GROUP=BOARD/ROLE: slate-office=own/drafter.'),
  }).optional(),
  log: fields({
    level: z.enum(LEVELS).optional().meta({ description: 'The least that is told on standard error.' }),
  }).optional(),
}).meta({ description: 'How a service of Slate is set up: slate.config.yaml.' });

/** A configuration as it is written: what it leaves out has a default. */
export type WrittenConfiguration = z.output<typeof configurationSchema>;

type Whole<Written> = Written extends readonly unknown[]
  ? readonly Written[number][]
  : Written extends object
    ? { readonly [Key in keyof Written]-?: Whole<NonNullable<Written[Key]>> }
    : Written;

/** A configuration with everything said. */
export type Configuration = Whole<WrittenConfiguration>;

/** One setting: where it stands in a file, and what it takes. */
export interface Setting {
  readonly path: readonly string[];
  readonly takes: 'number' | 'text' | 'list';
}

/** Every setting, in the order of the file. */
export const SETTINGS: readonly Setting[] = settingsIn(configurationSchema, []);

function settingsIn(schema: z.ZodObject, outer: readonly string[]): readonly Setting[] {
  return Object.entries(schema.shape).flatMap(([name, field]): readonly Setting[] => {
    const path = [...outer, name];
    const inner: unknown = field instanceof z.ZodOptional ? field.unwrap() : field;
    if (inner instanceof z.ZodObject) return settingsIn(inner, path);
    if (inner instanceof z.ZodArray) return [{ path, takes: 'list' }];
    return [{ path, takes: inner instanceof z.ZodNumber ? 'number' : 'text' }];
  });
}

/** `SLATE_LIMITS_BODY_MEGABYTES` of `limits.bodyMegabytes`. */
export function variableOf(path: readonly (string | number)[]): string {
  const words = path.map((step) => String(step).replaceAll(/[A-Z]/g, (letter) => `_${letter}`));
  return ['SLATE', ...words].join('_').toUpperCase();
}

/** The JSON Schema by which editors complete and check a configuration. */
export function configurationJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(configurationSchema, { io: 'input', target: 'draft-7' }),
    title: 'Configuration of a service of Slate',
  };
}
