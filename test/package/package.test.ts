import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { preparedName } from '../../src/rules/prepared-rules.ts';
import { type Installed, installedPackage, ROOT, runNode, toolOf, weightOf } from './installed.ts';

/** What an install may weigh on a disk, in bytes. */
const HEAVIEST = 30e6;

/** What is published, as somebody has it who installs it: built, complete and typed. */
let installed: Installed;
beforeAll(async () => {
  installed = await installedPackage();
});
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

test('weighs no more than it may, with all that is installed with it', () => {
  expect(weightOf(installed)).toBeLessThan(HEAVIEST);
  expect(weightOf(installed)).toBeGreaterThan(HEAVIEST / 2);
});

describe('the packages that are built in', () => {
  /** What both builds say of them, by name. */
  const notices = (): ReadonlyMap<string, string> => {
    const texts = ['lib', 'dist/web'].map((folder) =>
      readFileSync(join(installed.home, folder, 'THIRD-PARTY-NOTICES.md'), 'utf8'),
    );
    return new Map(
      texts
        .flatMap((text) => text.split(/^(?=## \S+ - \d\S* \([^)]+\)$)/m).slice(1))
        .map((entry) => [/^## (\S+) /.exec(entry)![1]!, entry]),
    );
  };

  test('are all that the sources import and the manifest has not installed', () => {
    const { dependencies } = JSON.parse(readFileSync(join(installed.home, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const imported = importedPackages();
    expect(imported.filter((name) => name in dependencies).toSorted()).toEqual(
      Object.keys(dependencies).toSorted(),
    );
    const told = notices();
    expect(imported.filter((name) => !(name in dependencies) && !told.has(name))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => told.has(name))).toEqual([]);
  });

  test('are there with their licences', () => {
    const bare = [...notices()].filter(([, entry]) => !/copyright|unlicense|public domain/i.test(entry));
    // It ships none: it says MIT in its manifest.
    expect(bare.map(([name]) => name)).toEqual(['react-remove-scroll-bar']);
  });
});

const slate = (...args: readonly string[]) =>
  runNode(installed, [join(installed.home, 'bin/slate.js'), ...args, '--lang', 'en']);

/** Packages of which a source that is not of the page or of a build runs something. */
function importedPackages(): readonly string[] {
  const files = globSync('src/**/*.ts', { cwd: ROOT, exclude: ['src/web/**', 'src/package/**'] });
  const pattern =
    /^(?:import|export) (?!type )[^;]*?from '((?:@[\w-]+\/)?[\w][\w.-]*)(?:\/[^']*)?'|(?:import|require)\('((?:@[\w-]+\/)?[\w][\w.-]*)(?:\/[^']*)?'\)/gm;
  const named = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)].map(
      ([, first, second]) => first ?? second!,
    ),
  );
  expect(named.length).toBeGreaterThan(50);
  return [...new Set(named)];
}

const REFERENCE = ['--pool', 'hai-duong', '--rules', 'hai-duong-2020'];

describe('the command', () => {
  test('has every command, and the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(installed.home, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    expect((await slate('--version')).stdout.trim()).toBe(version);
    for (const { name } of COMMANDS) {
      const help = await slate(name, '--help');
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toContain(`slate ${name}`);
    }
  });

  test('proposes and checks on what is shipped', async () => {
    const proposed = await slate('propose', ...REFERENCE, '--json');
    expect(proposed).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(proposed.stdout)).toMatchObject({ status: 'optimal' });
    const checked = await slate('check', 'hai-duong/slate-by-hand.csv', ...REFERENCE);
    expect(checked).toMatchObject({ code: 1, stderr: '' });
    expect(checked.stdout).toContain('5 hard rules are violated');
  });

  test('loads no service for a command that needs none', async () => {
    const seen = join(installed.folder, 'loaded.cjs');
    writeFileSync(
      seen,
      "process.on('exit', () => console.error(Object.keys(require.cache).filter((path) => path.includes('/express/')).length));",
    );
    const loadedBy = async (...args: readonly string[]): Promise<number> => {
      const command = ['--require', seen, join(installed.home, 'bin/slate.js'), ...args];
      return Number((await runNode(installed, command)).stderr.trim().split('\n').at(-1));
    };
    expect(await loadedBy('whoami', 'http://127.0.0.1:9')).toBe(0);
    const store = ['--data', join(installed.folder, 'nothing-kept')];
    expect(await loadedBy('rules', 'hai-duong-2020')).toBe(0);
    expect(await loadedBy('pool', 'import', 'hai-duong/pool.csv')).toBe(0);
    expect(await loadedBy('propose', ...REFERENCE)).toBe(0);
    for (const args of [['store'], ['draft'], ['keys'], ['jobs'], ['audit', 'verify'], ['people']])
      expect([args, await loadedBy(...args, ...store)]).toEqual([args, 0]);
    expect(await loadedBy('serve', '--print-config')).toBeGreaterThan(0);
  });

  test('writes a paper, with what it needs for that built in', async () => {
    const file = join(installed.folder, 'roster.docx');
    expect(await slate('propose', ...REFERENCE, '--out', file)).toMatchObject({ code: 0 });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  test('answers a batch and writes its tables, with what it needs for that built in', async () => {
    const out = join(installed.folder, 'results');
    const batch = ['batch', 'country/cases.csv', '--rules', 'commune-committee-2025', '--out', out];
    expect(await slate(...batch)).toMatchObject({ code: 1 });
    expect(readFileSync(join(out, 'cases.parquet')).subarray(0, 4).toString()).toBe('PAR1');
  });

  test('serves the page with its program', async () => {
    const child = spawn(
      process.execPath,
      [join(installed.home, 'bin/slate.js'), 'serve', '--port', '0', '--lang', 'en'],
      { cwd: installed.folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = once(child, 'close');
    try {
      let said = '';
      for await (const chunk of child.stderr) {
        said += String(chunk);
        if (/http:\/\/\S+:\d+/.test(said)) break;
      }
      const [address] = /http:\/\/[\d.]+:\d+/.exec(said)!;
      const page = await (await fetch(address)).text();
      const [, script] = /<script[^>]* src="([^"]+)"/.exec(page)!;
      const program = await fetch(new URL(script!, address));
      expect(program.status).toBe(200);
      expect(program.headers.get('content-type')).toContain('javascript');
      const pools = await fetch(`${address}/api/v1/pools`);
      expect(await pools.text()).toContain('hai-duong-wards');
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
  });
});

const CONSUMER = `
import { closeThreads, openQuestion, type Proposal, type Question, schemas } from 'nomination-slate';
import { type RunningService, startService } from 'nomination-slate/service';

const question: Question = await openQuestion({ pool: { name: 'hai-duong' }, rules: { id: 'hai-duong-2020' } });
const proposal: Proposal = await question.propose({ alternatives: 2 });
const members: readonly string[] = proposal.slates[0]?.members ?? [];
const alternatives: number | undefined = schemas.propose.options.parse({ alternatives: 3 }).alternatives;
// @ts-expect-error What is answered is typed: a status is no number.
const status: number = schemas.propose.answer.parse(proposal).status;
const paper: Uint8Array = await question.paper(members, 'docx');
await closeThreads();
const service: RunningService = await startService({ port: 0 });
const ready: boolean = (await fetch(service.address + '/healthz')).ok;
await service.close();
console.log(JSON.stringify({ status, alternatives, members: members.length, written: paper.length > 1000, ready }));
`;

/** What a file of the package loads at once besides Node's own: packages by name, its own files left out. */
function packagesLoadedBy(file: string): readonly string[] {
  const files = new Set([file]);
  const packages = new Set<string>();
  for (const each of files) {
    const text = readFileSync(join(installed.home, 'lib/code', each), 'utf8');
    for (const [, name] of text.matchAll(/(?:^|[;}\s])import\s*(?:[^'"()]*?from\s*)?["']([^"']+)["']/g))
      if (name!.startsWith('./')) files.add(name!.slice(2));
      else if (!name!.startsWith('node:')) packages.add(name!);
  }
  return [...packages].toSorted();
}

test('threads load nothing that stands between a service and the network', () => {
  expect(packagesLoadedBy('worker-thread.js')).toEqual(['piscina']);
  expect(packagesLoadedBy('batch-thread.js')).toEqual(['piscina']);
});

describe('the library', () => {
  test('is typed for a strict consumer, and answers', async () => {
    writeFileSync(join(installed.folder, 'consumer.ts'), CONSUMER);
    const options = { strict: true, module: 'nodenext', moduleResolution: 'nodenext', target: 'es2023' };
    const config = {
      compilerOptions: { ...options, types: ['node'], outDir: 'built' },
      files: ['consumer.ts'],
    };
    writeFileSync(join(installed.folder, 'tsconfig.json'), JSON.stringify(config));
    expect(await runNode(installed, [toolOf('typescript/bin/tsc')])).toMatchObject({ code: 0, stdout: '' });
    const ran = await runNode(installed, ['built/consumer.js']);
    expect(ran).toMatchObject({ code: 0 });
    expect(JSON.parse(ran.stdout)).toEqual({
      status: 'optimal',
      alternatives: 3,
      members: 47,
      written: true,
      ready: true,
    });
  });
});

describe('the tarball', () => {
  test('has what its README shows and refers to, but for what is about the sources', () => {
    const readme = readFileSync(join(installed.home, 'README.md'), 'utf8');
    const linked = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path!);
    const missing = linked.filter((path) => !existsSync(join(installed.home, path)));
    expect(linked).toContain('src/web/screenshot.png');
    expect(missing.toSorted()).toEqual(['src/README.md', 'test/README.md']);
  });

  test('has the rule sets as its build read them, beside the code that looks for them', () => {
    const text = readFileSync(join(installed.home, 'rules/hai-duong-2020.yaml'), 'utf8');
    const prepared = readFileSync(join(installed.home, 'lib/prepared', preparedName(text)), 'utf8');
    expect(JSON.parse(prepared)).toMatchObject({ ruleSet: { id: 'hai-duong-2020' } });
  });

  test('is as publint and attw want it', async () => {
    const { tarball } = installed;
    expect(await runNode(installed, [toolOf('publint/src/cli.js'), tarball, '--strict'])).toMatchObject({
      code: 0,
    });
    const attw = [toolOf('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only'];
    expect(await runNode(installed, attw)).toMatchObject({ code: 0 });
  });
});
