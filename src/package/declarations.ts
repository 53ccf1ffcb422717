import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { ROOT } from './code.ts';

const fileOf = (module: string): string => fileURLToPath(import.meta.resolve(module));

/** A package whose types stand in the declarations themselves, since it is built in. */
const BUILT_IN = /^zod(?:\/|$)/;

const declarationOf = (file: string): string => file.replace(/\.[jt]s$/, '.d.ts');

/**
 * Finds declarations by what names them: as the sources import each other, and as the package that is built in
 * does. All else is declared where it is installed.
 */
function finding(folder: string): Plugin {
  const theirs = dirname(fileOf('zod/package.json'));
  return {
    name: 'declarations',
    resolveId(id, from) {
      if (from === undefined) return null;
      if (BUILT_IN.test(id)) return declarationOf(fileOf(id));
      const isHere = from.startsWith(folder) || from.startsWith(theirs);
      if (isHere && /^\.{1,2}\/.*\.[jt]s$/.test(id)) return declarationOf(resolve(dirname(from), id));
      return { id, external: true, moduleSideEffects: false };
    },
  };
}

/**
 * Writes what a compiler of whoever imports the package reads: one file for each way in, with all types that
 * can be reached from there and no others.
 */
export async function writeDeclarations(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'slate-declarations-'));
  try {
    execFileSync(
      process.execPath,
      [
        fileOf('typescript/package.json').replace('package.json', 'bin/tsc'),
        '-p',
        'tsconfig.build.json',
        '--outDir',
        folder,
      ],
      { cwd: ROOT, stdio: 'inherit' },
    );
    const bundle = await rolldown({
      input: { index: join(folder, 'index.d.ts'), server: join(folder, 'service/server.d.ts') },
      plugins: [finding(folder), dts({ dtsOnly: true, generator: 'oxc', tsconfig: false })],
    });
    await bundle.write({
      dir: join(ROOT, 'lib/code'),
      codeSplitting: {
        groups: [
          { name: 'zod', test: /[/\\]node_modules[/\\]zod[/\\]/ },
          { name: 'shared', minShareCount: 2 },
        ],
      },
      chunkFileNames: '[name].d.ts',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
