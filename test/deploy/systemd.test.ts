import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { readConfiguration } from '../../src/service/configuration/read.ts';
import { linesOfPage } from './composition.ts';
import { ROOT } from './image.ts';

const UNIT = readFileSync(join(ROOT, 'deploy/slate.service'), 'utf8');

/** What the unit says under a name, line by line. */
function said(name: string): readonly string[] {
  return [...UNIT.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value!);
}

test('the unit starts the service that the page installs, with the files that it lays down', () => {
  const [program] = said('ExecStart');
  const [, prefix, path, command] =
    /^\/usr\/bin\/node (\/opt\/slate)\/node_modules\/nomination-slate\/(\S+) (\w+)$/.exec(program!)!;
  expect(existsSync(join(ROOT, path!))).toBe(true);
  expect(COMMANDS.map(({ name }) => name)).toContain(command);
  const page = linesOfPage('One machine with systemd', '').join('\n');
  expect(page).toContain(`--prefix ${prefix} `);
  expect(page).toContain(
    ` ${said('Environment')
      .find((each) => each.startsWith('SLATE_CONFIG='))!
      .slice(13)}`,
  );
  const files = [...page.matchAll(/\bdeploy\/[\w.]+/g)].map(([file]) => file);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test('its variables and its file are settings, and leave the time that it takes to end', async () => {
  const env = Object.fromEntries(said('Environment').map((each) => each.split('=') as [string, string]));
  const file = join(ROOT, 'deploy/slate.config.yaml');
  const read = await readConfiguration({ env: { ...env, SLATE_CONFIG: file }, options: [] });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { people, proxies, host, limits } = read.value.configuration;
  expect({ people, proxies, host }).toEqual({
    people: 'accounts',
    proxies: ['127.0.0.1'],
    host: '127.0.0.1',
  });
  expect(Number(said('TimeoutStopSec')[0])).toBeGreaterThan(limits.noticeSeconds + limits.stopSeconds);
});

test.runIf(spawnSync('systemd-analyze', ['--version']).status === 0)(
  'systemd takes the unit as it stands',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'slate-unit-'));
    try {
      const file = join(folder, 'slate.service');
      // What it starts is not installed on this machine.
      writeFileSync(file, UNIT.replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true'));
      const options = { encoding: 'utf8', stdio: 'pipe' } as const;
      expect(execFileSync('systemd-analyze', ['verify', file], options)).toBe('');
      const { stderr } = spawnSync('systemd-analyze', ['verify', file], options);
      expect(stderr).not.toContain('slate.service');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
