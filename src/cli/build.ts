import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What threads run, by the names that `optimize/threads/thread-file.ts` looks for. */
const THREADS = globSync('**/*-thread.ts', { cwd: here('..') }).map((path) => join(here('..'), path));

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
      'commander',
      'docx',
      'fraction.js',
      'hucre',
      'jsonc-parser',
      'quickselect',
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
    minify: false,
    rollupOptions: {
      input: [here('main.ts'), ...THREADS],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/**
 * The parts of docx that papers use, in place of what was compiled of them: so the library need not be
 * installed where papers are written.
 */
const papers: InlineConfig = {
  ...command,
  ssr: { noExternal: true },
  build: {
    ...command.build,
    outDir: 'lib/papers',
    emptyOutDir: false,
    rollupOptions: {
      input: here('../papers/docx-library.ts'),
      output: {
        entryFileNames: '[name].js',
        banner: '/* With docx by Dolan Miu, MIT licence: https://github.com/dolanmiu/docx */',
      },
    },
  },
};

await build(command);
await build(papers);
