#!/usr/bin/env node
// The command `slate`. Plain JavaScript that even an old Node can parse: it only finds a Node that can
// run the TypeScript beside it (this one, or the one that npm installed with the project) and hands over.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

if (process.features.typescript) {
  // Stripped and compiled once, not at every start: that halves the time of a check. Solver threads
  // look for the folder in the environment.
  const cache = fileURLToPath(new URL('../../node_modules/.cache/slate', import.meta.url));
  process.env['NODE_COMPILE_CACHE'] ??= cache;
  module.enableCompileCache?.();
  await import('./main.ts');
} else {
  handOver(installedNode());
}

/** The Node that the npm package `node` brought along; undefined where there is none. */
function installedNode() {
  // A second hand-over would mean that the installed Node cannot do it either.
  if (process.env['SLATE_HANDED_OVER'] !== undefined) return undefined;
  try {
    const manifest = module.createRequire(import.meta.url).resolve('node/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
    const path = join(dirname(manifest), bin.node);
    return [path, `${path}.exe`].find((each) => existsSync(each));
  } catch {
    return undefined;
  }
}

/** Runs the same command on that Node: same terminal, same signals, same exit code. */
function handOver(node) {
  if (node === undefined) {
    process.stderr.write(
      `Cần Node 22.18 trở lên (đang dùng ${process.version}); hãy chạy npm ci trong thư mục dự án, hoặc cài Node mới hơn.\n` +
        `Node 22.18 or later is needed (this is ${process.version}); run npm ci in the project's folder, or install a later Node.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, SLATE_HANDED_OVER: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
