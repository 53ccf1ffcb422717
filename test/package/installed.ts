import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** The package as somebody has it who installed it. */
export interface Installed {
  /** A project of its own, in which it is installed. */
  readonly folder: string;
  readonly tarball: string;
  /** The package's own folder. */
  readonly home: string;
}

/** What a checkout has that no package is made of: it would be built anew, or is no part of it. */
const NOT_PACKED = new Set(['.git', 'artefacts', 'dist', 'lib', 'node_modules']);

/**
 * Packs the project out of a copy of it: packing builds the page anew, and other tests serve the one that
 * is here. The copy is built as a user builds it, not as part of a test.
 */
async function packInto(folder: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'slate-sources-'));
  for (const name of readdirSync(ROOT))
    if (!NOT_PACKED.has(name)) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const { NODE_ENV: _, ...env } = process.env;
  await run('npm', ['pack', '--pack-destination', folder], { cwd: copy, env });
  rmSync(copy, { recursive: true, force: true });
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  );
}

/**
 * Packs the project and unpacks it in a project of its own, with what it depends on linked beside it and
 * nothing else: a package that the manifest forgets is not found. No registry is asked.
 */
export async function installedPackage(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'slate-package-'));
  const tarball = await packInto(folder);
  const home = join(folder, 'node_modules/nomination-slate');
  mkdirSync(home, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', home, '--strip-components', '1']);
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of [...Object.keys(manifest.dependencies), '@types/node']) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  return { folder, tarball, home };
}

/** Bytes of disk of what somebody has who installs the package: itself, and all that npm lays beside it. */
export function weightOf({ home }: Installed): number {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: true; readonly devOptional?: true }>>;
  };
  const installed = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path]) => join(ROOT, path))
    // Builds for other platforms are none of its weight.
    .filter((folder) => existsSync(folder));
  return [home, ...installed].reduce((sum, folder) => sum + diskOf(folder), 0);
}

/** What a file system gives room in: a file of a hundred bytes takes one as well. */
const BLOCK = 4096;

/** As `du` counts where blocks are of the common size. Packages that lie within others are counted by themselves. */
function diskOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + (entry.name === 'node_modules' ? 0 : diskOf(path));
    return sum + Math.ceil(statSync(path).size / BLOCK) * BLOCK;
  }, BLOCK);
}

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of Node to its end, in the project that has the package. */
export async function runNode({ folder }: Installed, args: readonly string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await run(process.execPath, [...args], { cwd: folder });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as Ended;
    return { code, stdout, stderr };
  }
}

/** A program that the project itself installed, such as `tsc`. */
export function toolOf(path: string): string {
  return join(ROOT, 'node_modules', path);
}
