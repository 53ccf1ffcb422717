import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What threads run, by the names that `optimize/threads/thread-file.ts` looks for. */
const THREADS = globSync('**/*-thread.ts', { cwd: here('..') }).map((path) => join(here('..'), path));

/** What is known of a module while the command is built: `import()` is no static import. */
interface ModuleInfo {
  readonly importedIds: readonly string[];
}
type Modules = { getModuleInfo(id: string): ModuleInfo | null };

/** What each start loads at once: the program itself, a question, a thread of a solver. */
const STARTS = ['terminal.ts', 'commands/propose.ts', '../optimize/threads/solver-thread.ts'].map(here);
const reached = new Map<string, ReadonlySet<string>>();

/** All that a file loads at once. */
function reachedFrom(start: string, modules: Modules): ReadonlySet<string> {
  const known = reached.get(start);
  if (known !== undefined) return known;
  const found = new Set([start]);
  for (const id of found) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  reached.set(start, found);
  return found;
}

/** One file for what is loaded at the same starts: a Node takes a millisecond to look up each. */
function fileOf(id: string, modules: Modules): string | null {
  // A thread begins its work as it is loaded: nothing else is to load it.
  if (THREADS.includes(id)) return null;
  const starts = STARTS.map((start) => (reachedFrom(start, modules).has(id) ? 1 : 0)).join('');
  return starts === '000' ? null : `start-${starts}`;
}

/**
 * The command `slate` of the package, with what it needs at every start in one go: a Node that looks up six
 * hundred small files takes longer for that than for a small slate. The library beside it stays as it is
 * compiled, file by file. What runs threads or WebAssembly of its own, and what only a service needs, is
 * loaded from where it is installed.
 */
const command: InlineConfig = {
  configFile: false,
  root: here('../..'),
  publicDir: false,
  logLevel: 'warn',
  ssr: {
    noExternal: [
      '@commander-js/extra-typings',
      '@noble/hashes',
      'commander',
      'cron-parser',
      'docx',
      'fraction.js',
      'hucre',
      'hyparquet',
      'hyparquet-writer',
      'jose',
      'jsonc-parser',
      'luxon',
      'non-error',
      'pg-boss',
      'oauth4webapi',
      'openid-client',
      'otpauth',
      'quickselect',
      'rrule-temporal',
      'serialize-error',
      'tagged-tag',
      'temporal-polyfill',
      'temporal-utils',
      'yaml',
      'zod',
    ],
  },
  build: {
    ssr: true,
    // As deep as the folders of the sources, from which the rules and pools are found.
    outDir: 'lib/command',
    emptyOutDir: true,
    target: 'node22',
    // Names stay, for what a log tells of a fault.
    minify: false,
    rollupOptions: {
      input: [here('main.ts'), ...THREADS],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        minify: { compress: true, mangle: false, codegen: true },
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'by start', name: fileOf }],
        },
      },
    },
  },
};

/**
 * The parts of a library that Slate uses, in place of what was compiled of the file that names them: so the
 * library need not be installed.
 */
const library = (folder: string, name: string, credit: string): InlineConfig => ({
  ...command,
  ssr: { noExternal: true },
  build: {
    ...command.build,
    outDir: `lib/${folder}`,
    emptyOutDir: false,
    // Nobody reads them here.
    minify: true,
    rollupOptions: {
      input: here(`../${folder}/${name}.ts`),
      external: ['pg'],
      output: { entryFileNames: '[name].js', banner: `/* With ${credit} */` },
    },
  },
});

const libraries = [
  library(
    'batch',
    'parquet-library',
    'hyparquet-writer by Hyperparam, MIT licence: https://github.com/hyparam/hyparquet-writer',
  ),
  library('papers', 'docx-library', 'docx by Dolan Miu, MIT licence: https://github.com/dolanmiu/docx'),
  library('jobs', 'pg-boss-library', 'pg-boss by Tim Jones, MIT licence: https://github.com/timgit/pg-boss'),
  library(
    'service/people',
    'openid-library',
    'openid-client, oauth4webapi and jose by Filip Skokan, MIT licence: https://github.com/panva',
  ),
  library(
    'store/people',
    'totp-library',
    'otpauth by Héctor Molinero Fernández, MIT licence: https://github.com/hectorm/otpauth',
  ),
];

// One after another, each laid out before the first: a build writes into what it is given.
for (const config of [command, ...libraries]) await build(config);
