import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, out of which the image is built. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A line of a Dockerfile: `COPY` and what stands behind it. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The lines of the Dockerfile; those that go on on the next line are not written there. */
export function instructions(): readonly Instruction[] {
  return readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, text] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
      if (name === undefined || text === undefined) throw new Error(`no instruction: ${line}`);
      return { name, text };
    });
}

/** What an image is started as. */
export interface Image {
  /** A folder that stands for the root of its file system; nobody may write there. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  /** Starts a program in it, as its user where the test may change users, with this environment besides. */
  readonly start: (program: readonly string[], environment: Readonly<Record<string, string>>) => ChildProcess;
  readonly remove: () => void;
}

/** Where an image may write: a `tmpfs` of the composition. */
const WRITABLE = '/tmp/';
/** The user `node` of the images of Node. */
const NODE_USER = { uid: 1000, gid: 1000 };

/**
 * Builds the image as the Dockerfile says, each stage in a folder of its own. What `npm ci` would install
 * is linked from this checkout, whose lock it would install from: no registry is asked.
 */
export function builtImage(): Image {
  const folder = mkdtempSync(join(tmpdir(), 'slate-image-'));
  chmodSync(folder, 0o755);
  const stages = new Map<string, string>();
  let root = '';
  let work = '/';
  const said = new Map<string, string>();
  for (const { name, text } of instructions()) {
    if (name === 'FROM') {
      const [, stage = 'last'] = / AS (\w+)$/.exec(text) ?? [];
      root = join(folder, stage);
      stages.set(stage, root);
      said.clear();
    } else if (name === 'WORKDIR') {
      work = text;
      mkdirSync(join(root, work), { recursive: true });
    } else if (name === 'COPY') copy(text, { stages, to: join(root, work) });
    else if (name === 'RUN') run(text, join(root, work));
    else said.set(name, text);
  }
  execFileSync('chmod', ['-R', 'a-w,a+rX', root]);
  const tmp = join(folder, 'tmp');
  mkdirSync(tmp);
  chmodSync(tmp, 0o777);
  const environment = Object.fromEntries(
    (said.get('ENV') ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
  );
  const own = (path: string): string => path.replace(/^\/slate\//, `${root}/slate/`);
  return {
    root,
    environment,
    user: said.get('USER') ?? 'root',
    entrypoint: listIn(said.get('ENTRYPOINT')),
    command: listIn(said.get('CMD')),
    healthcheck: listIn(said.get('HEALTHCHECK')?.replace(/^.* CMD /, '')),
    start: ([program, ...parameters], given) =>
      spawn(program === 'node' ? process.execPath : program!, parameters.map(own), {
        cwd: join(root, work),
        env: Object.fromEntries(
          Object.entries({ PATH: process.env['PATH']!, ...environment, ...given }).map(([name, value]) => [
            name,
            value.startsWith(WRITABLE) ? join(tmp, value.slice(WRITABLE.length)) : value,
          ]),
        ),
        ...(process.getuid?.() === 0 && NODE_USER),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    remove: () => {
      execFileSync('chmod', ['-R', 'u+w', root]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listIn(text = '[]'): readonly string[] {
  return JSON.parse(text) as readonly string[];
}

/** What a `COPY` names, and where it goes. */
export function copied(text: string): {
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly to: string;
} {
  const [, from] = /--from=(\w+)/.exec(text) ?? [];
  const names = text.split(' ').filter((word) => !word.startsWith('--'));
  return { from, sources: names.slice(0, -1), to: names.at(-1)! };
}

function copy(
  text: string,
  { stages, to: work }: { readonly stages: ReadonlyMap<string, string>; readonly to: string },
): void {
  const { from, sources, to } = copied(text);
  const base = from === undefined ? ROOT : stages.get(from)!;
  for (const source of sources) {
    const target = to === './' ? join(work, basename(source)) : join(work, to);
    cpSync(join(base, source), target, { recursive: true, verbatimSymlinks: true });
  }
}

function run(text: string, work: string): void {
  // As the image has it: no test, no other variable of this machine.
  const { PATH, HOME } = process.env;
  const env = { PATH: `${dirname(process.execPath)}:${PATH}`, HOME };
  if (text !== 'npm ci') execFileSync('sh', ['-c', text], { cwd: work, env, stdio: 'pipe' });
  else {
    const from = join(ROOT, 'node_modules');
    mkdirSync(join(work, 'node_modules'));
    for (const name of readdirSync(from))
      // npm writes its own notes in place: those of the checkout must not be the same file.
      if (!name.startsWith('.')) linked(join(from, name), join(work, 'node_modules', name));
      else if (name !== '.cache')
        cpSync(join(from, name), join(work, 'node_modules', name), {
          recursive: true,
          verbatimSymlinks: true,
        });
  }
}

/** The same files where that is one file system: half a gigabyte would be copied. */
function linked(from: string, to: string): void {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}
