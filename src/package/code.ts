import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The project. */
export const ROOT = here('../..');

/** What `package.json` exports and `bin/slate.js` runs, by the names that it has there. */
const ENTRIES: Readonly<Record<string, string>> = {
  index: here('../index.ts'),
  server: here('../service/server.ts'),
  command: here('../cli/main.ts'),
};

/** What threads run, by the names that `optimize/threads/thread-file.ts` looks for. */
const THREADS = Object.fromEntries(
  globSync('**/*-thread.ts', { cwd: here('..') }).map((path) => [
    basename(path, '.ts'),
    join(here('..'), path),
  ]),
);

/** What is known of a module while the package is built: `import()` is no static import. */
interface ModuleInfo {
  readonly importedIds: readonly string[];
}
type Modules = { getModuleInfo(id: string): ModuleInfo | null };

/** What is loaded at once somewhere. */
const STARTS: readonly (readonly [name: string, files: readonly string[]])[] = Object.entries({
  command: [here('../cli/terminal.ts')],
  question: [here('../cli/commands/propose.ts')],
  threads: [here('../optimize/threads/thread-pools.ts')],
  solver: [here('../optimize/threads/solver-thread.ts')],
  library: [here('../index.ts')],
  rules: [here('../cli/commands/rules.ts'), here('../cli/commands/pool.ts')],
  // What works in a store or asks a service elsewhere shares files with the service, and shall not load it for them.
  store: [
    ...['audit', 'draft', 'jobs', 'keys', 'login', 'people', 'rounds', 'runs', 'store', 'whoami'].map(
      (name) => here(`../cli/commands/${name}.ts`),
    ),
    ...['store', 'own-actor', 'people/people'].map((name) => here(`../store/${name}.ts`)),
    here('../cli/remote/ask-service.ts'),
    here('../jobs/job-rows.ts'),
  ],
  series: [here('../batch/batch-thread.ts'), here('../scenarios/sweep-thread.ts')],
  worker: [here('../service/workers/worker-thread.ts')],
  service: [here('../service/server.ts')],
});
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
  if (Object.values(THREADS).includes(id)) return null;
  const starts = STARTS.filter(([, files]) => files.some((file) => reachedFrom(file, modules).has(id)));
  return starts.length === 0 ? null : `of-${starts.map(([name]) => name).join('-')}`;
}

/**
 * What stays a package of its own beside this one: what has threads, WebAssembly or native parts, what must be
 * loaded by name where there is need of it, and what stands between a service and the network, of which a
 * correction is to reach an installation without a new version of Slate. All else is built in.
 */
const INSTALLED = Object.keys(manifest.dependencies);

/**
 * Library, service, command and threads of the package in one go: what several of them need is there once, in
 * few files (a Node that looks up six hundred takes longer for that than for a small slate), and of the
 * packages that are built in only what is used.
 */
export const code: InlineConfig = {
  configFile: false,
  root: ROOT,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: INSTALLED },
  build: {
    ssr: true,
    // As deep as the folders of the sources, from which the rules, the pools and the page are found; and all
    // in one folder, as threads are found beside what starts them.
    outDir: 'lib',
    emptyOutDir: true,
    target: 'node22',
    // Names stay, for what a log tells of a fault.
    minify: false,
    license: { fileName: 'THIRD-PARTY-NOTICES.md' },
    rollupOptions: {
      input: { ...ENTRIES, ...THREADS },
      // What one start loads when it is needed, another loads at once: for that one, `import()` parts nothing, as is meant.
      checks: { ineffectiveDynamicImport: false },
      output: {
        entryFileNames: 'code/[name].js',
        chunkFileNames: 'code/[name]-[hash].js',
        minify: { compress: true, mangle: false, codegen: true },
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'by start', name: fileOf }],
        },
      },
    },
  },
};
