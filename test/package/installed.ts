import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** The package as somebody has it who installed it. */
export interface Installed {
  /** A project of its own, in which it is installed. */
  readonly folder: string;
  readonly tarball: string;
  /** The package's own folder. */
  readonly home: string;
}

/**
 * Packs the project and unpacks it in a project of its own, with what it depends on linked beside it and
 * nothing else: a package that the manifest forgets is not found. No registry is asked.
 */
export async function installedPackage(): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), 'slate-package-'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: ROOT });
  const tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  );
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
