import { statSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { dirname, resolve } from 'node:path';
import { SHIPPED } from '../../opening/shipped.ts';
import { shapeProblems } from '../../rules/problems/shape-problems.ts';
import { foundIn } from '../../words/found-value.ts';
import { describeProblem, type Place, problem, type Problem, type Reading } from '../../words/problem.ts';
import type { Path } from '../../rules/yaml/written-values.ts';
import { hostName } from '../requests/hosts.ts';
import { isOrigin } from '../requests/other-origins.ts';
import { DEFAULT_SESSIONS } from '../../store/people/sessions.ts';
import { defaultLimits } from '../requests/limits.ts';
import { grantIn, NONE } from './login.ts';
import { type Configuration, configurationSchema, SETTINGS, type WrittenConfiguration } from './schema.ts';
import {
  type GivenSetting,
  saidBy,
  settingsOfEnvironment,
  settingsOfFile,
  settingsOfOptions,
  type Source,
} from './sources.ts';

/** Where a configuration is read from; what comes later wins. */
export interface ConfigurationSources {
  /** Absent: `slate.config.yaml` of the working folder, if there is one. */
  readonly file?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly options: readonly GivenSetting[];
}

/** A configuration, and where each of its settings was said. */
export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** By the path of a setting, its steps between dots; what is absent is a default. */
  readonly saidAt: ReadonlyMap<string, Place>;
}

/** Reads a configuration from all its sources: the whole of it, or everything that is wrong with any of them. */
export async function readConfiguration(asked: ConfigurationSources): Promise<Reading<ReadConfiguration>> {
  const file = await settingsOfFile(asked.file ?? (asked.env['SLATE_CONFIG'] || undefined));
  const environment = settingsOfEnvironment(asked.env);
  const options = settingsOfOptions(asked.options);
  const sources = [options, environment.source, file.source].filter((source) => source !== undefined);
  const misread = [file, environment].flatMap(({ problems }) => problems);
  const misshapen = sources
    .toReversed()
    .flatMap(({ written }) => shapeProblems(written, configurationSchema));
  const meant = sources.flatMap((source) => meantWrong(source));
  const problems = [...misread, ...misshapen, ...meant];
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
  return { ok: true, value: merged(sources) };
}

/** The file from top to bottom, then what stands in no file; each only once, by its shape or by its meaning. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const at = ({ place }: Problem): number => (place?.line ?? Infinity) * 1_000 + (place?.column ?? 0);
  const once = new Map(problems.map((found) => [describeProblem(found, 'en'), found]));
  return [...once.values()].toSorted((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** What the shape of a source cannot tell: whether folders are there, and names are names. */
function meantWrong({ written, name }: Source): readonly Problem[] {
  const { allowedHosts, corsOrigins, proxies, folders, login } = dataOf(written.data);
  const wrongIn = (
    list: unknown,
    path: Path,
    code:
      | 'configuration.no-host-name'
      | 'configuration.no-origin'
      | 'configuration.no-proxy'
      | 'configuration.no-grant',
    isRight: (item: string) => boolean,
  ): readonly Problem[] =>
    (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((item, index) =>
      typeof item !== 'string' || isRight(item)
        ? []
        : [problem(code, { found: foundIn(item) }, written.placeOf([...path, index]))],
    );
  const folderProblems = (['pools', 'rules'] as const).flatMap((kind) => {
    const folder = folders?.[kind];
    if (typeof folder !== 'string' || isFolder(resolve(baseOf({ written, name }), folder))) return [];
    return [problem('configuration.no-folder', { found: folder }, written.placeOf(['folders', kind]))];
  });
  return [
    ...wrongIn(
      allowedHosts,
      ['allowedHosts'],
      'configuration.no-host-name',
      (item) => hostName(item) !== undefined,
    ),
    ...wrongIn(corsOrigins, ['corsOrigins'], 'configuration.no-origin', isOrigin),
    ...wrongIn(proxies, ['proxies'], 'configuration.no-proxy', isSubnet),
    ...wrongIn(
      login?.roles,
      ['login', 'roles'],
      'configuration.no-grant',
      (item) => grantIn(item) !== undefined,
    ),
    ...wrongLogin({ written, name }),
    ...folderProblems,
  ];
}

/** Whether the issuer is an address, and the file with the secret is there. */
function wrongLogin(source: Source): readonly Problem[] {
  const { written } = source;
  const { issuer, clientSecretFile: file } = dataOf(written.data).login ?? {};
  const isIssuer = typeof issuer !== 'string' || issuer === NONE || isWebAddress(issuer);
  const isThere = typeof file !== 'string' || file === NONE || isFile(resolve(baseOf(source), file));
  return [
    ...(isIssuer
      ? []
      : [
          problem(
            'configuration.no-issuer',
            { found: foundIn(issuer) },
            written.placeOf(['login', 'issuer']),
          ),
        ]),
    ...(isThere
      ? []
      : [problem('configuration.no-file', { found: file }, written.placeOf(['login', 'clientSecretFile']))]),
  ];
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** What a source says, whatever its shape: what is not of the right kind is told as such already. */
function dataOf(data: unknown): {
  readonly [Key in keyof WrittenConfiguration]?: Key extends 'folders' | 'login'
    ? { readonly [Inner in keyof NonNullable<WrittenConfiguration[Key]>]?: unknown } | undefined
    : unknown;
} {
  return typeof data === 'object' && data !== null ? data : {};
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`. */
function isSubnet(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  try {
    new BlockList().addSubnet(address, Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
    return /^\d+$/.test(prefix);
  } catch {
    return false;
  }
}

/** Folders are named as seen from the file that names them, or from the working folder. */
function baseOf({ name, written }: Source): string {
  return name === 'file' ? dirname(resolve(written.file)) : process.cwd();
}

/** Of each setting what the first source says, else its default. */
function merged(sources: readonly Source[]): ReadConfiguration {
  const whole = structuredClone(defaultConfiguration()) as unknown as Record<string, unknown>;
  const saidAt = new Map<string, Place>();
  for (const { path } of SETTINGS) {
    const source = sources.find((each) => saidBy(each, path) !== undefined);
    if (source === undefined) continue;
    const said = saidBy(source, path);
    const isPath = path[0] === 'folders' || path.at(-1) === 'clientSecretFile';
    put(
      whole,
      path,
      isPath && typeof said === 'string' && said !== NONE ? resolve(baseOf(source), said) : said,
    );
    saidAt.set(path.join('.'), source.written.placeOf(path));
  }
  return { configuration: whole as unknown as Configuration, saidAt };
}

function put(top: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let inner = top;
  for (const step of path.slice(0, -1)) inner = inner[step] as Record<string, unknown>;
  inner[path.at(-1)!] = value;
}

/** What holds where nothing is said. */
export function defaultConfiguration(): Configuration {
  const limits = defaultLimits();
  return {
    host: '127.0.0.1',
    port: 8080,
    people: 'one',
    allowedHosts: [],
    corsOrigins: [],
    proxies: [],
    folders: { pools: resolve(SHIPPED.poolsFolder), rules: resolve(SHIPPED.rulesFolder) },
    threads: { solve: limits.workers, read: limits.readers, jobs: limits.jobsAtOnce },
    limits: {
      bodyMegabytes: limits.bodyBytes / 1_000_000,
      heldMegabytes: limits.heldBytes / 1_000_000,
      requestSeconds: limits.requestMs / 1_000,
      answerSeconds: limits.timeLimitMs / 1_000,
      longestAnswerSeconds: limits.longestTimeLimitMs / 1_000,
      jobSeconds: limits.jobTimeLimitMs / 1_000,
      waitSeconds: limits.longestWaitMs / 1_000,
      expectedWaitSeconds: limits.expectedWaitMs / 1_000,
      noticeSeconds: limits.noticeMs / 1_000,
      stopSeconds: limits.drainMs / 1_000,
      queue: limits.queue,
      jobs: limits.jobs,
      requestsPerMinute: limits.requestsPerMinute,
      callerMegabytes: limits.ofCaller.heldBytes / 1_000_000,
      callerSolves: limits.ofCaller.solves,
      callerQueue: limits.ofCaller.queue,
      callerJobs: limits.ofCaller.jobs,
    },
    retention: { endedJobs: limits.endedJobs, endedJobDays: limits.endedJobSeconds / 86_400 },
    sessions: {
      hours: DEFAULT_SESSIONS.longestMs / 3_600_000,
      idleMinutes: DEFAULT_SESSIONS.idleMs / 60_000,
    },
    login: {
      issuer: NONE,
      clientId: 'slate',
      clientSecretFile: NONE,
      title: 'OpenID Connect',
      groupsClaim: 'groups',
      roles: [],
    },
    log: { level: 'info' },
  };
}
