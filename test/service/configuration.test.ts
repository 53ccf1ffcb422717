import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type ConfigurationSources,
  defaultConfiguration,
  readConfiguration,
} from '../../src/service/configuration/read.ts';
import { configurationJsonSchema, SETTINGS, variableOf } from '../../src/service/configuration/schema.ts';
import { serviceOptionsOf } from '../../src/service/configuration/service-options.ts';
import { configurationAsYaml } from '../../src/service/configuration/configuration-as-yaml.ts';
import { defaultLimits } from '../../src/service/requests/limits.ts';
import { toldWhileWaiting } from '../../src/service/slow-start.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';
import { running, SMALL_CSV, SMALL_YAML, withFolder } from './running.ts';

/** A configuration out of a file of this text, and whatever else says settings. */
async function reading(text: string, others: Partial<Omit<ConfigurationSources, 'file'>> = {}) {
  return withFolder({ 'board.yaml': text, 'pools/p/pool.csv': SMALL_CSV }, async (folder) => {
    const file = join(folder, 'board.yaml');
    const read = await readConfiguration({ file, env: {}, options: [], ...others });
    return { file, folder, read };
  });
}

/** All that is wrong, in English, with the file by its bare name. */
async function wrong(text: string, others?: Parameters<typeof reading>[1]): Promise<readonly string[]> {
  const { read, folder } = await reading(text, others);
  if (read.ok) return [];
  return read.problems.map((found) => describeProblem(found, 'en').replace(`${folder}/`, ''));
}

describe('a configuration', () => {
  test('is what the service does where nobody says anything', async () => {
    const { read } = await reading('# nothing yet\n');
    expect(valueOf(read)).toEqual({ configuration: defaultConfiguration(), saidAt: new Map() });
    expect(serviceOptionsOf(defaultConfiguration()).limits).toEqual(defaultLimits());
  });

  test('comes from the file, the environment wins over it, and the command line over both', async () => {
    const text =
      'port: 1001\nlimits: { queue: 11, jobs: 12 }\nallowedHosts: [a.example]\nlog: { level: warn }\n';
    const env = {
      SLATE_PORT: '1002',
      SLATE_LIMITS_QUEUE: '21',
      SLATE_ALLOWED_HOSTS: 'b.example, c.example',
      SLATE_LIMITS_WAIT_SECONDS: '0.5',
    };
    const options = [{ path: ['port'], option: '--port', value: 1003 }];
    const { read, file } = await reading(text, { env, options });
    const { configuration, saidAt } = valueOf(read);
    expect(configuration).toMatchObject({
      port: 1003,
      allowedHosts: ['b.example', 'c.example'],
      limits: { queue: 21, jobs: 12, waitSeconds: 0.5, answerSeconds: 60 },
      log: { level: 'warn' },
    });
    expect(Object.fromEntries(saidAt)).toMatchObject({
      port: { file: '--port' },
      'limits.queue': { file: 'SLATE_LIMITS_QUEUE' },
      'limits.jobs': { file, line: 2, column: 28 },
      'log.level': { file, line: 4 },
    });
    expect(serviceOptionsOf(configuration).limits).toMatchObject({ queue: 21, longestWaitMs: 500 });
  });

  test('is told everything that is wrong with it at once, each where it stands', async () => {
    const text = [
      'prot: 8080',
      'host: ""',
      'allowedHosts: [ok.example, "https://x.example", 3]',
      'proxies: [10.0.0.0/33, 10.0.0.0/8, "fd00::/8", lan]',
      'folders: { pools: ./pools, rules: ./nowhere }',
      'threads: { solve: 0 }',
      'limits: { queue: many, bodyMegabytes: 0, waitSeconds: 1e9, jobs: 2.5 }',
      'log: { level: loud }',
    ].join('\n');
    const env = { SLATE_LIMITS_QUEU: '3', SLATE_PORT: 'tcp://10.0.0.1:80', SLATE_FOLDERS_RULES: 'none' };
    expect((await wrong(text, { env })).toSorted()).toEqual([
      'SLATE_FOLDERS_RULES: there is no folder “none”; make it, or name another',
      'SLATE_LIMITS_QUEU: there is no such variable; did you mean SLATE_LIMITS_QUEUE? slate serve --print-config shows all settings',
      'SLATE_PORT: found the text “tcp://10.0.0.1:80”, but a number is needed',
      'board.yaml:1:1: /prot: unknown key “prot”; allowed here: host, port, people, allowedHosts, corsOrigins, proxies, folders, threads, limits, retention, sessions, login, and log',
      'board.yaml:2:7: /host: the text is empty; write something, or leave the key out',
      'board.yaml:3:28: /allowedHosts/1: “https://x.example” is no name of a machine; write slate.example, without http:// and without a port',
      'board.yaml:3:49: /allowedHosts/2: found 3, but text is needed',
      'board.yaml:4:11: /proxies/0: “10.0.0.0/33” is neither an address nor a subnet; write 10.0.0.7 or 10.0.0.0/8',
      'board.yaml:4:48: /proxies/3: “lan” is neither an address nor a subnet; write 10.0.0.7 or 10.0.0.0/8',
      'board.yaml:5:35: /folders/rules: there is no folder “./nowhere”; make it, or name another',
      'board.yaml:6:19: /threads/solve: found 0, but a number from 1 up is needed',
      'board.yaml:7:18: /limits/queue: found the text “many”, but a number is needed',
      'board.yaml:7:39: /limits/bodyMegabytes: found 0, but a number greater than 0 is needed',
      'board.yaml:7:55: /limits/waitSeconds: found 1000000000, but at most 86,400 is possible',
      'board.yaml:7:66: /limits/jobs: found 2.5, but a whole number is needed',
      'board.yaml:8:15: /log/level: found the text “loud”; allowed: trace, debug, info, warn, error, fatal, and silent',
    ]);
  });

  test.each([
    ['port: 1\nport: 2', ['board.yaml:2:1']],
    ['port: [1', ['board.yaml:1:7']],
    ['- port', ['board.yaml:1:1']],
  ])('%j is no such file', async (text, places) => {
    const told = await wrong(text);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^${places[0]}`));
  });

  test('that is named and not there is an error, and none that is not named', async () => {
    const missing = await readConfiguration({ env: { SLATE_CONFIG: 'nowhere.yaml' }, options: [] });
    expect(missing).toMatchObject({ ok: false, problems: [{ place: { file: 'nowhere.yaml' } }] });
    expect(await readConfiguration({ env: {}, options: [] })).toMatchObject({ ok: true });
  });

  test('is shown as a file that says all of it, which reads as the same', async () => {
    const { read } = await reading('limits: { queue: 7 }\nallowedHosts: [a.example]\n');
    const before = valueOf(read);
    const text = configurationAsYaml(before, 'default');
    expect(text).toMatch(/^ {2}queue: 7 # .*board\.yaml:1$/m);
    expect(text).toMatch(/^port: 8080 # default$/m);
    expect(parse(text)).toEqual(before.configuration);
    const again = await reading(text);
    expect(valueOf(again.read).configuration).toEqual(before.configuration);
    expect(valueOf(again.read).saidAt.size).toBe(SETTINGS.length);
  });

  test('has a variable for each setting, none twice', () => {
    const names = SETTINGS.map(({ path }) => variableOf(path));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('SLATE_LIMITS_LONGEST_ANSWER_SECONDS');
  });

  test('has a JSON Schema; if it is another: npm run schema', () => {
    const committed: unknown = JSON.parse(readFileSync('slate.config.schema.json', 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(configurationJsonSchema())));
  });

  test('gives a board its own pools and rules, in the place of the shipped ones', async () => {
    const files = {
      'slate.config.yaml': 'folders: { pools: pools, rules: rules }\nthreads: { solve: 1, read: 1 }\n',
      'pools/board/pool.csv': SMALL_CSV,
      'rules/small.yaml': SMALL_YAML,
    };
    await withFolder(files, async (folder) => {
      const file = join(folder, 'slate.config.yaml');
      const { configuration } = valueOf(await readConfiguration({ file, env: {}, options: [] }));
      const { logger: _logger, ...options } = serviceOptionsOf(configuration);
      const service = await running({ ...options, port: 0 });
      try {
        const { pools } = (await (await service.ask('GET', '/api/v1/pools')).json()) as { pools: unknown };
        expect(pools).toMatchObject([{ name: 'board', size: 4 }]);
        const asked = { pool: { name: 'board' }, rules: { id: 'small' } };
        expect((await service.ask('POST', '/api/v1/propose', asked)).status).toBe(200);
      } finally {
        await service.close();
      }
    });
  });
});

test('a long wait is told again and again until it is over', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  let told = 0;
  const tell = (seconds: number): void => {
    expect(seconds).toBeGreaterThanOrEqual(0);
    told += 1;
    if (told === 3) resolve('ready');
  };
  expect(await toldWhileWaiting(promise, 1, tell)).toBe('ready');
  expect(told).toBe(3);
});
